import type { Range } from '../model/grid';

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
