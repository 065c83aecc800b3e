import type { Range } from './grid';
import type { Ledger } from './ledger';

/** A cell that holds an error value such as `#DIV/0!`. */
export interface CellError {
  readonly error: string;
}

export type CellValue = string | number | boolean | null | CellError;

export function isCellError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null;
}

/** Errors are the same by their names. */
export function sameValue(first: CellValue, second: CellValue): boolean {
  if (isCellError(first) || isCellError(second)) {
    return isCellError(first) && isCellError(second) && first.error === second.error;
  }
  return first === second;
}

/** What a cell shows without its format; `''` where nothing stands. */
export const textOf = (value: CellValue): string =>
  isCellError(value) ? value.error : String(value ?? '');

/**
 * One sheet as it was read in one go. `values`, `formulas` and `formats` have `rowCount` rows of
 * `columnCount` items, first cell A1. Where a sheet is next to empty for its size, as with one number
 * in its last corner, rows end after their last stored cell. A row without any cell may be one shared
 * array, so nobody may write into them.
 */
export interface SheetSnapshot {
  /** Stable inside one snapshot and across a re-read of the same workbook. */
  readonly id: string;
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly protected: boolean;
  /** Some cells of a protected sheet are not locked; absent where nobody was asked. */
  readonly hasOpenCells?: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Cached results where the cell has a formula. The hidden part of a merge is null. */
  readonly values: readonly (readonly CellValue[])[];
  /** Without the leading `=`; null where the cell has none. */
  readonly formulas: readonly (readonly (string | null)[])[];
  /** Number format code; null for General. */
  readonly formats: readonly (readonly (string | null)[])[];
  readonly merges: readonly Range[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

export interface Snapshot {
  /** Changes whenever the workbook's content does; a patch made for another revision is refused. */
  readonly revision: string;
  readonly date1904: boolean;
  readonly sheets: readonly SheetSnapshot[];
  /** What the tool left in the workbook at an earlier run; null on the first. */
  readonly ledger: Ledger | null;
}
