import { cellAt, formulaAt, sheetsByName } from '../model/address';
import { parseCellName, type CellRef } from '../model/grid';
import type { CellValue, SheetSnapshot, Snapshot } from '../model/snapshot';
import { recalculateTotal } from './recalculate';

/** A 得分 cell that holds what the tool wrote. */
export interface OwnScore {
  readonly sheet: SheetSnapshot;
  readonly cell: CellRef;
  readonly wrote: number;
  /** What a person had there. */
  readonly before: CellValue;
}

/** The scores of an earlier run that nobody has changed since. */
export function ownScores(snapshot: Snapshot): OwnScore[] {
  const sheets = sheetsByName(snapshot);
  return (snapshot.ledger?.scores ?? []).flatMap(({ sheet: name, cell: at, wrote, before }) => {
    const sheet = sheets.get(name);
    const cell = parseCellName(at);
    const stands = sheet && cell && cellAt(sheet, cell) === wrote && !formulaAt(sheet, cell);
    return stands ? [{ sheet, cell, wrote, before }] : [];
  });
}

/**
 * The snapshot as a person left it: 得分 cells that still hold what the tool wrote are given back
 * their former content. So a second run judges the same sheet as the first, and a cell somebody
 * changed since counts as theirs.
 */
export function withoutOwnScores(snapshot: Snapshot): Snapshot {
  const changes = new Map<SheetSnapshot, CellChange[]>();
  for (const { sheet, cell, before } of ownScores(snapshot)) {
    const list = changes.get(sheet) ?? [];
    list.push({ ...cell, before });
    changes.set(sheet, list);
  }
  if (changes.size === 0) return snapshot;
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => withCells(sheet, changes.get(sheet) ?? [])),
  };
}

interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly before: CellValue;
}

function withCells(sheet: SheetSnapshot, cells: readonly CellChange[]): SheetSnapshot {
  if (cells.length === 0) return sheet;
  const given = { ...sheet, values: replaceCells(sheet.values, cells) };
  // The form's own totals counted the scores too; a total of totals needs the second pass.
  const once = { ...given, values: replaceCells(given.values, sumsOf(given)) };
  return { ...once, values: replaceCells(once.values, sumsOf(once)) };
}

function replaceCells(
  values: SheetSnapshot['values'],
  cells: readonly CellChange[],
): SheetSnapshot['values'] {
  const copy = [...values];
  for (const { row, column, before } of cells) {
    const line = [...(copy[row] ?? [])];
    line[column] = before;
    copy[row] = line;
  }
  return copy;
}

const NOTHING_WRITTEN: ReadonlyMap<number, number> = new Map();

function sumsOf(sheet: SheetSnapshot): CellChange[] {
  return sheet.formulas.flatMap((formulas, row) =>
    formulas.flatMap((formula, column) => {
      if (formula === null) return [];
      const before = recalculateTotal(formula, sheet, NOTHING_WRITTEN);
      return before === null ? [] : [{ row, column, before }];
    }),
  );
}
