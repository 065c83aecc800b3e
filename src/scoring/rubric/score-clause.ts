import { subtract, sum } from '../../quantity/exact';
import { agreement, asksForAbsence, deniedWords, sharedPairs, withSigns } from './agreement';
import type { Fragment, Told } from './figures-told';
import { isZero, pointsOf } from './item-points';
import type { Item } from './items';
import { namedLosses } from './named-losses';
import { boundHolds } from './bound-holds';
import { gained, isGain } from './gains';
import { speaksOf, vetoed } from './veto';
import type { Loss } from './loss';
import { comparisonHolds } from './comparison';
import { LABELLED_OVER, LABELLED_UNDER } from './loss';
import { lossOf } from './losses';
import type { Reading, StepTold } from './reading';
import { commonPairs, rivalFacts } from './rivals';
import type { RowFacts } from './row-facts';
import { exemption } from './score-tiers';
import type { Clause } from './standard';
import { lastPhrase } from './grades';
import { turnOf, turnOfYears } from './turn';
import { exemptionsOf, isUnbounded } from './tiers';
import { left, one, type Span } from './steps';

/** Points for one rule: full marks, and what the facts of the row take off them; null: a person must judge. */
export function scoreClause(clause: Clause, facts: RowFacts): Reading | null {
  if (facts.fragments.length === 0 && facts.execution === null) return null;
  const { items, points } = clause;
  if (items.some(isUnreadStep)) return null;
  const exempt = exemption(exemptionsOf(items), facts, points);
  if (exempt) return exempt;
  const gains = items.filter(isGain);
  const rivals = gains.length > 0 ? gains : items.filter(punishes);
  if (rivals.length > 1 && rivals.some(({ per }) => per !== null)) {
    const own = rivalFacts(rivals, facts);
    if (own === 'unclear') return null;
    if (own.size > 0) return byRivals(clause, own);
  }
  const zero = vetoed(items, facts, points);
  if (zero) return zero;
  const met = metBound(clause, facts);
  if (met) return met;
  const turned = turnedBetweenYears(clause, facts);
  if (turned) return turned;
  const lost = lossesOf(clause, facts) ?? gained(clause, facts);
  if (lost) return lost;
  return byWords(clause, facts);
}

/** A price for each of something that was not made out: what it takes off, nobody knows. */
const isUnreadStep = ({ kind, per, clause }: Item): boolean =>
  kind === 'deduct' && !per && /每(?![年月季周天日])[^,;。]*$/.test(clause);

/** 较上年减少得2分,增加不得分, and both years' amounts: which way it went. */
function turnedBetweenYears({ items, points }: Clause, facts: RowFacts): Reading | null {
  const turn = turnOfYears(facts);
  const told = items.filter(({ per }) => per === null);
  if (turn === null || told.length < items.length) return null;
  const own = told.filter(({ clause }) => turnOf(lastPhrase(clause)) === turn);
  const [item] = own;
  return item?.kind === 'award' && own.length === 1
    ? { span: pointsOf(item, points), rule: item.text, fact: facts.text, sum: '' }
    : null;
}

/** 成本节约率≥0得5分, and 3.2%: where the one figure of a row keeps the bound, no step is taken from it. */
function metBound({ items, points }: Clause, facts: RowFacts): Reading | null {
  const award = items.find((item) => item.kind === 'award' && pointsOf(item, points)[0] === points);
  const steps = items.filter(({ kind, per }) => kind === 'deduct' && per?.kind === 'percent');
  if (!award || steps.length === 0 || facts.figures.length > 1 || facts.fragments.length > 1)
    return null;
  const [figure] = facts.figures;
  if (figure && (LABELLED_OVER.test(figure.label) || LABELLED_UNDER.test(figure.label)))
    return null;
  const held = boundHolds(award.clause, facts);
  return held?.held === true
    ? { span: one(points), rule: award.text, fact: held.fact, sum: '' }
    : null;
}

