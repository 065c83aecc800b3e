import { grouped } from '../model/grouped';
import type { ScoreStatus, TableResult } from '../model/score';
import type { NumberCell } from '../model/table';
import { sum } from '../quantity/exact';

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

/** Level-1 headings in the order of the form, headings that stand there twice taken together. */
export function levelSummaries({ table, rows }: TableResult): LevelSummary[] {
  const byLabel = grouped(
    table.indicators.keys(),
    (index) => table.indicators[index]?.level1 ?? null,
  );
  return [...byLabel].map(([label, indexes]) => {
    const indicators = indexes.flatMap((index) => table.indicators[index] ?? []);
    const statuses = { ...NO_STATUSES };
    let count = 0;
    for (const index of indexes) {
      const row = rows[index];
      // A detail line without a weight belongs to the indicator above it.
      if (!row || table.indicators[index]?.parent !== null) continue;
      statuses[row.status] += 1;
      count += 1;
    }
    return {
      label,
      rows: indexes,
      weights: cells(indicators.map((indicator) => indicator.weight)),
      scores: cells(indicators.map((indicator) => indicator.score)),
      weight: sumKnown(indicators.map((indicator) => indicator.weight?.value ?? null)),
      filled: sumKnown(indicators.map((indicator) => indicator.score?.value ?? null)),
      computed: sumKnown(
        indexes.map((index) => rows[index]?.score ?? table.indicators[index]?.score?.value ?? null),
      ),
      count,
      statuses,
    };
  });
}
