import type { Range } from '../../model/grid';
import { rawGrid, type RawRows, type RawSheet } from '../sheet-grid';
import { askMergesOf, sizeOfRows, type Size } from './ask-merges';
import type { Asked, SheetEntry } from './book-list';
import type { ExcelAbilities } from './excel-session';
import { hiddenLines, type HiddenLines } from './read-hidden';

/** From A1, so that rows and columns need no offset; the range of an empty sheet is A1 alone. */
export function gridRange(sheet: Excel.Worksheet): Excel.Range {
  return sheet.getRange('A1').getBoundingRect(sheet.getUsedRange(true));
}

/** Whether the cells of a range are locked, as a name to load. */
export const LOCKED = 'format/protection/locked';

/** Whether a sheet is protected, and its cells locked; `grid` loads `LOCKED` besides. */
export function askIfProtected(
  sheet: Excel.Worksheet,
  grid: Excel.Range,
): Asked<Pick<RawSheet, 'protected' | 'locked'>> {
  sheet.protection.load('protected');
  return () => ({
    protected: sheet.protection.protected,
    locked: grid.format.protection.locked,
  });
}

/** What is in the cells of a range; which rows are hidden is another question. */
export function askRows(grid: Excel.Range, sheet: string): Asked<Omit<RawRows, 'rowHidden'>> {
  grid.load('values,formulas,numberFormat,valueTypes');
  return () => ({
    values: rawGrid(grid.values, sheet),
    formulas: rawGrid(grid.formulas, sheet),
    formats: rawGrid(grid.numberFormat, sheet),
    types: rawGrid(grid.valueTypes, sheet),
  });
}

/**
 * Asks for everything of one sheet, from A1 to the last value, in the batch of a write or right
 * before one. Below ExcelApi 1.13 nothing tells which cells are merged: then none are said to be,
 * labels are inherited over blanks all the same, and a score can only be offered for a cell that
 * shows none.
 */
export function askSheet(
  sheet: Excel.Worksheet,
  { id, name, visibility }: SheetEntry,
  abilities: ExcelAbilities,
  crowded: Size | null,
): Asked<RawSheet> {
  const grid = gridRange(sheet);
  const rows = askRows(grid, name);
  const hidden = grid.getRowProperties({ rowHidden: true });
  const columns = grid.getColumnProperties({ columnHidden: true });
  const merges = askMergesOf(sheet, grid, abilities, crowded);
  grid.load(LOCKED);
  const protection = askIfProtected(sheet, grid);
  return () => ({
    id,
    name,
    visibility,
    ...protection(),
    rows: { ...rows(), rowHidden: hidden.value.map((row) => row.rowHidden === true) },
    columnHidden: columns.value.map((column) => column.columnHidden === true),
    merges: merges(),
  });
}

/** What loading alone tells of a sheet. */
export interface LoadedSheet extends Omit<RawSheet, 'rows' | 'columnHidden' | 'merges'> {
  readonly rows: Omit<RawRows, 'rowHidden'>;
  readonly hidden: readonly [HiddenLines, HiddenLines];
  /** Null: not asked. */
  readonly merges: readonly Range[] | null;
}

/**
 * Asks for a sheet as `askSheet`, but so that Excel takes it for reading.
 * @param withMerges they are not known yet, and asking for them is worth a write
 */
export function loadSheet(
  sheet: Excel.Worksheet,
  { id, name, visibility }: SheetEntry,
  abilities: ExcelAbilities,
  crowded: Size | null,
  withMerges: boolean,
): Asked<LoadedSheet> {
  const grid = gridRange(sheet);
  const rows = askRows(grid, name);
  grid.load(`rowHidden,columnHidden,${LOCKED}`);
  const merges = withMerges ? askMergesOf(sheet, grid, abilities, crowded) : null;
  const protection = askIfProtected(sheet, grid);
  return () => {
    const loaded = rows();
    return {
      id,
      name,
      visibility,
      ...protection(),
      rows: loaded,
      hidden: hiddenLines(grid, sizeOfRows(loaded)),
      merges: merges?.() ?? null,
    };
  };
}
