import { CellValueType, type ICellData, type Nullable } from '@univerjs/core';
import {
  cellOf,
  plainText,
  type CellContent,
  type CellTerms,
  type ContentCell,
} from './cell-content';

/** A row-by-row, column-by-column set of cells as the grid's mutations carry it. */
export type CellMatrix = Record<number, Record<number, Nullable<ICellData>>>;

export interface CleaningTerms {
  readonly terms: (row: number, column: number) => CellTerms;
  /** True for the parts of a merge that are not seen. */
  readonly hidden: (row: number, column: number) => boolean;
  /** A formula moved by so many columns and rows. */
  readonly moved: (formula: string, columns: number, rows: number) => string;
}

export interface CleanCells {
  readonly cells: CellMatrix;
  /** Content that was meant for a hidden part of a merge and is left out. */
  readonly leftOut: number;
}

const NOTHING: ContentCell = { v: null, t: null, f: null, si: null, p: null };

/**
 * Of a change to cells, what the workbook can keep: values and formulas. Styles, rich text and the
 * grid's own marks are taken out; a formula shared over several cells is written into each.
 */
export function cleanCells(cells: CellMatrix, cleaning: CleaningTerms): CleanCells {
  const masters = mastersOf(cells);
  let leftOut = 0;
  const clean: CellMatrix = {};
  forEachCell(cells, (cell, row, column) => {
    if (cleaning.hidden(row, column)) {
      if (cell && hasContent(cell)) leftOut += 1;
      return;
    }
    (clean[row] ??= {})[column] = cleanCell(
      cell,
      cleaning.terms(row, column),
      sharedFormula(cell, masters, row, column, cleaning),
    );
  });
  return { cells: clean, leftOut };
}

export function forEachCell(
  cells: CellMatrix,
  visit: (cell: Nullable<ICellData>, row: number, column: number) => void,
): void {
  for (const [row, line] of Object.entries(cells)) {
    for (const [column, cell] of Object.entries(line)) {
      visit(cell, Number(row), Number(column));
    }
  }
}

function hasContent(cell: ICellData): boolean {
  return Boolean(cell.f) || Boolean(cell.p) || (cell.v ?? '') !== '';
}

function cleanCell(
  cell: Nullable<ICellData>,
  terms: CellTerms,
  shared: string | null,
): Partial<ContentCell> {
  if (!cell) return NOTHING;
  const value = valuePart(cell, terms);
  if (shared !== null) return { ...value, f: shared, si: null, p: null };
  return {
    ...value,
    ...(cell.f === undefined ? {} : { f: cell.f }),
    ...(cell.si === undefined && cell.f === undefined ? {} : { si: null }),
    ...(cell.p === undefined && value.v === undefined ? {} : { p: null }),
  };
}

function valuePart(cell: ICellData, terms: CellTerms): Partial<Pick<ContentCell, 'v' | 't'>> {
  if (cell.p) {
    const text = plainText(cell.p.body?.dataStream ?? '');
    return textPart(text, terms);
  }
  if (cell.v === undefined) return {};
  if (cell.v === null || cell.v === '') return { v: null, t: null };
  if (cell.t !== undefined && cell.t !== null) return { v: cell.v, t: cell.t };
  if (typeof cell.v === 'number') return { v: cell.v, t: CellValueType.NUMBER };
  if (typeof cell.v === 'boolean') return { v: cell.v ? 1 : 0, t: CellValueType.BOOLEAN };
  return cell.f ? { v: cell.v, t: CellValueType.STRING } : textPart(cell.v, terms);
}

function textPart(text: string, terms: CellTerms): Pick<ContentCell, 'v' | 't'> {
  const content: CellContent = { value: text === '' ? null : text, formula: null };
  const { v, t } = cellOf(content, terms);
  return { v, t };
}

interface Master {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

function mastersOf(cells: CellMatrix): ReadonlyMap<string, Master> {
  const masters = new Map<string, Master>();
  forEachCell(cells, (cell, row, column) => {
    if (cell?.si && cell.f) masters.set(cell.si, { formula: cell.f, row, column });
  });
  return masters;
}

/** Null: the cell has no formula shared with another. */
function sharedFormula(
  cell: Nullable<ICellData>,
  masters: ReadonlyMap<string, Master>,
  row: number,
  column: number,
  { moved }: CleaningTerms,
): string | null {
  const master = cell?.si && !cell.f ? masters.get(cell.si) : undefined;
  return master ? moved(master.formula, column - master.column, row - master.row) : null;
}
