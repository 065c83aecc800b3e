import { compare, sum } from '../../quantity/exact';
import { intervalsIn, type Interval } from './interval';
import { pointsOf } from './item-points';
import type { Item } from './items';
import { NUMBER } from './plain-text';
import type { Span } from './steps';
import { levelsOf } from './rivals';

/** A tier of figures. `rest`: whatever no other tier holds. */
export interface Tier {
  readonly interval: Interval | null;
  /** A second figure that is asked for beside it: 100%，平均20次以上. */
  readonly also: Interval | null;
  /** Null where the standard prints none. */
  readonly points: Span | null;
  readonly text: string;
}

/** Tiers, and what exempts a row from them. */
export interface ReadTiers {
  readonly tiers: readonly Tier[];
  readonly others: readonly Item[];
}

/** Tiers as found among rules; `whole`: the best of them gives all the points, or all are cut from one scale. */
interface FoundTiers extends ReadTiers {
  readonly whole: boolean;
}

const isShare = ({ unit }: Interval): boolean => unit === '%';

/** The interval that the points after a condition belong to: the last in it. */
function boundOf(condition: string): Interval | null {
  const found = intervalsIn(condition).filter(({ bare, unit, low }) => {
    if (!bare) return true;
    const value = low?.value ?? 0;
    return !(unit === '年' && value > 1900);
  });
  return found.at(-1) ?? null;
}

/** 完成(20分), 完成80%以上(16分): the bare word is all of it. */
const ALL_OF_IT =
  /^(?:全部|全额|足额|按时|按期|按计划|超额|如期)*(?:完成|到位|达标|支付|执行|落实)(?:任务|目标|计划)?的?$|(?<![未没不])(?:达到|完成|实现)(?:年初|年度|预期|预定|设定)?(?:目标|计划|指标|任务){1,2}值?的?$/;
const FROM_100: Interval = {
  low: { value: 100, closed: true },
  high: null,
  unit: '%',
  bare: false,
  from: 0,
  to: 0,
};

/** 超额完成 before 完成 is more than all of it. */
const ABOVE_ALL = /^超额?(?:完成|实现)?(?:任务|目标|计划)?(?:完成)?的?$/;
const OVER_100: Interval = { ...FROM_100, low: { value: 100, closed: false } };
const lastPart = (clause: string): string => clause.split(/[,:]/).at(-1) ?? '';

/** @param exceeds another tier is for more than all of it */
function boundsOf(item: Item, weight: number, exceeds: boolean): Pick<Tier, 'interval' | 'also'> {
  if (REST.test(item.clause)) return { interval: null, also: null };
  const found = intervalsIn(item.clause);
  const [first, second] = found;
  const isPair = found.length === 2 && first?.unit === '%' && second !== undefined;
  if (isPair && second.unit !== '%' && second.unit !== '') return { interval: first, also: second };
  const bound = boundOf(item.condition);
  const top = pointsOf(item, weight)[0] === weight;
  if (bound) return { interval: bound, also: null };
  const phrase = lastPart(item.clause);
  if (ABOVE_ALL.test(phrase)) return { interval: OVER_100, also: null };
  return { interval: (top || exceeds) && ALL_OF_IT.test(phrase) ? FROM_100 : null, also: null };
}

/** 否则, 其他: whatever no other rule holds. */
export const REST = /^(?:否则|其他|其余|其它|以外|除此|不在|超出上述)/;

/** Two bounds in one clause that no form joined: which is meant cannot be told. */
const isTangled = (clause: string): boolean =>
  intervalsIn(clause).filter(({ unit, bare }) => unit === '%' && !bare).length > 1;

