import { subtract, sum } from '../../quantity/exact';
import { isZero, pointsOf } from './item-points';
import type { Item } from './items';
import { missingOfList } from './missing-of-list';
import { namedLosses } from './named-losses';
import { boundHolds } from './bound-holds';
import { gained, isGain } from './gains';
import { intervalsIn, type Interval } from './interval';
import { vetoed } from './veto';
import { LABELLED_OVER, LABELLED_UNDER, type Loss } from './loss';
import { lossOf } from './losses';
import type { Reading, StepTold } from './reading';
import { rivalFacts } from './rivals';
import type { RowFacts } from './row-facts';
import { exemption } from './score-tiers';
import type { Clause } from './standard';
import { lastPhrase } from './grades';
import { sameDenial, sameDenied, withSigns } from './agreement';
import { turnOf, turnOfYears } from './turn';
import { exemptionsOf, isUnbounded } from './tiers';
import { left, one, type Span } from './steps';
import { byWords, ELSE, lastClause } from './by-words';

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
  // 每完成1项得该项分数,未完成项不得分: of what is counted up the rest earns nothing, and takes nothing.
  const vetoes = gains.length > 0 ? items.filter((item) => !isZero(item) || !item.per) : items;
  const zero = vetoed(vetoes, facts, points);
  if (zero) return zero;
  const met = metBound(clause, facts);
  if (met) return met;
  const turned = turnedBetweenYears(clause, facts);
  if (turned) return turned;
  const lost = lossesOf(clause, facts) ?? missingOfList(clause, facts) ?? gained(clause, facts);
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
  // 100%计满分,每超过1个百分点扣0.5分: the figure that is asked for is no lower bound then.
  const isTop = steps.some(({ per }) => per?.side === 'over' || per?.side === 'apart');
  const beyond = ({ bare, low }: Interval): boolean =>
    bare && figure !== undefined && low !== null && figure.value > low.value;
  if (isTop && intervalsIn(award.clause).some(beyond)) return null;
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

/** Each rule on its own facts; the first that takes all takes all. */
function byRivals(clause: Clause, own: ReadonlyMap<Item, RowFacts>): Reading | null {
  const { items, points } = clause;
  const readings = [...own].map(([item, facts]): Reading | null => {
    if (isGain(item)) return gained({ ...clause, items: [item] }, facts);
    if (!item.per) {
      // 要素齐全 beside 要素不全, 均持证上岗 beside 无证上岗.
      const affirmed =
        !withSigns(facts.text).includes('¬') &&
        sameDenied(facts.text, item.clause.replace(/的$/, ''));
      if (affirmed && facts.figures.length === 0) return untouched(item, facts, points);
      if (!denies(facts)) return took(item, facts, points);
      // 未履行审批程序1例 denies nothing: it counts.
      return facts.figures.length > 0 ? null : untouched(item, facts, points);
    }
    if (denies(facts) && facts.figures.length === 0 && !sameDenial(facts.text, item.condition))
      return untouched(item, facts, points);
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
