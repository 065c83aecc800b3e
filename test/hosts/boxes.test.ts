import fc from 'fast-check';
import { cellsIn, cellsLaidOut, halves } from '../../src/hosts/boxes';
import { placedLines } from '../../src/hosts/sheet-grid';
import type { Range } from '../../src/model/grid';

const box: fc.Arbitrary<Range> = fc
  .tuple(fc.nat(30), fc.nat(30), fc.nat(8), fc.nat(8))
  .map(([top, left, rows, columns]) => ({ top, left, bottom: top + rows, right: left + columns }));

const meet = (one: Range, other: Range): boolean =>
  one.top <= other.bottom &&
  other.top <= one.bottom &&
  one.left <= other.right &&
  other.left <= one.right;

/** Boxes of a sheet from left to right, none over another. */
const apart = fc
  .array(box, { maxLength: 6 })
  .map((boxes) =>
    boxes
      .filter((one, at) => !boxes.slice(0, at).some((other) => meet(one, other)))
      .sort((one, other) => one.left - other.left),
  );

test('what boxes are laid out in is counted as it is laid out', () => {
  fc.assert(
    fc.property(apart, (boxes) => {
      const lines = placedLines(
        boxes.reduce((most, { bottom }) => Math.max(most, bottom + 1), 0),
        boxes.map(({ top, left, bottom, right }) => ({
          top,
          left,
          lines: Array.from({ length: bottom - top + 1 }, () =>
            Array.from({ length: right - left + 1 }, () => 7),
          ),
        })),
        null,
      );
      expect(cellsLaidOut(boxes)).toBe(lines.reduce((sum, line) => sum + line.length, 0));
    }),
  );
});

test('halves hold each cell once', () => {
  fc.assert(
    fc.property(box, (whole) => {
      fc.pre(cellsIn(whole) > 1);
      const [one, other, ...more] = halves(whole);
      expect(more).toEqual([]);
      expect(one && other && meet(one, other)).toBe(false);
      expect((one ? cellsIn(one) : 0) + (other ? cellsIn(other) : 0)).toBe(cellsIn(whole));
    }),
  );
});
