import { parseCellName } from '../model/grid';
import type { CellValue, SheetSnapshot, Snapshot } from '../model/snapshot';
import { recalculateTotal } from './recalculate';

/**
 * The snapshot as a person left it: 得分 cells that still hold what the tool wrote are given back
 * their former content. So a second run judges the same sheet as the first, and a cell somebody
 * changed since counts as theirs.
 */
export function withoutOwnScores(snapshot: Snapshot): Snapshot {
  const scores = snapshot.ledger?.scores ?? [];
  if (scores.length === 0) return snapshot;
  const changes = new Map<string, CellChange[]>();
  for (const score of scores) {
    const sheet = snapshot.sheets.find((one) => one.name === score.sheet);
    const cell = parseCellName(score.cell);
    if (!sheet || !cell || sheet.values[cell.row]?.[cell.column] !== score.wrote) continue;
    if (sheet.formulas[cell.row]?.[cell.column]) continue;
    const list = changes.get(sheet.name) ?? [];
    list.push({ ...cell, before: score.before });
    changes.set(sheet.name, list);
  }
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => withCells(sheet, changes.get(sheet.name) ?? [])),
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
