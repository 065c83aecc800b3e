import * as fc from 'fast-check';
import { cellName } from '../../../src/model/grid';
import type { CellValue, Snapshot } from '../../../src/model/snapshot';
import { buildSheet } from '../../support/workbook-builder';
import { clearPatch, emptyPatch, flag, fullPatch, sheetNamed, writes } from './sample-patch';
import { changedParts, write } from './written';

const ROWS = 6;
const COLUMNS = 5;

const text = fc.oneof(
  fc.string({ maxLength: 12, unit: 'binary' }),
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '=1+1',
    '_x000D_',
    '_x005F_x0041_',
    '\r\n',
    ' 前后 ',
    '</t>',
    ']]>',
    '\ud83d',
    '&amp;',
  ),
);

const value: fc.Arbitrary<CellValue> = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('#N/A', '#DIV/0!').map((error) => ({ error })),
);

/** What the builder can put into a file as it is. */
const storable = fc.string({ maxLength: 12, unit: 'grapheme-ascii' });
const plain = fc.oneof(storable, fc.integer(), fc.boolean(), fc.constant(null));
const grid = fc.array(fc.array(plain, { maxLength: COLUMNS }), { maxLength: ROWS });
const cell = fc
  .tuple(fc.nat(ROWS + 3), fc.nat(COLUMNS + 2))
  .map(([row, column]) => cellName({ row, column }));
const changes = fc.dictionary(cell, value, { maxKeys: 8 });

/** Every cell that shows something, by name. */
function filled(snapshot: Snapshot): ReadonlyMap<string, CellValue> {
  const cells = new Map<string, CellValue>();
  sheetNamed(snapshot, '附表').values.forEach((row, index) =>
    row.forEach((item, column) => {
      if (item !== null && item !== '') cells.set(cellName({ row: index, column }), item);
    }),
  );
  return cells;
}

describe('any patch on any small sheet', () => {
  test('reads back as the model says', () => {
    fc.assert(
      fc.property(grid, changes, fc.array(cell, { maxLength: 5 }), (rows, edits, flags) => {
        const bytes = buildSheet(rows);
        let expected = new Map<string, CellValue>();
        const after = write(bytes, (snapshot) => {
          expected = new Map(filled(snapshot));
          return {
            ...emptyPatch(snapshot),
            values: writes(snapshot, '附表', edits),
            flags: flags.map((name) => flag(snapshot, '附表', name)),
          };
        });
        for (const [name, item] of Object.entries(edits)) {
          if (item === null || item === '') expected.delete(name);
          else expected.set(name, item);
        }
        expect(filled(after.snapshot)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  test('twice is once, and clear gives the original parts back', () => {
    fc.assert(
      fc.property(grid, fc.uniqueArray(cell, { maxLength: 6 }), (rows, flags) => {
        const bytes = buildSheet(rows);
        const plan = (snapshot: Snapshot) => fullPatch(snapshot, '附表', {}, flags);
        const once = write(bytes, plan);
        expect(write(once.bytes, plan).bytes).toEqual(once.bytes);
        expect(changedParts(bytes, write(once.bytes, clearPatch).bytes)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('marks put on and taken off in any order leave what stands', () => {
    fc.assert(
      fc.property(
        grid,
        fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 4 }),
        (rows, runs) => {
          const bytes = buildSheet(rows);
          const standing = new Set<string>();
          let current = bytes;
          for (const names of runs) {
            current = write(current, (snapshot) => ({
              ...emptyPatch(snapshot),
              flags: [...new Set(names)].map((name) => {
                const off = standing.delete(name);
                if (!off) standing.add(name);
                return flag(snapshot, '附表', name, off ? null : 'warning');
              }),
            })).bytes;
          }
          const after = write(current, (snapshot) => {
            expect(new Set(snapshot.ledger?.flags.map((item) => item.cell) ?? [])).toEqual(
              standing,
            );
            return clearPatch(snapshot);
          });
          expect(changedParts(bytes, after.bytes)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});
