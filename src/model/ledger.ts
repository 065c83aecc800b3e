import type { CellValue } from './snapshot';
import type { FindingSeverity } from './finding';
import type { TableKind } from './table';

/** The three sheets the tool writes. */
export type SheetRole = 'findings' | 'summary' | 'outline';

/** A 得分 cell the tool filled: what it wrote and what a person had there before. */
export interface LedgerScore {
  readonly sheet: string;
  readonly cell: string;
  readonly wrote: number;
  readonly before: CellValue;
}

/** A flagged cell: the fill and note now standing there are the tool's. */
export interface LedgerFlag {
  readonly sheet: string;
  readonly cell: string;
  readonly tone: FindingSeverity;
  /** The note's text as written; null where the host kept a note or thread of the user's instead. */
  readonly note: string | null;
}

/** A sheet the tool wrote. `digest` is of its content as written, so an edit by a person is noticed. */
export interface LedgerSheet {
  readonly role: SheetRole;
  readonly name: string;
  readonly digest: string;
  /** Not wanted any more, but left because a person has written in it. */
  readonly kept?: true;
}

/** A finding a person looked at and set aside, with the reason. */
export interface Waiver {
  /** A check's id, perhaps of another version of the tool. */
  readonly check: string;
  readonly sheet: string;
  readonly cell: string;
  readonly reason: string;
}

/**
 * What the rows and columns of a sheet with a table were called when the ledger was written: rows
 * get inserted, sheets renamed, and an address alone then tells of another cell.
 */
export interface LedgerLayout {
  readonly sheet: string;
  readonly nameColumn: number;
  readonly header: readonly number[];
  /** Row and its label, from the top. */
  readonly rows: readonly (readonly [number, string])[];
  /** Column and its head, from the left. */
  readonly columns: readonly (readonly [number, string])[];
  /** Rows called the same as another, each with all its words; absent in workbooks of earlier versions. */
  readonly twins?: readonly (readonly [number, string])[];
}

export type Directions = Readonly<Record<string, Readonly<Record<string, 'positive' | 'reverse'>>>>;

/** A cell by the name of its sheet and its own, `G5`. */
export interface CellPlace {
  readonly sheet: string;
  readonly cell: string;
}

/** A mark that could not be found again when the workbook was read, by the cell it was set on. */
export interface LostMark extends CellPlace {
  /** What it was: by its note it may yet be found. */
  readonly was?: {
    readonly tone: FindingSeverity;
    readonly note: string;
    /** The fill of each cell it coloured as it was before, as markup. */
    readonly fills: readonly (readonly [string, string])[];
  };
}

/** By the kind of table it is for: a shipped profile's id, or a person's own profile as a whole. */
export type ChosenProfiles = Readonly<Partial<Record<TableKind, string | object>>>;

/** What was found of ours without a ledger. */
export interface Recognised {
  /** There was no ledger at all: nothing of this can be from one. */
  readonly withoutLedger: boolean;
  /** Sheets with marks of ours, and sheets of ours: there is no doubt about these. */
  readonly sheets: readonly string[];
  /** What only looks like ours, and is left alone: a note, or (without a cell) a sheet. */
  readonly likely: readonly { readonly sheet: string; readonly cell: string | null }[];
}

/**
 * What travels inside the workbook so that any host can continue, undo or clear:
 * sheets are named, not numbered, because other programs renumber them. Whoever reads a workbook gets
 * it with the addresses its cells have by then (`ledgerInPlace`).
 */
export interface Ledger {
  readonly version: 1;
  readonly profile: string;
  /** Column choices of a person per sheet name: role to column letter. */
  readonly mapping: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Which way an indicator counts where a person said it: sheet name → indicator name. */
  readonly directions?: Directions;
  /** Profiles a person chose; a table of a kind without one is scored by what its form proposes. */
  readonly profiles?: ChosenProfiles;
  readonly scores: readonly LedgerScore[];
  readonly flags: readonly LedgerFlag[];
  readonly sheets: readonly LedgerSheet[];
  readonly waivers: readonly Waiver[];
  /** Absent in workbooks of earlier versions: there every cell is where it was. */
  readonly layouts?: readonly LedgerLayout[];
  /** Never written into a workbook. */
  readonly lost?: readonly LostMark[];
  /**
   * Cells whose marks may stand elsewhere than is said here: row or column is not told by what it is
   * called. Never written into a workbook.
   */
  readonly unsure?: readonly CellPlace[];
  /**
   * Set where some or all of this is not from a ledger but was recognised by how it reads
   * (`withOwnTraces`); never written into a workbook.
   */
  readonly recognised?: Recognised;
  /** What only the writing host understands (for a file: styles before flagging). Kept verbatim. */
  readonly host: Readonly<Record<string, unknown>>;
}

/** What a workbook remembers before the tool has done anything in it. */
export const EMPTY_LEDGER: Ledger = {
  version: 1,
  profile: '',
  mapping: {},
  scores: [],
  flags: [],
  sheets: [],
  waivers: [],
  host: {},
};
