import type { Profile } from '../model/profile';
import type { RowScore, ScoringMethod } from '../model/score';
import { ratio, shareOf, subtract } from '../quantity/exact';
import type { Figures } from './figures';
import { computed, figure, named, percent } from './figures';
import { judged, outcome } from './outcome';

/**
 * More is better: the target reached is full marks, else 完成值 ÷ 指标值 × 分值, never above the weight
 * (HD, GEN, PM-a in domain-rules §1.2). A negative completion counts as 0 (PM-b). `strict` is a
 * target written with >: exactly reaching it is a miss whose ratio would be full marks, so a person
 * judges. Over a target of 0 or below there is no ratio; a share of 0 % (成本节约率 ≥0%) can still be met.
 */
export function positiveRatio(
  figures: Figures,
  profile: Profile,
  strict: boolean,
  method: ScoringMethod = 'positive-ratio',
): RowScore {
  const { target, actual, weight } = figures;
  const met = strict ? actual > target : actual >= target;
  const isShare = figures.unit === '%';
  if (met && (target < 0 || (target === 0 && isShare)))
    return outcome(method, null, weight, 'met', 'scoring.met-bound', named(figures, '', weight));
  if (target === 0) return judged(method, 'scoring.zero-target', named(figures));
  if (target < 0) return judged(method, 'scoring.negative-target', named(figures));
  const counted = Math.max(0, actual);
  const achievement = ratio(counted, target, profile.rounding.rate);
  if (achievement === null) return judged(method, 'scoring.zero-target', named(figures));
  const rate = percent(achievement);
  if (met) {
    const over = achievement >= profile.overAchieved.info;
    const { deduct } = profile.overAchieved;
    if (deduct !== null && achievement >= deduct.from) {
      const lowered = Math.max(0, subtract(weight, deduct.points));
      const data = {
        ...named(figures, rate, lowered),
        from: percent(deduct.from),
        points: figure(deduct.points),
      };
      return outcome(method, achievement, lowered, 'over', 'scoring.positive.over-deducted', data);
    }
    const key = over ? 'scoring.positive.over' : 'scoring.positive.met';
    const data = named(figures, rate, weight);
    return outcome(method, achievement, weight, over ? 'over' : 'met', key, data);
  }
  if (actual === target) {
    const data = named(figures, rate);
    return outcome(method, achievement, null, 'unmet', 'scoring.strict-equal', data);
  }
  const floor = profile.positive.floorRate;
  if (floor !== null && achievement < floor) {
    const data = { ...computed(figures, rate, 0), floor: percent(floor) };
    return outcome(method, achievement, 0, 'unmet', 'scoring.positive.below-floor', data);
  }
  const share = shareOf(weight, counted, target, profile.rounding.score);
  const score = share === null ? null : Math.min(weight, share);
  const data = computed(figures, rate, score);
  return outcome(method, achievement, score, 'unmet', 'scoring.positive.unmet', data);
}
