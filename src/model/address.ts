import { cellName, type CellRef } from './grid';
import { grouped } from './grouped';
import type { CellValue, SheetSnapshot, Snapshot } from './snapshot';

/**
 * `附表!G5`: how a person finds a cell of the workbook, and its key in maps and in
 * `EngineOptions.adopt`. A cell of the ledger has its name already; null means the whole sheet.
 */
export function cellLabel(sheet: string, cell: CellRef | string | null): string {
  if (cell === null) return sheet;
  return `${sheet}!${typeof cell === 'string' ? cell : cellName(cell)}`;
}

/** `'附表 1'!I15` as formulas have it: the name always quoted, so that it is never read as anything else. */
export const quotedReference = (sheet: string, place: string): string =>
  `'${sheet.replaceAll("'", "''")}'!${place}`;

type Grid<Key extends 'values' | 'formulas'> = Pick<SheetSnapshot, Key> | null | undefined;

/** What stands in a cell; null for a blank one, beyond the sheet's end and without a sheet. */
export const cellAt = (sheet: Grid<'values'>, { row, column }: CellRef): CellValue =>
  sheet?.values[row]?.[column] ?? null;

/** The cell's formula without `=`; null where it has none. */
export const formulaAt = (sheet: Grid<'formulas'>, { row, column }: CellRef): string | null =>
  sheet?.formulas[row]?.[column] ?? null;

export const sheetsByName = ({ sheets }: Pick<Snapshot, 'sheets'>) =>
  new Map(sheets.map((sheet) => [sheet.name, sheet]));

export const sheetsById = ({ sheets }: Pick<Snapshot, 'sheets'>) =>
  new Map(sheets.map((sheet) => [sheet.id, sheet]));

/** Items by the sheet they are on. */
export const bySheet = <T extends { readonly sheet: string }>(items: readonly T[]) =>
  grouped(items, ({ sheet }) => sheet);