/** A rule that takes points for a thing that happened, counted or named. */
const punishes = (item: Item): boolean =>
  item.kind === 'deduct'
    ? item.per === null
      ? isUnbounded(item) && !item.discretion
      : item.per.kind === 'count'
    : isZero(item) && !item.per && !ELSE.test(lastClause(item.condition)) && isUnbounded(item);

/** 否则, 有则, 超出部分: whatever is not what earns the points. */
const ELSE =
  /^(?:(?:超出|超过|超标准?|超支|高于|低于|不足)(?:标准|预算|规定|要求|范围|部分|计划|目标|的)*$|否则|有则|如有|若有|存在则|反之则|其他|其余|其它|反之|除此|达不到|(?:未|没有|没|不)[^,;]{0,10}$)/;

const lastClause = (condition: string): string =>
  condition
    .split(/[;。]/)
    .filter((part) => part !== '')
    .at(-1)
    ?.replace(/^,/, '') ?? '';

/** Each rule on its own facts; the first that takes all takes all. */
function byRivals(clause: Clause, own: ReadonlyMap<Item, RowFacts>): Reading | null {
  const { items, points } = clause;
  const readings = [...own].map(([item, facts]): Reading | null => {
    if (isGain(item)) return gained({ ...clause, items: [item] }, facts);
    if (!item.per)
      return denies(facts) ? untouched(item, facts, points) : took(item, facts, points);
    return lossesOf(
      {
        ...clause,
        items: items
          .slice(0, items.indexOf(item) + 1)
          .filter((one) => one === item || !punishes(one)),
      },
      facts,
    );
  });
  const known = readings.filter((reading) => reading !== null);
  if (known.length < readings.length) return null;
  const counted = [...own.keys()].every(isGain);
  if (!counted && [...own.keys()].some(isGain)) return null;
  const cap = Math.min(points, ...items.flatMap((item) => item.cap ?? []));
  const change = (at: 0 | 1): number =>
    sum(known.map(({ span }) => (counted ? span[at] : subtract(points, span[at]))));
  return {
    span: counted
      ? [Math.min(cap, change(0)), Math.min(cap, change(1))]
      : left(points, [change(1), change(0)], null),
    rule: known.map(({ rule }) => rule).join(';'),
    fact: known.map(({ fact }) => fact).join(';'),
    sum: '',
  };
}

const denies = ({ text }: RowFacts): boolean => /^(?:未|没有|无|不存在|从未)/.test(text);
const untouched = (item: Item, { text }: RowFacts, points: number): Reading => ({
  span: one(points),
  rule: item.text,
  fact: text,
  sum: '',
});
const took = (item: Item, { text, figures }: RowFacts, points: number): Reading | null => {
  if (isZero(item)) return { span: one(0), rule: item.text, fact: text, sum: '' };
  // At a price that is not said to be for each of them: 1起 costs it, of more nobody knows.
  const [figure, ...more] = figures;
  if (more.length > 0 || (figure && figure.value !== 1)) return null;
  return {
    span: left(points, pointsOf(item, points), item.cap),
    rule: item.text,
    fact: text,
    sum: '',
  };
};
/** What is lost by the rules that count or name a loss. */
function lossesOf({ items, points }: Clause, facts: RowFacts): Reading | null {
  const losses: { readonly item: Item; readonly loss: Loss }[] = [];
  items.forEach((item, index) => {
    if (item.kind !== 'deduct' || !item.per) return;
    const loss = lossOf(item, items.slice(0, index), facts, pointsOf(item, points)[1]);
    if (loss) losses.push({ item, loss });
  });
  const named = namedLosses(items, facts, points);
  if (named === 'unclear') return null;
  if (losses.length === 0 && named.length === 0) return null;
  if (tooMany(losses)) return null;
  const spent = losses.map(({ item, loss }) => capped(loss.span, item.cap));
  const all: Span = [
    sum([...spent.map(([least]) => least), ...named.map(({ span: [least] }) => least)]),
    sum([...spent.map(([, most]) => most), ...named.map(({ span: [, most] }) => most)]),
  ];
  const [first, ...more] = losses;
  const only = first && more.length === 0 ? stepTold(first.loss, all[0]) : null;
  const said = [...losses.map(({ loss }) => loss.fact), ...named.map(({ fact }) => fact)];
  return {
    span: left(points, all, null),
    rule: [...losses.map(({ item }) => item.text), ...named.map(({ rule }) => rule)].join(';'),
    fact: [...new Set(said)].join(';'),
    sum: all[0] === all[1] && all[0] > 0 ? `${points} − ${all[0]}` : '',
    ...(only && named.length === 0 && all[0] > 0 && all[0] === all[1] ? { step: only } : {}),
  };
}

