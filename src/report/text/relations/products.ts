import { grouped } from '../../../model/grouped';
import { multiply, sum } from '../../../quantity/exact';
import { placeOf, roundingOf, type Figure } from '../facts/figure';
import { isMistyped } from '../facts/slip';
import type { Weighed } from '../facts/weigh';
import { isChange, type Statement } from '../facts/statement';
import { unitClass } from '../facts/units';

/** Number × price = amount, as the words of one sentence bind them. */
export interface Product {
  /** Any of them may be the one; the last is the nearest. */
  readonly prices: readonly Price[];
  /** Any of them may be what the price is for. */
  readonly counts: readonly Figure[];
  /** Every other number of the sentence: each of 32家, 1台. */
  readonly others: readonly Figure[];
  readonly amount: Figure;
  /** What the other parts of the sentence make, where the amount may be of all: 38户，每户3万元；52户，每户2.5万元，共244万元. */
  readonly besides: number;
}

/** `mean`: 人均, 单价; `rate`: 每亩补助, 标准, by which one may be paid for several months. */
interface Price {
  readonly figure: Figure;
  readonly kind: 'mean' | 'rate';
  /** What it is paid for; `''` where its words leave it open. */
  readonly unit: string;
  /** How often it may have been paid over a year, where the words do not say. */
  readonly mostTimes: number;
}

const MEAN = /(人|户|亩|村|台|件|套|辆|次|篇|个|家|校|班)均|单价|均价|平均(?:每([\u4e00-\u9fff]))?/;
const DUE = /应(?:发|付|补|支|拨|缴|收|为|需|安排)|[测核计]算|需要?(?:资金|经费)/;
const EACH = /每(人次|户次|场次|批次|公里|平方米|立方米|[\u4e00-\u9fff])/;
const PERSON = new Set(['人', '人次', '生', '名']);

const BY_DAY = /每(?:天|日|次|班|周)|(?:日|天|次)均/;
const BY_MONTH = /每(?:个)?(?:月|季度?|学期)|月(?:人|户)?均|按(?:月|季)|月(?:工资|补贴|补助|租金)/;
const TIME = /每(?:年|月|天|季|日|次会)/;
/** What is bought is paid once. */
const BOUGHT = /购|采购|安装|配备|印制/;
const MOST_MONTHS = 12;
const MOST_DAYS = 366;

function priceOf(figure: Figure, text: string): Price | null {
  if (figure.kind !== 'money') return null;
  // 每人89元测算应为364.9万元: what the price before it makes.
  const isMade = DUE.test(figure.label) && ![MEAN, EACH].some((each) => each.test(figure.label));
  if (isMade && figure.per === null) return null;
  const words = figure.lead.slice(-24);
  const told = `${words}${figure.per ?? ''}`;
  const once =
    BOUGHT.test(text.slice(0, figure.start)) && !BY_DAY.test(told) && !BY_MONTH.test(told);
  const mostTimes = once ? 1 : BY_DAY.test(told) ? MOST_DAYS : MOST_MONTHS;
  const rate = (unit: string): Price => ({
    figure,
    unit: unitClass(unit),
    kind: 'rate',
    mostTimes,
  });
  const mean = MEAN.exec(words);
  if (mean) {
    const unit = mean[1] ?? mean[2] ?? '';
    const isRepeated = BY_DAY.test(told) || BY_MONTH.test(told);
    return isRepeated ? rate(unit) : { figure, unit: unitClass(unit), kind: 'mean', mostTimes: 1 };
  }
  if (figure.per !== null) return rate(figure.per.replace(/^每/, ''));
  const each = [...words.matchAll(new RegExp(EACH, 'g'))].map(([one, unit]) => ({ one, unit }));
  const first = each.find(({ one }) => !TIME.test(one));
  return first ? rate(first.unit ?? '') : null;
}

/** 支付工资及社保89.4万元: more than what the price is of. */
const COMPOUND = /[及和、等含]|以及|连同/;

const IN_ALL = /共|合计|总计|累计/;

const pricesIn = (figures: readonly Figure[], text: string): readonly Price[] =>
  figures.flatMap((figure) =>
    figure.bound === null && !isChange(figure) ? (priceOf(figure, text) ?? []) : [],
  );

/** What one price of a part of a sentence makes of the number that it is for; 0 of none or more. */
function pricedIn(figures: readonly Figure[], text: string): number {
  const [price, more] = pricesIn(figures, text);
  if (!price || more) return 0;
  const count = figures.find((one) => one.kind === 'count' && isCounted(one, price.unit));
  return multiply(price.figure.value, count?.value ?? 0);
}

