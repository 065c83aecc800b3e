import { Failure } from '../model/failure';
import { parseRangeName, type Range } from '../model/grid';
import type { CellValue, SheetSnapshot } from '../model/snapshot';

/** Rows of a sheet as Excel gives them, from A1 or from a later row on. */
export interface RawRows {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
  /** `Error`, `String`, … */
  readonly types: readonly (readonly unknown[])[];
  readonly rowHidden: readonly boolean[];
}

export interface RawSheet {
  readonly id: string;
  readonly name: string;
  readonly visibility: SheetSnapshot['visibility'];
  readonly protected: boolean;
  /** Of all its cells: true, false, or null for some of them, as both programs answer. */
  readonly locked: unknown;
  readonly rows: RawRows;
  readonly columnHidden: readonly boolean[];
  readonly merges: readonly Range[];
}

/** The codes Excel reports for the built-in dates, which a Chinese Office shows the other way round. */
const LOCAL_DATES: ReadonlyMap<string, string> = new Map([
  ['m/d/yyyy', 'yyyy/m/d'],
  ['m/d/yyyy h:mm', 'yyyy/m/d h:mm'],
]);

function formatOf(raw: unknown): string | null {
  if (typeof raw !== 'string' || raw === '' || raw.toLowerCase() === 'general') return null;
  return LOCAL_DATES.get(raw) ?? raw;
}

/**
 * A formula without `=`; null for none. Text that only looks like a formula is reported as formula
 * and value alike, and no formula has its own text as result.
 */
function formulaOf(raw: unknown, value: unknown): string | null {
  return typeof raw === 'string' && raw.startsWith('=') && raw !== value ? raw.slice(1) : null;
}

function valueOf(raw: unknown, type: unknown, formula: string | null): CellValue {
  if (typeof raw === 'string') {
    if (type === 'Error') return { error: raw };
    return raw === '' && formula === null ? null : raw;
  }
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : null;
  return typeof raw === 'boolean' ? raw : null;
}

/** `附表!A1:B2` or `A1:B2` as a range; null for anything else. */
export function rangeOfAddress(address: string): Range | null {
  return parseRangeName(address.slice(address.lastIndexOf('!') + 1));
}

/** One for all rows without cells: there may be a million of them, and they are passed over quickly. */
const NO_CELLS: never[] = [];

const withoutCells = <T>(rowCount: number): T[][] => new Array<T[]>(rowCount).fill(NO_CELLS);

/** Rows of cells, with the place of the first one. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly lines: readonly (readonly unknown[])[];
}

/**
 * Lines of boxes in their places, from A1: a line ends after its last box, and lines without one hold
 * no cells.
 * @param boxes of each line from left to right
 * @param blank what a cell nobody asked for holds, left of one that was
 */
export function placedLines(
  rowCount: number,
  boxes: readonly Box[],
  blank: unknown,
): readonly (readonly unknown[])[] {
  const lines: (readonly unknown[])[] = withoutCells<unknown>(rowCount);
  for (const { top, left, lines: own } of boxes) {
    own.forEach((cells, at) => {
      const line = lines[top + at] ?? NO_CELLS;
      const gap = Array.from({ length: left - line.length }, () => blank);
      lines[top + at] = left === 0 ? cells : [...line, ...gap, ...cells];
    });
  }
  return lines;
}

interface Grid {
  readonly values: CellValue[][];
  readonly formulas: (string | null)[][];
  readonly formats: (string | null)[][];
}

function gridOf(raw: RawRows): Grid {
  const { length } = raw.values;
  const grid: Grid = {
    values: withoutCells(length),
    formulas: withoutCells(length),
    formats: withoutCells(length),
  };
  for (let row = 0; row < length; row++) {
    const line = raw.values[row];
    if (!line || line.length === 0) continue;
    const formulas = line.map((value, column) => formulaOf(raw.formulas[row]?.[column], value));
    grid.formulas[row] = formulas;
    grid.values[row] = line.map((value, column) =>
      valueOf(value, raw.types[row]?.[column], formulas[column] ?? null),
    );
    grid.formats[row] = line.map((_, column) => formatOf(raw.formats[row]?.[column]));
  }
  return grid;
}

/** What a merge hides is neither seen nor meant, whatever an earlier edit left in it. */
function hideMerged(grid: Grid, merges: readonly Range[]): void {
  for (const { top, left, bottom, right } of merges) {
    const last = Math.min(bottom, grid.values.length - 1);
    for (let row = top; row <= last; row++) {
      const values = grid.values[row];
      const formulas = grid.formulas[row];
      if (!values || !formulas) continue;
      const end = Math.min(right, values.length - 1);
      for (let column = row === top ? left + 1 : left; column <= end; column++) {
        values[column] = null;
        formulas[column] = null;
      }
    }
  }
}

/** The grid ends at the last cell with a value or formula, whatever Excel counts as used. */
function usedSize(grid: Grid): { readonly rowCount: number; readonly columnCount: number } {
  let rowCount = 0;
  let columnCount = 0;
  for (let row = 0; row < grid.values.length; row++) {
    const line = grid.values[row] ?? NO_CELLS;
    let width = line.length;
    while (width > 0) {
      const value = line[width - 1] ?? null;
      const isUsed = (value !== null && value !== '') || grid.formulas[row]?.[width - 1] != null;
      if (isUsed) break;
      width--;
    }
    if (width === 0) continue;
    rowCount = row + 1;
    columnCount = Math.max(columnCount, width);
  }
  return { rowCount, columnCount };
}

/** Takes away what lies beyond the used size. */
function cutTo<T>(lines: T[][], rowCount: number, columnCount: number): T[][] {
  lines.length = rowCount;
  for (let row = 0; row < rowCount; row++) {
    const line = lines[row];
    if (line && line.length > columnCount) lines[row] = line.slice(0, columnCount);
  }
  return lines;
}

function hiddenIndexes(hidden: readonly boolean[], count: number): ReadonlySet<number> {
  const indexes = new Set<number>();
  for (let index = 0; index < count; index++) if (hidden[index]) indexes.add(index);
  return indexes;
}

/** The sheet as the engine takes it. */
export function sheetOfRaw(raw: RawSheet): SheetSnapshot {
  const grid = gridOf(raw.rows);
  hideMerged(grid, raw.merges);
  const { rowCount, columnCount } = usedSize(grid);
  return {
    id: raw.id,
    name: raw.name,
    visibility: raw.visibility,
    protected: raw.protected,
    ...(raw.protected ? { hasOpenCells: raw.locked !== true } : {}),
    rowCount,
    columnCount,
    values: cutTo(grid.values, rowCount, columnCount),
    formulas: cutTo(grid.formulas, rowCount, columnCount),
    formats: cutTo(grid.formats, rowCount, columnCount),
    merges: raw.merges,
    hiddenRows: hiddenIndexes(raw.rows.rowHidden, rowCount),
    hiddenColumns: hiddenIndexes(raw.columnHidden, columnCount),
  };
}

/** @throws Failure `sheet-too-large` for `null`, which Excel gives beyond about five million cells. */
export function rawGrid(grid: unknown, sheet: string): readonly (readonly unknown[])[] {
  if (!Array.isArray(grid)) throw new Failure('sheet-too-large', { part: sheet });
  return grid as readonly (readonly unknown[])[];
}
