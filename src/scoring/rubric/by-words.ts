import type { Clause } from './standard';
import type { Reading } from './reading';
import { one } from './steps';
import type { RowFacts } from './row-facts';
import { exemptionsOf } from './tiers';
import { isZero, pointsOf } from './item-points';
import { comparisonHolds } from './comparison';
import { boundHolds, shareHolds } from './bound-holds';
import { intervalsIn } from './interval';
import type { Item } from './items';
import { commonPairs } from './rivals';
import {
  agreement,
  asksForAbsence,
  deniedWords,
  sharedPairs,
  tellsOfNoFault,
  withSigns,
} from './agreement';
import { NONE } from './count-loss';
import type { Fragment, Told } from './figures-told';
import { isOfOtherScope } from './scope';
import { speaksOf } from './veto';
import { measureOf } from '../../quantity/units';

/** 否则, 有则, 超出部分: whatever is not what earns the points. */
export const ELSE =
  /^(?:(?:超出|超过|超标准?|超支|高于|低于|不足)(?:标准|预算|规定|要求|范围|部分|计划|目标|的)*$|否则|有则|如有|若有|存在则|反之则|其他|其余|其它|反之|除此|达不到|(?:未|没有|没|不)[^,;]{0,10}$)/;

export const lastClause = (condition: string): string =>
  condition
    .split(/[;。]/)
    .filter((part) => part !== '')
    .at(-1)
    ?.replace(/^,/, '') ?? '';

/** All or nothing, by what the words of the row say of the condition. */
export function byWords(clause: Clause, facts: RowFacts): Reading | null {
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
  const held = boundHolds(condition, facts) ?? shareHolds(condition, facts);
  if (held === null && asksForShare(condition) && !/全|均|都|100/.test(facts.text)) return null;
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
  const isDoubtful = (text: string): boolean =>
    isPunished(text, condition, items) || isOfOtherScope(text, condition);
  if (answers.some(({ text, answer }) => answer === 'yes' && isDoubtful(text))) return null;
  const denied = answers.find(({ answer }) => answer === 'no');
  // In part is neither.
  if (answers.some(({ answer }) => answer === 'part')) return null;
  if (denied) return whenDenied(clause, denied.text, held !== null);
  const all = answers.every(({ answer, text }) => answer === 'yes' || isHarmless(text));
  const any = answers.some(({ answer }) => answer === 'yes');
  // A figure that was held against nothing may say anything.
  if (facts.figures.length > 0 && held === null && !facts.figures.every(isAll))
    return any &&
      all &&
      (isMereSum(condition, clause, facts) || isMereCount(condition, clause, facts))
      ? { span: one(points), rule, fact, sum: '' }
      : null;
  return any && all ? { span: one(points), rule, fact, sum: '' } : null;
}

/** 满意度≥90%: how much, which 群众普遍满意 does not say. */
const asksForShare = (condition: string): boolean =>
  intervalsIn(condition).some(({ unit, bare }) => unit === '%' && !bare);

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

const ADVERBS = /及时|足额|全额|全部|全面|按时|按期|如期|专款专用/g;

/** 处置收益3.2万元已及时足额上缴 beside 及时足额上缴: how much it was, where no rule has a figure and every how of it is said. */
const isMereSum = (condition: string, { items }: Clause, { figures, text }: RowFacts): boolean =>
  !/\d/.test(items.map((item) => item.condition).join()) &&
  figures.length === 1 &&
  !/其中|仅|只|部分/.test(text) &&
  figures.every(({ unit }) => measureOf(unit).measure === 'money') &&
  (condition.match(ADVERBS) ?? []).length > 0 &&
  (condition.match(ADVERBS) ?? []).every((adverb) => text.includes(adverb));

/** 开展监督检查4次 beside 开展监督检查: how often, where no rule asks it. */
function isMereCount(
  condition: string,
  { items }: Clause,
  { figures, fragments }: RowFacts,
): boolean {
  const [figure, ...more] = figures;
  if (!figure || more.length > 0 || fragments.length > 1 || figure.value <= 0) return false;
  const isAsked = [condition, ...items.map((item) => item.condition)].some((text) =>
    /[\d每全均各]/.test(text),
  );
  const done = figure.label.replace(/^(?:全年|本年度?|已|共)+/, '');
  return !isAsked && figure.after === '' && figure.unit !== '%' && done === condition;
}

const isAll = ({ value, unit }: Told): boolean => unit === '%' && value === 100;

/** Where to look it up, or that nothing bad was found. */
const isHarmless = (text: string): boolean =>
  /^(?:详?见|附|佐证|资料|依据|根据|具体)/.test(text) || (NONE.test(text) && tellsOfNoFault(text));
/** 年初预算800万元 beside 占3%: what the share was made of. */
const isAmount = ({ text, told }: Fragment): boolean =>
  told.length === 1 && told[0]?.unit !== '%' && !/[未没不无缺超少低违]/.test(text);

/** 未超预算 beside 超预算不得分: just what is punished did not happen. */
function deniesRule(fragment: string, condition: string): boolean {
  const rule =
    condition
      .split(/[,;。]/)
      .at(-1)
      ?.replace(/的$/, '')
      .replace(/^(?:发生|发现|出现|存在)/, '') ?? '';
  const said = withSigns(fragment.replace(/^(?:全年|年内|本年度?|当年)/, ''));
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
