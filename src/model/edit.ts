import type { CellRef } from './grid';
import type { CellValue } from './snapshot';

/** What a person did to one cell of a workbook open in a grid of ours. */
export interface CellEdit {
  readonly sheetId: string;
  readonly cell: CellRef;
  /** Null: the cell is empty. With a formula: its result as last calculated. */
  readonly value: CellValue;
  /** Without `=`; null: the cell has none, and a value that begins with `=` is text. */
  readonly formula: string | null;
}
