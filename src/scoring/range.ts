import type { Profile } from '../model/profile';
import type { RowScore } from '../model/score';
import type { Figures } from './figures';
import { named } from './figures';
import { outcome } from './outcome';
import { positiveRatio } from './positive-ratio';
import { reverse } from './reverse';

/**
 * A range is "≥ lower and ≤ upper" in one: inside, both ends included, is full marks; outside, the
 * bound that is broken scores as it would alone.
 */
export function range(figures: Figures, upper: number, profile: Profile): RowScore {
  const { target: lower, actual, weight } = figures;
  if (actual < lower) return positiveRatio(figures, profile, false, 'range');
  if (actual > upper) return reverse({ ...figures, target: upper }, profile, false, 'range');
  const data = named(figures, '', weight);
  return outcome('range', 1, weight, 'met', 'scoring.range.met', data);
}
