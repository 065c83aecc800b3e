import { parseRangeName } from '../../src/model/grid';
import type { Ledger } from '../../src/model/ledger';
import type { CellValue, SheetSnapshot, Snapshot } from '../../src/model/snapshot';

export interface SheetSpec {
  readonly name?: string;
  /** Rows of cells from A1; short rows are filled up with blanks. */
  readonly rows: readonly (readonly CellValue[])[];
  /** `A1:C1`; the hidden cells of a merge are blanked, as a host would read them. */
  readonly merges?: readonly string[];
  /** Cell address → number format code. */
  readonly formats?: Readonly<Record<string, string>>;
  /** Cell address → formula without `=`. */
  readonly formulas?: Readonly<Record<string, string>>;
  /** 0-based. */
  readonly hiddenRows?: readonly number[];
  /** 0-based. */
  readonly hiddenColumns?: readonly number[];
}

/** A sheet as a host would have read it. */
export function sheetOf(spec: SheetSpec, index = 0): SheetSnapshot {
  const columnCount = Math.max(1, ...spec.rows.map((row) => row.length));
  const values = spec.rows.map((row) => [
    ...row,
    ...Array<CellValue>(columnCount - row.length).fill(null),
  ]);
  const merges = (spec.merges ?? []).map((text) => {
    const range = parseRangeName(text);
    if (!range) throw new Error(`no range: ${text}`);
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) {
        const line = values[row];
        if (line && (row !== range.top || column !== range.left)) line[column] = null;
      }
    }
    return range;
  });
  const dense = (cells: Readonly<Record<string, string>> = {}): (string | null)[][] => {
    const grid = values.map(() => Array<string | null>(columnCount).fill(null));
    for (const [name, text] of Object.entries(cells)) {
      const cell = parseRangeName(name);
      const row = cell && grid[cell.top];
      if (cell && row) row[cell.left] = text;
    }
    return grid;
  };
  return {
    id: String(index + 1),
    name: spec.name ?? `Sheet${String(index + 1)}`,
    visibility: 'visible',
    protected: false,
    rowCount: values.length,
    columnCount,
    values,
    formulas: dense(spec.formulas),
    formats: dense(spec.formats),
    merges,
    hiddenRows: new Set(spec.hiddenRows ?? []),
    hiddenColumns: new Set(spec.hiddenColumns ?? []),
  };
}

export function snapshotOf(
  sheets: SheetSpec | readonly SheetSpec[],
  ledger: Ledger | null = null,
): Snapshot {
  const list = Array.isArray(sheets) ? (sheets as readonly SheetSpec[]) : [sheets as SheetSpec];
  return {
    revision: 'r1',
    date1904: false,
    sheets: list.map((spec, index) => sheetOf(spec, index)),
    ledger,
  };
}
