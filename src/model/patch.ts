import { parseCellName, type CellRef, type Range } from './grid';
import type { FindingSeverity } from './finding';
import type { Ledger, Recognised, SheetRole } from './ledger';
import type { CellValue } from './snapshot';

/** A block of values in one sheet. `undefined` keeps what is there, `null` clears it. */
export interface ValueBlock {
  readonly sheetId: string;
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly (CellValue | undefined)[])[];
  /** What stood there when the patch was planned; same shape. */
  readonly before: readonly (readonly CellValue[])[];
  /**
   * Same shape: the formula, without `=`, that a value is the result of; null: the value stands by
   * itself. Absent: all of them do. A formula alone may take the place of another.
   */
  readonly formulas?: readonly (readonly (string | null)[])[];
}

/** Set or take away the mark of a finding on one cell. A null tone restores what was there before. */
export interface FlagEdit {
  readonly sheetId: string;
  readonly cell: CellRef;
  readonly tone: FindingSeverity | null;
  /** The note's text; null: no note. A note or thread of the user's is kept and ours left out. */
  readonly note: string | null;
}

/** A formula cell whose stored result is known after the patch. Never replaces the formula. */
export interface CachedResult {
  readonly sheetId: string;
  readonly cell: CellRef;
  readonly value: number | string;
}

export type SheetStyle =
  | 'title'
  | 'heading'
  | 'header'
  | 'text'
  | 'number'
  | 'percent'
  | 'total'
  | 'error'
  | 'warning'
  | 'info'
  | 'link'
  | 'note';

export interface SheetCell {
  readonly value: CellValue;
  /** Without `=`; `value` is then its result. */
  readonly formula?: string;
  readonly style: SheetStyle;
  readonly link?: { readonly sheet: string; readonly cell: CellRef };
}

export interface SheetChart {
  readonly title: string;
  readonly anchor: Range;
  readonly categories: Range;
  readonly series: readonly { readonly name: string; readonly values: Range }[];
}

/** A whole sheet of ours, written anew in place. */
export interface SheetWrite {
  readonly role: SheetRole;
  readonly name: string;
  /** Column widths in characters of the default font. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (SheetCell | null)[])[];
  readonly merges: readonly Range[];
  /** Rows that stay in view. */
  readonly frozenRows: number;
  readonly landscape: boolean;
  /** Rows that stay on one page when printed, where the host can see to it. */
  readonly blocks?: readonly { readonly top: number; readonly bottom: number }[];
  readonly chart: SheetChart | null;
}

/** A sheet of a workbook that has nothing but sheets of ours. */
export interface OwnBookSheet extends SheetWrite {
  /** How many columns, from the first, are printed; absent: all. The others are read on the screen. */
  readonly printedColumns?: number;
}

/** Everything one run changes, in one plan. Empty lists and nulls mean no change. */
export interface Patch {
  /** The snapshot revision it was planned for. */
  readonly revision: string;
  readonly values: readonly ValueBlock[];
  readonly flags: readonly FlagEdit[];
  readonly cached: readonly CachedResult[];
  readonly sheets: readonly SheetWrite[];
  /** Names of sheets of ours to remove. */
  readonly removeSheets: readonly string[];
  /** Names of sheets of ours that would go, but a person has written in them: said, not touched. */
  readonly keptSheets?: readonly string[];
  /** Marks of an earlier run that nobody can find any more: said, not touched. */
  readonly lostMarks?: readonly { readonly sheet: string; readonly cell: CellRef }[];
  /** What was recognised as ours although no ledger says so: said. */
  readonly recognised?: Recognised;
  /** The ledger to leave in the workbook; null takes it away; undefined keeps it. */
  readonly ledger: Ledger | null | undefined;
}

/** A plan that changes nothing. */
export const emptyPatch = (revision: string): Patch => ({
  revision,
  values: [],
  flags: [],
  cached: [],
  sheets: [],
  removeSheets: [],
  ledger: undefined,
});

/** Whether a plan changes nothing at all. */
export function isEmptyPatch(patch: Patch): boolean {
  return (
    patch.values.length === 0 &&
    patch.flags.length === 0 &&
    patch.cached.length === 0 &&
    patch.sheets.length === 0 &&
    patch.removeSheets.length === 0 &&
    patch.ledger === undefined
  );
}

/**
 * Whether a plan touches nothing a person sees and only leaves something in the ledger, as a choice
 * remembered for the next run does.
 */
export const remembersOnly = (patch: Patch): boolean =>
  isEmptyPatch({ ...patch, ledger: undefined }) && (patch.ledger ?? null) !== null;

/** What a plan leaves alone and wants said. */
export function leftAlone(patch: Patch): readonly Degradation[] {
  const { keptSheets = [], lostMarks = [], recognised } = patch;
  const { sheets = [], likely = [] } = recognised ?? {};
  return [
    ...sheets.map((sheet): Degradation => ({ kind: 'ledger-gone', sheet, cell: null })),
    ...likely.map(({ sheet, cell }): Degradation => ({
      kind: 'likely-ours',
      sheet,
      cell: cell === null ? null : parseCellName(cell),
    })),
    ...keptSheets.map((sheet): Degradation => ({ kind: 'sheet-kept', sheet, cell: null })),
    ...lostMarks.map((mark): Degradation => ({ kind: 'mark-lost', ...mark })),
  ];
}

/** Something the host could not do as planned, said by name. */
export interface Degradation {
  readonly kind:
    /** Reads after the write as it did before: most likely hidden under a merge nobody could ask for. */
    | 'cell-not-kept'
    /** Holds another value than was written, or than was to stay: the program's or somebody else's. */
    | 'cell-otherwise'
    /** Protection locks the cell: no score was written, whatever was to be. */
    | 'cell-locked'
    /** Protection lets no fill or note be set or changed here; the list of findings says it. */
    | 'mark-protected'
    /** The fill a cell had can be put back by a file host alone; it has none now. */
    | 'fill-lost'
    /** A note of ours that this host can neither change nor take away still stands. */
    | 'note-left'
    /** Rows or columns changed so that a mark of ours cannot be found; the cell is where it was set. */
    | 'mark-lost'
    /** Not taken back: rows or columns changed so that nobody can tell whether it is the very cell. */
    | 'undo-left'
    /** Dealt with as ours though no ledger says so; what there was before our marks is not known. */
    | 'ledger-gone'
    /** Looks like a note or sheet of ours, but somebody may have written on in it: not touched. */
    | 'likely-ours'
    /** The workbook keeps no ledger: taken back and cleared only until it is closed. */
    | 'ledger-not-kept'
    | 'note-kept'
    | 'notes-unsupported'
    | 'chart-unsupported'
    /** Borders, widths, page set-up of a sheet of ours: what it says stands all the same. */
    | 'looks-left'
    /** A sheet of ours that could not be written to its end; scores and marks stand. */
    | 'sheet-unfinished'
    | 'sheet-kept'
    | 'sheet-protected'
    | 'structure-protected';
  readonly sheet: string;
  readonly cell: CellRef | null;
}

export interface PatchReport {
  readonly cellsWritten: number;
  readonly flagsSet: number;
  readonly flagsCleared: number;
  readonly sheetsWritten: readonly string[];
  readonly degradations: readonly Degradation[];
  readonly revision: string;
}
