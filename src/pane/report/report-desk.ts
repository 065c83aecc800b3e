import type { WrittenReport } from '../../report/keep/written-report';
import type { LayoutFact } from '../../report/text/document/layout';
import type { ReportText } from '../../report/text/read-report';
import type { Failure } from '../../model/failure';
import { cellLabel } from '../../model/address';
import type { CellRef } from '../../model/grid';
import type { TableResult } from '../../model/score';
import type { Session } from '../session';
import type { SessionState } from '../session-state';
import type { DocxFile, ReportFile } from './report-file';

export type ReportFace = 'write' | 'verify';

/** What a person wrote, and the .docx it was taken over from, whose pictures and looks stay. */
export interface Draft {
  readonly written: WrittenReport;
  readonly file: DocxFile | null;
}

/** A report's file as it was chosen or dropped. */
export interface ChosenReport {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** The report that is checked. */
export type Checking =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly failure: Failure }
  | {
      readonly kind: 'read';
      readonly name: string;
      readonly chosen: ChosenReport;
      readonly file: ReportFile;
      readonly report: ReportText;
      /** Null for what is no .docx. */
      readonly layout: readonly LayoutFact[] | null;
    };

/** One of several reports that are checked together. */
export interface OneOfMany {
  readonly chosen: ChosenReport;
  readonly checking: Exclude<Checking, { readonly kind: 'none' }>;
}

/** A workbook as it was last read and evaluated. */
export type WorkbookRead = NonNullable<SessionState['workbook']>;

/** Another open workbook, whose tables a report may be about. */
export interface OtherBook {
  readonly id: string;
  readonly name: string;
  readonly workbook: WorkbookRead;
  /** Brings it to the front, with this report to be checked. */
  readonly check: (chosen: ChosenReport) => void;
  /** Brings it to the front, with this cell selected. */
  readonly select: (sheet: string, cell: CellRef) => void;
}

/** Where a table stands in its workbook. */
export const placeOf = ({ table }: TableResult): string =>
  cellLabel(table.sheet, { row: table.range.top, column: table.range.left });

/** What stands in the tab of reports while the workbook is open, shown or not. */
export interface ReportState {
  readonly face: ReportFace;
  /** The place of the table chosen; null: the first, or those that the report is about. */
  readonly table: string | null;
  /** The tables one report is written over, by `keyOf`; fewer than two: the one table. */
  readonly joined: readonly string[];
  /** The structure chosen; null: the one proposed. */
  readonly structure: string | null;
  /** By table and structure; null: what is kept on the computer is not wanted. */
  readonly drafts: ReadonlyMap<string, Draft | null>;
  readonly checking: Checking;
  /** Dropped elsewhere, to be read by the tab once it is there. */
  readonly offered: readonly ChosenReport[];
  /** Those that are checked together; none where there is but one. */
  readonly many: readonly OneOfMany[];
  /** Those that were read. */
  readonly others: readonly OtherBook[];
}

const FIRST: ReportState = {
  face: 'write',
  table: null,
  joined: [],
  structure: null,
  drafts: new Map(),
  checking: { kind: 'none' },
  offered: [],
  many: [],
  others: [],
};

export interface ReportDesk {
  readonly state: () => ReportState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly change: (part: Partial<ReportState>) => void;
}

const desks = new WeakMap<Session, ReportDesk>();

/** The reports of an open workbook: they live as long as its session, not as long as the tab is shown. */
export function reportDeskOf(session: Session): ReportDesk {
  const known = desks.get(session);
  if (known) return known;
  const listeners = new Set<() => void>();
  let state = FIRST;
  const desk: ReportDesk = {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (part) => {
      state = { ...state, ...part };
      for (const listener of listeners) listener();
    },
  };
  desks.set(session, desk);
  return desk;
}
