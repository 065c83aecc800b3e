import type { CellValue } from '../../../src/model/snapshot';
import { cellName, type CellRef } from '../../../src/model/grid';
import type { SheetSpec } from '../snapshot-of';

/** A cell that can be found again wherever rows and columns are moved to. */
export interface FormCell {
  value: CellValue;
  format: string | null;
}

/** Rows of cells; a merge is known by its two corners, so that it grows with what is inserted. */
export interface Grid {
  readonly rows: FormCell[][];
  merges: (readonly [FormCell, FormCell])[];
  /** Cells whose rows, or columns, are not shown. */
  readonly hidden: { readonly rows: FormCell[]; readonly columns: FormCell[] };
}

export const cell = (value: CellValue, format: string | null = null): FormCell => ({
  value,
  format,
});

export const newGrid = (): Grid => ({
  rows: [],
  merges: [],
  hidden: { rows: [], columns: [] },
});

export const widthOf = ({ rows }: Grid): number => Math.max(0, ...rows.map((row) => row.length));

/** Fills up short rows, so that every row has every column. */
export function square(grid: Grid): void {
  const width = widthOf(grid);
  for (const row of grid.rows) while (row.length < width) row.push(cell(null));
}

export function addRow(grid: Grid, cells: readonly (FormCell | CellValue)[]): FormCell[] {
  const row = cells.map((one) => (isFormCell(one) ? one : cell(one)));
  grid.rows.push(row);
  return row;
}

const isFormCell = (one: FormCell | CellValue): one is FormCell =>
  typeof one === 'object' && one !== null && 'format' in one;

export function merge(grid: Grid, first: FormCell | undefined, last: FormCell | undefined): void {
  if (first && last && first !== last) grid.merges.push([first, last]);
}

/** Where each cell stands in the end. */
export function places({ rows }: Grid): ReadonlyMap<FormCell, CellRef> {
  const at = new Map<FormCell, CellRef>();
  rows.forEach((line, row) => {
    line.forEach((one, column) => at.set(one, { row, column }));
  });
  return at;
}

export function sheetSpec(grid: Grid, name: string): SheetSpec {
  const at = places(grid);
  const formats: Record<string, string> = {};
  for (const [one, place] of at) if (one.format) formats[cellName(place)] = one.format;
  const merges = grid.merges.flatMap(([first, last]) => {
    const [from, to] = [at.get(first), at.get(last)];
    return from && to ? [`${cellName(from)}:${cellName(to)}`] : [];
  });
  const hiddenRows = grid.hidden.rows.flatMap((one) => at.get(one)?.row ?? []);
  const hiddenColumns = grid.hidden.columns.flatMap((one) => at.get(one)?.column ?? []);
  return {
    name,
    hiddenRows,
    hiddenColumns,
    rows: grid.rows.map((row) => row.map(({ value }) => value)),
    merges,
    formats,
  };
}