/** The products of a sentence: where it has one amount beside prices and numbers that they are of. */
export function productsOf(statement: Statement): Product[] {
  return segmentsOf(statement).flatMap((figures, _, segments): Product[] => {
    const prices = pricesIn(figures, statement.text);
    const priced = new Set(prices.map(({ figure }) => figure));
    const told = figures.filter(
      (figure) =>
        !priced.has(figure) && !isChange(figure) && figure.bound === null && !figure.rough,
    );
    const amounts = told.filter((figure) => figure.kind === 'money' && figure.per === null);
    const due = amounts.length > 1 ? dueAmount(figures, amounts, priced) : undefined;
    const numbers = told.filter(
      ({ kind, start }) => kind === 'count' && (due === undefined || start < due.start),
    );
    const amount = amounts.length > 1 ? due : amounts[0];
    if (!amount || prices.length === 0) return [];
    if (COMPOUND.test(amount.lead.slice(-8))) return [];
    const own = numbers.filter((figure) => prices.some(({ unit }) => isCounted(figure, unit)));
    const counts = own.length > 0 ? own : ofPosts(numbers, prices);
    if (counts.length === 0) return [];
    const others = numbers.filter((figure) => figure !== counts[0]);
    const apart = IN_ALL.test(amount.lead) ? segments.filter((one) => one !== figures) : [];
    const besides = sum(apart.map((one) => pricedIn(one, statement.text)));
    return [{ prices, counts, others, amount, besides }];
  });
}

/** 120名每人每月600元，全年应发86.4万元，实际发放85.68万元: of several amounts the one right behind number and price. */
const dueAmount = (
  figures: readonly Figure[],
  amounts: readonly Figure[],
  priced: ReadonlySet<Figure>,
): Figure | undefined =>
  amounts.find((amount) => {
    const [one, other] = figures.slice(Math.max(0, figures.indexOf(amount) - 2));
    const isPair =
      [one, other].some((figure) => figure && priced.has(figure)) &&
      [one, other].some(({ kind } = amount) => kind === 'count');
    return isPair && DUE.test(amount.label) && priced.size === 1;
  });

const segmentsOf = ({ figures }: Statement) => [
  ...grouped(figures, ({ segment }) => segment).values(),
];

const isCounted = (count: Figure, unit: string): boolean =>
  unit === '' ||
  count.unit === unit ||
  // 每村5万元, 36个村: the measure word is not what is counted.
  count.tail.startsWith(unit) ||
  (PERSON.has(count.unit) && PERSON.has(unit)) ||
  count.unitText.startsWith(unit);

/** 岗位420个，每人每月800元: of posts, of which there is one a person. */
const ofPosts = (numbers: readonly Figure[], prices: readonly Price[]): readonly Figure[] =>
  numbers.length === 1 &&
  numbers.every(({ label, tail }) => /岗|员|人/.test(label + tail)) &&
  prices.every(({ unit }) => PERSON.has(unit))
    ? numbers
    : [];

export interface ProductFault {
  readonly price: Figure;
  readonly count: Figure;
  readonly expected: number;
  /** How many months of it the amount is of. */
  readonly times: number;
  readonly weighed: Weighed;
}

/** Further off, the amount is hardly of these figures alone. */
const FAR = 2;

/** What the amount should be, where no number × price is it and no whole number of months explains it. */
export function judgeProduct(product: Product): ProductFault | null {
  const { prices, counts, others, amount, besides } = product;
  const price = prices.at(-1);
  const [first] = counts;
  if (!price || !first || prices.some(({ figure }) => figure.rough)) return null;
  // 900元×206人 twice over is no 900元×206人 and 1400元×111人.
  const paired = prices.length > 1 && prices.length === counts.length;
  const possible = prices.flatMap((one) =>
    counts
      .filter((_, index) => !paired || prices[index] === one)
      .flatMap((count) =>
        timesOthers(count, others).map((number) => ({ one, number, off: looseness(count) })),
      ),
  );
  const once = (price: Price): Price => (paired ? { ...price, mostTimes: 1 } : price);
  if (possible.some(({ one, number, off }) => isProduct(once(one), number, amount, off)))
    return null;
  const isOfAll = possible.some(
    ({ one, number }) =>
      Math.abs(one.figure.value * number + besides - amount.value) <= placeOf(amount) / 2 + 1e-6,
  );
  if (isOfAll) return null;
  if (prices.length > 1) return ofSeveral(product) ?? ofAnother(product);
  const expected = possible.map(({ number }) => price.figure.value * number);
  const [mistyped] = expected.flatMap((value) => {
    const times = slipTimes(product, price, value);
    return times === null ? [] : [{ value, times }];
  });
  const alone = counts.length === 1 && others.length === 0;
  const { value, times } = mistyped ?? { value: expected[0] ?? 0, times: 1 };
  const far = value > amount.value * FAR || value * FAR < amount.value;
  const dropped = isScaled(value, amount.value);
  // 共计40.83万元，…每户分得700元: far off and no slip, the amount is of something else.
  if (far && isToldFirst(product) && mistyped === undefined && !dropped) return null;
  return {
    price: price.figure,
    count: first,
    expected: value * times,
    times,
    weighed: asSure(mistyped !== undefined || dropped || (alone && price.mostTimes === 1)),
  };
}

