import { quotient, subtract } from '../../quantity/exact';
import { agreement, withSigns } from './agreement';
import { NONE } from './count-loss';
import type { Told } from './figures-told';
import { amountsIn, saidOf } from './in-unit';
import { intervalsIn } from './interval';
import { isZero, pointsOf } from './item-points';
import type { Item } from './items';
import type { Reading } from './reading';
import { pairTold, type RowFacts, shareOfPair } from './row-facts';
import { tierOf } from './score-tiers';
import { join, left, one, type Span } from './steps';
import type { Tier } from './tiers';

/** 按期完成得3分,延期1个月以内得2分,延期1个月以上不得分: full marks in words, tiers of what went beyond. */
export interface Beyond {
  readonly within: Item;
  readonly tiers: readonly Tier[];
  /** `%`, 月, 起 and so on. */
  readonly unit: string;
}

const EXCESS = /超|延|滞后|逾|推迟|迟|晚/;
const HAPPENED = /发生|出现|发现|存在|投诉|被|违|超|迟|缺|漏/;
const COUNTED_FAULTS = /起|例|次/;

/** The tiers of a delay, an excess or of faults below a top in words; null for any other rules. */
export function beyondOf(items: readonly Item[], weight: number): Beyond | null {
  const [within, ...rest] = items;
  if (
    !within ||
    rest.length < 2 ||
    items.some(
      ({ clause, bonus, kind, per, discretion }) =>
        /每/.test(clause) || bonus || (kind === 'deduct' && (per !== null || discretion)),
    )
  )
    return null;
  if (within.kind !== 'award' || pointsOf(within, weight)[0] !== weight || !isPlainTop(within))
    return null;
  const tiers = rest.map((item): Tier | null => {
    const [interval, ...more] = intervalsIn(item.clause);
    return interval && more.length === 0
      ? { interval, also: null, points: pointsLeft(item, weight), text: item.text }
      : null;
  });
  const known = tiers.filter((tier) => tier !== null);
  const units = new Set(known.map(({ interval }) => interval?.unit.replace(/^个/, '') ?? ''));
  const [unit = ''] = units;
  if (known.length < rest.length || units.size !== 1 || unit === '') return null;
  const asked = /^(?:起|例|次|项|件|处|人|笔)$/.test(unit) ? HAPPENED : EXCESS;
  const falls = known.every(
    ({ points }, index) => (points?.[1] ?? 0) < (known[index - 1]?.points?.[1] ?? weight),
  );
  const isAsked = ({ clause }: Item): boolean =>
    asked.test(clause) || (asked === HAPPENED && COUNTED_FAULTS.test(clause));
  return falls && rest.some(isAsked) && rest.slice(-1).every(isZero)
    ? { within, tiers: known, unit }
    : null;
}

/** 超概算5%以内扣2分: what is left of the weight. */
const pointsLeft = (item: Item, weight: number): Span =>
  item.kind === 'award' ? pointsOf(item, weight) : left(weight, pointsOf(item, weight), null);

/** It asks for no figure, or for none of what went wrong: 事故起数为0. */
const isPlainTop = ({ clause }: Item): boolean =>
  /(?:为|=|是)0(?:起|例|次|件|项)?$/.test(clause) || intervalsIn(clause).length === 0;

/** 未超概算, 没有逾期, 提前完工. */
const NOT_BEYOND = /^(?:均|都|全部)?(?:未|没有|无|不存在)(?:超|延|滞后|逾|推迟|迟|晚)|^提前/;
const asksForExcess = (tiers: readonly Tier[]): boolean =>
  tiers.every(({ text }) => EXCESS.test(text));

/** 超概算, 发生安全事故: how much or how often is not told. */
const tellsOfExcess = (text: string, tiers: readonly Tier[]): boolean =>
  !withSigns(text).includes('¬') && (asksForExcess(tiers) ? EXCESS : HAPPENED).test(text);

/** Points by how far a row went beyond what was due; full marks where it says that it did not. */
export function scoreBeyond(
  { within, tiers, unit }: Beyond,
  facts: RowFacts,
  weight: number,
): Reading | null {
  const full = (fact: string): Reading => ({ span: one(weight), rule: within.text, fact, sum: '' });
  const [only, ...more] = facts.fragments;
  if (!only) return null;
  if (facts.figures.length === 0) {
    const met =
      more.length === 0 &&
      ((agreement(only.text, within.clause) === 'yes' && !tellsOfExcess(only.text, tiers)) ||
        NONE.test(only.text) ||
        (asksForExcess(tiers) && NOT_BEYOND.test(only.text)));
    return met ? full(only.text) : null;
  }
  const pair = unit === '%' ? pairTold(facts) : null;
  const share = pair && shareOfPair(pair);
  if (share !== null)
    return share <= 100 ? full(facts.text) : at([subtract(share, 100)], facts.text);
  const told = toldBeyond(facts, unit);
  return told && at(told.values, told.said);

  function at(values: readonly number[], said: string): Reading | null {
    if (values.every((value) => value === 0)) return full(said);
    const found = values.map((value) => tierOf(tiers, value, weight));
    const [first] = found;
    const spans = found.flatMap((tier) => (tier ? [tier.span] : []));
    if (!first || spans.length < found.length) return null;
    return { span: join(spans), rule: first.rule, fact: said, sum: '' };
  }
}

interface Beyonds {
  readonly values: readonly number[];
  readonly said: string;
}

/** The one figure that tells of an excess, a delay or faults, in the unit of the tiers. */
function toldBeyond({ figures, fragments }: RowFacts, unit: string): Beyonds | null {
  const [figure, ...others] = figures;
  if (!figure || others.length > 0 || figure.open) return null;
  const says = unit === '%' || /[月天日周年时]/.test(unit) ? EXCESS : HAPPENED;
  const text = fragments.map((fragment) => fragment.text).join();
  // 2次 alone answers what was asked; 开展安全检查12次 tells of no fault.
  const isAlone = says === HAPPENED && text === `${figure.value}${figure.unit}`;
  if (!isAlone && !says.test(text)) return null;
  const [own] = amountsIn(figures, unit);
  if (own) return { values: [own.value], said: saidOf(figure) };
  return unit === '月' ? inMonths(figure) : null;
}

/** A month has 28 to 31 days. */
function inMonths(figure: Told): Beyonds | null {
  const [days] = amountsIn([figure], '天');
  if (!days) return null;
  const months = [31, 28].map((length) => quotient([days.value], [length], 9) ?? 0);
  return { values: months, said: saidOf(figure) };
}
