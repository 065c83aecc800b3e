import type { Item } from './items';
import { holds, intervalsIn } from './interval';
import { compare, multiply, quotient, roundHalfUp, subtract } from '../../quantity/exact';
import type { Reading } from './reading';
import { pairTold, percentTold, type RowFacts } from './row-facts';
import { REDUCING_WORDS, SAVING_WORDS } from '../../profiles/direction-words';
import { isReverseName } from '../direction';
import { join, one, type Span } from './steps';
import { isZero, pointsOf } from './item-points';
import { amountsIn, saidOf } from './in-unit';

const LESS_BY_NAME = /结转结余|结余率|应付账款|暂存款|负债|控制率|变动率|成本/;

/** 成本节约率, 负债下降率. */
const SAVED = new RegExp([...SAVING_WORDS, ...REDUCING_WORDS].join('|'));

/** What its sign or its form says goes before its name: 成本控制率≥95%. */
function isLessBetter({ name, wanted }: RowFacts): boolean {
  if (wanted !== null) return wanted === 'less';
  return isReverseName(name) || (LESS_BY_NAME.test(name) && !SAVED.test(name));
}

/** 超过0.1得0分 beside a formula: whether it speaks; null where it cannot be told. */
export function zeroSpan(items: readonly Item[], share: number | null): boolean | null {
  const zeros = items.filter(
    (item) => item.kind === 'award' && item.points !== 'full' && item.points[1] === 0,
  );
  let zero = false;
  for (const item of zeros) {
    const bound = intervalsIn(item.condition).at(-1);
    if (!bound) continue;
    if (share === null) return null;
    const value = bound.unit === '%' ? share : multiply(share, 0.01);
    const held = holds(bound, value);
    if (held === null) return null;
    zero ||= held;
  }
  return zero;
}

/** 按完成比例计算得分: what was done of what was due, of the weight. */
export function byProportion(
  text: string,
  items: readonly Item[],
  facts: RowFacts,
  weight: number,
): Reading | null {
  const pair = pairTold(facts);
  const reverse = isLessBetter(facts);
  if (pair) {
    const { done, whole } = pair;
    if (whole.value <= 0 || done.value < 0) return null;
    const met = reverse ? done.value <= whole.value : done.value >= whole.value;
    const sum = `${done.value} ÷ ${whole.value} × ${weight}`;
    if (met) return { span: one(weight), rule: text, fact: facts.text, sum: '' };
    if (!reverse)
      return {
        span: one(share(weight, done.value, whole.value)),
        rule: text,
        fact: facts.text,
        sum,
      };
    const linear = Math.max(
      0,
      share(weight, subtract(multiply(2, whole.value), done.value), whole.value),
    );
    return {
      span: join([one(share(weight, whole.value, done.value)), one(linear)]),
      rule: text,
      fact: facts.text,
      sum: '',
    };
  }
  const told = reverse ? null : percentTold(facts, facts.name);
  if (!told) return reverse ? null : ofBound(text, items, facts, weight);
  if (zeroSpan(items, told.values[0] ?? null) !== false) return null;
  const due = fullAt(items, weight);
  const least = leastBetween(text, items);
  const spans = told.values.flatMap((value) => [
    proportion(value, due, weight),
    // 60%-90%之间按比例: it may also be from nothing at the one end to all at the other.
    ...(least === null || value <= least || value >= due
      ? []
      : [one(share(weight, subtract(value, least), subtract(due, least)))]),
  ]);
  return {
    span: join(spans),
    rule: text,
    fact: told.said,
    sum: `${weight} × ${told.values[0] ?? ''}%`,
  };
}

/** 不低于1000户得满分,低于的按比例: so much of the amount that earns all the points. */
function ofBound(
  text: string,
  items: readonly Item[],
  facts: RowFacts,
  weight: number,
): Reading | null {
  const full = items.find((item) => item.kind === 'award' && pointsOf(item, weight)[0] >= weight);
  const bound = full && intervalsIn(full.condition).at(-1);
  const due = bound?.low?.value ?? 0;
  if (!bound || bound.unit === '%' || due <= 0) return null;
  const [only, ...more] = amountsIn(facts.figures, bound.unit);
  if (!only || more.length > 0 || facts.figures.length > 1) return null;
  const met = only.value >= due;
  return {
    span: one(met ? weight : share(weight, only.value, due)),
    rule: text,
    fact: saidOf(only),
    sum: met ? '' : `${only.value} ÷ ${due} × ${weight}`,
  };
}

/** The share from which a rule gives all the points: ≥20%得3分; 100 where it names none. */
function fullAt(items: readonly Item[], weight: number): number {
  const full = items.find((item) => item.kind === 'award' && pointsOf(item, weight)[0] >= weight);
  const bound = full && intervalsIn(full.condition).at(-1);
  return bound?.unit === '%' && bound.low && bound.low.value > 0 ? bound.low.value : 100;
}

/** The share below which nothing is given, where what lies between it and all the points is by share. */
function leastBetween(text: string, items: readonly Item[]): number | null {
  if (!/之间[^;。]{0,6}按/.test(text)) return null;
  const none = items.find(isZero);
  const bound = none && intervalsIn(none.condition).at(-1);
  return bound?.unit === '%' && bound.low === null ? (bound.high?.value ?? null) : null;
}

/** Short of a bound below 100 % two shares are meant: of the whole, and of what was due. */
function proportion(value: number, due: number, weight: number): Span {
  if (compare(value, due) >= 0) return one(weight);
  const of = (whole: number): Span => one(Math.max(0, share(weight, value, whole)));
  // A tenth is no share that so many hundred parts are counted of.
  return due < 10 ? of(due) : join([of(100), of(due)]);
}

const share = (weight: number, top: number, bottom: number): number =>
  roundHalfUp(quotient([weight, top], [bottom], 9) ?? 0, 9);
