import type { Range } from '../../model/grid';
import type { SheetWrite } from '../../model/patch';

/** Rows that follow each other, both ends included. */
export interface RowSpan {
  readonly top: number;
  readonly bottom: number;
}

/** What of a sheet of ours has to be written. */
export interface PageRows {
  /** Rows of the page, in order. */
  readonly rows: readonly number[];
  /** Rows below its end that stand from before. */
  readonly beyond: RowSpan | null;
  readonly chart: boolean;
}

const same = (first: unknown, second: unknown): boolean =>
  JSON.stringify(first) === JSON.stringify(second);

const shapeOf = ({ widths, frozenRows, landscape }: SheetWrite): unknown => [
  widths,
  frozenRows,
  landscape,
];

/** Rows joined by merges are written together: a change in one is a change in all of them. */
function spread(changed: Set<number>, merges: readonly Range[]): void {
  let grew = true;
  while (grew) {
    grew = false;
    for (const { top, bottom } of merges) {
      const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
      const isPart = rows.some((row) => changed.has(row)) && rows.some((row) => !changed.has(row));
      if (!isPart) continue;
      for (const row of rows) changed.add(row);
      grew = true;
    }
  }
}

function mergesByRow(merges: readonly Range[]): ReadonlyMap<number, readonly Range[]> {
  const byRow = new Map<number, Range[]>();
  for (const merge of merges) {
    for (let row = merge.top; row <= merge.bottom; row++) {
      byRow.set(row, [...(byRow.get(row) ?? []), merge]);
    }
  }
  return byRow;
}

/** All of a page. */
export const allRows = ({ rows, chart }: SheetWrite): PageRows => ({
  rows: rows.map((_, row) => row),
  beyond: null,
  chart: chart !== null,
});

/**
 * What differs between a page as it stands and as it is to be; null where it is another sheet
 * altogether (other widths, another page set-up), which is written anew.
 */
export function changedRows(standing: SheetWrite, write: SheetWrite): PageRows | null {
  if (!same(shapeOf(standing), shapeOf(write))) return null;
  const [before, after] = [mergesByRow(standing.merges), mergesByRow(write.merges)];
  const most = Math.max(standing.rows.length, write.rows.length);
  const changed = new Set<number>();
  for (let row = 0; row < most; row++) {
    const isSame =
      same(standing.rows[row], write.rows[row]) && same(before.get(row), after.get(row));
    if (!isSame) changed.add(row);
  }
  spread(changed, [...standing.merges, ...write.merges]);
  const last = standing.rows.length - 1;
  return {
    rows: [...changed].filter((row) => row < write.rows.length).sort((a, b) => a - b),
    beyond: last >= write.rows.length ? { top: write.rows.length, bottom: last } : null,
    chart: !same(standing.chart, write.chart),
  };
}

/** Rows as stretches without gaps. */
export function spansOf(rows: readonly number[]): readonly RowSpan[] {
  const spans: { top: number; bottom: number }[] = [];
  for (const row of rows) {
    const last = spans.at(-1);
    if (last && row === last.bottom + 1) last.bottom = row;
    else spans.push({ top: row, bottom: row });
  }
  return spans;
}
