import type { Profile } from '../model/profile';
import type { RowScore, ScoringMethod } from '../model/score';
import type { Figures } from './figures';
import { computed, named, percent } from './figures';
import { judged, outcome } from './outcome';
import type { Exceeded } from './reverse-ratio';
import { reverseRatio } from './reverse-ratio';
import { reverseLinear } from './reverse-linear';

const METHODS: Readonly<
  Record<
    Profile['reverse'],
    {
      readonly method: Extract<ScoringMethod, `reverse-${string}`>;
      readonly exceeded: (figures: Figures, profile: Profile) => Exceeded;
    }
  >
> = {
  'reverse-ratio': { method: 'reverse-ratio', exceeded: reverseRatio },
  'reverse-linear': { method: 'reverse-linear', exceeded: reverseLinear },
  'zero-if-exceeded': {
    method: 'reverse-zero',
    exceeded: () => ({ achievement: 0, score: 0 }),
  },
};

/**
 * Less is better: within the bound is full marks (PM-a); beyond it the profile's method says what is
 * left. `strict` is a bound written with <: exactly reaching it is a miss a person judges.
 */
export function reverse(
  figures: Figures,
  profile: Profile,
  strict: boolean,
  as: ScoringMethod | null = null,
): RowScore {
  const { target, actual, weight } = figures;
  const chosen = METHODS[profile.reverse];
  const method = as ?? chosen.method;
  const by = figures.byName ? '-by-name' : '';
  if (strict ? actual < target : actual <= target) {
    const data = named(figures, '', weight);
    return outcome(method, 1, weight, 'met', `scoring.reverse.met${by}`, data);
  }
  if (target < 0) return judged(method, 'scoring.negative-target', named(figures));
  if (actual === target) {
    return outcome(method, 1, null, 'unmet', 'scoring.strict-equal', named(figures, '100%'));
  }
  const { achievement, score } = chosen.exceeded(figures, profile);
  const data = computed(figures, percent(achievement ?? 0), score);
  return outcome(method, achievement, score, 'unmet', `scoring.${chosen.method}.unmet${by}`, data);
}
