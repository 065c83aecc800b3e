import type { DateSpan, Quantity } from '../model/quantity';
import { readDayDigits } from './read-date';

/** The day that a bare figure of eight digits can be. */
function dayOf({ kind, value, unit }: Quantity): DateSpan | null {
  return kind === 'number' && unit === null && value !== null && Number.isInteger(value)
    ? readDayDigits(String(value))
    : null;
}

const asDay = (quantity: Quantity, date: DateSpan): Quantity => ({
  ...quantity,
  kind: 'date',
  op: quantity.op === '=' ? null : quantity.op,
  value: null,
  date,
});

/** No plan of a form is kept or missed by more years. */
const YEARS_APART = 2;

/**
 * Target and actual as days where one is a day and the other eight digits (20241231) that are one, too, or
 * both are such digits of neighbouring years. Amounts are left as they are.
 */
export function daysInDigits(target: Quantity, actual: Quantity): readonly [Quantity, Quantity] {
  const [asked, done] = [dayOf(target), dayOf(actual)];
  if (!asked && !done) return [target, actual];
  const [due, day] = [asked ?? target.date, done ?? actual.date];
  if (!due || !day) return [target, actual];
  const years = [due.from, day.from].map((text) => Number(text.slice(0, 4)));
  const [first = 0, second = 0] = years;
  // A day without a year (--12-31) is of any.
  if (years.every((year) => year > 0) && Math.abs(first - second) > YEARS_APART)
    return [target, actual];
  return [asked ? asDay(target, due) : target, done ? asDay(actual, day) : actual];
}
