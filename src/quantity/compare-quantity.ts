import type { Quantity } from '../model/quantity';
import { multiply, roundHalfUp, shareOf } from './exact';
import { normaliseText } from './normalise';
import { periodOf, TIMES_A_YEAR, withoutPeriod } from './periods';
import { conversion, DAYS_OF_YEAR, looseConversion, measureOf, multipleOf } from './units';

export type Commensurable =
  { readonly target: number; readonly actual: number } | { readonly problem: 'unit' | 'kind' };

const NOTHING_HAPPENED = new Set([
  '无',
  '没有',
  '未发生',
  '无发生',
  '零发生',
  '零',
  '杜绝',
  '不发生',
]);
/** 零事故, 未发生投诉, 无违规问题; 无法统计 and 没有完成 say something else. */
const NONE_OF =
  /^(?:实现|全年|保持|本年度?|年内)*(?:零|杜绝|不(?:发生|出现)|未(?:发生|出现|发现|收到|接到)|(?:无|没有)(?!法|力|需|论|数据|统计|资料|记录|此项|该项|完成|达|实|开|组|建))[\u4e00-\u9fff]{1,12}$/;
const CONVERSION_PLACES = 12;

/**
 * The two figures in the target's unit (a range by its lower end). A missing unit is the other
 * side's. `kind`: one of them is no figure. `unit`: units of different measure, or 万元 and 元
 * confused (bare money figures a factor of about 10⁴ apart). Next to a percentage of 10 or more a
 * bare figure up to 1.5 is a fraction: 0.98 beside 100% is 98. 无 beside a target of 0 is 0, and so
 * is 0 beside 零事故, whatever did not happen.
 */
export function commensurable(target: Quantity, actual: Quantity): Commensurable {
  if (actual.value === 0 && saysNothingHappened(target)) return { target: 0, actual: 0 };
  if (target.value === null || target.kind === 'date') return { problem: 'kind' };
  if (allowsNone(target) && saysNothingHappened(actual)) return { target: target.value, actual: 0 };
  if (actual.value === null || actual.kind === 'date' || actual.kind === 'range') {
    return { problem: 'kind' };
  }
  const asPercent = isPercent(target) || isPercent(actual) ? percentages(target, actual) : null;
  if (asPercent) return asPercent;
  if (target.unit === null || actual.unit === null || target.unit === actual.unit) {
    const counted = inMultiples(target, actual) ?? inPeriods(target, actual);
    if (counted) return counted;
    return sameUnit(target.value, actual.value, target.unit ?? actual.unit);
  }
  return converted(target.value, target.unit, actual.value, actual.unit);
}

/** Of what may happen at most so often it may be that nothing did. */
const allowsNone = ({ op, value }: Quantity): boolean => value === 0 || op === '<=' || op === '<';

/** 未发生, 零投诉, 无违规问题. */
export function saysNothingHappened({ kind, text }: Quantity): boolean {
  if (kind !== 'qualitative') return false;
  const said = normaliseText(text);
  return NOTHING_HAPPENED.has(said) || NONE_OF.test(said);
}

const isPercent = (quantity: Quantity): boolean => quantity.unit === '%';
const marked = (quantity: Quantity): boolean => /[%％﹪‰]|百分/.test(quantity.text);
const isFraction = (value: number): boolean => Math.abs(value) <= 1.5;
const CLEARLY_PERCENT = 10;

function percentages(target: Quantity, actual: Quantity): Commensurable | null {
  const t = target.value ?? 0;
  const a = actual.value ?? 0;
  const other = isPercent(target) ? actual.unit : target.unit;
  if (other !== null && other !== '%') return null;
  if (isPercent(target) && t >= CLEARLY_PERCENT && isFraction(a) && !marked(actual)) {
    return { target: t, actual: multiply(a, 100) };
  }
  // 0.06 beside ≥5% is a share, for as a percentage it were next to nothing.
  const isAtLeast = target.op === '>=' || target.op === '>';
  if (isPercent(target) && isAtLeast && isFraction(a) && !marked(actual) && a * CLEARLY_PERCENT < t)
    return { target: t, actual: multiply(a, 100) };
  if (isPercent(actual) && target.unit === null) {
    return { target: a >= CLEARLY_PERCENT && isFraction(t) ? multiply(t, 100) : t, actual: a };
  }
  return { target: t, actual: a };
}

/**
 * 15000 beside 1.5万人 counts 人: a bare figure is of the other's measure in whichever multiple is
 * nearer. Null where that is the unit as written, or where money is told, whose 万 may be forgotten.
 */