/** Points by tiers of one figure, or taken by such tiers; null where the rules are none. */
export function tiersOf(
  items: readonly Item[],
  awards: readonly Item[],
  weight: number,
): FoundTiers | null {
  if (items.some((item) => item.per)) return null;
  const exceeds = awards.some(({ clause }) => ABOVE_ALL.test(lastPart(clause)));
  const tiers = asLadder(
    withTopAsShare(
      awards.map((item): Tier => ({
        ...boundsOf(item, weight, exceeds),
        points: pointsOf(item, weight),
        text: item.text,
      })),
      weight,
    ),
  );
  const numeric = tiers.filter(({ interval }) => interval !== null);
  if (awards.some(({ clause }, index) => tiers[index]?.also === null && isTangled(clause)))
    return null;
  const others = awards.filter(
    (item, index) => tiers[index]?.interval === null && !REST.test(item.clause),
  );
  if (isPriceList(numeric) || isOfLevels(numeric)) return null;
  const lowered = loweredOnly(items, numeric, weight);
  if (lowered) return lowered;
  const worded = wordedTop(items, awards, numeric, weight);
  if (worded) return worded;
  if (numeric.length < (hasLesserRest(tiers, weight) ? 1 : 2) || others.length > 2) return null;
  const rising = new Set(tiers.map(({ points }) => points?.join())).size > 1;
  const units = new Set(
    numeric.map(({ interval }) => interval?.unit ?? '').filter((unit) => unit !== ''),
  );
  const deducts = items.filter((item) => item.kind === 'deduct');
  if (!rising || units.size > 1) return null;
  if (others.some((item) => !isExemption(item) && pointsOf(item, weight)[1] > 0)) return null;
  if (deducts.length > 0) return tiersByDeduction(tiers, deducts, weight, others);
  const top = Math.max(...numeric.map(({ points }) => points?.[1] ?? 0));
  // Points that add up to the weight are those of a list: 培训达到90%得3分;合格率达到95%得2分.
  const total = sum(numeric.map(({ points }) => points?.[1] ?? 0));
  if (top < weight && compare(total, weight) === 0 && !touching(numeric)) return null;
  const rest = tiers.filter(({ interval, text }) => interval !== null || REST.test(text));
  return { tiers: rest, others, whole: top >= weight || touching(numeric) };
}

/** 低于0.1%得4分,否则得2分: one bound, and points for what does not keep it. */
const hasLesserRest = (tiers: readonly Tier[], weight: number): boolean =>
  tiers.length === 2 &&
  tiers.some(
    ({ interval, points }) => interval !== null && !interval.bare && points?.[0] === weight,
  ) &&
  tiers.some(
    ({ interval, points, text }) => interval === null && REST.test(text) && (points?.[0] ?? 0) > 0,
  );

/** 达到1.2万人次得10分;完成90%以上得8分: the amount is all of what the others are shares of. */
function withTopAsShare(tiers: readonly Tier[], weight: number): readonly Tier[] {
  const [top, ...rest] = tiers;
  const bound = top?.interval;
  const lower = rest.filter(({ interval }) => interval !== null);
  const isAmount =
    bound?.low && !bound.high && !bound.bare && !['', '%', '分', '年'].includes(bound.unit);
  return top &&
    isAmount &&
    top.points?.[0] === weight &&
    lower.length > 1 &&
    lower.some(({ text }) => /完成/.test(text)) &&
    lower.every(({ interval }) => interval?.unit === '%')
    ? [{ ...top, interval: FROM_100 }, ...rest]
    : tiers;
}

/** 达90%得5分,80%得4分,70%得3分,低于70%不得分: bare shares between an open top and an open bottom are rungs. */
function asLadder(tiers: readonly Tier[]): readonly Tier[] {
  const known = tiers.flatMap(({ interval, points }) => (interval ? [{ interval, points }] : []));
  const rungs = known.filter(({ interval }) => interval.bare);
  const bottom = known.at(-1);
  const lows = known.slice(0, -1).map(({ interval }) => interval.low?.value ?? Infinity);
  const falls = known.every(
    ({ points }, at) => at === 0 || (points?.[1] ?? 0) < (known[at - 1]?.points?.[1] ?? 0),
  );
  const isLadder =
    rungs.length > 0 &&
    known.length > 2 &&
    falls &&
    lows.every((low, at) => at === 0 || low < (lows[at - 1] ?? 0)) &&
    bottom?.interval.low === null &&
    bottom.interval.high?.value === lows.at(-1) &&
    bottom.interval.high?.closed !== true;
  return isLadder
    ? tiers.map((tier) =>
        tier.interval?.bare
          ? { ...tier, interval: { ...tier.interval, high: null, bare: false } }
          : tier,
      )
    : tiers;
}

