import { parseCellName } from '../model/grid';
import type { CellValue, SheetSnapshot, Snapshot } from '../model/snapshot';

/**
 * The snapshot as a person left it: 得分 cells that still hold what the tool wrote are given back
 * their former content. So a second run judges the same sheet as the first, and a cell somebody
 * changed since counts as theirs.
 */
export function withoutOwnScores(snapshot: Snapshot): Snapshot {
  const scores = snapshot.ledger?.scores ?? [];
  if (scores.length === 0) return snapshot;
  const changes = new Map<string, { row: number; column: number; before: CellValue }[]>();
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

function withCells(
  sheet: SheetSnapshot,
  cells: readonly { row: number; column: number; before: CellValue }[],
): SheetSnapshot {
  if (cells.length === 0) return sheet;
  const values = [...sheet.values];
  for (const { row, column, before } of cells) {
    const copy = [...(values[row] ?? [])];
    copy[column] = before;
    values[row] = copy;
  }
  return { ...sheet, values };
}
