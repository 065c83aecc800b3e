import type { Profile } from '../model/profile';
import type { BudgetRow } from '../model/table';
import { multiply, ratio, roundHalfUp, shareOf, subtract, sum } from '../quantity/exact';

export interface Execution {
  readonly executed: number;
  /** What was divided by: the profile's denominator, or the other one where that is blank. */
  readonly budget: number;
  /** Fraction by the profile's places. */
  readonly rate: number;
}

/** A printed rate has two decimals of a per cent, often fewer. */
const CLOSE = 0.001;

/**
 * What a funds row is measured by: the amount that the profile says, else another one of the form.
 * Where the printed rate is of it and what was carried over together, and not of it alone, the form
 * counts both (house rule: its own arithmetic says what its budget is).
 */
export function denominatorOf(row: BudgetRow, profile: Profile): number | null {
  const budget = ruledDenominator(row, profile);
  const [executed, carried, printed] = [row.executed, row.carried, row.rate].map(
    (cell) => cell?.value ?? null,
  );
  if (budget === null || executed == null || carried == null || printed == null) return budget;
  const isOf = (whole: number): boolean => {
    const rate = ratio(executed, whole, 6);
    return rate !== null && Math.abs(subtract(rate, printed)) < CLOSE;
  };
  const both = sum([budget, carried]);
  return isOf(both) && !isOf(budget) ? both : budget;
}

function ruledDenominator(row: BudgetRow, profile: Profile): number | null {
  const { denominator } = profile.execution;
  const [initial, adjusted, received, carried] = (
    ['initial', 'adjusted', 'received', 'carried'] as const
  ).map((amount) => row[amount]?.value ?? null);
  if (denominator === 'initial') return initial ?? adjusted ?? null;
  if (denominator === 'received' && received != null) return received;
  if (denominator === 'carried' && adjusted == null && initial != null) {
    return sum([initial, carried ?? 0]);
  }
  return adjusted ?? initial ?? null;
}

/**
 * 执行率 of one funds row: executed ÷ the profile's denominator (TC, SC3; SC1 for the adjusted
 * budget, HD for the initial one). Null without both figures or over a budget of 0.
 */
export function executionOf(row: BudgetRow, profile: Profile): Execution | null {
  const budget = denominatorOf(row, profile);
  const executed = row.executed?.value ?? null;
  if (budget === null || executed === null || budget < 0) return null;
  const rate = ratio(Math.max(0, executed), budget, profile.rounding.rate);
  return rate === null ? null : { executed, budget, rate };
}

/** Points of the funds row, the fewest and the most that the profile's rules can be read to give. */
export type ExecutionPoints = readonly [low: number, high: number];

/**
 * min(weight, weight × executed ÷ budget), rounded once (HD: rate × 分值, capped), or by the profile's steps or
 * tiers. Two readings are right of a step that is not whole where the profile does not say (`stepRounding`).
 */
export function executionPoints(
  weight: number,
  { executed, budget }: Pick<Execution, 'executed' | 'budget'>,
  profile: Profile,
): ExecutionPoints | null {
  const { steps, tiers } = profile.execution;
  const rate = shareOf(1, Math.max(0, executed), budget, 6);
  if (rate === null) return null;
  const round = (points: number): number => roundHalfUp(points, profile.rounding.score);
  if (steps !== null) {
    const short = Math.max(0, subtract(multiply(steps.fullFrom, 100), multiply(rate, 100)));
    const left = (points: number): number =>
      round(Math.max(0, subtract(weight, multiply(points, steps.lossPerPoint))));
    const [started, full] = [left(Math.ceil(short)), left(Math.floor(short))];
    if (profile.stepRounding === 'share') return [left(short), left(short)];
    if (profile.stepRounding === null) return [started, full];
    const one = profile.stepRounding === 'started' ? started : full;
    return [one, one];
  }
  const share = tiers === null ? null : (tiers.find(({ from }) => rate >= from)?.share ?? null);
  const points =
    share === null
      ? shareOf(weight, Math.max(0, executed), budget, profile.rounding.score)
      : round(multiply(weight, share));
  return points === null ? null : [Math.min(weight, points), Math.min(weight, points)];
}
