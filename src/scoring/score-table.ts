import type { Profile } from '../model/profile';
import type { BudgetScore, RowScore, Totals } from '../model/score';
import type { Table } from '../model/table';
import { subtract, sum } from '../quantity/exact';
import { gradeOf } from './grade';
import { scoreBudget } from './score-budget';
import { scoreRow } from './score-row';

export interface TableScores {
  readonly rows: readonly RowScore[];
  readonly budget: BudgetScore | null;
  readonly totals: Totals;
}

/** Weights this close to the table's total are complete. */
const COMPLETE_WITHIN = 0.05;

/** Scores every indicator and the funds block, and adds them up. */
export function scoreTable(table: Table, profile: Profile): TableScores {
  const context = {
    kind: table.kind,
    profile,
    hasWeights: table.columns.weight !== undefined,
    year: table.year?.value ?? null,
  };
  const rows = table.indicators.map((indicator) => scoreRow(indicator, context));
  const budget = table.budget ? scoreBudget(table.budget, profile) : null;
  return { rows, budget, totals: totalsOf(table, profile, rows, budget) };
}

/**
 * Sums over the indicators and the scored funds row. `score` takes the computed score, else the
 * person's. The grade is the band of `score`, given only for a complete table: one with a total row
 * whose weights make up the profile's total and whose weighted rows all have a score.
 */
function totalsOf(
  table: Table,
  profile: Profile,
  rows: readonly RowScore[],
  budget: BudgetScore | null,
): Totals {
  const weights: number[] = [];
  const filled: number[] = [];
  const scores: number[] = [];
  const withoutScore: number[] = [];
  const add = (weight: number | null, person: number | null, computed: number | null): void => {
    const score = computed ?? person;
    if (weight !== null) weights.push(weight);
    if (person !== null) filled.push(person);
    if (score !== null) scores.push(score);
    else if (weight !== null) withoutScore.push(weight);
  };
  table.indicators.forEach((indicator, index) => {
    const { weight, score } = indicator;
    add(weight?.value ?? null, score?.value ?? null, rows[index]?.score ?? null);
  });
  if (budget) add(budget.weight, budget.filledScore, budget.score);
  const weight = totalOf(weights);
  const score = totalOf(scores);
  const complete =
    table.total !== null &&
    withoutScore.length === 0 &&
    weight !== null &&
    Math.abs(subtract(weight, profile.tableTotal)) <= COMPLETE_WITHIN;
  return {
    weight,
    score,
    filledScore: totalOf(filled),
    printedWeight: table.total?.weight?.value ?? null,
    printedScore: table.total?.score?.value ?? null,
    grade: complete && score !== null ? gradeOf(score, profile) : null,
  };
}

const totalOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : sum(values);
