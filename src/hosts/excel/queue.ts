import type { AskedCell } from '../../changes/standing';
import type { Change } from '../../changes/change';
import type { Planned } from '../../changes/plan-change';
import type { UndoRecord } from '../../changes/undo-record';
import type { Failure } from '../../model/failure';
import type { CellRef } from '../../model/grid';
import type { Degradation, Patch, PatchReport, SheetWrite } from '../../model/patch';
import type { Snapshot } from '../../model/snapshot';
import type { ExcelAbilities } from './excel-session';
import type { Prepared } from './prepare-write';
import { NEW_MANNER, type Manner, type Reading } from './reading';
import type { Sent } from './send-steps';

/** What is asked of the host; numbered, since its answer comes later. */
export type Task = { readonly call: number } & (
  | { readonly kind: 'read' }
  | { readonly kind: 'select'; readonly sheet: string; readonly cell: CellRef }
  | { readonly kind: 'apply'; readonly patch: Patch }
  | { readonly kind: 'undo' }
);

export interface Answers {
  read: Snapshot;
  select: null;
  apply: PatchReport;
  /** `left`: what could not be taken back. */
  undo: { readonly undone: boolean; readonly left: readonly Degradation[] };
}

/** A write that is being taken back. */
export interface TakingBack {
  readonly record: UndoRecord;
  /** The workbook must be at this revision; null: in whatever state a halted write left it. */
  readonly expected: string | null;
  /** Why, where the write came to a halt; null: a person asked. */
  readonly halted: {
    readonly failure: Failure;
    readonly done: number;
    readonly total: number;
  } | null;
  readonly left: readonly Degradation[];
}

/** The one thing that is done now. */
export interface Running {
  readonly task: Task;
  /** What is read is what was asked for, what is to be written to, or what a write left. */
  readonly reading: 'asked' | 'before' | 'after';
  readonly back: TakingBack | null;
  readonly prepared: Prepared | null;
  /** What the write turned out to be; of an `apply`. */
  readonly planned: Planned | null;
  /** What is being written. */
  readonly change: Change | null;
  /** What it leaves is asked for in the request itself. */
  readonly isAsked: boolean;
  /** The ledger is written again: the write itself turned out otherwise. */
  readonly isCorrecting: boolean;
  readonly degradations: readonly Degradation[];
}

/** All the host knows. */
export interface HostState {
  readonly abilities: ExcelAbilities;
  readonly waiting: readonly Task[];
  readonly running: Running | null;
  /** The workbook as it stands, as far as this host knows. */
  readonly known: Reading | null;
  /** How it was last read, also where what was read is out of date by now. */
  readonly manner: Manner;
  /** Events are off since a write that could not switch them on again; what they were before. */
  readonly owedEvents: boolean | null;
  /** Writes that can be taken back, the last one at the end. */
  readonly history: readonly UndoRecord[];
  /** Sheets of ours as they were last written. */
  readonly pages: readonly SheetWrite[];
}

export const newState = (abilities: ExcelAbilities): HostState => ({
  abilities,
  waiting: [],
  running: null,
  known: null,
  manner: NEW_MANNER,
  owedEvents: null,
  history: [],
  pages: [],
});

export type HostEvent =
  | { readonly kind: 'asked'; readonly task: Task }
  | { readonly kind: 'read'; readonly reading: Reading }
  /** `prepared`: null where everything at once was too much for one request. */
  | {
      readonly kind: 'verified';
      readonly prepared: Prepared | null;
      readonly isCancelled: boolean;
    }
  | { readonly kind: 'prepared'; readonly prepared: Prepared; readonly isCancelled: boolean }
  | { readonly kind: 'sent'; readonly sent: Sent<Reading> }
  /** `reading`: null where it was too much for one request. */
  | { readonly kind: 'readAfter'; readonly reading: Reading | null }
  /** `halted`: why events had to be switched on again. */
  | {
      readonly kind: 'eventsRestored';
      readonly isDone: boolean;
      readonly halted: NonNullable<Sent<Reading>['halted']>;
    }
  | { readonly kind: 'selected' }
  /** What was to be done last was not. */
  | { readonly kind: 'refused'; readonly reason: unknown };

type AnswerOf<K extends keyof Answers> = {
  readonly kind: 'answer';
  readonly to: K;
  readonly call: number;
  readonly value: Answers[K];
};

interface MarksAsked {
  /** Whose marks have to be known. */
  readonly cells: readonly AskedCell[];
  /** Those to be written on protected sheets. */
  readonly values: readonly AskedCell[];
  /** Those that get a long text. */
  readonly texts: readonly AskedCell[];
  readonly withThreads: boolean;
  readonly call: number;
}

/** Each is one use of Excel, or an answer; ends in one event, and only one is under way. */
export type HostEffect =
  | { readonly [K in keyof Answers]: AnswerOf<K> }[keyof Answers]
  | { readonly kind: 'fail'; readonly call: number; readonly failure: Failure }
  | { readonly kind: 'readBook'; readonly manner: Manner }
  | ({ readonly kind: 'verify'; readonly before: Reading } & MarksAsked)
  | ({ readonly kind: 'prepare'; readonly reading: Reading } & MarksAsked)
  /** `isAsked`: what it leaves is asked for in the request itself. `call`: who is told how far it is. */
  | {
      readonly kind: 'send';
      readonly change: Change;
      readonly prepared: Prepared;
      readonly isAsked: boolean;
      readonly call: number | null;
    }
  | { readonly kind: 'readAfter'; readonly change: Change; readonly before: Reading }
  | {
      readonly kind: 'restoreEvents';
      readonly halted: NonNullable<Sent<Reading>['halted']>;
    }
  | { readonly kind: 'select'; readonly sheet: string; readonly cell: CellRef };

export type Stepped = readonly [HostState, readonly HostEffect[]];
