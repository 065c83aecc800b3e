import { message } from '../texts/message';
import type { Profile } from '../model/profile';
import type { BudgetScore } from '../model/score';
import type { Budget, BudgetRow } from '../model/table';
import { compare, sum } from '../quantity/exact';
import { executionOf, executionPoints, type Execution } from './execution-rate';
import { figure, percent } from './figures';
import { scoredFundsRow } from './scored-funds-row';

/**
 * The profile's points of a funds row that has a 得分 and prints no 分值 (湖北: 20分×执行率). None where
 * another row has them.
 * @param weights sum of the weights of the indicators
 */
export const unprintedWeight = (
  row: BudgetRow,
  weights: number | null,
  profile: Profile,
): number | null =>
  row.weight?.value == null && row.score !== null && !isCarried(row, weights, profile)
    ? profile.execution.weight
    : null;

/**
 * Whether a 得分 beside the funds, without a 分值, is that of a row among the indicators: their weights
 * leave no room for it.
 */
function isCarried(
  { weight, score }: BudgetRow,
  weights: number | null,
  profile: Profile,
): boolean {
  if (weight?.value != null) return false;
  const points = profile.execution.weight ?? score?.value ?? 0;
  return (weights ?? 0) > 0 && compare(sum([weights ?? 0, points]), profile.tableTotal) > 0;
}

/**
 * Scores the row that carries the points (`scoredFundsRow`), one of the block (TC, SC1). Rate and score are null
 * where that row has no figures or a budget of 0, whatever its parts say (form cn-001).
 * @param weights sum of the weights of the indicators
 */
export function scoreBudget(
  budget: Budget,
  profile: Profile,
  weights: number | null = null,
): BudgetScore {
  const total = scoredFundsRow(budget);
  const isScored =
    profile.execution.weight !== 0 && total !== null && !isCarried(total, weights, profile);
  const weight = isScored ? (total.weight?.value ?? null) : null;
  const filled = {
    weight,
    filledScore: isScored ? (total.score?.value ?? null) : null,
    filledRate: total?.rate?.value ?? null,
  };
  const execution = total ? executionOf(total, profile) : null;
  if (!execution) {
    return { ...filled, rate: null, score: null, explanation: message('scoring.budget.no-rate') };
  }
  const data = {
    executed: figure(execution.executed),
    budget: figure(execution.budget),
    rate: percent(execution.rate),
  };
  const points = isScored ? (weight ?? unprintedWeight(total, weights, profile)) : null;
  if (points === null || points <= 0) {
    const explanation = message('scoring.budget.no-weight', data);
    return { ...filled, rate: execution.rate, score: null, explanation };
  }
  const [low, high] = executionPoints(points, execution, profile) ?? [null, null];
  const score = low === high ? low : null;
  const scored = {
    ...data,
    weight: figure(points),
    score: figure(score ?? 0),
    low: figure(low ?? 0),
    high: figure(high ?? 0),
  };
  const key = score === null ? 'stepped' : explained(execution, profile);
  const explanation = message(`scoring.budget.${key}`, scored);
  return { ...filled, rate: execution.rate, score, explanation };
}

function explained(
  { executed, budget }: Execution,
  profile: Profile,
): 'capped' | 'scored' | 'tiered' {
  if (executed > budget) return 'capped';
  return isTiered(profile) ? 'tiered' : 'scored';
}

/** Whether the points of the funds are something else than rate times weight. */
export const isTiered = ({ execution: { steps, tiers } }: Profile): boolean =>
  steps !== null || tiers !== null;
