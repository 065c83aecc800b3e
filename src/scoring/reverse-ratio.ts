import type { Profile } from '../model/profile';
import { ratio, shareOf } from '../quantity/exact';
import type { Figures } from './figures';

/** How far a broken upper bound was kept, and the points that gives. */
export interface Exceeded {
  readonly achievement: number | null;
  readonly score: number | null;
}

/** 指标值 ÷ 完成值 × 分值 once the bound is exceeded (GEN, HD; variant A of domain-rules §1.2). */
export function reverseRatio({ target, actual, weight }: Figures, profile: Profile): Exceeded {
  return {
    achievement: ratio(target, actual, profile.rounding.rate),
    score: shareOf(weight, target, actual, profile.rounding.score),
  };
}
