import type { DateSpan, Quantity } from '../model/quantity';
import type { RowScore } from '../model/score';
import { normaliseText } from '../quantity/normalise';
import { readRecurringDay } from '../quantity/recurring-day';
import { figure, quoted } from './figures';
import { judged, outcome } from './outcome';

const yearless = (day: string): boolean => day.startsWith('-');
const inYear = (day: string, year: number): string =>
  yearless(day) ? String(year) + day.slice(1) : day;

/** 次年1月底前: a day of the year behind the table's. */
const saysNextYear = ({ text, date }: Quantity): boolean =>
  date !== null && yearless(date.to) && NEXT_YEAR.test(normaliseText(text));
const NEXT_YEAR = /[次翌]年\d/;

/** Two days of which nobody wrote the year are compared in any. */
const ANY_YEAR = 2000;

function spanIn(quantity: Quantity, date: DateSpan, year: number): DateSpan {
  const own = saysNextYear(quantity) ? year + 1 : year;
  return { from: inYear(date.from, own), to: inYear(date.to, own) };
}

/**
 * Whether a dated completion kept a dated target: by its last day, both days included. A target's day
 * without a year is the table's, a completion's is its deadline's. `unknown` without two dates, and where
 * the completion's span lies across the deadline (2021年12月 against the 15th).
 */
export function keptDeadline(
  target: Quantity,
  actual: Quantity,
  year: number | null,
): 'kept' | 'late' | 'unknown' {
  if (!target.date || target.op === '>=' || target.op === '>') return 'unknown';
  if (!actual.date) return saysEarly(actual) ? 'kept' : 'unknown';
  const [isDueBare, isDoneBare] = [yearless(target.date.to), yearless(actual.date.to)];
  const [isDueNext, isDoneNext] = [target, actual].map(saysNextYear);
  if (year === null && isDueBare !== isDoneBare && (isDueBare || isDoneNext)) return 'unknown';
  const due = spanIn(target, target.date, year ?? ANY_YEAR);
  const done = spanIn(
    actual,
    actual.date,
    isDoneNext ? (year ?? ANY_YEAR) : Number(due.to.slice(0, 4)),
  );
  const strict = target.op === '<';
  if (strict ? done.to < due.to : done.to <= due.to) return 'kept';
  // 12月25日 beside 次年1月底前: of which year is not written.
  if (isDueNext && isDoneBare && !isDoneNext) return 'unknown';
  return done.from > due.to || (strict && done.from === due.to) ? 'late' : 'unknown';
}

/** 提前5天完成, 较计划提前一个月: in time, whenever it was. */
export const saysEarly = ({ text }: Quantity): boolean => EARLY.test(normaliseText(text));
const EARLY = /^(?:已|均|全部|[比较]?计划|[比较]?规定时限)*提前[^,;未没不延后]{0,12}$/;

/**
 * 1月20日 beside 春节前. A day after that year's festival may be before the next one: it is left to a person.
 */
export function keptBeforeFestival(
  target: Quantity,
  actual: Quantity,
  year: number | null,
): boolean {
  if (target.kind !== 'qualitative' || !actual.date) return false;
  if (!BEFORE_FESTIVAL.test(normaliseText(target.text))) return false;
  const { to } = spanIn(actual, actual.date, year ?? 0);
  const done = Number(to.slice(0, 4));
  const festival = FESTIVALS[done - FIRST_FESTIVAL];
  if (festival === undefined || (year !== null && done !== year && done !== year + 1)) return false;
  return to.slice(5).replace('-', '') < festival;
}
const BEFORE_FESTIVAL =
  /^(?:于|在|确保)?(?:农历)?(?:春节|过年|除夕)(?:之|以)?前[^后未不没延\d]{0,8}$/;
/** Days of 春节, 2015 … 2040, as the calendar has them. */
const FIRST_FESTIVAL = 2015;
const FESTIVALS =
  '0219 0208 0128 0216 0205 0125 0212 0201 0122 0210 0129 0217 0207 0126 0213 0202 0123 0211 0131 0219 0208 0128 0215 0204 0124 0212'.split(
    ' ',
  );

/** 每月25日前 held against 每月24日前; null where the two do not recur alike. */
export function keptEachTime(target: Quantity, actual: Quantity): 'kept' | 'late' | null {
  // 每月15日 may as well be fifteen days a month.
  if (target.kind === 'number') return null;
  const due = readRecurringDay(target.text);
  const done = due && readRecurringDay(actual.text);
  if (!due || due.period !== done?.period) return null;
  return done.at <= due.at ? 'kept' : 'late';
}

/**
 * A date target kept is full marks (check D21). How many points a late completion costs is written
 * nowhere, so a miss has no computed score, nor has a completion that cannot be placed.
 */
export function deadline(
  target: Quantity,
  actual: Quantity,
  weight: number,
  year: number | null,
): RowScore {
  const data = {
    target: quoted(target.text),
    actual: quoted(actual.text),
    weight: figure(weight),
  };
  const kept = keptBeforeFestival(target, actual, year)
    ? 'kept'
    : (keptEachTime(target, actual) ?? keptDeadline(target, actual, year));
  if (kept === 'kept') return outcome('deadline', 1, weight, 'met', 'scoring.deadline.met', data);
  return kept === 'late'
    ? outcome('deadline', null, null, 'unmet', 'scoring.deadline.missed', data)
    : judged('deadline', 'scoring.deadline.judged', data);
}
