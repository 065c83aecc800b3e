import { cellAt, formulaAt } from '../../../model/address';
import type { BookView, SheetView } from '../../../model/look';
import { EMPTY, type CellContent, type CellTerms } from './cell-content';

/** What the workbook has, cell by cell, as far as the grid has told of it. */
export interface Mirror {
  readonly sheet: (sheetId: string) => SheetView | undefined;
  readonly at: (sheetId: string, row: number, column: number) => CellContent;
  /** What the view had there, whatever was set since. */
  readonly had: (sheetId: string, row: number, column: number) => CellContent;
  readonly terms: (sheetId: string, row: number, column: number) => CellTerms;
  readonly set: (sheetId: string, row: number, column: number, content: CellContent) => void;
  /** The cells set since the view was given, those that are the view's again included. */
  readonly touched: (sheetId: string) => ReadonlyMap<string, CellContent>;
}

/** A mirror of a view, and of what is set in it afterwards. */
export function createMirror(view: BookView): Mirror {
  const sheets = new Map(view.sheets.map((sheet) => [sheet.id, sheet]));
  const touched = new Map<string, Map<string, CellContent>>();
  return {
    sheet: (sheetId) => sheets.get(sheetId),
    at: (sheetId, row, column) =>
      touched.get(sheetId)?.get(cellKey(row, column)) ??
      viewContent(sheets.get(sheetId), row, column),
    had: (sheetId, row, column) => viewContent(sheets.get(sheetId), row, column),
    terms: (sheetId, row, column) => viewTerms(view, sheets.get(sheetId), row, column),
    set: (sheetId, row, column, content) => {
      const cells = touched.get(sheetId) ?? new Map<string, CellContent>();
      cells.set(cellKey(row, column), content);
      touched.set(sheetId, cells);
    },
    touched: (sheetId) => touched.get(sheetId) ?? new Map(),
  };
}

export function cellKey(row: number, column: number): string {
  return `${String(row)}:${String(column)}`;
}

export function viewContent(
  sheet: SheetView | undefined,
  row: number,
  column: number,
): CellContent {
  if (!sheet) return EMPTY;
  const value = cellAt(sheet, { row, column });
  const formula = formulaAt(sheet, { row, column });
  return value === null && formula === null ? EMPTY : { value, formula };
}

export function viewTerms(
  view: BookView,
  sheet: SheetView | undefined,
  row: number,
  column: number,
): CellTerms {
  const look = view.looks[sheet?.looks[row]?.[column] ?? 0];
  return { format: look?.format ?? null, date1904: view.date1904 };
}
