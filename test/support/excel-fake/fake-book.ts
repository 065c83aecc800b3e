import { parseCellName, parseRangeName, type Range } from '../../../src/model/grid';
import type { CellValue, Snapshot } from '../../../src/model/snapshot';

export interface FakeFill {
  color: string;
  pattern: string;
  patternColor: string;
}

export interface FakeCell {
  value: string | number | boolean;
  isError: boolean;
  /** Without `=`. */
  formula: string | null;
  format: string;
  fill: FakeFill | null;
  /** Font, borders, alignment: whatever was set, by name. */
  look: Record<string, unknown>;
  link: string | null;
  /** Text that would be read as something else. */
  isQuoted: boolean;
  /** As every cell is unless somebody unlocked it. */
  locked: boolean;
}

export interface FakeNote {
  author: string;
  content: string;
}

export interface FakeChart {
  name: string;
  type: string;
  title: string;
  position: readonly unknown[];
  series: { name: string; values: string; categories: string }[];
}

export interface FakeSheet {
  id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  isProtected: boolean;
  /** What is ticked in the dialogue that protects it. */
  allows: { formatCells: boolean; editObjects: boolean };
  /** Hidden rows are hidden by a filter. */
  isFiltered: boolean;
  cells: Map<number, FakeCell>;
  merges: Range[];
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  notes: Map<string, FakeNote>;
  threads: Map<string, string>;
  charts: FakeChart[];
  widths: Map<string, number>;
  frozenRows: number;
  showsGrid: boolean;
  layout: Record<string, unknown>;
}

export interface FakeBook {
  sheets: FakeSheet[];
  parts: { id: string; xml: string }[];
  isProtected: boolean;
  date1904: boolean;
  /** Formulas are worked out only when asked. */
  isManual: boolean;
  /** Something they depend on was changed since. */
  isPending: boolean;
  eventsEnabled: boolean;
  active: string;
  nextId: number;
}

export const AUTHOR = '审计员';
export const ADD_IN = '绩效自评助手';

export const keyOf = (row: number, column: number): number => row * 16_384 + column;
export const rowOfKey = (key: number): number => Math.floor(key / 16_384);
export const columnOfKey = (key: number): number => key % 16_384;

export const blankCell = (): FakeCell => ({
  value: '',
  isError: false,
  formula: null,
  format: 'General',
  fill: null,
  look: {},
  link: null,
  isQuoted: false,
  locked: true,
});

export function blankSheet(id: string, name: string): FakeSheet {
  return {
    id,
    name,
    visibility: 'Visible',
    isProtected: false,
    allows: { formatCells: false, editObjects: false },
    isFiltered: false,
    cells: new Map(),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    notes: new Map(),
    threads: new Map(),
    charts: [],
    widths: new Map(),
    frozenRows: 0,
    showsGrid: true,
    layout: {},
  };
}

export const blankBook = (): FakeBook => ({
  sheets: [],
  parts: [],
  isProtected: false,
  date1904: false,
  isManual: false,
  isPending: false,
  eventsEnabled: true,
  active: '',
  nextId: 1,
});

export const guidOf = (number: number): string =>
  `{00000000-0000-4000-8000-${String(number).padStart(12, '0')}}`;

function cellOf(value: CellValue, formula: string | null, format: string | null): FakeCell | null {
  if (value === null && formula === null && format === null) return null;
  const cell = blankCell();
  if (typeof value === 'object') {
    cell.value = value?.error ?? '';
    cell.isError = value !== null;
  } else cell.value = value;
  cell.formula = formula;
  cell.format = format ?? 'General';
  cell.isQuoted = typeof value === 'string' && /^[=+-]/.test(value) && formula === null;
  return cell;
}

/** A workbook open in Excel with what a snapshot says, so that hosts can be compared. */
export function bookOf(snapshot: Pick<Snapshot, 'sheets' | 'date1904'>): FakeBook {
  const book = blankBook();
  book.date1904 = snapshot.date1904;
  for (const read of snapshot.sheets) {
    const sheet = blankSheet(guidOf(book.nextId++), read.name);
    sheet.visibility =
      read.visibility === 'visible'
        ? 'Visible'
        : read.visibility === 'hidden'
          ? 'Hidden'
          : 'VeryHidden';
    sheet.isProtected = read.protected;
    sheet.merges = [...read.merges];
    sheet.hiddenRows = new Set(read.hiddenRows);
    sheet.hiddenColumns = new Set(read.hiddenColumns);
    read.values.forEach((line, row) => {
      line.forEach((value, column) => {
        const cell = cellOf(
          value,
          read.formulas[row]?.[column] ?? null,
          read.formats[row]?.[column] ?? null,
        );
        if (cell) sheet.cells.set(keyOf(row, column), cell);
      });
    });
    book.sheets.push(sheet);
  }
  book.active = book.sheets[0]?.name ?? '';
  return book;
}

export function cellAt(sheet: FakeSheet, address: string): FakeCell {
  const place = parseCellName(address);
  return (place && sheet.cells.get(keyOf(place.row, place.column))) ?? blankCell();
}

export function changeCell(sheet: FakeSheet, address: string, change: Partial<FakeCell>): void {
  const place = parseCellName(address);
  if (!place) throw new Error(`no cell: ${address}`);
  const key = keyOf(place.row, place.column);
  sheet.cells.set(key, { ...(sheet.cells.get(key) ?? blankCell()), ...change });
}

export function sheetNamed(book: FakeBook, name: string): FakeSheet {
  const sheet = book.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet: ${name}`);
  return sheet;
}

const isBlank = (cell: FakeCell): boolean =>
  cell.value === '' &&
  cell.formula === null &&
  cell.format === 'General' &&
  cell.fill === null &&
  cell.link === null &&
  Object.keys(cell.look).length === 0;

/** Everything a person could see or lose, as plain data to compare; ids and widths of Excel aside. */
export function pictureOf(book: FakeBook, names: readonly string[] | null = null): unknown {
  return {
    parts: names ? null : book.parts.map(({ xml }) => xml),
    events: book.eventsEnabled,
    sheets: book.sheets
      .filter(({ name }) => names?.includes(name) ?? true)
      .map((sheet) => ({
        name: sheet.name,
        visibility: sheet.visibility,
        cells: structuredClone(
          [...sheet.cells]
            .filter(([, cell]) => !isBlank(cell))
            .sort(([a], [b]) => a - b)
            .map(([key, { isQuoted: _, ...cell }]) => [key, cell]),
        ),
        merges: [...sheet.merges].map((m) => [m.top, m.left, m.bottom, m.right].join()).sort(),
        hiddenRows: [...sheet.hiddenRows],
        notes: [...sheet.notes].map(([cell, note]) => [cell, { ...note }]).sort(),
        threads: [...sheet.threads],
        charts: structuredClone(sheet.charts),
        frozenRows: sheet.frozenRows,
      })),
  };
}

export function rangeIn(address: string): Range | null {
  const place = address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
  const rows = /^(\d+):(\d+)$/.exec(place);
  if (rows)
    return { top: Number(rows[1]) - 1, left: 0, bottom: Number(rows[2]) - 1, right: 16_383 };
  const columns = /^([A-Z]+):([A-Z]+)$/.exec(place);
  if (columns) {
    const [first, last] = [
      parseCellName(`${columns[1] ?? ''}1`),
      parseCellName(`${columns[2] ?? ''}1`),
    ];
    return first && last
      ? { top: 0, left: first.column, bottom: 1_048_575, right: last.column }
      : null;
  }
  return parseRangeName(place);
}
