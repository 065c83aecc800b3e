import { noteShape, readGeometry } from '../../../src/xlsx/write/notes-shape';

const geometry = readGeometry('<worksheet><sheetData/></worksheet>');

/** Column, offset, row and offset of the corner at the top left of a note's box. */
function cornerOf(row: number, column: number): readonly number[] {
  const cell = { row, column };
  const area = { top: row, bottom: row, left: column, right: column };
  const shape = noteShape(1025, cell, area, '说明', geometry);
  const anchor = /<x:Anchor>([^<]*)</.exec(shape)?.[1] ?? '';
  return anchor.split(', ').slice(0, 4).map(Number);
}

test.each([
  // The first row has none above it: the box begins just below its top.
  [0, [7, 15, 0, 2]],
  [1, [7, 15, 0, 10]],
  [18, [7, 15, 17, 10]],
])('the note of a cell in row %i stands beside it', (row, corner) => {
  expect(cornerOf(row, 6)).toEqual(corner);
});
