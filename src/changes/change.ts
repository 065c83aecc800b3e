import type { CellRef } from '../model/grid';
import type { Ledger } from '../model/ledger';
import type { SheetWrite } from '../model/patch';
import type { CellValue } from '../model/snapshot';
import type { Fill } from './fill-memory';

export interface CellChange {
  readonly sheet: string;
  readonly cell: CellRef;
  readonly value: CellValue;
  /** Without `=`; `value` is its result. Absent: the value stands by itself. */
  readonly formula?: string;
  /** The cell's number format is `@`: a number put there would become text. */
  readonly isText: boolean;
  /**
   * True: to be broken into lines, so that rows without a height of their own grow; false: on one line
   * again. Absent: as the cell is.
   */
  readonly wraps?: boolean;
}

export interface FillChange {
  readonly sheet: string;
  readonly cell: CellRef;
  readonly fill: Fill;
}

export interface NoteChange {
  readonly sheet: string;
  readonly cell: CellRef;
  /** Null: the note goes. */
  readonly text: string | null;
  /** A note stands there now. */
  readonly exists: boolean;
}

export interface PageChange {
  /** The name it goes by in the workbook. */
  readonly name: string;
  readonly isNew: boolean;
  readonly write: SheetWrite;
  /** The page as it stands, where that is known: only what differs need be written. */
  readonly standing?: SheetWrite | null;
}

/** What is to be done to the workbook, every decision already made. Sheets go by name. */
export interface Change {
  readonly cells: readonly CellChange[];
  readonly fills: readonly FillChange[];
  readonly notes: readonly NoteChange[];
  readonly pages: readonly PageChange[];
  readonly removed: readonly string[];
  /** Null takes it away; undefined keeps it. */
  readonly ledger: Ledger | null | undefined;
  /** The ledger until all of it is done, where `ledger` does not know of all that is taken away. */
  readonly meanwhile?: Ledger | undefined;
  /** Planned name of a page → the name it goes by, where they differ. */
  readonly renamed: ReadonlyMap<string, string>;
}

export const NO_CHANGE: Change = {
  cells: [],
  fills: [],
  notes: [],
  pages: [],
  removed: [],
  ledger: undefined,
  renamed: new Map(),
};

/**
 * The ledger to leave before anything else is done, and the one once all is: whatever happens in
 * between, the workbook says what in it is ours. Undefined: it stays as it is.
 */
export const ledgersOf = ({ ledger, meanwhile }: Change) => ({
  first: ledger === null ? undefined : (meanwhile ?? ledger),
  last: ledger === null || meanwhile ? ledger : undefined,
});

export const isNoChange = (change: Change): boolean =>
  change.cells.length === 0 &&
  change.fills.length === 0 &&
  change.notes.length === 0 &&
  change.pages.length === 0 &&
  change.removed.length === 0 &&
  change.ledger === undefined;
