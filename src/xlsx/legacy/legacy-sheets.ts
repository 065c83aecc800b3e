import type { CellObject, Comments, Range as LibraryRange, WorkBook, WorkSheet } from '@e965/xlsx';
import { Failure } from '../../model/failure';
import type { Range } from '../../model/grid';
import type { CellValue, SheetSnapshot } from '../../model/snapshot';
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
import { isPortable, takeNames } from './legacy-names';
import type { Limits } from '../limits';

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

/** What formulas of the new file may refer to. */
interface Surroundings {
  readonly sheets: ReadonlySet<string>;
  readonly lostNames: readonly string[];
  readonly spent: { cells: number };
  readonly limits: Limits;
}

/** A formula that can stand in the new file; of others the last result stays. */
function formulaOf(cell: CellObject, around: Surroundings): string | null {
  const formula = typeof cell.f === 'string' ? clean(cell.f) : '';
  if (!isPortable(formula, around.sheets)) return null;
  return around.lostNames.some((name) => formula.includes(name)) ? null : formula;
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

function cellOf(
  cell: CellObject,
  column: number,
  own: LegacyStyle | null,
  around: Surroundings,
): LegacyCell | null {
  const value = valueOf(cell);
  const formula = formulaOf(cell, around);
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
  around: Surroundings,
): LegacySheet {
  const { spent, limits } = around;
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
      const taken = cellOf(cell ?? { t: 'z' }, column, style, around);
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
  const properties = new Map(
    (workbook.Workbook?.Sheets ?? []).map((sheet) => [sheet.name ?? '', sheet.Hidden ?? 0]),
  );
  const tabs = new Map(biff.tabs.map((tab, index) => [tab.name, { ...tab, index }]));
  const position = (name: string): number => tabs.get(clean(name))?.index ?? tabs.size;
  const chosen = [...workbook.SheetNames]
    .sort((a, b) => position(a) - position(b))
    .flatMap((name) => {
      const sheet = Object.hasOwn(workbook.Sheets, name) ? workbook.Sheets[name] : undefined;
      const plain = sheet?.['!type'] === undefined || sheet['!type'] === 'sheet';
      const worksheet = tabs.get(clean(name))?.worksheet ?? true;
      return sheet && plain && worksheet ? [{ name, sheet }] : [];
    });
  if (chosen.length === 0) throw new Failure('no-sheets');

  const sheets = new Set(chosen.map(({ name }) => clean(name)));
  const old = tabs.size > 0 ? [...tabs.keys()] : workbook.SheetNames.map(clean);
  const newNames = [...sheets];
  const positions = new Map(old.map((name, index) => [index, newNames.indexOf(name)]));
  const names = takeNames(workbook.Workbook?.Names ?? [], sheets, positions);
  const around = { sheets, lostNames: names.lost, spent: { cells: 0 }, limits };
  return {
    date1904: workbook.Workbook?.WBProps?.date1904 === true,
    names: names.kept,
    sheets: chosen.map(({ name, sheet }) => {
      const visibility = VISIBILITIES[properties.get(name) ?? 0] ?? 'visible';
      return sheetOf(name, sheet, visibility, tabs.get(clean(name))?.styles ?? new Map(), around);
    }),
  };
}
