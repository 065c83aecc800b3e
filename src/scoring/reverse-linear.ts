import type { Profile } from '../model/profile';
import { multiply, ratio, shareOf, subtract } from '../quantity/exact';
import type { Figures } from './figures';
import type { Exceeded } from './reverse-ratio';

/**
 * (1 − (完成值 − 指标值) ÷ 指标值) × 分值 once the bound is exceeded, 0 from twice the target on
 * (PM-a; variant B of domain-rules §1.2).
 */
export function reverseLinear({ target, actual, weight }: Figures, profile: Profile): Exceeded {
  const left = Math.max(0, subtract(multiply(target, 2), actual));
  return {
    achievement: ratio(left, target, profile.rounding.rate) ?? 0,
    score: shareOf(weight, left, target, profile.rounding.score) ?? 0,
  };
}
