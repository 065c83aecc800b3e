import { COUNTING_WORDS } from './counting-words';
import { perOf, TIMES_A_YEAR } from './periods';
import { PREFIXED_UNITS } from './prefixed-units';

/** A unit broken into what it measures and how many base units it is, as an exact fraction. */
export interface UnitMeasure {
  readonly measure: string;
  readonly numerator: number;
  readonly denominator: number;
}

const PHYSICAL: Readonly<Record<string, readonly (readonly [string, number, number?])[]>> = {
  money: [
    ['元', 1],
    ['人民币', 1],
    ['千元', 1000],
    ['万元', 10000],
    ['百万元', 1000000],
    ['亿元', 100000000],
  ],
  length: [
    ['毫米', 1],
    ['mm', 1],
    ['厘米', 10],
    ['公分', 10],
    ['cm', 10],
    ['分米', 100],
    ['米', 1000],
    ['m', 1000],
    ['延米', 1000],
    ['公里', 1000000],
    ['里', 500000],
    ['千米', 1000000],
    ['km', 1000000],
  ],
  mass: [
    ['微克', 1],
    ['μg', 1],
    ['ug', 1],
    ['毫克', 1e3],
    ['mg', 1e3],
    ['克', 1e6],
    ['g', 1e6],
    ['两', 5e7],
    ['斤', 5e8],
    ['市斤', 5e8],
    ['公斤', 1e9],
    ['千克', 1e9],
    ['kg', 1e9],
    ['公担', 1e11],
    ['吨', 1e12],
    ['t', 1e12],
    ['T', 1e12],
  ],
  area: [
    ['平方米', 1],
    ['平米', 1],
    ['平方', 1],
    ['㎡', 1],
    ['m²', 1],
    ['m2', 1],
    // 1 公顷 is exactly 15 亩.
    ['亩', 10000, 15],
    ['公顷', 10000],
    ['hm2', 10000],
    ['平方公里', 1000000],
    ['平方千米', 1000000],
    ['ha', 10000],
    ['km2', 1000000],
    ['km²', 1000000],
    ['㎢', 1000000],
  ],
  volume: [
    ['毫升', 1],
    ['ml', 1],
    ['升', 1000],
    ['l', 1000],
    ['立方', 1000000],
    ['立方米', 1000000],
    ['方', 1000000],
    ['m³', 1000000],
    ['m3', 1000000],
    ['㎥', 1000000],
  ],
  time: [
    ['秒', 1],
    ['分钟', 60],
    ['小时', 3600],
    ['个小时', 3600],
    ['h', 3600],
    ['min', 60],
    ['天', 86400],
    ['日', 86400],
    ['日历天', 86400],
    ['自然日', 86400],
    ['个自然日', 86400],
    ['周', 604800],
  ],
  months: [
    ['个月', 1],
    ['月', 1],
    ['季度', 3],
    ['个季度', 3],
    ['年', 12],
  ],
  lessons: [
    ['课时', 1],
    ['学时', 1],
  ],
  workdays: [
    ['工作日', 1],
    ['个工作日', 1],
  ],
  ratio: [
    ['‰', 1],
    ['%', 10],
    ['百分比', 10],
    ['百分点', 10],
    ['个百分点', 10],
    ['倍', 1000],
  ],
  energy: [['度', 1000]],
};

const MEASURES = new Map<string, UnitMeasure>();
for (const [measure, unit, numerator] of PREFIXED_UNITS) {
  MEASURES.set(unit, { measure, numerator, denominator: 1 });
}
for (const [measure, units] of Object.entries(PHYSICAL)) {
  for (const [unit, numerator, denominator = 1] of units) {
    MEASURES.set(unit, { measure, numerator, denominator });
  }
}
const COUNTERS = new Map(
  COUNTING_WORDS.flatMap(({ word, group, inForms }) =>
    inForms && group !== null ? [[word, group] as const] : [],
  ),
);
const MULTIPLIERS: readonly (readonly [string, number])[] = [
  ['百万', 1e6],
  ['千万', 1e7],
  ['十万', 1e5],
  ['万', 1e4],
  ['亿', 1e8],
  ['千', 1e3],
];

