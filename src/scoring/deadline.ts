import type { DateSpan, Quantity } from '../model/quantity';
import type { RowScore } from '../model/score';
import { figure, quoted } from './figures';
import { judged, outcome } from './outcome';

const yearless = (day: string): boolean => day.startsWith('-');
const inYear = (day: string, year: string): string => (yearless(day) ? year + day.slice(1) : day);

function spanIn(span: DateSpan, year: string | null): DateSpan {
  return year === null ? span : { from: inYear(span.from, year), to: inYear(span.to, year) };
}

/**
 * A date target is kept when the work was done by its last day (check D21). A day without a year
 * belongs to the table's year, a completion without one to its deadline's. How many points a late
 * completion costs is written nowhere, so a miss has no computed score; nor has a completion without a
 * date, or one whose span lies across the deadline.
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
  const undecided = (): RowScore => judged('deadline', 'scoring.deadline.judged', data);
  if (!target.date || target.op === '>=' || target.op === '>') return undecided();
  if (!actual.date) return undecided();
  const due = spanIn(target.date, year === null ? null : String(year)).to;
  const done = spanIn(actual.date, yearless(due) ? null : due.slice(0, 4));
  if (yearless(due) !== yearless(done.to)) return undecided();
  const strict = target.op === '<';
  if (strict ? done.to < due : done.to <= due) {
    return outcome('deadline', 1, weight, 'met', 'scoring.deadline.met', data);
  }
  if (done.from > due || (strict && done.from === due)) {
    return outcome('deadline', null, null, 'unmet', 'scoring.deadline.missed', data);
  }
  return undecided();
}
