import { Failure } from '../../model/failure';
import type { Range } from '../../model/grid';
import type { CellValue } from '../../model/snapshot';
import type { FormulaPiece } from '../formula-shift';
import type { Limits } from '../limits';

/** What a sheet's cells refer to, and what is left of the workbook's allowance of cells. */
export interface SheetContext {
  readonly strings: readonly string[];
  /** Number format code per cell style. */
  readonly formats: readonly (string | null)[];
  readonly date1904: boolean;
  readonly limits: Limits;
  readonly spent: { cells: number };
}

/** A row while it is read: items up to the last one that says something. */
export interface Row {
  readonly values: CellValue[];
  formulas: (string | null)[] | null;
  formats: (string | null)[] | null;
}

interface SharedFormula {
  readonly pieces: readonly FormulaPiece[];
  readonly row: number;
  readonly column: number;
}

interface Pending {
  readonly group: string;
  readonly row: number;
  readonly column: number;
}

interface ArrayFormula {
  readonly range: Range;
  readonly formula: string;
}

/** The cell that is being read. One object is reused for all cells, because there are millions. */
export interface Cursor {
  at: number;
  row: number;
  column: number;
  style: number;
  type: number;
  closed: boolean;
  hidden: boolean;
}

export interface Reading {
  readonly xml: string;
  readonly context: SheetContext;
  readonly cursor: Cursor;
  readonly rows: Map<number, Row>;
  /** The row asked for last: nearly always the one asked for next. */
  readonly latest: { index: number; row: Row };
  readonly shared: Map<string, SharedFormula>;
  readonly pending: Pending[];
  readonly arrays: ArrayFormula[];
  readonly hiddenRows: Set<number>;
  readonly mentionedRows: Set<number> | null;
}

export const MAX_ROW = 1_048_575;
export const MAX_COLUMN = 16_383;

export const broken = (): Failure => new Failure('xml-damaged');

export function rowAt(reading: Reading, index: number): Row {
  const { latest } = reading;
  if (latest.index === index) return latest.row;
  const row = reading.rows.get(index) ?? { values: [], formulas: null, formats: null };
  reading.rows.set(index, row);
  latest.index = index;
  latest.row = row;
  return row;
}

export function spend(context: SheetContext, cells: number): void {
  context.spent.cells += cells;
  if (context.spent.cells > context.limits.cells) throw new Failure('sheet-too-large');
}

export function put<T>(list: (T | null)[], column: number, item: T): void {
  while (list.length < column) list.push(null);
  list[column] = item;
}

export function storeFormula(reading: Reading, row: number, column: number, formula: string): void {
  const target = rowAt(reading, row);
  target.formulas ??= [];
  put(target.formulas, column, formula);
}
