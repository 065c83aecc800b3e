import type { Range } from '../model/grid';

/** Cells of the lines of one sheet before it is refused: blank ones take room too. */
export const MOST_LAID_OUT = 3_000_000;

/** How many cells a box has, blank ones too. */
export const cellsIn = ({ top, left, bottom, right }: Range): number =>
  (bottom - top + 1) * (right - left + 1);

/** Cut across the longer side; of a box of more than one cell. */
export function halves(box: Range): readonly Range[] {
  const { top, left, bottom, right } = box;
  if (bottom - top >= right - left) {
    const middle = (top + bottom) >> 1;
    return [
      { ...box, bottom: middle },
      { ...box, top: middle + 1 },
    ];
  }
  const middle = (left + right) >> 1;
  return [
    { ...box, right: middle },
    { ...box, left: middle + 1 },
  ];
}

/**
 * How many cells the lines hold that boxes of one sheet are laid out in: each goes from column A to the
 * last box in it, so that a few thousand numbers in the last column are many millions of cells.
 */
export function cellsLaidOut(boxes: readonly Range[]): number {
  const edges = [...new Set(boxes.flatMap(({ top, bottom }) => [top, bottom + 1]))].sort(
    (one, other) => one - other,
  );
  return edges.reduce((sum, edge, at) => {
    const width = boxes.reduce(
      (most, { top, bottom, right }) =>
        top <= edge && edge <= bottom ? Math.max(most, right + 1) : most,
      0,
    );
    return sum + width * ((edges[at + 1] ?? edge) - edge);
  }, 0);
}
