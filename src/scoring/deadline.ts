import type { DateSpan, Quantity } from '../model/quantity';
import type { RowScore } from '../model/score';
import { normaliseText } from '../quantity/normalise';
import { readRecurringDay } from '../quantity/recurring-day';
import { figure, quoted } from './figures';
import { judged, outcome } from './outcome';

const yearless = (day: string): boolean => day.startsWith('-');
const inYear = (day: string, year: string): string => (yearless(day) ? year + day.slice(1) : day);

function spanIn(span: DateSpan, year: string | null): DateSpan {
  return year === null ? span : { from: inYear(span.from, year), to: inYear(span.to, year) };
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
  const due = spanIn(target.date, year === null ? null : String(year)).to;
  const done = spanIn(actual.date, yearless(due) ? null : due.slice(0, 4));
  if (yearless(due) !== yearless(done.to)) return 'unknown';
  const strict = target.op === '<';
  if (strict ? done.to < due : done.to <= due) return 'kept';
  return done.from > due || (strict && done.from === due) ? 'late' : 'unknown';
}

/** 提前5天完成, 较计划提前一个月: in time, whenever it was. */
export const saysEarly = ({ text }: Quantity): boolean => EARLY.test(normaliseText(text));
const EARLY = /^(?:已|均|全部|[比较]?计划|[比较]?规定时限)*提前[^,;未没不延后]{0,12}$/;

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
  const kept = keptEachTime(target, actual) ?? keptDeadline(target, actual, year);
  if (kept === 'kept') return outcome('deadline', 1, weight, 'met', 'scoring.deadline.met', data);
  return kept === 'late'
    ? outcome('deadline', null, null, 'unmet', 'scoring.deadline.missed', data)
    : judged('deadline', 'scoring.deadline.judged', data);
}
