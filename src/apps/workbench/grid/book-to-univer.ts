import {
  BooleanNumber,
  LocaleType,
  type ICellData,
  type IRange,
  type IWorkbookData,
  type IWorksheetData,
} from '@univerjs/core';
import type { Range } from '../../../model/grid';
import type { BookView, SheetView } from '../../../model/look';
import { EMPTY, cellOf } from './cell-content';
import { viewContent, viewTerms } from './mirror';
import { styleOf } from './look-to-style';

/** Room below and beside what the workbook has, where a person may go on typing. */
const SPARE_ROWS = 40;
const SPARE_COLUMNS = 6;
const LEAST_ROWS = 60;
const LEAST_COLUMNS = 26;

/** The note plugin's name for what it keeps with a workbook. */
const NOTES = 'SHEET_NOTE_PLUGIN';

/** A workbook as the grid's own data. `id` is the name the grid knows it by. */
export function bookToUniver(id: string, view: BookView): IWorkbookData {
  return {
    id,
    name: id,
    appVersion: '0.25.1',
    locale: LocaleType.ZH_CN,
    styles: Object.fromEntries(view.looks.map((look, index) => [String(index), styleOf(look)])),
    defaultStyle: '0',
    sheetOrder: view.sheets.map((sheet) => sheet.id),
    sheets: Object.fromEntries(view.sheets.map((sheet) => [sheet.id, sheetToUniver(view, sheet)])),
    resources: [{ name: NOTES, data: JSON.stringify(notesOf(view)) }],
  };
}

/** How a cell's look is named: by its index in the book's looks, or said in full. */
export type NameLook = (index: number) => ICellData['s'];

/** One sheet as the grid's own data. */
export function sheetToUniver(
  view: BookView,
  sheet: SheetView,
  nameLook: NameLook = String,
): Partial<IWorksheetData> {
  return {
    id: sheet.id,
    name: sheet.name,
    hidden: sheet.visibility === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    ...spareCounts(sheet),
    defaultColumnWidth: sheet.defaultWidth,
    defaultRowHeight: sheet.defaultHeight,
    freeze: freezeOf(sheet),
    mergeData: sheet.merges.map(rangeToUniver),
    cellData: cellsOf(view, sheet, nameLook),
    rowData: sizesOf(sheet.heights, sheet.hiddenRows, (h, hd) => ({
      ...(h === undefined ? {} : { h, ia: BooleanNumber.FALSE }),
      hd,
    })),
    columnData: sizesOf(sheet.widths, sheet.hiddenColumns, (w, hd) => ({
      ...(w === undefined ? {} : { w }),
      hd,
    })),
    showGridlines: sheet.gridLines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
  };
}

/** How many rows and columns the grid has for a sheet. */
export function spareCounts(sheet: SheetView): Pick<IWorksheetData, 'rowCount' | 'columnCount'> {
  return {
    rowCount: Math.max(sheet.rowCount + SPARE_ROWS, LEAST_ROWS),
    columnCount: Math.max(sheet.columnCount + SPARE_COLUMNS, LEAST_COLUMNS),
  };
}

export function rangeToUniver(range: Range): IRange {
  return {
    startRow: range.top,
    startColumn: range.left,
    endRow: range.bottom,
    endColumn: range.right,
  };
}

export function freezeOf(sheet: SheetView): IWorksheetData['freeze'] {
  return {
    xSplit: sheet.frozenColumns,
    ySplit: sheet.frozenRows,
    startRow: sheet.frozenRows > 0 ? sheet.frozenRows : -1,
    startColumn: sheet.frozenColumns > 0 ? sheet.frozenColumns : -1,
  };
}

function cellsOf(view: BookView, sheet: SheetView, nameLook: NameLook): IWorksheetData['cellData'] {
  const cells: Record<number, Record<number, ICellData>> = {};
  for (let row = 0; row < sheet.rowCount; row += 1) {
    const line: Record<number, ICellData> = {};
    for (let column = 0; column < sheet.columnCount; column += 1) {
      const cell = cellAt(view, sheet, row, column, nameLook);
      if (cell) line[column] = cell;
    }
    if (Object.keys(line).length > 0) cells[row] = line;
  }
  return cells;
}

/** Null where the workbook has neither content nor a look of its own. */
function cellAt(
  view: BookView,
  sheet: SheetView,
  row: number,
  column: number,
  nameLook: NameLook,
): ICellData | null {
  const content = viewContent(sheet, row, column);
  const look = sheet.looks[row]?.[column] ?? 0;
  if (content === EMPTY && look === 0) return null;
  const { v, t, f } = cellOf(content, viewTerms(view, sheet, row, column));
  return {
    ...(v === null ? {} : { v, t }),
    ...(f === null ? {} : { f }),
    ...(look === 0 ? {} : { s: nameLook(look) }),
  };
}

function sizesOf<T>(
  sizes: ReadonlyMap<number, number>,
  hidden: ReadonlySet<number>,
  make: (size: number | undefined, hd: BooleanNumber) => T,
): Record<number, T> {
  return Object.fromEntries(
    [...new Set([...sizes.keys(), ...hidden])].map((index) => [
      index,
      make(sizes.get(index), hidden.has(index) ? BooleanNumber.TRUE : BooleanNumber.FALSE),
    ]),
  );
}

export interface UniverNote {
  readonly id: string;
  readonly row: number;
  readonly col: number;
  readonly width: number;
  readonly height: number;
  readonly note: string;
  readonly show: boolean;
}

/** A note as the grid's; tall enough for its text at about sixteen characters a line. */
export function noteToUniver(note: SheetView['notes'][number]): UniverNote {
  const { row, column } = note.cell;
  const lines = note.text
    .split('\n')
    .reduce((count, line) => count + Math.max(1, Math.ceil(line.length / 16)), 0);
  return {
    id: `${String(row)}:${String(column)}`,
    row,
    col: column,
    width: 240,
    height: Math.min(320, 32 + lines * 18),
    note: note.text,
    show: false,
  };
}

function notesOf(view: BookView): Record<string, Record<number, Record<number, UniverNote>>> {
  const books: Record<string, Record<number, Record<number, UniverNote>>> = {};
  for (const sheet of view.sheets) {
    const rows: Record<number, Record<number, UniverNote>> = {};
    for (const note of sheet.notes) {
      (rows[note.cell.row] ??= {})[note.cell.column] = noteToUniver(note);
    }
    if (sheet.notes.length > 0) books[sheet.id] = rows;
  }
  return books;
}