const stepTold = ({ side, distance }: Loss, lost: number): StepTold => ({
  side,
  distance: distance ?? 0,
  lost,
});

const capped = ([least, most]: Span, cap: number | null): Span =>
  cap === null ? [least, most] : [Math.min(cap, least), Math.min(cap, most)];

/** Two rules that count from one count: which of them speaks is not told. */
function tooMany(losses: readonly { readonly loss: Loss }[]): boolean {
  const counted = losses.filter(({ loss: { span } }) => span[1] > 0);
  return counted.length > 1 && new Set(counted.map(({ loss }) => loss.fact)).size < counted.length;
}

/** All or nothing, by what the words of the row say of the condition. */
function byWords(clause: Clause, facts: RowFacts): Reading | null {
  const { items, points } = clause;
  const exempt = new Set(exemptionsOf(items));
  const award = items.find(
    (item) =>
      item.kind === 'award' && !item.per && !isZero(item) && !exempt.has(item) && !item.bonus,
  );
  if (!award && items.length > 0) return unpunished(clause, facts);
  const others = items.filter(
    (item) =>
      item !== award && item.kind === 'award' && !item.per && !isZero(item) && !exempt.has(item),
  );
  if (others.some(({ bonus }) => !bonus)) return null;
  const condition = named(award?.clause ?? clause.label, facts.name);
  const rule = award?.text ?? clause.label;
  const compared = comparisonHolds(condition, facts);
  if (compared)
    return compared.held
      ? { span: one(points), rule, fact: compared.fact, sum: '' }
      : whenDenied(clause, compared.fact, false);
  const held = boundHolds(condition, facts);
  if (items.some(({ per }) => per !== null) && facts.figures.length > 0 && !held?.held) return null;
  const answers = facts.fragments
    .filter((one) => !(held && facts.fragments.length > 1 && isAmount(one)))
    .map(({ text, told }, _, { length }) => ({
      text,
      answer:
        held && (length === 1 || told.some(({ unit }) => unit === '%'))
          ? held.held
            ? 'yes'
            : 'no'
          : answerTo(text, condition, items),
    }));
  const fact = facts.text;
  if (answers.some(({ text, answer }) => answer === 'yes' && isPunished(text, condition, items)))
    return null;
  const denied = answers.find(({ answer }) => answer === 'no');
  // In part is neither.
  if (answers.some(({ answer }) => answer === 'part')) return null;
  if (denied) return whenDenied(clause, denied.text, held !== null);
  const all = answers.every(({ answer, text }) => answer === 'yes' || isHarmless(text));
  const any = answers.some(({ answer }) => answer === 'yes');
  // A figure that was held against nothing may say anything.
  if (facts.figures.length > 0 && held === null && !facts.figures.every(isAll)) return null;
  return any && all ? { span: one(points), rule, fact, sum: '' } : null;
}

/** 完成得2分: of what, the name of the indicator says. */
const named = (condition: string, name: string): string =>
  /^(?:完成|按要求完成|已完成)$/.test(condition) && name !== '' ? condition + name : condition;