const isToldFirst = ({ amount, prices, counts }: Product): boolean =>
  [...prices.map(({ figure }) => figure), ...counts].every(({ start }) => start > amount.start);

/** 45.6元 for 45.6万元. */
const isScaled = (expected: number, found: number): boolean =>
  expected > 0 && [1e4, 1e-4].some((scale) => Math.abs(expected * scale - found) < found * 1e-3);

/** A number alone and times the others: 32家各1台, 96场每场3天. */
const timesOthers = (count: Figure, others: readonly Figure[]): readonly number[] => [
  count.value,
  ...others.filter((other) => other !== count).map(({ value }) => value * count.value),
];

/** How many times the price the amount is of, if it is one wrong key away, or the mean that amount and number make. */
function slipTimes(
  { amount, counts }: Product,
  { figure, kind, mostTimes }: Price,
  value: number,
): number | null {
  const times = kind === 'rate' && mostTimes >= MOST_MONTHS ? [1, MOST_MONTHS] : [1];
  const written = (one: number): string => (one / amount.factor).toFixed(amount.decimals);
  const often = times.find((one) => isMistyped(written(value * one), amount.text));
  if (often !== undefined) return often;
  const [count] = counts;
  const mean = count ? (amount.value / count.value / figure.factor).toFixed(figure.decimals) : '';
  return kind === 'mean' && isMistyped(mean, figure.text) ? 1 : null;
}

/** 小学每生1000元、初中每生1250元，小学312人、初中208人，共57.2万元: each number by the price at its place. */
function ofSeveral({ prices, counts, amount }: Product): ProductFault | null {
  const [price, count] = [prices[0], counts[0]];
  if (!price || !count || prices.length !== counts.length) return null;
  const expected = sum(
    prices.map(({ figure }, index) => multiply(figure.value, counts[index]?.value ?? 0)),
  );
  const times = amount.value / expected;
  const slack = placeOf(amount) / 2 + 1e-6;
  if (Math.abs(expected - amount.value) <= slack || isWhole(times, MOST_MONTHS)) return null;
  const mistyped = isMistyped((expected / amount.factor).toFixed(amount.decimals), amount.text);
  const near = Math.abs(times - 1) < 0.25;
  return mistyped || near
    ? { price: price.figure, count, expected, times: 1, weighed: asSure(mistyped) }
    : null;
}

/** 每公里45.6元，低于概算单价48万元/公里，12公里共547.2万元: one of the prices a power of ten off. */
function ofAnother({ prices, counts, amount }: Product): ProductFault | null {
  const [count, more] = counts;
  if (!count || more) return null;
  const found = prices.find(({ figure }) => isScaled(figure.value * count.value, amount.value));
  const expected = (found?.figure.value ?? 0) * count.value;
  return found ? { price: found.figure, count, expected, times: 1, weighed: asSure(true) } : null;
}

const asSure = (explicit: boolean): Weighed => ({ explicit, suspects: [] });

const isWhole = (times: number, most: number): boolean =>
  times > 1 && times <= most && Math.abs(times - Math.round(times)) < 0.001;

/** 4.1万人 stands for all that round to it. */
const looseness = (count: Figure): number =>
  count.factor > 1 ? roundingOf(count) / count.value : 0;

function isProduct(
  { figure, kind, mostTimes }: Price,
  count: number,
  amount: Figure,
  loose: number,
): boolean {
  const product = figure.value * count;
  const rounding = (kind === 'mean' ? placeOf(figure) * count * 0.5 : 0) + product * loose;
  if (product <= 0 || Math.abs(product - amount.value) <= rounding + placeOf(amount) / 2 + 1e-6) {
    return true;
  }
  const times = Math.round(amount.value / product);
  const repeated = times > 1 && times <= mostTimes;
  const off = Math.abs(amount.value - product * times);
  return repeated && off <= Math.max(product * 1e-3, placeOf(figure) * count * times * 0.5);
}
