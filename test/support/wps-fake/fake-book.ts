import { contains, type CellRef, type Range } from '../../../src/model/grid';
import type { Enforces } from './rules';

/** What stands in a workbook, without any of the ways WPS has of asking for it. */
export type FakeValue = string | number | boolean | null;

export interface FakeCell {
  value: FakeValue;
  /** A CVErr integer instead of a value. */
  error: number | null;
  /** With `=`; null: none. */
  formula: string | null;
  format: string;
  /** BGR; null: no fill. */
  fill: number | null;
  note: string | null;
  /** As every cell is unless somebody unlocked it. */
  locked: boolean;
  /** Fonts, borders and alignment that were set, by `Font.Bold` and the like. */
  readonly look: Record<string, unknown>;
}

export interface FakeSheet {
  name: string;
  /** −1 visible, 0 hidden, 2 very hidden. */
  visible: number;
  isProtected: boolean;
  /** What is ticked in the dialogue that protects it. */
  readonly allows: { formatCells: boolean; editObjects: boolean };
  /** Some rows are hidden by a filter. */
  isFiltered: boolean;
  readonly cells: Map<string, FakeCell>;
  merges: Range[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  readonly charts: { name: string; title: string | null }[];
  /** As the dialogue for the page has it: upright, at its own size. */
  readonly page: {
    Orientation: number;
    Zoom: number | boolean;
    FitToPagesWide: number | boolean;
    FitToPagesTall: number | boolean;
  };
  readonly looks: string[];
}

export interface FakeBook {
  name: string;
  sheets: FakeSheet[];
  active: FakeSheet | null;
  readonly parts: string[];
  structureProtected: boolean;
}

export const keyOf = ({ row, column }: CellRef): string => `${row},${column}`;

export const blankSheet = (name: string): FakeSheet => ({
  name,
  visible: -1,
  isProtected: false,
  allows: { formatCells: false, editObjects: false },
  isFiltered: false,
  cells: new Map(),
  merges: [],
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  charts: [],
  page: { Orientation: 1, Zoom: 100, FitToPagesWide: 1, FitToPagesTall: 1 },
  looks: [],
});

export function cellOf(sheet: FakeSheet, cell: CellRef): FakeCell {
  const key = keyOf(cell);
  const known = sheet.cells.get(key);
  if (known) return known;
  const made: FakeCell = {
    value: null,
    error: null,
    formula: null,
    format: 'General',
    fill: null,
    note: null,
    locked: true,
    look: {},
  };
  sheet.cells.set(key, made);
  return made;
}

export const peek = (sheet: FakeSheet, cell: CellRef): FakeCell | null =>
  sheet.cells.get(keyOf(cell)) ?? null;

export const mergeAt = (sheet: FakeSheet, cell: CellRef): Range | null =>
  sheet.merges.find((merge) => contains(merge, cell)) ?? null;

/** A merge shows its first cell; the others read as blank. */
export function isCovered(sheet: FakeSheet, cell: CellRef): boolean {
  const merge = mergeAt(sheet, cell);
  return merge !== null && (merge.top !== cell.row || merge.left !== cell.column);
}

/** Whether a cell is the one a merge shows. */
export const isFirst = (sheet: FakeSheet, cell: CellRef): boolean =>
  sheet.merges.some(({ top, left }) => top === cell.row && left === cell.column);

/** An empty sheet's is A1, as measured (wps-host notes §4). */
export function usedRange(sheet: FakeSheet): Range {
  const rows: number[] = [];
  const columns: number[] = [];
  for (const [key, cell] of sheet.cells) {
    if (cell.value === null && cell.error === null && cell.formula === null && cell.fill === null) {
      continue;
    }
    const [row = 0, column = 0] = key.split(',').map(Number);
    rows.push(row);
    columns.push(column);
  }
  for (const { top, left, bottom, right } of sheet.merges) {
    rows.push(top, bottom);
    columns.push(left, right);
  }
  if (rows.length === 0) return { top: 0, left: 0, bottom: 0, right: 0 };
  const least = (all: readonly number[]): number => all.reduce((a, b) => Math.min(a, b));
  const most = (all: readonly number[]): number => all.reduce((a, b) => Math.max(a, b));
  return { top: least(rows), left: least(columns), bottom: most(rows), right: most(columns) };
}

/** The formulas of the tests whose result is an error, with its code. */
const ERRONEOUS: ReadonlyMap<string, number> = new Map([
  ['=1/0', -2146826281],
  ['=NA()', -2146826246],
  ['=NoSuchName', -2146826259],
]);

/** What is typed into a cell, as the program reads it: an apostrophe makes text, `@` too. */
export function enter(cell: FakeCell, given: unknown, enforces: Enforces): void {
  if (given === undefined) {
    if (enforces('undefined-value')) throw new TypeError('undefined is no value of a cell');
    return;
  }
  if (given === null && !enforces('null-clears')) return;
  cell.error = null;
  cell.formula = null;
  if (given === null || given === '') {
    cell.value = null;
    return;
  }
  if (typeof given !== 'string') {
    if (typeof given !== 'number' && typeof given !== 'boolean') {
      throw new TypeError(`${typeof given} is no value of a cell`);
    }
    cell.value = cell.format === '@' && enforces('text-format') ? String(given) : given;
    return;
  }
  if (given.startsWith("'")) cell.value = enforces('apostrophe') ? given.slice(1) : given;
  else if (cell.format === '@') cell.value = given;
  else if (
    enforces('formula-text') &&
    /^[=+@-]/.test(given) &&
    given.length > 1 &&
    !/^[+-]?[\d.]+%?$/.test(given)
  ) {
    if (!/^=?[-+]?[A-Za-z0-9"'!().,:*/+\s<>=&%_$\u4e00-\u9fff-]+$/.test(given)) {
      throw new RangeError(`formula ${given}`);
    }
    cell.formula = given.startsWith('=') ? given : `=${given}`;
    cell.error = ERRONEOUS.get(cell.formula) ?? null;
    cell.value = 0;
  } else if (/^true$|^false$/i.test(given)) cell.value = given.toLowerCase() === 'true';
  else if (!enforces('number-text')) cell.value = given;
  else if (/^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(given)) cell.value = Number(given);
  else if (/^[+-]?\d+(?:\.\d+)?%$/.test(given)) cell.value = Number(given.slice(0, -1)) / 100;
  else cell.value = given;
}
