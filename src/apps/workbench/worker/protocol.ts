import type { EngineOptions } from '../../../engine/options';
import type { CellEdit } from '../../../model/edit';
import type { BookView } from '../../../model/look';
import type { Patch, PatchReport } from '../../../model/patch';
import type { WorkbookResult } from '../../../model/score';
import type { Snapshot } from '../../../model/snapshot';
import type { WorkbookFormat } from '../../../workbook/open';

/** A snapshot or result the worker still holds is named, not sent. */
export type Held<T> = { readonly held: number } | { readonly given: T };

export interface OpenedBook {
  readonly format: WorkbookFormat;
  readonly converted: boolean;
  readonly view: BookView;
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
  /** 0…1 */
  readonly executionRate: number | null;
  readonly grade: string | null;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly failure: {
    readonly code: string;
    readonly data: Readonly<Record<string, unknown>>;
  } | null;
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
  edit: [{ readonly book: string; readonly edits: readonly CellEdit[] }, null];
  read: [{ readonly book: string }, { readonly snapshot: Snapshot; readonly held: number }];
  evaluate: [
    { readonly snapshot: Held<Snapshot>; readonly options: EngineOptions },
    { readonly result: WorkbookResult; readonly held: number },
  ];
  planPatch: [
    {
      readonly snapshot: Held<Snapshot>;
      readonly result: Held<WorkbookResult>;
      readonly options: EngineOptions;
    },
    Patch,
  ];
  apply: [{ readonly book: string; readonly patch: Patch }, AppliedPatch];
  undo: [{ readonly book: string }, { readonly undone: boolean; readonly view: BookView }];
  save: [{ readonly book: string }, Uint8Array];
  close: [{ readonly book: string }, null];
  batch: [
    {
      readonly files: readonly { readonly name: string; readonly file: Blob }[];
      readonly options: EngineOptions;
    },
    readonly BatchRow[],
  ];
  /** The scored workbooks of the last batch and the cross-project 汇总表, as one zip. */
  batchOutput: [
    { readonly date: string },
    { readonly zip: Uint8Array; readonly summary: Uint8Array },
  ];
}
