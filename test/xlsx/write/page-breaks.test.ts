import * as fc from 'fast-check';
import { pageBreaks, printScale } from '../../../src/xlsx/write/page-breaks';

/** Points between the margins of A4 across. */
const PAGE = 509;

const sheet = (blocks: readonly { top: number; bottom: number }[], frozenRows = 1) => ({
  blocks,
  frozenRows,
  landscape: true,
});

describe('printScale', () => {
  test.each([
    ['narrow sheets as they are', [10, 20], 11, 100],
    ['wide ones smaller', Array.from({ length: 12 }, () => 20), 11, 51],
    ['letters of a larger font smaller still', Array.from({ length: 12 }, () => 20), 14, 41],
  ])('prints %s', (_, widths, fontSize, scale) => {
    expect(printScale({ widths, landscape: true }, fontSize)).toBe(scale);
  });
});

describe('pageBreaks', () => {
  test.each([
    ['a block that fits', [20, 300, 100, 50], [{ top: 1, bottom: 3 }], []],
    ['one that does not fit any more', [20, 300, 200, 50], [{ top: 2, bottom: 3 }], [2]],
    ['one longer than a page flows on', [20, 300, 400, 400], [{ top: 2, bottom: 3 }], []],
    ['the first row stays the first', [400, 400], [{ top: 0, bottom: 1 }], []],
    [
      'two that share a row are one',
      [20, 200, 100, 100, 100, 100],
      [
        { top: 2, bottom: 4 },
        { top: 4, bottom: 5 },
      ],
      [2],
    ],
  ])('%s', (_, heights, blocks, breaks) => {
    expect(pageBreaks(sheet(blocks), heights, 100)).toEqual(breaks);
  });

  test('no block that fits on a page is on two', () => {
    const row = fc.integer({ min: 10, max: 120 });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(59), fc.nat(8)), { maxLength: 8 }),
        fc.integer({ min: 40, max: 100 }),
        fc.double({ min: 0.6, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (most, spans, scale, tight, share) => {
          // A program between the one with the tallest rows and the one with the lowest.
          const least = most.map((height) => height * tight);
          const heights = most.map((height) => height * (tight + (1 - tight) * share));
          const taken = new Set<number>();
          const blocks = spans
            .map(([top, more]) => ({ top, bottom: Math.min(heights.length - 1, top + more) }))
            .filter(({ top, bottom }) => {
              const rows = Array.from({ length: bottom - top + 1 }, (_, at) => top + at);
              if (bottom < top || rows.some((at) => taken.has(at))) return false;
              for (const at of rows) taken.add(at);
              return true;
            });
          const breaks = pageBreaks(sheet(blocks), most, scale, least);
          expect(breaks.every((at) => blocks.some(({ top }) => top === at))).toBe(true);
          const page = (PAGE * 100) / scale;
          const pages: number[] = [];
          let used = 0;
          let number = 0;
          heights.forEach((height, at) => {
            if (breaks.includes(at) || used + height > page) {
              number += 1;
              used = heights[0] ?? 0;
            }
            used += height;
            pages.push(number);
          });
          for (const { top, bottom } of blocks) {
            const height = most.slice(top, bottom + 1).reduce((sum, one) => sum + one, 0);
            const fits = height + (most[0] ?? 0) <= page * 0.97;
            if (fits && top > 0) expect(pages[bottom]).toBe(pages[top]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
