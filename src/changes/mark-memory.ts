import type { FindingSeverity } from '../model/finding';
import type { SheetRole } from '../model/ledger';

/** A flagged cell as it is remembered in the file. */
export interface FileMark {
  readonly sheet: string;
  readonly cell: string;
  readonly tone: FindingSeverity;
  /** The note asked for, whether it was written or left out. */
  readonly note: string | null;
  /** A note or thread of the user's stands there, so ours was left out. */
  readonly kept: boolean;
  /** False: a host without notes left it out. True: an earlier text, `note`, still stands there. */
  readonly noted?: boolean;
  /** Coloured cells, each with the number of the fill (in `fills`) it had before. */
  readonly fills: readonly (readonly [string, number])[];
}

/** A sheet of ours as it stands in the file. */
export interface FileSheet {
  readonly role: SheetRole;
  /** The name it was to have; `name` differs where the user has a sheet of that name. */
  readonly asked: string;
  readonly name: string;
  readonly part: string;
  readonly sheetId: number;
  /** Number of the user's sheets before it. */
  readonly place: number;
  readonly titleRows: number;
  /** False where it has no formulas; else the workbook has to be calculated on opening. */
  readonly calculated?: boolean;
}

/**
 * What `Ledger.host.file` says in words every host reads: the marks with the fills there were before,
 * and our sheets. How a file goes back byte for byte stands beside it (`xlsx/write/write-state`).
 */
export interface MarkMemory {
  readonly marks: readonly FileMark[];
  readonly fills: readonly string[];
  /** Fills by their number, as RGB alone, where theirs are colours of the theme or the palette. */
  readonly plainFills?: readonly (readonly [number, string])[];
  readonly sheets: readonly FileSheet[];
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;

function listOf<T>(value: unknown, read: (item: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  const items: T[] = [];
  for (const item of value as unknown[]) {
    const found = read(item);
    if (found === null) return null;
    items.push(found);
  }
  return items;
}

function readFill(value: unknown): readonly [string, number] | null {
  if (!Array.isArray(value)) return null;
  const [cell, fill] = value as unknown[];
  return isText(cell) && isCount(fill) ? [cell, fill] : null;
}

const isTone = (value: unknown): value is FindingSeverity =>
  value === 'error' || value === 'warning' || value === 'info';

const isRole = (value: unknown): value is SheetRole =>
  value === 'findings' || value === 'summary' || value === 'outline';

function readPlainFill(value: unknown): readonly [number, string] | null {
  if (!Array.isArray(value)) return null;
  const [index, fill] = value as unknown[];
  return isCount(index) && isText(fill) ? [index, fill] : null;
}

function readMark(value: unknown): FileMark | null {
  if (!isFields(value)) return null;
  const { sheet, cell, tone, note, kept } = value;
  const fills = listOf(value.fills, readFill);
  if (!isText(sheet) || !isText(cell) || !isTone(tone) || fills === null) return null;
  if ((note !== null && !isText(note)) || typeof kept !== 'boolean') return null;
  const noted = typeof value.noted === 'boolean' ? { noted: value.noted } : {};
  return { sheet, cell, tone, note, kept, ...noted, fills };
}

function readSheet(value: unknown): FileSheet | null {
  if (!isFields(value)) return null;
  const { role, asked, name, part, sheetId, place, titleRows } = value;
  if (!isRole(role) || !isText(asked) || !isText(name) || !isText(part)) return null;
  if (!isCount(sheetId) || !isCount(place) || !isCount(titleRows)) return null;
  const calculated = value.calculated !== false;
  return { role, asked, name, part, sheetId, place, titleRows, calculated };
}

const textOf = (value: unknown): string | null => (isText(value) ? value : null);

/** Reads what is remembered of marks and sheets; null for anything else, however it came to be there. */
export function readMarkMemory(value: unknown): MarkMemory | null {
  if (!isFields(value) || value.version !== 1) return null;
  const marks = listOf(value.marks, readMark);
  const fills = listOf(value.fills, textOf);
  const sheets = listOf(value.sheets, readSheet);
  if (!marks || !fills || !sheets) return null;
  const plainFills =
    value.plainFills === undefined ? null : listOf(value.plainFills, readPlainFill);
  return { marks, fills, ...(plainFills ? { plainFills } : {}), sheets };
}
