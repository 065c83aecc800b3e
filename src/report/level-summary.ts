import { grouped } from '../model/grouped';
import type { BudgetScore, RowScore, ScoreStatus, TableResult } from '../model/score';
import type { NumberCell } from '../model/table';
import { sum } from '../quantity/exact';
import { countingPoints, isLeftOut } from '../quantity/not-applicable';

/** What one level-1 heading adds up to. */
export interface LevelSummary {
  /** Null: rows under no level-1 heading. */
  readonly label: string | null;
  readonly rows: readonly number[];
  readonly weights: readonly NumberCell[];
  readonly scores: readonly NumberCell[];
  /** Exact; null where no row of the level has a weight. */
  readonly weight: number | null;
  readonly filled: number | null;
  /** Computed where it can be, the person's score where only a person can judge. */
  readonly computed: number | null;
  readonly count: number;
  /** How many of its rows the profile leaves out; their points are in none of the sums. */
  readonly leftOut: number;
  readonly statuses: Readonly<Record<ScoreStatus, number>>;
}

const NO_STATUSES: Readonly<Record<ScoreStatus, number>> = {
  met: 0,
  unmet: 0,
  over: 0,
  judged: 0,
  unscored: 0,
};

const cells = (list: readonly (NumberCell | null)[]): NumberCell[] =>
  list.filter((cell) => cell !== null);

/** Exact sum of what is known; null where nothing is. */
function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? sum(known) : null;
}

/** In a form without points a row has no score, and has reached its target or not all the same. */
export function statusOf(
  { status, achievement }: RowScore,
  { state }: Pick<TableResult, 'state'>,
): ScoreStatus {
  if (state.weighted > 0 || status !== 'unscored' || achievement === null) return status;
  return achievement < 1 ? 'unmet' : 'met';
}

/** Level-1 headings in the order of the form, headings that stand there twice taken together. */
export function levelSummaries(result: TableResult): LevelSummary[] {
  const { table, rows, profile } = result;
  const byLabel = grouped(
    table.indicators.keys(),
    (index) => table.indicators[index]?.level1 ?? null,
  );
  return [...byLabel].map(([label, indexes]) => {
    const indicators = indexes.flatMap((index) => table.indicators[index] ?? []);
    const points = indicators.map((indicator) => countingPoints(indicator, profile));
    const statuses = { ...NO_STATUSES };
    let count = 0;
    for (const index of indexes) {
      const row = rows[index];
      // A detail line without a weight belongs to the indicator above it.
      if (!row || table.indicators[index]?.parent !== null) continue;
      statuses[statusOf(row, result)] += 1;
      count += 1;
    }
    return {
      label,
      rows: indexes,
      weights: cells(points.map(({ weight }) => weight)),
      scores: cells(points.map(({ score }) => score)),
      weight: sumKnown(points.map(({ weight }) => weight?.value ?? null)),
      filled: sumKnown(points.map(({ score }) => score?.value ?? null)),
      computed: sumKnown(
        indexes.map((index, at) => rows[index]?.score ?? points[at]?.score?.value ?? null),
      ),
      count,
      leftOut: indicators.filter((indicator) => isLeftOut(indicator, profile)).length,
      statuses,
    };
  });
}

/** A bar of a chart. */
export interface ScoreBar {
  /** The level's own heading; null: rows under none, or the funds. */
  readonly label: string | null;
  readonly of: 'level' | 'funds';
  readonly weight: number | null;
  /** 复算得分: computed where it can be, as filled in where it was not computed; null where nothing is known. */
  readonly score: number | null;
}

/** What every chart of 得分 shows: the levels in the order of the form, then the funds where they have points. */
export function scoreBars(result: TableResult): ScoreBar[] {
  const { budget } = result;
  const levels = levelSummaries(result).map(({ label, weight, computed }): ScoreBar => ({
    label,
    of: 'level',
    weight,
    score: computed,
  }));
  if (budget?.weight == null) return levels;
  return [
    ...levels,
    { label: null, of: 'funds', weight: budget.weight, score: fundsScore(budget) },
  ];
}

/** 复算得分 of the funds, by the same rule as a row's. */
export const fundsScore = ({ score, filledScore }: BudgetScore): number | null =>
  score ?? filledScore;
