import type { Profile } from '../model/profile';
import type { BudgetRow } from '../model/table';
import { multiply, ratio, roundHalfUp, shareOf, subtract } from '../quantity/exact';

export interface Execution {
  readonly executed: number;
  /** What was divided by: the profile's denominator, or the other one where that is blank. */
  readonly budget: number;
  /** Fraction by the profile's places. */
  readonly rate: number;
}

/**
 * 执行率 of one funds row: executed ÷ the profile's denominator (TC, SC3; SC1 for the adjusted
 * budget, HD for the initial one). Null without both figures or over a budget of 0.
 */
export function executionOf(row: BudgetRow, profile: Profile): Execution | null {
  const adjusted = row.adjusted?.value ?? null;
  const initial = row.initial?.value ?? null;
  const budget =
    profile.execution.denominator === 'adjusted' ? (adjusted ?? initial) : (initial ?? adjusted);
  const executed = row.executed?.value ?? null;
  if (budget === null || executed === null || budget < 0) return null;
  const rate = ratio(Math.max(0, executed), budget, profile.rounding.rate);
  return rate === null ? null : { executed, budget, rate };
}

/** min(weight, weight × executed ÷ budget), rounded once (HD: rate × 分值, capped). */
export function executionScore(
  weight: number,
  { executed, budget }: Execution,
  profile: Profile,
): number | null {
  const { steps } = profile.execution;
  if (steps !== null) {
    const rate = shareOf(100, Math.max(0, executed), budget, 4);
    if (rate === null) return null;
    const short = Math.max(0, subtract(multiply(steps.fullFrom, 100), rate));
    const left = Math.max(0, subtract(weight, multiply(short, steps.lossPerPoint)));
    return roundHalfUp(left, profile.rounding.score);
  }
  const share = shareOf(weight, Math.max(0, executed), budget, profile.rounding.score);
  return share === null ? null : Math.min(weight, share);
}
