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
  return read && isShareAt(view, read) ? inPoints(read) : read;
}

/** A share of this much is the whole form; a larger figure in a cell shown in percent is in points. */
const WHOLE = 1;

/**
 * A 得分 cell: beside a weight printed as a share (`60%`) a score of `48%` counts in points of a
 * hundred like the weight. Beside a weight in points, or where no weight is known, it is as written;
 * `alone` says that the cell needs no weight beside it, as the form's total.
 */
export function scoreCellAt(
  view: SheetView,
  cell: CellRef | null,
  weight: NumberCell | null,
  alone = false,
): NumberCell | null {
  const read = numberCellAt(view, cell);
  if (!read || !isShareAt(view, read) || Math.abs(read.value ?? 0) > WHOLE) return read;
  const counts = weight?.value == null ? alone : isShareAt(view, weight);
  return counts ? inPoints(read) : read;
}

/** Whether the cell prints its figure with a percent sign. */
function isShareAt(view: SheetView, { cell, raw, value }: NumberCell): boolean {
  if (value === null) return false;
  return typeof raw === 'string'
    ? /[%％]\s*$/.test(raw)
    : (view.format(cell.row, cell.column)?.includes('%') ?? false);
}

const inPoints = (read: NumberCell): NumberCell =>
  read.value === null ? read : { ...read, value: multiply(read.value, 100) };