function inMultiples(target: Quantity, actual: Quantity): Commensurable | null {
  const unit = target.unit ?? actual.unit;
  if (unit === null || target.unit === actual.unit) return null;
  const { measure, numerator } = measureOf(unit);
  if (measure.startsWith('money')) return null;
  // 1.4万 of nothing in particular.
  const multiple = measure === 'number' ? numerator : multipleOf(unit);
  const [t, a] = [target.value ?? 0, actual.value ?? 0];
  if (multiple === 1 || t <= 0 || a <= 0) return null;
  const times = target.unit === null ? t / a : a / t;
  if (times * times <= multiple) return null;
  return target.unit === null
    ? { target: t, actual: multiply(a, multiple) }
    : { target: multiply(t, multiple), actual: a };
}

/** 4 beside 每季度1次 is the year's: a bare figure above one period's is counted as one with its unit. */
function inPeriods(target: Quantity, actual: Quantity): Commensurable | null {
  const { unit, value } = target;
  if (unit === null || actual.unit !== null || periodOf(unit) === null) return null;
  const [t, a] = [value ?? 0, actual.value ?? 0];
  return a > t ? converted(t, unit, a, withoutPeriod(unit)) : null;
}

/** 300万元 beside 2940000万元: written in 元, whatever unit stands there. */
function sameUnit(target: number, actual: number, unit: string | null): Commensurable {
  const isSlip = unit !== null && isMoney(unit) && isTenThousandfold(target, actual);
  return isSlip ? { problem: 'unit' } : { target, actual };
}

const isMoney = (unit: string): boolean => /^(?:money|number)/.test(measureOf(unit).measure);

/** Whether two figures are about 10⁴ apart, the mark of 万元 and 元 confused. */
export function isTenThousandfold(a: number, b: number): boolean {
  const times = Math.abs(Math.abs(a) < Math.abs(b) ? b / a : a / b);
  return times >= 8000 && times <= 12500;
}

/**
 * 每月2次 beside 3次 may be three a month or three in the year: compared only where the bare figure is
 * below even one period's or comes to half of the year's. A year has 52 weeks and 365 days, and less
 * where nobody works: below the year's that is for a person.
 */
function isPeriodOpen(
  target: number,
  targetUnit: string,
  actual: number,
  actualUnit: string,
): boolean {
  if ((periodOf(targetUnit) === null) === (periodOf(actualUnit) === null)) return false;
  const [counted, bare, unit] =
    periodOf(targetUnit) === null ? [actual, target, actualUnit] : [target, actual, targetUnit];
  // 元/人·月 pays somebody, and counts nothing over the year.
  if (withoutPeriod(unit).includes('/')) return false;
  const period = periodOf(unit) ?? '';
  if (period === '天' || period === '日') return bare < counted * DAYS_OF_YEAR;
  const year = counted * (TIMES_A_YEAR[period] ?? 1);
  return bare >= counted && bare < (period === '周' ? year : year / 2);
}

const SHORTENED_WITHIN = 3;

/**
 * 600元 beside 每人每月600元 and 1950元 beside 2000元/人 leave out for whom: one of them is shortened where
 * the figures are near one another, and of another measure where they are not.
 */
function withoutPer(
  target: number,
  targetUnit: string,
  actual: number,
  actualUnit: string,
): ReturnType<typeof conversion> {
  const [asked, done] = [targetUnit, actualUnit].map((unit) => unit.split('/')[0] ?? '');
  if (asked === undefined || done === undefined) return null;
  if (targetUnit.includes('/') === actualUnit.includes('/')) return null;
  const factor = conversion(done, asked);
  if (!factor) return null;
  const times = (actual * factor.numerator) / factor.denominator / target;
  return times < SHORTENED_WITHIN && times * SHORTENED_WITHIN > 1 ? factor : null;
}

/** A month is no exact number of days. */
const LOOSE_PLACES = 4;

function converted(
  target: number,
  targetUnit: string,
  actual: number,
  actualUnit: string,
): Commensurable {
  const loose = looseConversion(actualUnit, targetUnit);
  if (loose) {
    const [low, high] = [actual * loose.low, actual * loose.high];
    const usual = actual * loose.usual;
    return (low <= target && high <= target) || (low >= target && high >= target)
      ? { target, actual: roundHalfUp(usual, LOOSE_PLACES) }
      : { problem: 'unit' };
  }
  const factor =
    conversion(actualUnit, targetUnit) ?? withoutPer(target, targetUnit, actual, actualUnit);
  if (!factor || isPeriodOpen(target, targetUnit, actual, actualUnit)) return { problem: 'unit' };
  if (factor.decimal !== null) return { target, actual: multiply(actual, factor.decimal) };
  const value = shareOf(actual, factor.numerator, factor.denominator, CONVERSION_PLACES);
  return value === null ? { problem: 'unit' } : { target, actual: value };
}
