import { contains, type Range } from '../../../src/model/grid';
import { blankCell, keyOf, type FakeCell, type FakeSheet } from './fake-book';
import { hostError } from './fake-nodes';
import type { RuleName } from './rules';

/** Whether a rule is in force. */
export type Enforces = (rule: RuleName) => boolean;

export type Grid = readonly (readonly unknown[])[];

export const heightOf = ({ top, bottom }: Range): number => bottom - top + 1;
export const widthOf = ({ left, right }: Range): number => right - left + 1;

export function gridOf(
  sheet: FakeSheet,
  range: Range,
  pick: (cell: FakeCell) => unknown,
): unknown[][] {
  const blank = pick(blankCell());
  return Array.from({ length: heightOf(range) }, (_, down) =>
    Array.from({ length: widthOf(range) }, (__, right) => {
      const cell = sheet.cells.get(keyOf(range.top + down, range.left + right));
      return cell ? pick(cell) : blank;
    }),
  );
}

export const typeOfCell = (cell: FakeCell): string => {
  if (cell.isError) return 'Error';
  if (cell.value === '') return cell.formula === null ? 'Empty' : 'String';
  if (typeof cell.value === 'number') return 'Double';
  return typeof cell.value === 'boolean' ? 'Boolean' : 'String';
};

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]\d+$/i;

/** What Excel makes of something typed or written into a cell. */
export function coerce(raw: unknown, before: FakeCell, enforces: Enforces): Partial<FakeCell> {
  const plain = { formula: null, isError: false, isQuoted: false };
  if (typeof raw === 'number' && before.format === '@' && enforces('text-format')) {
    return { ...plain, value: String(raw) };
  }
  if (typeof raw === 'number' || typeof raw === 'boolean') return { ...plain, value: raw };
  if (typeof raw !== 'string') throw hostError('InvalidArgument', `no cell value: ${String(raw)}`);
  if (raw.startsWith("'") && enforces('apostrophe')) {
    return { ...plain, value: raw.slice(1), isQuoted: true };
  }
  if (before.format === '@') return { ...plain, value: raw };
  if (/^=./.test(raw) && enforces('formula-text')) {
    return { ...plain, value: 0, formula: raw.slice(1) };
  }
  if (/^[+-]./.test(raw) && enforces('formula-text') && Number.isNaN(Number(raw))) {
    return { ...plain, value: 0, formula: raw };
  }
  if (/^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!)$/.test(raw)) {
    return { ...plain, value: raw, isError: true };
  }
  return enforces('number-text')
    ? { ...plain, ...coerceText(raw, before) }
    : { ...plain, value: raw };
}

function coerceText(raw: string, before: FakeCell): Partial<FakeCell> {
  const text = raw.trim();
  if (/^(?:true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' };
  if (/^[+-]?\d+(?:\.\d+)?%$/.test(text)) {
    return { value: Number(text.slice(0, -1)) / 100, format: '0.00%' };
  }
  if (text !== '' && /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) {
    return { value: Number(text) };
  }
  const day = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/.exec(text);
  if (day) {
    const time = Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3]));
    const format = before.format === 'General' ? 'm/d/yyyy' : before.format;
    return { value: time / 86_400_000 + 25_569, format };
  }
  return MONTH.test(text) ? { value: 45_000, format: 'd-mmm' } : { value: raw };
}

/** Whether a cell lies under a merge without being its first. */
export function isHiddenByMerge(sheet: FakeSheet, row: number, column: number): boolean {
  return sheet.merges.some(
    (merge) =>
      row >= merge.top &&
      row <= merge.bottom &&
      column >= merge.left &&
      column <= merge.right &&
      (row !== merge.top || column !== merge.left),
  );
}

/** An array with the shape of the range; a scalar counts for every cell. */
export function shaped(value: unknown, range: Range, enforces: Enforces): Grid {
  if (!Array.isArray(value)) {
    if (value === null && enforces('null-scalar')) {
      throw hostError('InvalidArgument', 'null is not a value');
    }
    return Array.from({ length: heightOf(range) }, () =>
      Array.from({ length: widthOf(range) }, () => value),
    );
  }
  const rows = value as readonly unknown[];
  const fits =
    rows.length === heightOf(range) &&
    rows.every((row) => Array.isArray(row) && row.length === widthOf(range));
  if (!fits && enforces('shape')) {
    throw hostError(
      'InvalidArgument',
      'The number of rows or columns in the input array does not match the range.',
    );
  }
  return rows.map((row) => (Array.isArray(row) ? (row as readonly unknown[]) : []));
}

/** Changes every cell of a range. */
export function eachCell(
  sheet: FakeSheet,
  range: Range,
  change: (cell: FakeCell, row: number, column: number) => FakeCell | null,
): void {
  if (heightOf(range) * widthOf(range) > 2_000_000) {
    for (const [key, cell] of [...sheet.cells]) {
      const [row, column] = [Math.floor(key / 16_384), key % 16_384];
      const inside =
        row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
      if (inside) put(sheet, row, column, change(cell, row, column));
    }
    return;
  }
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) {
      const cell = sheet.cells.get(keyOf(row, column)) ?? blankCell();
      put(sheet, row, column, change(cell, row, column));
    }
  }
}

function put(sheet: FakeSheet, row: number, column: number, cell: FakeCell | null): void {
  if (cell) sheet.cells.set(keyOf(row, column), cell);
  else sheet.cells.delete(keyOf(row, column));
}

/** Puts an array into a range as `values` or `formulas` do. */
export function putValues(sheet: FakeSheet, range: Range, grid: Grid, enforces: Enforces): void {
  const merged = sheet.merges.length > 0 && enforces('merge-hidden');
  eachCell(sheet, range, (cell, row, column) => {
    const raw = grid[row - range.top]?.[column - range.left];
    const keeps = raw === null && enforces('null-keeps');
    if (keeps || raw === undefined) return isUnused(cell) ? null : cell;
    if (merged && isHiddenByMerge(sheet, row, column)) return isUnused(cell) ? null : cell;
    if (raw === '' || raw === null) {
      if (!enforces('empty-clears')) return isUnused(cell) ? null : cell;
      const blank = { ...cell, value: '', formula: null, isError: false, isQuoted: false };
      return isUnused(blank) ? null : blank;
    }
    return { ...cell, ...coerce(raw, cell, enforces) };
  });
}

const isUnused = (cell: FakeCell): boolean =>
  cell.value === '' &&
  cell.formula === null &&
  cell.format === 'General' &&
  cell.fill === null &&
  cell.link === null &&
  cell.locked &&
  Object.keys(cell.look).length === 0;

/** Of a range all cells are locked, none, or some (null). */
export function lockedIn(sheet: FakeSheet, range: Range): boolean | null {
  let open = 0;
  for (const [key, { locked }] of sheet.cells) {
    if (locked) continue;
    const [row, column] = [Math.floor(key / 16_384), key % 16_384];
    const isIn =
      row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
    if (isIn) open++;
  }
  if (open === 0) return true;
  return open === heightOf(range) * widthOf(range) ? false : null;
}

/** From the first to the last cell with a value, on a sheet or in a range; null where there is none. */
export function usedRange(sheet: FakeSheet, within: Range | null = null): Range | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const [key, cell] of sheet.cells) {
    if (cell.value === '' && cell.formula === null) continue;
    const [row, column] = [Math.floor(key / 16_384), key % 16_384];
    if (within && !contains(within, { row, column })) continue;
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  return bottom < 0 ? null : { top, left, bottom, right };
}