/** 省级1篇以上得5分,市级1篇以上得3分: no tiers of one figure. */
const isOfLevels = (tiers: readonly Tier[]): boolean =>
  new Set(tiers.flatMap(({ text }) => levelsOf(text))).size > 1;

/** 省级报道1篇得1分,市级报道1篇得0.5分: one count at several prices. */
const isPriceList = (tiers: readonly Tier[]): boolean =>
  tiers.some(
    ({ interval, points }, at) =>
      interval?.bare === true &&
      tiers.some(
        (other, index) =>
          index < at &&
          other.interval?.bare === true &&
          other.interval.low?.value === interval.low?.value &&
          other.points?.join() !== points?.join(),
      ),
  );

/** 低于95%扣2分,低于90%扣4分,低于85%不得分: full marks are for what none of them holds. */
function loweredOnly(
  items: readonly Item[],
  numeric: readonly Tier[],
  weight: number,
): FoundTiers | null {
  const deducts = items.filter(({ kind }) => kind === 'deduct');
  const zeros = numeric.filter(({ points }) => points?.[1] === 0);
  if (deducts.length === 0 || items.length < 2 || deducts.length + zeros.length < items.length)
    return null;
  const lowered = tiersByDeduction(zeros, deducts, weight, []);
  if (!lowered) return null;
  // 1次扣0.5分 is a price, not a bound.
  if (lowered.tiers.some(({ interval }) => interval?.bare !== false)) return null;
  const units = new Set(lowered.tiers.map(({ interval }) => interval?.unit));
  const full: Tier = { interval: null, also: null, points: [weight, weight], text: '' };
  return units.size === 1 && !units.has('') && !units.has('分')
    ? { ...lowered, tiers: [...lowered.tiers, full] }
    : null;
}

/** 按期完工得5分;逾期1-30天扣1分;逾期31-60天扣3分: the full marks are for a thing said in words. */
function wordedTop(
  items: readonly Item[],
  awards: readonly Item[],
  numeric: readonly Tier[],
  weight: number,
): FoundTiers | null {
  const deducts = items.filter(({ kind }) => kind === 'deduct');
  const full = awards.filter((item) => pointsOf(item, weight)[0] === weight);
  const [top] = full;
  if (!top || full.length !== 1 || deducts.length === 0 || boundOf(top.condition)) return null;
  if (deducts.length + numeric.length < 2) return null;
  const known = awards.filter((item) => item !== top && !boundOf(item.condition));
  if (known.length > 0) return null;
  const lowered = tiersByDeduction(numeric, deducts, weight, [top]);
  const units = new Set(lowered?.tiers.map(({ interval }) => interval?.unit));
  return units.size === 1 && !units.has('') ? lowered : null;
}

/** No figure bounds what it asks for. */
export const isUnbounded = ({ condition }: Item): boolean => boundOf(condition) === null;

const LOWER_ENDS =
  /(?:含|包含|包括)(?:下限|低值|左)|(?<!含)(?:上限|高值|右)(?:均|都)?不含|不含(?:上限|高值)/;
const UPPER_ENDS =
  /(?:含|包含|包括)(?:上限|高值|右)|(?<!含)(?:下限|低值|左)(?:均|都)?不含|不含(?:下限|低值)/;

