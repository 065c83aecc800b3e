import type { CellRef, Range } from '../model/grid';
import { isCellError, type CellValue, type SheetSnapshot } from '../model/snapshot';

/** A sheet with its merges indexed, read by row and column without bounds worries. */
export interface SheetView {
  readonly sheet: SheetSnapshot;
  /** Days of the workbook are counted from 1904. */
  readonly date1904: boolean;
  value(row: number, column: number): CellValue;
  format(row: number, column: number): string | null;
  formula(row: number, column: number): string | null;
  /** The cell as trimmed text; `''` for blank and error cells. */
  text(row: number, column: number): string;
  /** The merge that covers the cell, else null. */
  merge(row: number, column: number): Range | null;
  /** Text of the cell or, in a merge, of the merge's first cell. */
  shown(row: number, column: number): string;
}

const WIDEST_INDEXED_MERGE = 20_000;
const COLUMNS = 16_384;

export function viewSheet(sheet: SheetSnapshot, date1904 = false): SheetView {
  const covered = new Map<number, Range>();
  for (const merge of sheet.merges) {
    const bottom = Math.min(merge.bottom, sheet.rowCount - 1);
    const right = Math.min(merge.right, sheet.columnCount - 1);
    // A merge over a whole sheet is decoration; indexing its cells would cost memory for nothing.
    if ((bottom - merge.top + 1) * (right - merge.left + 1) > WIDEST_INDEXED_MERGE) continue;
    for (let row = merge.top; row <= bottom; row++) {
      for (let column = merge.left; column <= right; column++) {
        covered.set(row * COLUMNS + column, merge);
      }
    }
  }
  const value = (row: number, column: number): CellValue => sheet.values[row]?.[column] ?? null;
  const text = (row: number, column: number): string => asText(value(row, column));
  const merge = (row: number, column: number): Range | null =>
    covered.size === 0 ? null : (covered.get(row * COLUMNS + column) ?? null);
  return {
    sheet,
    date1904,
    value,
    text,
    merge,
    format: (row, column) => sheet.formats[row]?.[column] ?? null,
    formula: (row, column) => sheet.formulas[row]?.[column] ?? null,
    shown(row, column) {
      const range = merge(row, column);
      return range ? text(range.top, range.left) : text(row, column);
    },
  };
}

/** A Chinese character or a visible one of ASCII: with one at each end there is nothing to trim. */
const isInk = (code: number): boolean =>
  (code > 0x20 && code < 0x7f) || (code >= 0x3400 && code <= 0x9fff);

export function asText(value: CellValue): string {
  if (typeof value === 'string') {
    const bare = isInk(value.charCodeAt(0)) && isInk(value.charCodeAt(value.length - 1));
    return bare ? value : value.trim();
  }
  if (value === null || isCellError(value)) return '';
  return String(value);
}

/** Non-blank cells of a row as columns, left to right. */
export function filledColumns(view: SheetView, row: number): number[] {
  const values = view.sheet.values[row];
  const columns: number[] = [];
  if (!values) return columns;
  for (let column = 0; column < values.length; column++) {
    const value = values[column];
    if (value !== null && value !== undefined && value !== '') columns.push(column);
  }
  return columns;
}

/** The first column right of the cell (and of its merge) that is not part of the same merge. */
export function columnAfter(view: SheetView, cell: CellRef): number {
  return (view.merge(cell.row, cell.column)?.right ?? cell.column) + 1;
}