/** 存在职责交叉 beside 存在职责交叉的,酌情扣分: nearer to what costs points than to what earns them. */
function isPunished(text: string, condition: string, items: readonly Item[]): boolean {
  const earned = commonPairs(text, condition);
  return items.some(
    (item) =>
      (item.kind === 'deduct' || isZero(item)) &&
      !ELSE.test(lastClause(item.condition)) &&
      item.clause
        .split(/[,;。:、或]/)
        .some(
          (phrase) =>
            withSigns(text).includes('¬') === withSigns(phrase).includes('¬') &&
            commonPairs(text, phrase) > earned,
        ),
  );
}

/** 发生重大事故的,不得分 and nothing else: full marks where the row says that it did not happen. */
function unpunished({ items, points, label }: Clause, facts: RowFacts): Reading | null {
  const [only] = facts.fragments;
  if (!only || facts.fragments.length !== 1 || facts.figures.length > 0) return null;
  if (items.some((item) => item.kind === 'award' && !isZero(item))) return null;
  const none =
    /^(?:(?:全年|年内|本?年度内?|当年|本年)|自评期内)?(?:未|没有?|无|不存在|均未|从未)/.test(
      only.text,
    );
  const about =
    /^(?:未|没有|无)(?:发生|发现|出现|有)?$/.test(only.text) || sharedPairs(only.text, label) > 0;
  const denied = deniedWords(only.text).slice(0, 1);
  const signs = withSigns(label);
  const punishes =
    !signs.includes('¬') ||
    (denied.length > 0 &&
      denied.every((word) => label.includes(word) && !signs.includes(`¬${word}`)));
  return none && about && punishes
    ? { span: one(points), rule: items.map(({ text }) => text).join(';'), fact: only.text, sum: '' }
    : null;
}

const isAll = ({ value, unit }: Told): boolean => unit === '%' && value === 100;

const isHarmless = (text: string): boolean => /^(?:详?见|附|佐证|资料|依据|根据|具体)/.test(text);
/** 年初预算800万元 beside 占3%: what the share was made of. */
const isAmount = ({ text, told }: Fragment): boolean =>
  told.length === 1 && told[0]?.unit !== '%' && !/[未没不无缺超少低违]/.test(text);

/** 未超预算 beside 超预算不得分: just what is punished did not happen. */
function deniesRule(fragment: string, condition: string): boolean {
  const rule =
    condition
      .split(/[,;。]/)
      .at(-1)
      ?.replace(/的$/, '') ?? '';
  const said = withSigns(fragment);
  return rule.length >= 2 && !withSigns(rule).includes('¬') && said === `¬${withSigns(rule)}`;
}

function answerTo(
  text: string,
  condition: string,
  items: readonly Item[],
): ReturnType<typeof agreement> {
  if (items.some((item) => isZero(item) && deniesRule(text, item.condition))) return 'yes';
  const own = agreement(text, condition);
  if (own !== null) return own;
  return items.some(
    (item) => isZero(item) && !ELSE.test(item.condition) && speaksOf(text, item.condition),
  )
    ? 'no'
    : null;
}

function whenDenied(
  { items, points, label }: Clause,
  fact: string,
  byFigure: boolean,
): Reading | null {
  const zero = items.find((item) => isZero(item) && ELSE.test(lastClause(item.condition)));
  if (zero) return { span: one(0), rule: zero.text, fact, sum: '' };
  if (items.some(({ discretion }) => discretion)) return null;
  const whole = items.find(
    (item) => item.kind === 'deduct' && !item.per && pointsOf(item, points)[0] >= points,
  );
  if (whole) return { span: one(0), rule: whole.text, fact, sum: '' };
  const only = items.length === 1 && items[0]?.kind === 'award' && items[0].points !== 'full';
  if (!only || byFigure || asksForAbsence(label)) return null;
  // Only what earns the points is written: its plain denial earns none.
  const plain = withSigns(fact);
  const isPlain = plain.includes('¬') && plain.length <= 10 && !/\d/.test(fact);
  return isPlain && !/分$/.test(label) && !/。$/.test(items[0]?.condition ?? '')
    ? { span: one(0), rule: items[0]?.text ?? '', fact, sum: '' }
    : null;
}
