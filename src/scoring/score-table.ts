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
  const points: Points = { weights: [], filled: [], scores: [], withoutScore: 0 };
  const rows = table.indicators.map((indicator) => {
    const row = scoreRow(indicator, context);
    addPoints(points, indicator.weight?.value ?? null, indicator.score?.value ?? null, row.score);
    return row;
  });
  const budget = table.budget ? scoreBudget(table.budget, profile) : null;
  if (budget) addPoints(points, budget.weight, budget.filledScore, budget.score);
  return { rows, budget, totals: totalsOf(table, profile, points) };
}

/** What the indicators and the scored funds row add up from. */
interface Points {
  readonly weights: number[];
  readonly filled: number[];
  readonly scores: number[];
  /** Rows with a weight and no score, neither computed nor filled in. */
  withoutScore: number;
}

function addPoints(
  points: Points,
  weight: number | null,
  filled: number | null,
  computed: number | null,
): void {
  const score = computed ?? filled;
  if (weight !== null) points.weights.push(weight);
  if (filled !== null) points.filled.push(filled);
  if (score !== null) points.scores.push(score);
  else if (weight !== null) points.withoutScore += 1;
}

/**
 * Sums over the indicators and the scored funds row. `score` takes the computed score, else the
 * person's. The grade is the band of `score`, given only for a complete table: one with a total row
 * whose weights make up the profile's total and whose weighted rows all have a score.
 */
function totalsOf(table: Table, profile: Profile, points: Points): Totals {
  const weight = totalOf(points.weights);
  const score = totalOf(points.scores);
  const complete =
    table.total !== null &&
    points.withoutScore === 0 &&
    weight !== null &&
    Math.abs(subtract(weight, profile.tableTotal)) <= COMPLETE_WITHIN;
  return {
    weight,
    score,
    filledScore: totalOf(points.filled),
    printedWeight: table.total?.weight?.value ?? null,
    printedScore: table.total?.score?.value ?? null,
    grade: complete && score !== null ? gradeOf(score, profile) : null,
  };
}

const totalOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : sum(values);
