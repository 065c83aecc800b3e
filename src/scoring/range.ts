import type { Profile } from '../model/profile';
import type { RowScore } from '../model/score';
import type { Wanted } from './direction';
import type { Figures } from './figures';
import { named } from './figures';
import { judged, outcome } from './outcome';
import { positiveRatio } from './positive-ratio';
import { reverse } from './reverse';

/**
 * A range is "≥ lower and ≤ upper" in one: inside, both ends included, is full marks; outside, the
 * bound that is broken scores as it would alone. It tells how far a result may lie, and seldom that a
 * better one is none: beyond it on the wanted side is full marks, and a person judges above it where
 * nothing says what is wanted (house rule: 合格率 95%-98% reached with 100 % is no miss).
 */
export function range(figures: Figures, upper: number, wanted: Wanted, profile: Profile): RowScore {
  const { target: lower, actual, weight } = figures;
  const data = named(figures, '', weight);
  if (actual < lower && wanted !== 'less') return positiveRatio(figures, profile, false, 'range');
  if (actual > upper && wanted === 'less') {
    return reverse({ ...figures, target: upper }, profile, false, 'range');
  }
  if (actual >= lower && actual <= upper) {
    return outcome('range', 1, weight, 'met', 'scoring.range.met', data);
  }
  return wanted === 'open'
    ? judged('range', 'scoring.range.above', data)
    : outcome('range', 1, weight, 'met', 'scoring.range.better', data);
}
