import { Failure } from '../../model/failure';
import { rangeName, type Range } from '../../model/grid';
import { cellsIn, cellsLaidOut, halves, MOST_LAID_OUT } from '../boxes';
import type { EtApplication, EtSheet } from './object-model';

/** A range of so many cells is read as it is, however few of them hold anything. */
const SMALL = 50_000;
/** A box of so many is read at once; a larger one is halved, and what is blank in it left out. */
const SMALL_BOX = 200_000;
/** Cells of one sheet in all: WPS stands still for tens of seconds to answer them. */
const MOST_CELLS = 1_000_000;
/** Boxes of one sheet before it is refused: what is strewn about like that is no form. */
const MOST_BOXES = 50;

/** Cells with content in a range. */
type Count = (range: Range) => number;

/**
 * Where something stands on a sheet: all that is used of it, or, where that is far too much (a
 * formatted column makes a million rows “used”, one number in the last corner all cells), boxes with
 * content, found by halving and by asking how many cells hold something.
 * @param used from A1 on
 * @throws Failure `sheet-too-large`
 */
export function findBoxes(
  application: EtApplication,
  sheet: EtSheet,
  used: Range,
): readonly Range[] {
  if (cellsIn(used) <= SMALL) return [used];
  const count = countOn(application, sheet);
  const boxes: Range[] = [];
  const open = count(used) > 0 ? [used] : [];
  for (let box = open.pop(); box; box = open.pop()) {
    const tight = tightened(box, count);
    if (cellsIn(tight) <= SMALL_BOX) boxes.push(tight);
    else open.push(...halves(tight).filter((half) => count(half) > 0));
    const cells = boxes.reduce((sum, one) => sum + cellsIn(one), 0);
    if (boxes.length + open.length > MOST_BOXES || cells > MOST_CELLS) {
      throw new Failure('sheet-too-large', { part: sheet.Name });
    }
  }
  const found = asOne(boxes);
  if (cellsLaidOut(found) > MOST_LAID_OUT) {
    throw new Failure('sheet-too-large', { part: sheet.Name });
  }
  return found;
}

/** Every cell counts where WPS does not say. */
function countOn({ WorksheetFunction: functions }: EtApplication, sheet: EtSheet): Count {
  return (range) => {
    const counted = functions ? Number(functions.CountA(sheet.Range(rangeName(range)))) : NaN;
    return Number.isFinite(counted) ? counted : cellsIn(range);
  };
}

/** From A1, where that is little, else from left to right: a form below blank rows is read as one that is not. */
function asOne(boxes: readonly Range[]): readonly Range[] {
  const whole = boxes.reduce<Range>(
    (one, { bottom, right }) => ({
      ...one,
      bottom: Math.max(one.bottom, bottom),
      right: Math.max(one.right, right),
    }),
    { top: 0, left: 0, bottom: 0, right: 0 },
  );
  if (cellsIn(whole) <= MOST_CELLS) return [whole];
  return [...boxes].sort((one, other) => one.left - other.left);
}

/** A range that holds something, without its blank edges. */
function tightened(range: Range, count: Count): Range {
  const all = count(range);
  const holdsAll = (part: Partial<Range>): boolean => count({ ...range, ...part }) === all;
  const bottom = firstOf(range.top, range.bottom, (row) => holdsAll({ bottom: row }));
  const right = firstOf(range.left, range.right, (column) => holdsAll({ right: column }));
  const rows = firstOf(0, bottom - range.top, (more) => holdsAll({ top: bottom - more }));
  const columns = firstOf(0, right - range.left, (more) => holdsAll({ left: right - more }));
  return { top: bottom - rows, left: right - columns, bottom, right };
}

/** The first of some numbers from which on something is so; it is so of the last. */
function firstOf(least: number, most: number, isSo: (number: number) => boolean): number {
  let [low, high] = [least, most];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
