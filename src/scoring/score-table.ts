import type { Profile } from '../model/profile';
import type { BudgetScore, RowScore, TableState, Totals } from '../model/score';
import type { Table } from '../model/table';
import { compare, subtract, sum } from '../quantity/exact';
import { gradeOf } from './grade';
import { isLeftOut, rescaled } from '../quantity/not-applicable';
import { scoreBudget } from './score-budget';
import { scoreRow } from './score-row';
import { withMergedPoints } from './merged-points';

export interface TableScores {
  readonly rows: readonly RowScore[];
  readonly budget: BudgetScore | null;
  readonly totals: Totals;
  readonly state: TableState;
}

/** Weights this close to the table's total are complete. */
const COMPLETE_WITHIN = 0.05;

/** Scores every indicator and the funds block, and adds them up. */
export function scoreTable(table: Table, profile: Profile): TableScores {
  const weights = weightsOf(table);
  const budget = table.budget ? scoreBudget(table.budget, profile, weights) : null;
  const context = {
    kind: table.kind,
    profile,
    hasWeights: table.columns.weight !== undefined,
    year: table.year?.value ?? null,
    execution: budget?.rate ?? null,
    meta: table.meta,
  };
  const points: Points = {
    weights: [],
    filled: [],
    scores: [],
    withoutScore: 0,
    weighted: 0,
    scored: 0,
  };
  const rows = withMergedPoints(
    table.indicators,
    table.indicators.map((indicator) => scoreRow(indicator, context)),
  );
  table.indicators.forEach((indicator, at) => {
    const weight = indicator.weight?.value ?? null;
    if (isLeftOut(indicator, profile)) points.weights.push(weight ?? 0);
    else addPoints(points, weight, indicator.score?.value ?? null, rows[at]?.score ?? null);
  });
  if (budget) addPoints(points, budget.weight, budget.filledScore, budget.score);
  const state = stateOf(table, points);
  return { rows, budget, totals: totalsOf(table, profile, points, state), state };
}

/** What the weights of the indicators come to; null where none has one. */
export const weightsOf = ({ indicators }: Table): number | null =>
  totalOf(indicators.flatMap(({ weight }) => weight?.value ?? []));

/** What the indicators and the scored funds row add up from. */
interface Points {
  readonly weights: number[];
  readonly filled: number[];
  readonly scores: number[];
  /** Rows with a weight and no score, neither computed nor filled in. */
  withoutScore: number;
  /** Rows with a weight, and those of them with a 得分. */
  weighted: number;
  scored: number;
}

function addPoints(
  points: Points,
  weight: number | null,
  filled: number | null,
  computed: number | null,
): void {
  const score = computed ?? filled;
  if (filled !== null) points.filled.push(filled);
  if (score !== null) points.scores.push(score);
  if (weight === null) return;
  points.weights.push(weight);
  if (score === null) points.withoutScore += 1;
  if (weight <= 0) return;
  points.weighted += 1;
  if (filled !== null) points.scored += 1;
}

/** Whether anyone has begun: an actual, a score or an executed amount stands in the form. */
function isBegun({ indicators, budget, total }: Table, { filled }: Points): boolean {
  return (
    filled.length > 0 ||
    total?.score?.value != null ||
    indicators.some(({ actual }) => actual.kind !== 'none') ||
    (budget?.rows.some(({ executed, score }) => executed?.value != null || score?.value != null) ??
      false)
  );
}

function stateOf(table: Table, points: Points): TableState {
  const { weighted, scored } = points;
  const complete = scored === weighted && isBegun(table, points);
  const kind = complete ? 'complete' : isBegun(table, points) ? 'incomplete' : 'blank';
  return { kind, weighted, scored };
}

/**
 * Sums over the indicators and the scored funds row. `score` takes the computed score, else the
 * person's. The grade is the band of `score`, given only for a complete table with a total row whose
 * weights make up the profile's total.
 */
function totalsOf(table: Table, profile: Profile, points: Points, state: TableState): Totals {
  const weight = isPartly(table, points) ? null : totalOf(points.weights);
  const sums = (values: readonly number[]): number | null => {
    const together = totalOf(values);
    return together === null ? null : rescaled(together, table, profile);
  };
  const together = points.withoutScore === 0 ? sums(points.scores) : null;
  // More than full marks is a score typed wrong somewhere and no total, unless points are given besides.
  const tooMuch =
    together !== null && weight !== null && !hasUnweighted(table) && compare(together, weight) > 0;
  const score = tooMuch ? null : together;
  const complete = state.kind === 'complete';
  const whole =
    complete &&
    table.total !== null &&
    weight !== null &&
    Math.abs(subtract(weight, profile.tableTotal)) <= COMPLETE_WITHIN;
  return {
    weight,
    score,
    filledScore: complete ? sums(points.filled) : null,
    printedWeight: table.total?.weight?.value ?? null,
    printedScore: table.total?.score?.value ?? null,
    grade: whole && score !== null ? gradeOf(score, profile) : null,
  };
}

/** Of a form without 分值 only the funds' full marks are known, and not those of its scored rows. */
const isPartly = (table: Table, { weights }: Points): boolean =>
  weights.length > 0 && table.columns.weight === undefined && hasUnweighted(table);

const hasUnweighted = ({ indicators }: Table): boolean =>
  indicators.some(({ weight, score }) => weight === null && score?.value != null);

const totalOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : sum(values);
