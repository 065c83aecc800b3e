import { parseCellName, cellName, type CellRef, type Range } from '../../src/model/grid';

/** Where the rows or columns of a sheet go; null: deleted. */
export interface Move {
  readonly axis: 'row' | 'column';
  readonly to: (index: number) => number | null;
}

export const inserted = (axis: Move['axis'], at: number): Move => ({
  axis,
  to: (index) => (index >= at ? index + 1 : index),
});

export const deleted = (axis: Move['axis'], at: number): Move => ({
  axis,
  to: (index) => (index === at ? null : index > at ? index - 1 : index),
});

/** One row or column is cut and put in before another that then stands at `to`. */
export const moved = (axis: Move['axis'], from: number, to: number): Move => ({
  axis,
  to: (index) => {
    if (index === from) return to;
    const without = index > from ? index - 1 : index;
    return without >= to ? without + 1 : without;
  },
});

/** Rows from `top` to `bottom` the other way round, as after sorting. */
export const turned = (top: number, bottom: number): Move => ({
  axis: 'row',
  to: (index) => (index >= top && index <= bottom ? top + bottom - index : index),
});

export function movedCell({ axis, to }: Move, cell: CellRef): CellRef | null {
  const index = to(cell[axis]);
  return index === null ? null : { ...cell, [axis]: index };
}

export function movedRange(move: Move, range: Range): readonly Range[] {
  const first = movedCell(move, { row: range.top, column: range.left });
  const last = movedCell(move, { row: range.bottom, column: range.right });
  if (!first || !last) return [];
  const [top, bottom] = [Math.min(first.row, last.row), Math.max(first.row, last.row)];
  const [left, right] = [Math.min(first.column, last.column), Math.max(first.column, last.column)];
  return [{ top, left, bottom, right }];
}

/** References of a formula on the sheet itself; one to a deleted cell goes to what took its place. */
export const movedFormula = (move: Move, formula: string): string =>
  formula.replace(/(?<![A-Za-z0-9_'!])([A-Z]{1,3}\d+)(?![\d(])/g, (name: string) => {
    const cell = parseCellName(name);
    return cell ? cellName(movedCell(move, cell) ?? cell) : name;
  });
