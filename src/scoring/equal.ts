import type { Profile } from '../model/profile';
import type { RowScore } from '../model/score';
import { ratio } from '../quantity/exact';
import type { Figures } from './figures';
import { named, percent } from './figures';
import { outcome } from './outcome';
import { positiveRatio } from './positive-ratio';

/**
 * `=`: as a positive target and capped (PM-a), or all or nothing where the profile says so. `=0`
 * (0起, 无): full marks at 0 or below, else 0 (PM-a, PM-f).
 */
export function equal(figures: Figures, profile: Profile): RowScore {
  const { target, actual, weight } = figures;
  if (target === 0) {
    const met = actual <= 0;
    const score = met ? weight : 0;
    const key = met ? 'scoring.equal.zero-met' : 'scoring.equal.zero-unmet';
    const data = named(figures, '', score);
    return outcome('equal', met ? 1 : 0, score, met ? 'met' : 'unmet', key, data);
  }
  if (profile.equal === 'as-positive') return positiveRatio(figures, profile, false, 'equal');
  const met = actual === target;
  const score = met ? weight : 0;
  const achievement = ratio(Math.max(0, actual), target, profile.rounding.rate);
  const data = named(figures, percent(achievement ?? 0), score);
  const key = met ? 'scoring.positive.met' : 'scoring.equal.exact-unmet';
  return outcome('equal', achievement, score, met ? 'met' : 'unmet', key, data);
}
