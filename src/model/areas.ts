import { cellKey, type CellRef, type Range } from './grid';

/**
 * The area (of merges, of formulas that spread) that each of the cells lies in, by `cellKey`; the
 * first where several cover it. Cells in none are left out. Areas that lie apart cost as much as they
 * and the cells are many.
 */
export function areasOf(
  areas: readonly Range[],
  cells: Iterable<CellRef>,
): ReadonlyMap<number, Range> {
  const found = new Map<number, Range>();
  if (areas.length === 0) return found;
  const sorted = [...cells].sort((a, b) => a.row - b.row);
  for (const area of areas) {
    for (let at = firstFrom(sorted, area.top); at < sorted.length; at++) {
      const cell = sorted[at];
      if (!cell || cell.row > area.bottom) break;
      if (cell.column < area.left || cell.column > area.right) continue;
      const key = cellKey(cell);
      if (!found.has(key)) found.set(key, area);
    }
  }
  return found;
}

/** The place of the first cell in or below a row. */
function firstFrom(sorted: readonly CellRef[], row: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.row ?? row) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
