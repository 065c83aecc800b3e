import type { EngineOptions } from '../../../engine/options';
import type { CellEdit } from '../../../model/edit';
import type { BookView } from '../../../model/look';
import type { Language } from '../../../texts/catalogue';
import type { Data, FailureCode } from '../../../texts/message';
import type { Patch, PatchReport } from '../../../model/patch';
import type { WorkbookResult } from '../../../model/score';
import type { Snapshot } from '../../../model/snapshot';
import type { WorkbookFormat } from '../../../xlsx/open';

/** A snapshot or result the worker still holds is named, not sent. */
export type Held<T> = { readonly held: number } | { readonly given: T };

/** It holds no longer what was named; the question is to be asked again with the thing itself. */
export type NotHeld = { readonly notHeld: true };

export interface OpenedBook {
  readonly format: WorkbookFormat;
  readonly converted: boolean;
  readonly view: BookView;
}

/** A result under the number the worker holds it by. */
export interface Scored {
  readonly result: WorkbookResult;
  readonly held: number;
}

/** How the page scores and plans: what is read is scored and planned likewise, before it asks. */
export interface Usual {
  readonly options: EngineOptions;
  readonly language: Language;
}

export interface Reading {
  readonly snapshot: Snapshot;
  readonly held: number;
  /** Null: it cannot be; whoever asks for it is told why. `patch` null: not, or nothing is scored in it yet. */
  readonly scored: (Scored & { readonly patch: Patch | null }) | null;
}

export interface AppliedPatch {
  readonly report: PatchReport;
  readonly view: BookView;
}

/** One project of a batch, as its row in the table; `failure` where its file could not be scored. */
export interface BatchRow {
  readonly name: string;
  readonly project: string | null;
  readonly table: number;
  /** 0…100 points of the score that stands; null: not complete. */
  readonly score: number | null;
  /** The weights of the table's rows together; null: no row has one. */
  readonly weight: number | null;
  /** 0…1 */
  readonly executionRate: number | null;
  /** Null: the table is not complete enough for one. */
  readonly grade: string | null;
  /** Findings still open once the file is written, as the pane counts them. */
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly failure: { readonly code: FailureCode; readonly data: Data } | null;
}

/**
 * What the page may ask of the worker: name → [question, answer]. Every answer may instead be a
 * Failure, told as its code and data. Books are named by the page.
 */
export interface Questions {
  open: [
    { readonly book: string; readonly fileName: string; readonly bytes: Uint8Array },
    OpenedBook,
  ];
  /** `changes`: whether any of them says something new; only then did the book become another. */
  edit: [
    { readonly book: string; readonly edits: readonly CellEdit[] },
    { readonly changes: boolean },
  ];
  view: [{ readonly book: string }, BookView];
  read: [{ readonly book: string; readonly usual: Usual }, Reading];
  evaluate: [
    { readonly snapshot: Held<Snapshot>; readonly options: EngineOptions },
    Scored | NotHeld,
  ];
  planPatch: [
    {
      readonly snapshot: Held<Snapshot>;
      readonly result: Held<WorkbookResult>;
      readonly options: EngineOptions;
      readonly language: Language;
    },
    { readonly patch: Patch } | NotHeld,
  ];
  apply: [{ readonly book: string; readonly patch: Patch }, AppliedPatch];
  undo: [{ readonly book: string }, { readonly undone: boolean; readonly view: BookView }];
  save: [{ readonly book: string }, Uint8Array];
  close: [{ readonly book: string }, null];
  batch: [
    {
      /** `file`: null where the page could not get it. */
      readonly files: readonly { readonly name: string; readonly file: Blob | null }[];
      readonly options: EngineOptions;
      readonly language: Language;
    },
    readonly BatchRow[],
  ];
  /** The scored workbooks of the last batch and the cross-project 汇总表, as one zip. */
  batchOutput: [
    { readonly date: string },
    { readonly zip: Uint8Array; readonly summary: Uint8Array },
  ];
}

export type QuestionName = keyof Questions;

/** From the page. Questions are numbered by the page; a number is never used twice. */
export type ToWorker =
  | {
      readonly kind: 'ask';
      readonly id: number;
      readonly name: QuestionName;
      readonly question: unknown;
    }
  | { readonly kind: 'cancel'; readonly id: number };

export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly code: FailureCode;
      readonly data: Data;
    }
  | {
      readonly kind: 'progress';
      readonly id: number;
      readonly done: number;
      readonly total: number;
    };
