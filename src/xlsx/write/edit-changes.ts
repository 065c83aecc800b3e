import { cellAt, formulaAt } from '../../model/address';
import type { CellEdit } from '../../model/edit';
import type { CellRef } from '../../model/grid';
import type { SheetSnapshot } from '../../model/snapshot';
import { sharedCells } from './sheet-formulas';
import type { CellChange } from './cell-markup';
import type { CellChanges } from './write-cells';

/**
 * What edits change in a worksheet part. Where the cell that holds a shared formula gets another
 * content, the cells that only pointed to it are given the formula they had.
 */
export function editChanges(
  text: string,
  sheet: SheetSnapshot,
  edits: readonly CellEdit[],
): CellChanges {
  const changes = new Map<number, Map<number, CellChange>>();
  const set = ({ row, column }: CellRef, change: CellChange): void => {
    const line = changes.get(row);
    if (line) line.set(column, change);
    else changes.set(row, new Map([[column, change]]));
  };
  const replaced = edits.filter(({ cell, formula }) => formulaAt(sheet, cell) !== formula);
  const shared = replaced.some(({ cell }) => formulaAt(sheet, cell)) ? sharedCells(text) : [];
  const isReplaced = new Set(replaced.map(({ cell }) => `${cell.row} ${cell.column}`));
  const broken = new Set(
    shared
      .filter(({ cell, isMaster }) => isMaster && isReplaced.has(`${cell.row} ${cell.column}`))
      .map(({ group }) => group),
  );
  for (const { cell, group } of shared) {
    if (!broken.has(group)) continue;
    const value = cellAt(sheet, cell);
    set(cell, { kind: 'content', value, formula: formulaAt(sheet, cell) });
  }
  for (const { cell, value, formula } of edits) {
    const kind = formulaAt(sheet, cell) === formula && formula !== null ? 'result' : 'content';
    const isOwn = changes.get(cell.row)?.get(cell.column) !== undefined;
    set(cell, kind === 'result' && !isOwn ? { kind, value } : { kind: 'content', value, formula });
  }
  return changes;
}
