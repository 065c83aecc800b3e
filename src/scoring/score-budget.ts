import { message } from '../texts/message';
import type { Profile } from '../model/profile';
import type { BudgetScore } from '../model/score';
import type { Budget } from '../model/table';
import { executionOf, executionScore } from './execution-rate';
import { figure, percent } from './figures';
import { scoredFundsRow } from './scored-funds-row';

/**
 * Scores the row that carries the points (`scoredFundsRow`), one of the block (TC, SC1). Rate and score are null
 * where that row has no figures or a budget of 0, whatever its parts say (form cn-001).
 */
export function scoreBudget(budget: Budget, profile: Profile): BudgetScore {
  const total = scoredFundsRow(budget);
  const weight = total?.weight?.value ?? null;
  const filled = {
    weight,
    filledScore: total?.score?.value ?? null,
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
  if (weight === null || weight <= 0) {
    const explanation = message('scoring.budget.no-weight', data);
    return { ...filled, rate: execution.rate, score: null, explanation };
  }
  const score = executionScore(weight, execution, profile);
  const key = execution.executed > execution.budget ? 'capped' : 'scored';
  const scored = { ...data, weight: figure(weight), score: figure(score ?? 0) };
  return {
    ...filled,
    rate: execution.rate,
    score,
    explanation: message(`scoring.budget.${key}`, scored),
  };
}
