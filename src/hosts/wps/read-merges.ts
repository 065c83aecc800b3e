import { contains, parseRangeName, rangeName, type CellRef, type Range } from '../../model/grid';
import { columnRuns, rangeOfRun } from '../cell-runs';
import { coverOf } from './merge-cover';
import type { EtSheet } from './object-model';
import { halfColumns, halfRows } from './read-areas';
import { columnsOf, rowsOf } from './read-values';

const isBlank = (value: unknown): boolean => value === null || value === undefined || value === '';

/** What is known of a sheet's merged areas before it is read again. */
export interface KnownMerges {
  readonly merges: readonly Range[];
  /** Nobody can have changed them since: they were read, or made, in the same stretch. */
  readonly isSure: boolean;
}

/** So many merges are asked for one by one; a form has a few dozen at most. */
const MOST_ASKED = 40;

/**
 * Whether known merges still stand, cheaper than looking for them. Up to forty are each asked for
 * their area, which tells everything. More are asked in the rectangles they fill together: what
 * becomes of one merge within such a block goes unnoticed then, where several that fill a range
 * answer as mixed. No value or formula, and no cell to be written, can have changed by that.
 */
export function mergesStand(
  sheet: EtSheet,
  whole: Range,
  { merges, isSure }: KnownMerges,
): boolean {
  if (isSure) return true;
  if (!merges.every((merge) => isWithin(whole, merge))) return false;
  const { covered, free } = coverOf(whole, merges);
  const standing = merges.length > MOST_ASKED ? covered : merges;
  const names = new Set(merges.map(rangeName));
  return (
    standing.every((part) => isFilled(sheet, part, names.has(rangeName(part)))) &&
    free.every((part) => sheet.Range(rangeName(part)).MergeCells === false)
  );
}

const isWithin = (whole: Range, { top, left, bottom, right }: Range): boolean =>
  contains(whole, { row: top, column: left }) && contains(whole, { row: bottom, column: right });

/** By one merge, or by some at least. */
function isFilled(sheet: EtSheet, part: Range, isOne: boolean): boolean {
  if (!isOne) return sheet.Range(rangeName(part)).MergeCells !== false;
  const area = mergeOf(sheet, { row: part.top, column: part.left });
  return area !== null && rangeName(area) === rangeName(part);
}

/** A search for merges, and what it has come upon so far. */
interface Search {
  readonly sheet: EtSheet;
  readonly whole: Range;
  readonly found: Range[];
}

/**
 * All merged areas of a range, and those that reach into it, in few questions: none at all where the whole range says so. Else cells with
 * content and a blank neighbour right or below are asked first, for they begin most merges, and a
 * stretch of them (beside a column still to be filled) at once. What those leave is asked in
 * rectangles: most answer that nothing in them is merged, and the others are halved.
 */
export function mergesIn(
  sheet: EtSheet,
  whole: Range,
  values: readonly (readonly unknown[])[],
): readonly Range[] {
  const search: Search = { sheet, whole, found: [] };
  if (isUnmerged(search, whole)) return [];
  for (const run of columnRuns(candidates(whole, values), 0)) {
    if (run.items.length > 1 && isUnmerged(search, rangeOfRun(run))) continue;
    for (const { cell } of run.items) addMerge(search, cell);
  }
  addMergesOf(search, whole, true);
  return search.found.sort((one, other) => one.top - other.top || one.left - other.left);
}

/** False where some of it, or all, is merged: `MergeCells` answers null or true. */
const isUnmerged = ({ sheet }: Search, range: Range): boolean =>
  sheet.Range(rangeName(range)).MergeCells === false;

/** The merge of a cell, be it known or new. */
function addMerge({ sheet, found }: Search, cell: CellRef): Range | null {
  const known = found.find((merge) => contains(merge, cell));
  if (known) return known;
  const area = mergeOf(sheet, cell);
  if (area) found.push(area);
  return area;
}

/**
 * Merges beyond those found: whose covered cells hold values, or that hold nothing at all.
 * @param isSure something in the part is merged, so that it need not be asked
 */
function addMergesOf(search: Search, part: Range, isSure: boolean): void {
  const { found } = search;
  const { free } = coverOf(part, found);
  if (free.length !== 1 || free.some((rest) => rangeName(rest) !== rangeName(part))) {
    for (const rest of free) addMergesOf(search, rest, false);
    return;
  }
  if (!isSure && isUnmerged(search, part)) return;
  // Forms are merged by column more than by row.
  const halves = halfColumns(part) ?? halfRows(part);
  if (!halves) {
    addMergesDown(search, part);
    return;
  }
  const before = found.length;
  addMergesOf(search, halves[0], false);
  addMergesOf(search, halves[1], found.length === before);
}

/** The merge of a cell, and those that follow it without a gap: rows are mostly merged alike. */
function addMergesDown(search: Search, { top, left }: Range): void {
  let row = top;
  while (row <= search.whole.bottom) {
    const merge = addMerge(search, { row, column: left });
    if (!merge) return;
    row = merge.bottom + 1;
  }
}

function candidates(
  { top, left }: Range,
  values: readonly (readonly unknown[])[],
): readonly { readonly cell: CellRef }[] {
  return values.flatMap((line, row) =>
    line.flatMap((value, column) => {
      if (isBlank(value)) return [];
      const hasRoom =
        (column + 1 < line.length && isBlank(line[column + 1])) ||
        (row + 1 < values.length && isBlank(values[row + 1]?.[column]));
      return hasRoom ? [{ cell: { row: top + row, column: left + column } }] : [];
    }),
  );
}

/** The merge a cell is part of; null where it is of none. */
export function mergeOf(sheet: EtSheet, { row, column }: CellRef): Range | null {
  const own = { top: row, left: column, bottom: row, right: column };
  const address = sheet.Range(rangeName(own)).MergeArea.Address(false, false);
  const area = typeof address === 'string' ? parseRangeName(address) : null;
  return area && rowsOf(area) * columnsOf(area) > 1 ? area : null;
}
