import type { Profile } from '../model/profile';
import type { BudgetRow } from '../model/table';
import { distance } from './difference';
import { compare, multiply, ratio, subtract } from '../quantity/exact';
import { denominatorOf } from '../scoring/execution-rate';

/** One amount of a funds row that is enough to put right whatever is off in the row. */
export interface MistypedAmount {
  readonly amount: 'budget' | 'executed';
  /** What it would be, in the unit of the block. */
  readonly value: number;
  /** Whether the printed rate, wrong as the row stands, is right with it. */
  readonly rightsRate: boolean;
  /** Whether the budget, changed without a reason as the row stands, is no longer changed with it. */
  readonly rightsChange: boolean;
}

/** 0.05 percentage points. */
const RATE_TOLERANCE = 0.0005;
/** A place lost or gained, 千元, 万元: a figure of one's own is that far off only by a slip. */
const FACTORS = [10, 100, 1_000, 10_000];

/**
 * The one amount that explains a row where more was spent than budgeted (house rule: two mistakes are
 * one only where another figure of the row bears it out): 年初预算数 for the budget where the printed
 * rate is of it; a budget or an amount spent that is off by a power of ten and by which the printed
 * rate, or the budget at the start of the year, comes out right. Null where nothing bears it out.
 */
export function mistypedAmount(row: BudgetRow, profile: Profile): MistypedAmount | null {
  const budget = denominatorOf(row, profile);
  const executed = row.executed?.value ?? null;
  if (budget === null || executed === null || budget <= 0 || executed <= budget) return null;
  const initial = row.initial?.value ?? null;
  const printed = row.rate?.value ?? null;
  const isRate = (spent: number, of: number): boolean => {
    const rate = ratio(spent, of, profile.rounding.rate);
    return printed !== null && rate !== null && distance(printed, rate) <= RATE_TOLERANCE;
  };
  const isWrong = printed !== null && !isRate(executed, budget);
  const isNear = (value: number): boolean =>
    initial !== null && isKept(initial, value, profile.execution.adjustmentExplainFrom);
  const tried = (value: number): MistypedAmount => ({
    amount: 'budget',
    value,
    rightsRate: isWrong && isRate(executed, value),
    rightsChange: !isNear(budget) && isNear(value),
  });
  const larger = FACTORS.map((factor) => multiply(budget, factor))
    .filter((value) => value >= executed)
    .map(tried)
    .find(({ rightsRate, rightsChange }) => rightsRate || (rightsChange && !isWrong));
  if (larger) return larger;
  const first = initial !== null && initial >= executed ? tried(initial) : null;
  if (first?.rightsRate === true) return first;
  const spent = FACTORS.map((factor) => ratio(executed, factor, 6)).find(
    (value) => value !== null && value <= budget && isWrong && isRate(value, budget),
  );
  if (spent == null) return null;
  return { amount: 'executed', value: spent, rightsRate: true, rightsChange: false };
}

/** Whether a budget is so near to the one at the start of the year that nobody asks for a reason. */
export function isKept(initial: number, adjusted: number, explainFrom: number): boolean {
  if (initial === adjusted) return true;
  const change = Math.abs(subtract(adjusted, initial));
  return compare(change, multiply(Math.abs(initial), explainFrom)) < 0;
}
