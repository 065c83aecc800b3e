import {
  count,
  fitting,
  flag,
  listOf,
  only,
  openRecord,
  openRow,
  orNull,
  text,
} from '../model/decode';
import type { FindingSeverity } from '../model/finding';
import type { SheetRole } from '../model/ledger';
import { ROLE, TONE } from './read-ledger';

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

const MARK = openRecord<Omit<FileMark, 'noted'>>({
  sheet: text(),
  cell: text(),
  tone: TONE,
  note: orNull(text()),
  kept: flag,
  fills: listOf(openRow<[string, number]>(text(), count)),
});

const SHEET = openRecord<Omit<FileSheet, 'calculated'>>({
  role: ROLE,
  asked: text(),
  name: text(),
  part: text(),
  sheetId: count,
  place: count,
  titleRows: count,
});

const MEMORY = openRecord<{
  readonly version: 1;
  readonly marks: readonly (Omit<FileMark, 'noted'> & { readonly noted?: unknown })[];
  readonly fills: readonly string[];
  readonly sheets: readonly (Omit<FileSheet, 'calculated'> & { readonly calculated?: unknown })[];
}>({ version: only(1), marks: listOf(MARK), fills: listOf(text()), sheets: listOf(SHEET) });

const PLAIN_FILLS = openRecord<{ readonly plainFills: readonly (readonly [number, string])[] }>({
  plainFills: listOf(openRow<[number, string]>(count, text())),
});

/**
 * Reads what is remembered of marks and sheets; null for anything else, however it came to be
 * there. What is only said since later versions may be missing or damaged.
 */
export function readMarkMemory(value: unknown): MarkMemory | null {
  const memory = fitting(MEMORY, value);
  if (!memory) return null;
  const plain = fitting(PLAIN_FILLS, value);
  return {
    marks: memory.marks.map(({ sheet, cell, tone, note, kept, noted, fills }) => ({
      ...{ sheet, cell, tone, note, kept },
      ...(typeof noted === 'boolean' ? { noted } : {}),
      fills: fills.map(([place, fill]) => [place, fill]),
    })),
    fills: memory.fills,
    ...(plain ? { plainFills: plain.plainFills.map(([index, fill]) => [index, fill]) } : {}),
    sheets: memory.sheets.map(
      ({ role, asked, name, part, sheetId, place, titleRows, calculated }) => ({
        ...{ role, asked, name, part, sheetId, place, titleRows },
        calculated: calculated !== false,
      }),
    ),
  };
}
