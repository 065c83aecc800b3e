import type { Range } from '../../model/grid';
import type { CellValue } from '../../model/snapshot';
import { put, type Reading, type Row } from './sheet-reading';

/** Index of the first item not below `wanted` in an ascending list. */
export function lowerBound(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Visits the stored cells of a range. Ranges that overlap without end are a way to waste time, so
 * all visits together may cost only so many steps: true while the allowance lasts.
 */
function visitStored(
  rows: ReadonlyMap<number, Row>,
  order: readonly number[],
  range: Range,
  allowance: { steps: number },
  visit: (row: Row, index: number, column: number) => void,
): boolean {
  for (let at = lowerBound(order, range.top); at < order.length; at++) {
    const index = order[at];
    if (index === undefined || index > range.bottom) break;
    const row = rows.get(index);
    if (!row) continue;
    const last = Math.min(range.right, Math.max(row.values.length, row.formulas?.length ?? 0) - 1);
    allowance.steps -= 1 + Math.max(0, last - range.left + 1);
    if (allowance.steps < 0) return false;
    for (let column = range.left; column <= last; column++) visit(row, index, column);
  }
  return true;
}

/** Members of an array formula show the formula too, so that nobody writes into one of them. */
export function spreadArrays(
  reading: Reading,
  order: readonly number[],
  allowance: { steps: number },
): void {
  for (const { range, formula } of reading.arrays) {
    const lasts = visitStored(reading.rows, order, range, allowance, (row, _index, column) => {
      row.formulas ??= [];
      if ((row.formulas[column] ?? null) === null) put(row.formulas, column, formula);
    });
    if (!lasts) return;
  }
}

/** What a merge hides is neither seen nor meant, whatever an earlier edit left in it. */
export function hideMerged(
  rows: ReadonlyMap<number, Row>,
  order: readonly number[],
  merges: readonly Range[],
  allowance: { steps: number },
): void {
  for (const range of merges) {
    const lasts = visitStored(rows, order, range, allowance, (row, index, column) => {
      if (index === range.top && column === range.left) return;
      if (column < row.values.length) row.values[column] = null;
      if (row.formulas && column < row.formulas.length) row.formulas[column] = null;
    });
    if (!lasts) return;
  }
}

/** Number of columns up to the last cell with a value or formula; an empty text is not one. */
export function usedWidth(row: Row): number {
  let width = row.values.length;
  while (width > 0) {
    const value = row.values[width - 1];
    if (value !== null && value !== '') break;
    width--;
  }
  let formulas = row.formulas?.length ?? 0;
  while (formulas > width && row.formulas?.[formulas - 1] === null) formulas--;
  return Math.max(width, formulas);
}

/** Makes a row exactly `width` items wide; a sparse one stays as short as it is. */
function fit<T>(list: (T | null)[], width: number, isSparse: boolean): (T | null)[] {
  list.length = Math.min(list.length, width);
  while (!isSparse && list.length < width) list.push(null);
  return list;
}

/** A box so much larger than what is stored in it is not filled up. */
export const SPARSE = { times: 8, cells: 100_000 };

interface Lines {
  readonly values: readonly (readonly CellValue[])[];
  readonly formulas: readonly (readonly (string | null)[])[];
  readonly formats: readonly (readonly (string | null)[])[];
}

/** One line for each row up to the last one that is used. */
export function linesOf(
  rows: ReadonlyMap<number, Row>,
  order: readonly number[],
  rowCount: number,
  width: number,
  isSparse: boolean,
): Lines {
  const blank: readonly null[] = Object.freeze(new Array<null>(isSparse ? 0 : width).fill(null));
  const blanks = new Array<readonly null[]>(rowCount).fill(blank);
  const values: (readonly CellValue[])[] = blanks.slice();
  const formulas: (readonly (string | null)[])[] = blanks.slice();
  const formats: (readonly (string | null)[])[] = blanks;
  for (const index of order) {
    const row = rows.get(index);
    if (!row || index >= rowCount) continue;
    if (row.values.length > 0) values[index] = fit(row.values, width, isSparse);
    if (row.formulas) formulas[index] = fit(row.formulas, width, isSparse);
    if (row.formats) formats[index] = fit(row.formats, width, isSparse);
  }
  return { values, formulas, formats };
}
