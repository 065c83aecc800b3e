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

/**
 * Rows before which a new page has to begin so that no block is parted that fits on one page.
 * @param heights of the rows, in points, in order.
 * @param scale in percent.
 */
export function pageBreaks(
  { blocks = [], landscape, frozenRows }: Pick<SheetWrite, 'blocks' | 'landscape' | 'frozenRows'>,
  heights: readonly number[],
  scale: number,
): readonly number[] {
  const page = (roomOf(landscape).height * SURE * 100) / scale;
  const heightOf = ({ top, bottom }: Span): number =>
    heights.slice(top, bottom + 1).reduce((sum, height) => sum + height, 0);
  const titles = heightOf({ top: 0, bottom: frozenRows - 1 });
  const starts = new Map(merged(blocks).map((block) => [block.top, block]));
  const breaks: number[] = [];
  let used = 0;
  heights.forEach((height, row) => {
    const block = starts.get(row);
    const needed = block ? heightOf(block) : height;
    if (row > 0 && block && used + needed > page && needed <= page - titles) {
      breaks.push(row);
      used = titles;
    } else if (used + height > page) used = titles;
    used += height;
  });
  return breaks;
}
