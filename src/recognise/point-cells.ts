import type { CellRef } from '../model/grid';
import type { NumberCell } from '../model/table';
import { multiply } from '../quantity/exact';
import { isCellError } from '../model/snapshot';
import { readNumberCell, readRate } from '../quantity/read-number';
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
 * A 得分 cell. Its number format says how it shows points: in a percent cell 48 points are 0.48 and
 * read `48%`, beside a weight printed as a share (`60%`) as beside one in points, as long as they are
 * not above it: `50%` beside 10 points is half a point or half of them, and stays as written. Beside
 * weights that are fractions themselves, or where no weight is known, it is as written; `alone` says
 * that the cell needs no weight beside it, as the form's total.
 */
export function scoreCellAt(
  view: SheetView,
  cell: CellRef | null,
  weight: NumberCell | null,
  alone = false,
): NumberCell | null {
  const read = numberCellAt(view, cell);
  if (!read || Math.abs(read.value ?? 0) > WHOLE) return read;
  if (!isPercentCell(view, read) || !countsInHundred(view, read, weight, alone)) return read;
  return inPoints(read);
}

function countsInHundred(
  view: SheetView,
  score: NumberCell,
  weight: NumberCell | null,
  alone: boolean,
): boolean {
  if (weight?.value == null) return alone;
  if (isShareAt(view, weight)) return true;
  if (typeof score.raw === 'string') return false;
  return weight.value > WHOLE && multiply(score.value ?? 0, 100) <= weight.value;
}

/** Whether the cell prints its figure with a percent sign. */
const isShareAt = (view: SheetView, cell: NumberCell): boolean =>
  cell.value !== null && isPercentCell(view, cell);

/** Whether the cell prints a figure with a percent sign, or would once one stands in it. */
const isPercentCell = (view: SheetView, { cell, raw }: NumberCell): boolean =>
  typeof raw === 'string' && raw.trim() !== ''
    ? /[%％]\s*$/.test(raw)
    : (view.format(cell.row, cell.column)?.includes('%') ?? false);

function inPoints(read: NumberCell): NumberCell {
  const points = read.value === null ? read : { ...read, value: multiply(read.value, 100) };
  return typeof read.raw === 'string' && read.raw.trim() !== ''
    ? points
    : { ...points, inHundredths: true };
}

/** A 执行率 cell under its head, or beside it. */
export function rateCellAt(view: SheetView, cell: CellRef, headerRow: number): NumberCell {
  const raw = view.value(cell.row, cell.column);
  const format = view.format(cell.row, cell.column);
  const headHasPercent = /[%％]/.test(view.text(headerRow, cell.column));
  return {
    cell,
    raw,
    value: isCellError(raw) ? null : readRate(raw, format, headHasPercent),
    asText: readNumberCell(raw).asText,
    formula: view.formula(cell.row, cell.column),
  };
}
