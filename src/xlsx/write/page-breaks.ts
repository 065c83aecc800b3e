import type { OwnBookSheet, SheetWrite } from '../../model/patch';

/** A4 in points inside margins of 0.5 inches at the sides, 0.6 above and below. */
const ROOM = {
  landscape: { width: 770, height: 509 },
  portrait: { width: 523, height: 755 },
};
const roomOf = (isLandscape: boolean) => (isLandscape ? ROOM.landscape : ROOM.portrait);
/** Programs measure rows a little differently; what nearly fits is taken not to. */
const SURE = 0.97;
/** What a column is wider than its characters. */
export const COLUMN_MARGIN = 0.7109375;

/** Pixels of a digit of the default font, as Excel rounds them: half the letter's height. */
const digitWidth = (fontSize: number): number => Math.ceil((fontSize * 4) / 3 / 2);

/** Percent to which a program shrinks a sheet of ours to one page of width. */
export function printScale(
  {
    widths,
    landscape,
    printedColumns,
  }: Pick<OwnBookSheet, 'widths' | 'landscape' | 'printedColumns'>,
  fontSize: number,
): number {
  const columns = widths
    .slice(0, printedColumns)
    .reduce((sum, width) => sum + width + COLUMN_MARGIN, 0);
  const points = (columns * digitWidth(fontSize) * 3) / 4;
  return Math.max(10, Math.min(100, Math.floor((roomOf(landscape).width * 100) / points)));
}

interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** Blocks in order, those that share rows made one. */
function merged(blocks: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const block of [...blocks].sort((a, b) => a.top - b.top)) {
    const last = result.at(-1);
    if (last && block.top <= last.bottom) {
      result[result.length - 1] = { top: last.top, bottom: Math.max(last.bottom, block.bottom) };
    } else result.push(block);
  }
  return result;
}

/** Where on which page the next row comes, by one measure of the rows. */
interface Place {
  readonly page: number;
  readonly used: number;
}

const total = (heights: readonly number[], { top, bottom }: Span): number =>
  heights.slice(top, bottom + 1).reduce((sum, height) => sum + height, 0);

/**
 * Rows before which a new page has to begin so that no block is parted that fits on one page, in
 * whatever program: each fits rows without a height of their own as it sees fit.
 * @param heights of the rows, in points, in order, where they are tallest.
 * @param scale in percent.
 * @param least heights where they are lowest.
 */
export function pageBreaks(
  { blocks = [], landscape, frozenRows }: Pick<SheetWrite, 'blocks' | 'landscape' | 'frozenRows'>,
  heights: readonly number[],
  scale: number,
  least: readonly number[] = heights,
): readonly number[] {
  const room = (roomOf(landscape).height * SURE * 100) / scale;
  const head: Span = { top: 0, bottom: frozenRows - 1 };
  const next = ({ page, used }: Place, rows: readonly number[], row: number): Place => {
    const height = rows[row] ?? 0;
    const isOver = used + height > room;
    return { page: page + (isOver ? 1 : 0), used: (isOver ? total(rows, head) : used) + height };
  };
  const starts = new Map(merged(blocks).map((block) => [block.top, block]));
  const breaks: number[] = [];
  let [low, high]: [Place, Place] = [
    { page: 0, used: 0 },
    { page: 0, used: 0 },
  ];
  heights.forEach((_, row) => {
    const block = starts.get(row);
    if (row > 0 && block && total(heights, block) <= room - total(heights, head)) {
      let end = high;
      for (let at = row; at <= block.bottom; at++) end = next(end, heights, at);
      // It begins on this page at the earliest and ends on that one at the latest.
      if (end.page > low.page) {
        breaks.push(row);
        low = { page: end.page, used: total(least, head) };
        high = { page: end.page, used: total(heights, head) };
      }
    }
    low = next(low, least, row);
    high = next(high, heights, row);
  });
  return breaks;
}