const GLOSS = /^([^()]*)\(([^()]*)\)$/;
/** Spellings of % that a unit column has. */
const PERCENT_WORDS = new Set(['%', '％', '百分比', '百分数', '百分率', '百分点', '个百分点']);

/**
 * The unit without its gloss in brackets: `%(百分比)` is %, `平方米(㎡)` is 平方米, `(个)` is 个; of a
 * word nobody knows beside one that is known, the known one. All spellings of a percentage are %.
 */
export function plainUnit(unit: string): string {
  const gloss = GLOSS.exec(unit);
  const [, outer = '', inner = ''] = gloss ?? [];
  const glossed = gloss !== null && isKnown(inner) && !/\d/.test(outer);
  const plain = !glossed ? unit : isKnown(outer) ? outer : inner;
  return PERCENT_WORDS.has(plain) ? '%' : plain;
}

const isKnown = (unit: string): boolean => isCountingWord(unit) || PERCENT_WORDS.has(unit);

/** Whether a text is a unit and nothing else, as a form prints it for a figure to stand before. */
export function isBareUnit(text: string): boolean {
  const plain = plainUnit(text);
  return plain !== '' && isKnown(plain);
}

/** Whether a word may follow a number written in Chinese: 个, 人次, 天, 万元 … */
export function isCountingWord(unit: string): boolean {
  return COUNTERS.has(unit) || MEASURES.has(unit);
}

/**
 * What a unit measures. Counting words give `count:` and their group, unknown words
 * `other:` and themselves; a bare 万 or 亿 gives `number`.
 */
export function measureOf(unit: string): UnitMeasure {
  // KWh, kWh and KWH are one unit.
  const exact = MEASURES.get(unit) ?? MEASURES.get(unit.toLowerCase());
  if (exact) return exact;
  const slash = unit.indexOf('/');
  if (slash > 0) return measureOfPer(unit, slash);
  const group = COUNTERS.get(unit);
  if (group !== undefined) return { measure: `count:${group}`, numerator: 1, denominator: 1 };
  for (const [word, factor] of MULTIPLIERS) {
    if (!unit.startsWith(word)) continue;
    const rest = unit.slice(word.length);
    if (rest === '') return { measure: 'number', numerator: factor, denominator: 1 };
    const base = measureOf(rest);
    return { ...base, numerator: base.numerator * factor };
  }
  const first = COUNTERS.get(unit.slice(0, 2)) ?? COUNTERS.get(unit.slice(0, 1));
  return first === undefined
    ? { measure: `other:${unit}`, numerator: 1, denominator: 1 }
    : { measure: `count:${first}`, numerator: 1, denominator: 1 };
}

/** What the figure of a counted thing is multiplied by: 10 000 for 万人, 1 for 人. */
export function multipleOf(unit: string): number {
  if (isCountingWord(unit)) return 1;
  return MULTIPLIERS.find(([word]) => unit.startsWith(word) && unit !== word)?.[1] ?? 1;
}

/** 次/天 counts what is done each day; 吨/日 and 元/天 tell how much, and no sum of the year. */
const isDay = (per: string): boolean => per === '天' || per === '日';
const isEvent = ({ measure }: UnitMeasure): boolean => /^count:(?:event|visit)$/.test(measure);
export const DAYS_OF_YEAR = 365;

/** 个/台/套 lists what may be counted, 人/次 is 人次, 次/月 is twelve of a year, 元/人 is a rate. */
function measureOfPer(unit: string, slash: number): UnitMeasure {
  const words = unit.split('/');
  const groups = new Set(words.map((word) => COUNTERS.get(word)));
  if (unit === '人/次') return measureOf('人次');
  const [group] = groups;
  if (groups.size === 1 && group !== undefined) return measureOf(words[0] ?? '');
  const top = measureOf(unit.slice(0, slash));
  const per = perOf(unit.slice(slash + 1));
  const times = TIMES_A_YEAR[per] ?? (isDay(per) && isEvent(top) ? DAYS_OF_YEAR : undefined);
  if (times !== undefined) return { ...top, numerator: top.numerator * times };
  // 毫克/升 and mg/L are one, and so are 元/㎡ and 元/平方米.
  const under = MEASURES.get(per) ?? MEASURES.get(per.toLowerCase());
  if (!under) return { ...top, measure: `${top.measure}/${per}` };
  return {
    measure: `${top.measure}/${under.measure}`,
    numerator: top.numerator * under.denominator,
    denominator: top.denominator * under.numerator,
  };
}

