import type { CellRef } from '../model/grid';
import type { NumberCell } from '../model/table';
import { multiply } from '../quantity/exact';
import { readNumberCell } from '../quantity/read-number';
import type { SheetView } from './sheet-view';

/** Reads a 分值 or 得分 cell; null where there is no such column. */
export function numberCellAt(view: SheetView, cell: CellRef | null): NumberCell | null {
  if (!cell) return null;
  const raw = view.value(cell.row, cell.column);
  const { value, asText: stored } = readNumberCell(raw);
  return { cell, raw, value, asText: stored, formula: view.formula(cell.row, cell.column) };
}

/** A 分值 cell: a share such as `10%` (权重%) counts in points of a hundred. */
export function weightCellAt(view: SheetView, cell: CellRef | null): NumberCell | null {
  const read = numberCellAt(view, cell);
  if (!cell || read?.value == null) return read;
  const isShare =
    typeof read.raw === 'string'
      ? /[%％]\s*$/.test(read.raw)
      : (view.format(cell.row, cell.column)?.includes('%') ?? false);
  return isShare ? { ...read, value: multiply(read.value, 100) } : read;
}
