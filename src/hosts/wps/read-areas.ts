import { contains, parseRangeName, rangeName, type CellRef, type Range } from '../../model/grid';
import { columnRuns, rangeOfRun } from '../excel/cell-runs';
import type { EtRange, EtSheet } from './object-model';
import { columnsOf, rowsOf } from './read-values';

const isBlank = (value: unknown): boolean => value === null || value === undefined || value === '';

/**
 * Merged areas in few questions: none at all where the whole range says so; else only cells with
 * content and a blank neighbour right or below are asked, for the rest cannot begin a merge that
 * shows anything, and a stretch of them (beside a column still to be filled) at once. A merge
 * without content is found before a write, by `checkCovered`.
 */
export function mergesIn(
  sheet: EtSheet,
  whole: EtRange,
  values: readonly (readonly unknown[])[],
): readonly Range[] {
  if (whole.MergeCells === false) return [];
  const found: Range[] = [];
  for (const run of columnRuns(candidates(values), 0)) {
    const { length } = run.items;
    if (length > 1 && sheet.Range(rangeName(rangeOfRun(run))).MergeCells === false) continue;
    for (const { cell } of run.items) {
      if (found.some((merge) => contains(merge, cell))) continue;
      const area = mergeOf(sheet, cell);
      if (area) found.push(area);
    }
  }
  return found.sort((one, other) => one.top - other.top || one.left - other.left);
}

function candidates(
  values: readonly (readonly unknown[])[],
): readonly { readonly cell: CellRef }[] {
  return values.flatMap((line, row) =>
    line.flatMap((value, column) => {
      if (isBlank(value)) return [];
      const hasRoom =
        (column + 1 < line.length && isBlank(line[column + 1])) ||
        (row + 1 < values.length && isBlank(values[row + 1]?.[column]));
      return hasRoom ? [{ cell: { row, column } }] : [];
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

/**
 * The stretches of a line for which a question is answered alike: the whole is asked first and
 * halved where the answer is mixed (null).
 */
export function uniformParts<T>(
  range: Range,
  ask: (part: Range) => T | null,
  split: (part: Range) => readonly [Range, Range] | null,
): readonly { readonly range: Range; readonly answer: T | null }[] {
  const answer = ask(range);
  const halves = answer === null ? split(range) : null;
  if (!halves) return [{ range, answer }];
  return halves.flatMap((half) => uniformParts(half, ask, split));
}

/** Halves of rows; null for a single row. */
export function halfRows(range: Range): readonly [Range, Range] | null {
  if (range.top === range.bottom) return null;
  const middle = (range.top + range.bottom) >> 1;
  return [
    { ...range, bottom: middle },
    { ...range, top: middle + 1 },
  ];
}

export function halfColumns(range: Range): readonly [Range, Range] | null {
  if (range.left === range.right) return null;
  const middle = (range.left + range.right) >> 1;
  return [
    { ...range, right: middle },
    { ...range, left: middle + 1 },
  ];
}
