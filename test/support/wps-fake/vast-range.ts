import { contains, type CellRef, type Range } from '../../../src/model/grid';
import type { FakeSheet } from './fake-book';

/** More cells than these are not walked one by one: a number in the last corner makes ranges of millions. */
const VAST = 100_000;

/** More than these are not answered at once. */
export const MOST_MARSHALLED = 1_500_000;

export const cellsIn = (areas: readonly Range[]): number =>
  areas.reduce(
    (sum, { top, left, bottom, right }) => sum + (bottom - top + 1) * (right - left + 1),
    0,
  );

export const isVast = (areas: readonly Range[]): boolean => cellsIn(areas) > VAST;

const placesOf = (sheet: FakeSheet): readonly CellRef[] =>
  [...sheet.cells.keys()].map((key) => {
    const [row = 0, column = 0] = key.split(',').map(Number);
    return { row, column };
  });

/** Cells of a vast range of every sort there is in it: all that are kept, its corners, hidden lines, merges. */
export function cellsOfSorts(sheet: FakeSheet, areas: readonly Range[]): CellRef[] {
  const corners = areas.flatMap(({ top, left, bottom, right }) => [
    { row: top, column: left },
    { row: bottom, column: right },
  ]);
  const [first = { row: 0, column: 0 }] = corners;
  const hidden = [
    ...[...sheet.hiddenRows].map((row) => ({ row, column: first.column })),
    ...[...sheet.hiddenColumns].map((column) => ({ row: first.row, column })),
  ];
  const merged = sheet.merges.map(({ top, left }) => ({ row: top, column: left }));
  const inside = [...placesOf(sheet), ...hidden, ...merged].filter((cell) =>
    areas.some((area) => contains(area, cell)),
  );
  return [...corners, ...inside];
}

/** `CountA`: cells with anything in them, also an error or a formula without a result to be seen. */
export const countFilled = (sheet: FakeSheet, areas: readonly Range[]): number =>
  placesOf(sheet).filter((cell) => {
    const kept = sheet.cells.get(`${cell.row},${cell.column}`);
    const isFilled =
      kept !== undefined && (kept.value !== null || kept.error !== null || kept.formula !== null);
    return isFilled && areas.some((area) => contains(area, cell));
  }).length;
