import { grouped } from '../model/grouped';
import type { CellRef } from '../model/grid';
import type { ValueBlock } from '../model/patch';
import type { CellValue, SheetSnapshot, Snapshot } from '../model/snapshot';

/** What a cell is to hold; without a word of its formula it keeps that. */
export interface Content {
  readonly cell: CellRef;
  readonly value: CellValue;
  readonly formula?: string | null;
}

/** A sheet with other contents in some of its cells. */
export function withCells(sheet: SheetSnapshot, cells: readonly Content[]): SheetSnapshot {
  if (cells.length === 0) return sheet;
  const values = [...sheet.values];
  const formulas = [...sheet.formulas];
  for (const [row, own] of grouped(cells, ({ cell }) => cell.row)) {
    const line = [...(values[row] ?? [])];
    const spoken = [...(formulas[row] ?? [])];
    for (const { cell, value, formula } of own) {
      line[cell.column] = value;
      if (formula !== undefined) spoken[cell.column] = formula;
    }
    values[row] = line;
    formulas[row] = spoken;
  }
  return { ...sheet, values, formulas };
}

const contentsOf = ({ top, left, values, formulas }: ValueBlock): readonly Content[] =>
  values.flatMap((line, row) =>
    line.flatMap((value, column): readonly Content[] => {
      const formula = formulas?.[row]?.[column] ?? null;
      const cell = { row: top + row, column: left + column };
      return value === undefined ? [] : [{ cell, value, formula }];
    }),
  );

/** The snapshot as it will be once the blocks stand. */
export const withValues = (snapshot: Snapshot, blocks: readonly ValueBlock[]): Snapshot => ({
  ...snapshot,
  sheets: snapshot.sheets.map((sheet) =>
    withCells(sheet, blocks.filter(({ sheetId }) => sheetId === sheet.id).flatMap(contentsOf)),
  ),
});
