import { multiply, quotient, roundHalfUp, subtract } from '../../quantity/exact';
import type { Rounding } from './items';

/** Points from one right reading to the other; both the same where there is but one. */
export type Span = readonly [number, number];

export const one = (value: number): Span => [value, value];

export const join = (spans: readonly Span[]): Span => [
  Math.min(...spans.map(([low]) => low)),
  Math.max(...spans.map(([, high]) => high)),
];

/** Residue of a division past nine places is none of the rule's. */
const PLACES = 9;

/**
 * The points that a distance costs at so many points a step. A step that is not whole is counted as
 * the rule says; where it does not say, from none of it to the whole of it.
 */
export function stepPoints(
  distance: number,
  amount: number,
  points: number,
  rounding: Rounding,
): Span {
  if (distance <= 0) return one(0);
  const steps = quotient([roundHalfUp(distance, PLACES)], [amount], PLACES) ?? 0;
  const full = Math.floor(steps);
  const started = Math.ceil(steps);
  const cost = (count: number): number => multiply(count, points);
  if (rounding === 'share') return one(cost(steps));
  if (rounding === 'started') return one(cost(started));
  if (rounding === 'full') return one(cost(full));
  return [cost(full), cost(started)];
}

/** Points left of a base after a loss, never below 0; a cap limits the loss. */
export function left(base: number, [least, most]: Span, cap: number | null): Span {
  const limit = (loss: number): number => (cap === null ? loss : Math.min(loss, cap));
  const rest = (loss: number): number => Math.max(0, subtract(base, limit(loss)));
  return [rest(most), rest(least)];
}
