import type { EngineOptions } from '../../engine/options';
import type { Failure } from '../../model/failure';
import type { Language } from '../../texts/catalogue';
import type { Message } from '../../texts/message';
import type { Degradation, Patch, PatchReport } from '../../model/patch';
import type { WorkbookResult } from '../../model/score';
import type { Snapshot } from '../../model/snapshot';
import type { EditFrom, HostPort } from '../../hosts/port';
import {
  DEFAULT_SETTINGS,
  NO_CHOICES,
  type SessionState,
  type Settings,
  type Workbook,
} from '../session-state';
import type { Job } from './jobs';

/** What a session asks of its host, its engine or its clock; each is answered once or fails. */
export type Request =
  /** Lets what is shown be drawn. */
  | { readonly ask: 'pause' | 'read' | 'undo' }
  | { readonly ask: 'evaluate'; readonly snapshot: Snapshot; readonly options: EngineOptions }
  | { readonly ask: 'plan'; readonly workbook: Workbook; readonly language: Language }
  | { readonly ask: 'apply'; readonly patch: Patch; readonly unasked: boolean };

export type Answer =
  | { readonly is: 'paused' }
  | { readonly is: 'read'; readonly snapshot: Snapshot }
  | { readonly is: 'evaluated'; readonly workbook: Workbook }
  | { readonly is: 'planned'; readonly patch: Patch }
  | { readonly is: 'applied'; readonly report: PatchReport }
  | { readonly is: 'undone'; readonly undone: boolean; readonly left: readonly Degradation[] };

/** What is written, and what it was planned from. */
export interface Write {
  /** `reasons`: words and corrections by themselves, in a workbook not scored yet. */
  readonly of: 'scores' | 'memory' | 'clearing' | 'reasons';
  readonly workbook: Workbook;
  readonly patch: Patch;
  readonly told: Message;
  /** Scores of a person's would have been replaced; that is for a person to ask for. */
  readonly left: boolean;
}

/** Where a run stands, with what the answer it waits for is about. */
export type Phase =
  | { readonly at: 'reading' | 'undoing' }
  /** `snapshot` is scored; it differs from the one read by what is about to be written. */
  | { readonly at: 'scoring'; readonly asRead: Snapshot; readonly snapshot: Snapshot }
  | {
      readonly at: 'planning';
      readonly asRead: Snapshot;
      readonly workbook: Workbook;
      /** Scores of a person's are left alone whatever they agreed to before. */
      readonly quiet: boolean;
    }
  | { readonly at: 'writing'; readonly write: Write };

/** What was done and is told once the workbook has been read again. */
export type Done =
  | { readonly kind: 'written'; readonly write: Write; readonly report: PatchReport }
  | { readonly kind: 'undone'; readonly undone: boolean; readonly left: readonly Degradation[] }
  /** A write that may have left something in the workbook. */
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** A workbook is shown; or what is wanted of it changed, and nothing else. */
  | { readonly kind: 'opened' | 'reconsidered' };

export interface Asked {
  /** Whoever waits for it; null: nobody. */
  readonly id: number | null;
  readonly job: Job;
}

export interface Run extends Asked {
  readonly phase: Phase;
  /** The screen is let catch up before the request of the phase goes out. */
  readonly pausing: boolean;
  readonly done: Done | null;
  /** Edits heard of before the reading that the run goes by was asked for. */
  readonly since: number;
  /** Heard of before its first reading: what came later may have come while it wrote. */
  readonly begun: Pick<Machine, 'edits' | 'elsewhere'>;
  /** The host may still stop a write that has not touched a cell. */
  readonly calledOff: boolean;
  /** The workbook it was asked for is no longer the one shown: it ends with its answer. */
  readonly abandoned: boolean;
}

/** What the last write that still stands was for. */
export interface Written {
  /** The evaluation it was planned from: the same again is the echo of that write. */
  readonly result: WorkbookResult;
  readonly patch: Patch;
  /** The host left out a part of it, by name. */
  readonly partly: boolean;
}

/** All that a session knows; `step` makes the next of it. */
export interface Machine {
  readonly shown: SessionState;
  readonly run: Run | null;
  readonly queue: readonly Asked[];
  /** Number of the last request; an answer to an earlier one is none any more. */
  readonly turn: number;
  /** Edits heard of. */
  readonly edits: number;
  /** Of these, those made by others in the same workbook: they never lead to a write. */
  readonly elsewhere: number;
  /** Time is waited for because of a change that no edit was heard for, yet. */
  readonly guessed: boolean;
  /** Automatic runs in a row that the program had no time for; null: none is owed. */
  readonly owed: number | null;
  readonly written: Written | null;
  /** Runs of this session that were not taken back. */
  readonly writes: number;
  /** Times of the last automatic writes. */
  readonly automatic: readonly number[];
  readonly stopped: boolean;
  readonly limits: Limits;
}

export interface Limits {
  /** Milliseconds without an edit before an automatic recalculation. */
  readonly settleAfter: number;
  /** Automatic writes in twenty seconds; more mean that the sheet answers its own changes. */
  readonly automaticWrites: number;
  /** The host can take a run back. */
  readonly undoes: boolean;
}

export type SessionEvent =
  | { readonly on: 'asked'; readonly id: number; readonly job: Job }
  /** A workbook is in front; nothing of another one stays. */
  | { readonly on: 'opened'; readonly id: number }
  /** A person agrees to the preview. */
  | { readonly on: 'agreed'; readonly id: number }
  | { readonly on: 'changed'; readonly id: number; readonly settings: Partial<Settings> }
  | { readonly on: 'edited'; readonly from: EditFrom }
  /** Another cell is selected. */
  | { readonly on: 'moved' | 'cancelled' | 'dismissed' | 'stopped' }
  /** The time waited for has passed. */
  | { readonly on: 'due'; readonly now: number }
  | { readonly on: 'answered'; readonly turn: number; readonly answer: Answer }
  | { readonly on: 'failed'; readonly turn: number; readonly failure: Failure }
  | {
      readonly on: 'progressed';
      readonly turn: number;
      readonly done: number;
      readonly total: number;
    }
  /** A cell could not be shown. */
  | { readonly on: 'unselected'; readonly failure: Failure };

export type Effect =
  | { readonly do: 'ask'; readonly turn: number; readonly request: Request }
  /** One `due` event after so many milliseconds, in place of any waited for. */
  | { readonly do: 'wait'; readonly delay: number }
  /** No more waiting; listening to edits, and no more. */
  | { readonly do: 'call-off' | 'listen' | 'leave' }
  /** Whoever waits for a job need not any more. */
  | { readonly do: 'settle'; readonly id: number };

/** What a session knows of a workbook it has not read. */
export const NOTHING_DONE = {
  workbook: null,
  choices: NO_CHOICES,
  dirty: false,
  notice: null,
  outcome: null,
  undoable: false,
} as const;

export function openMachine(
  capabilities: HostPort['capabilities'],
  settings: Partial<Settings>,
  limits: Limits,
): Machine {
  return {
    shown: {
      stage: { kind: 'loading' },
      settings: { ...DEFAULT_SETTINGS, ...settings },
      ...NOTHING_DONE,
      capabilities,
    },
    run: null,
    queue: [],
    turn: 0,
    edits: 0,
    elsewhere: 0,
    guessed: false,
    owed: null,
    written: null,
    writes: 0,
    automatic: [],
    stopped: false,
    limits,
  };
}
