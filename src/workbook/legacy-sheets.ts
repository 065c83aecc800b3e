import type { CellObject, Comments, Range as LibraryRange, WorkBook, WorkSheet } from '@e965/xlsx';
import { Failure } from '../model/failure';
import type { Range } from '../model/grid';
import type { CellValue, SheetSnapshot } from '../model/snapshot';
import {
  PLAIN_STYLE,
  type LegacyBook,
  type LegacyCell,
  type LegacyColumn,
  type LegacyNote,
  type LegacyRow,
  type LegacySheet,
  type LegacyStyle,
} from './legacy-book';
import type { LegacyBiff, SheetStyles } from './legacy-biff';
import type { Limits } from './limits';

const MAX_ROW = 65_535;
const MAX_COLUMN = 255;
/** Excel's bounds; wider or higher is refused by it as damage. */
const MAX_WIDTH = 255;
const MAX_HEIGHT = 409.5;

/** Error codes of BIFF (MS-XLS §2.5.10). */
const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

/** Old files pad texts with NULs. */
const clean = (text: string): string => text.replace(/\0+$/, '');

function valueOf(cell: CellObject): CellValue {
  const { v, t } = cell;
  if (t === 'e') return { error: ERRORS.get(Number(v)) ?? '#VALUE!' };
  if (v === undefined || t === 'z') return null;
  if (v instanceof Date) return null;
  if (typeof v === 'number') return Number.isFinite(v) ? v : null;
  return typeof v === 'string' ? clean(v) : v;
}

/**
 * A formula that can stand in the new file. What names another workbook, or could not be read,
 * is left out, and its last result stays.
 */
function formulaOf(cell: CellObject): string | null {
  const { f } = cell;
  if (typeof f !== 'string' || f === '') return null;
  // The library writes functions and names it does not know as `undefined` or in brackets.
  return /\[|undefined|SHAREDFMLA|ARRAYFMLA|_xlfn\.$|\0/.test(f) ? null : clean(f);
}

function styleOf(cell: CellObject, own: LegacyStyle | null): LegacyStyle {
  if (own) return own;
  const format = typeof cell.z === 'string' && cell.z.toLowerCase() !== 'general' ? cell.z : null;
  return format === null ? PLAIN_STYLE : { ...PLAIN_STYLE, format };
}

function rangeOf(range: LibraryRange): Range | null {
  const { s, e } = range;
  const valid =
    s.r >= 0 && s.c >= 0 && s.r <= e.r && s.c <= e.c && e.r <= MAX_ROW && e.c <= MAX_COLUMN;
  const single = s.r === e.r && s.c === e.c;
  return valid && !single ? { top: s.r, left: s.c, bottom: e.r, right: e.c } : null;
}

function notesOf(comments: Comments | undefined, row: number, column: number): LegacyNote[] {
  const [first] = comments ?? [];
  if (!first || typeof first.t !== 'string') return [];
  const text = clean((comments ?? []).map((comment) => comment.t).join('\n'));
  return [{ cell: { row, column }, author: clean(first.a ?? ''), text }];
}

function cellOf(cell: CellObject, column: number, own: LegacyStyle | null): LegacyCell | null {
  const value = valueOf(cell);
  const formula = formulaOf(cell);
  const style = styleOf(cell, own);
  if (value === null && formula === null && style === PLAIN_STYLE) return null;
  const arrayRange = formula !== null && typeof cell.F === 'string' ? cell.F : null;
  return { column, value, formula, arrayRange, style };
}

function columnsOf(sheet: WorkSheet, used: number): LegacyColumn[] {
  const columns: LegacyColumn[] = [];
  (sheet['!cols'] ?? []).slice(0, Math.min(used, MAX_COLUMN + 1)).forEach((info, column) => {
    const width =
      info.width !== undefined && info.width > 0 ? Math.min(info.width, MAX_WIDTH) : null;
    const hidden = info.hidden === true;
    if (width !== null || hidden) columns.push({ column, width, hidden });
  });
  return columns;
}

type Cells = readonly (readonly (CellObject | undefined)[] | undefined)[];

function sheetOf(
  name: string,
  sheet: WorkSheet,
  visibility: SheetSnapshot['visibility'],
  styles: SheetStyles,
  spent: { cells: number },
  limits: Limits,
): LegacySheet {
  const data = (sheet['!data'] ?? []) as Cells;
  const rowInfo = sheet['!rows'] ?? [];
  const rows: LegacyRow[] = [];
  const notes: LegacyNote[] = [];
  let used = 0;
  let last = Math.max(data.length, rowInfo.length);
  for (const row of styles.keys()) last = Math.max(last, row + 1);
  for (let row = 0; row < Math.min(last, MAX_ROW + 1); row++) {
    const source = data[row] ?? [];
    const own = styles.get(row);
    const cells: LegacyCell[] = [];
    const width = Math.min(Math.max(source.length, own?.length ?? 0), MAX_COLUMN + 1);
    spent.cells += width;
    if (spent.cells > limits.cells) throw new Failure('sheet-too-large', { part: name });
    for (let column = 0; column < width; column++) {
      const cell = source[column];
      const style = own?.[column] ?? null;
      if (!cell && !style) continue;
      const taken = cellOf(cell ?? { t: 'z' }, column, style);
      if (taken) cells.push(taken);
      if (cell?.c) notes.push(...notesOf(cell.c, row, column));
    }
    const info = rowInfo[row];
    const height = info?.hpt !== undefined && info.hpt > 0 ? Math.min(info.hpt, MAX_HEIGHT) : null;
    const hidden = info?.hidden === true;
    used = Math.max(used, width);
    if (cells.length > 0 || hidden || height !== null) rows.push({ row, height, hidden, cells });
  }
  return {
    name: clean(name),
    visibility,
    protected: Boolean(sheet['!protect']),
    rows,
    columns: columnsOf(sheet, used),
    merges: (sheet['!merges'] ?? []).flatMap((range) => rangeOf(range) ?? []),
    notes,
  };
}

const VISIBILITIES: readonly SheetSnapshot['visibility'][] = ['visible', 'hidden', 'veryHidden'];

/**
 * Takes over what the library read; cell styles and the order of tabs come from our own reading
 * where there is one. Chart and macro sheets are left out.
 * @throws Failure `no-sheets`, `sheet-too-large`.
 */
export function takeOver(workbook: WorkBook, biff: LegacyBiff, limits: Limits): LegacyBook {
  const spent = { cells: 0 };
  const properties = new Map(
    (workbook.Workbook?.Sheets ?? []).map((sheet) => [sheet.name ?? '', sheet.Hidden ?? 0]),
  );
  const position = (name: string): number => {
    const index = biff.tabs.findIndex((tab) => tab.name === clean(name));
    return index < 0 ? biff.tabs.length : index;
  };
  const names = [...workbook.SheetNames].sort((a, b) => position(a) - position(b));
  const sheets: LegacySheet[] = [];
  for (const name of names) {
    const sheet = Object.hasOwn(workbook.Sheets, name) ? workbook.Sheets[name] : undefined;
    const tab = biff.tabs[position(name)];
    const plain = sheet?.['!type'] === undefined || sheet['!type'] === 'sheet';
    if (!sheet || !plain || (tab && !tab.worksheet)) continue;
    const visibility = VISIBILITIES[properties.get(name) ?? 0] ?? 'visible';
    sheets.push(sheetOf(name, sheet, visibility, tab?.styles ?? new Map(), spent, limits));
  }
  if (sheets.length === 0) throw new Failure('no-sheets');
  return { date1904: workbook.Workbook?.WBProps?.date1904 === true, sheets };
}