/** Groups that can count one and the same thing: a 个 may be a 人, a 次 may be a 人次. */
const SAME_THING = new Set([
  'person|thing',
  'building|thing',
  'building|household',
  'event|thing',
  'household|thing',
  'animal|thing',
  'person|visit',
  'event|visit',
]);

/** Whether amounts of two measures may be compared at all. */
function sameMeasure(a: string, b: string): boolean {
  if (a === b || a === 'number' || b === 'number') return true;
  if (a.startsWith('count:') && b.startsWith('count:')) {
    const [first = '', second = ''] = [a.slice(6), b.slice(6)].sort();
    return SAME_THING.has(`${first}|${second}`);
  }
  // A word nobody listed may well name what the other counting word counts.
  return (
    (a.startsWith('other:') && b.startsWith('count:')) ||
    (a.startsWith('count:') && b.startsWith('other:'))
  );
}

/** Days that a month or a working day may be: 55天 are less than 2个月 whichever these are. */
const DAYS: Readonly<Record<string, readonly [number, number, number]>> = {
  months: [28, 30, 31],
  workdays: [1, 1.4, 2],
};
const DAY = 86400;

/** How many of another unit one may be, at least, usually and at most: no calendar is exact. */
export interface LooseFactor {
  readonly low: number;
  readonly usual: number;
  readonly high: number;
}

/** The same of two units of time of which one is counted by the calendar; null for all others. */
export function looseConversion(from: string, to: string): LooseFactor | null {
  const [one, other] = [measureOf(from), measureOf(to)];
  const [least, often, most] = DAYS[one.measure] ?? DAYS[other.measure] ?? [];
  if (least === undefined || often === undefined || most === undefined) return null;
  const days = ({ numerator, denominator }: UnitMeasure): number => numerator / denominator;
  if (other.measure === 'time' && one.measure !== 'time') {
    const times = (days(one) * DAY) / days(other);
    return { low: least * times, usual: often * times, high: most * times };
  }
  if (one.measure !== 'time' || other.measure === 'time') return null;
  const times = days(one) / DAY / days(other);
  return { low: times / most, usual: times / often, high: times / least };
}

/** Whether nobody can say that two units do not convert: letters or words that are listed nowhere. */
export function isUnknownUnit(unit: string): boolean {
  return measureOf(unit).measure.startsWith('other:');
}

interface Factor {
  readonly numerator: number;
  readonly denominator: number;
  /** Numerator over denominator where that is a decimal. */
  readonly decimal: number | null;
}

const factors = new Map<string, Factor | null>();
const FACTORS_LIMIT = 2000;

/** What an amount of one unit is multiplied by to be one of another, in lowest terms; null for none. */
export function conversion(from: string, to: string): Factor | null {
  const key = `${from}>${to}`;
  const known = factors.get(key);
  if (known !== undefined) return known;
  const factor = isWarmth(from, to) ? SAME : factorOf(measureOf(from), measureOf(to));
  if (factors.size >= FACTORS_LIMIT) factors.clear();
  factors.set(key, factor);
  return factor;
}

const SAME: Factor = { numerator: 1, denominator: 1, decimal: 1 };
const DEGREES = new Set(['度', '℃', '°C', '摄氏度']);
/** 度 beside ℃ is no current. */
const isWarmth = (from: string, to: string): boolean => DEGREES.has(from) && DEGREES.has(to);

/** A form tells of one year, so 元/人·年 and 元/人 are the same. */
const withinYear = (measure: string): string => measure.replace(/[/·]年$/, '');

function factorOf(from: UnitMeasure, to: UnitMeasure): Factor | null {
  if (!sameMeasure(withinYear(from.measure), withinYear(to.measure))) return null;
  const numerator = from.numerator * to.denominator;
  const denominator = from.denominator * to.numerator;
  const common = greatestCommon(numerator, denominator);
  const [top, bottom] = [numerator / common, denominator / common];
  const decimal = Number.isInteger(Math.log10(bottom)) ? top / bottom : null;
  return { numerator: top, denominator: bottom, decimal };
}

const greatestCommon = (a: number, b: number): number => (b === 0 ? a : greatestCommon(b, a % b));
