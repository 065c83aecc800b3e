import fc from 'fast-check';
import { areasOf } from '../../src/model/areas';
import { cellKey, contains, type Range } from '../../src/model/grid';
import { growthOf, LINEAR } from '../support/growth';

const place = fc.nat({ max: 12 });
const cell = fc.record({ row: place, column: place });
const area = fc.tuple(cell, cell).map(([a, b]): Range => ({
  top: Math.min(a.row, b.row),
  left: Math.min(a.column, b.column),
  bottom: Math.max(a.row, b.row),
  right: Math.max(a.column, b.column),
}));

test('each cell is found in the first area that covers it', () => {
  fc.assert(
    fc.property(fc.array(area), fc.array(cell), (areas, cells) => {
      const found = areasOf(areas, cells);
      for (const one of cells) {
        expect(found.get(cellKey(one))).toBe(areas.find((range) => contains(range, one)));
      }
    }),
  );
});

test('an area and a cell on each row cost as much as there are rows', () => {
  const rows = (size: number) => Array.from({ length: size }, (_, row) => row);
  const growth = growthOf(4_000, rows, (all) =>
    areasOf(
      all.map((row) => ({ top: row, left: 1, bottom: row, right: 4 })),
      all.map((row) => ({ row, column: 3 })),
    ),
  );
  expect(growth).toBeLessThan(LINEAR);
});