/** 区间含下限不含上限: said once for all tiers. */
export function withEnds(tiers: readonly Tier[], text: string): readonly Tier[] {
  const lower = LOWER_ENDS.test(text);
  if (lower === UPPER_ENDS.test(text)) return tiers;
  return tiers.map((tier) => {
    const { interval } = tier;
    if (!interval?.low || !interval.high || interval.low.value === interval.high.value) return tier;
    const low = { ...interval.low, closed: lower };
    const high = { ...interval.high, closed: !lower };
    return { ...tier, interval: { ...interval, low, high } };
  });
}

/** Whether tiers are cut from one scale: an end of each is an end of another. */
function touching(tiers: readonly Tier[]): boolean {
  const ends = tiers.map(({ interval }) => [interval?.low?.value, interval?.high?.value]);
  return ends.every((own, index) =>
    ends.some(
      (other, at) => at !== index && own.some((end) => end !== undefined && other.includes(end)),
    ),
  );
}

/** 90%以上得满分, 80%-90%扣1分, 低于80%扣3分. */
function tiersByDeduction(
  tiers: readonly Tier[],
  deducts: readonly Item[],
  weight: number,
  others: readonly Item[],
): FoundTiers | null {
  const lowered = deducts.map((item): Tier | null => {
    const interval = boundOf(item.condition);
    const [least, most] = pointsOf(item, weight);
    return interval
      ? {
          interval,
          also: null,
          points: [Math.max(0, weight - most), Math.max(0, weight - least)],
          text: item.text,
        }
      : null;
  });
  const known = lowered.filter((tier) => tier !== null);
  return known.length === lowered.length
    ? { tiers: [...tiers, ...known], others, whole: true }
    : null;
}

/** 没有楼堂馆所项目的,得满分; 无项目得6分. */
export const isExemption = (item: Item): boolean =>
  item.kind === 'award' &&
  /^(?:.{0,8})(?:没有|无|未安排|未发生|不涉及|未涉及|未检查|不适用)/.test(item.condition);

/** 超过80%、70%和60%,分别得6分、4分和2分. */
const PAIRED = new RegExp(
  `(超过|大于|高于|达到|不低于|≥|>)?((?:${NUMBER}%?(?:以上)?[、,和及])+${NUMBER}%?)(?:以上)?(?:的)?,?分别(?:可)?(?:得|计|记|给)((?:${NUMBER}分?[、,和及])+${NUMBER}分)`,
);

export function pairedTiers(text: string): readonly Tier[] | null {
  const match = PAIRED.exec(text);
  if (!match) return null;
  const [, sign = '', bounds = '', points = ''] = match;
  const numbers = (list: string): number[] => Array.from(list.matchAll(/\d+(?:\.\d+)?/g), Number);
  const lows = numbers(bounds.replace(/%/g, ' '));
  const given = numbers(points);
  if (lows.length !== given.length) return null;
  const closed = !/超过|大于|高于|>/.test(sign);
  return lows.map((low, index): Tier => {
    const above = index === 0 ? null : (lows[index - 1] ?? null);
    return {
      also: null,
      interval: {
        low: { value: low, closed },
        high: above === null ? null : { value: above, closed: !closed },
        unit: '%',
        bare: false,
        from: 0,
        to: 0,
      },
      points: [given[index] ?? 0, given[index] ?? 0],
      text: match[0],
    };
  });
}

/** Bands whose points were not printed: only the best of them is known. */
export function bandsWithoutPoints(text: string, items: readonly Item[]): readonly Tier[] | null {
  if (items.length > 0) return null;
  const bands = intervalsIn(text).filter(isShare);
  if (bands.length < 3) return null;
  return bands.map((interval) => ({
    interval,
    also: null,
    points: null,
    text: text.slice(interval.from, interval.to),
  }));
}

/** What exempts a row, which a rule that gives all there is to give does not: 无超标准情况得1分,有则不得分. */
export function exemptionsOf(items: readonly Item[]): readonly Item[] {
  const awards = items.filter(
    ({ kind, points }) => kind === 'award' && (points === 'full' || points[1] > 0),
  );
  return awards.length > 1 ? items.filter(isExemption) : [];
}
