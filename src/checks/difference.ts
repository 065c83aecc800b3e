import type { FindingSeverity } from '../model/finding';
import type { Profile } from '../model/profile';
import { compare, subtract } from '../quantity/exact';

/** Exact distance of two figures. */
export function distance(a: number, b: number): number {
  return a === b ? 0 : Math.abs(subtract(a, b));
}

/** Whether two points are the same within the profile's silence (0.05 points by default). */
export function samePoints(a: number, b: number, profile: Profile): boolean {
  return a === b || compare(distance(a, b), profile.tolerance.silent) <= 0;
}

/** How loud a difference in points is: null up to `silent`, info up to `info`, then warning. */
export function loudness(difference: number, profile: Profile): FindingSeverity | null {
  if (difference <= profile.tolerance.silent) return null;
  return difference <= profile.tolerance.info ? 'info' : 'warning';
}
