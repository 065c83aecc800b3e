import type { CellEdit } from '../../../../model/edit';
import type { Failure } from '../../../../model/failure';
import type { BookView } from '../../../../model/look';
import type { Session } from '../../../../pane/session';
import type { SessionEngine } from '../../../../pane/session-engine';
import type { Notice } from '../../../../pane/session-state';
import type { ChosenFile, SavePlace } from '../../files/file-access';
import type { Source } from '../../files/source';
import type { RefusedEdit } from '../../grid/grid';
import type { BatchRow, OpenedBook } from '../../worker/protocol';
import type { BookHost } from '../desk-parts';
import type { DeskView } from '../desk-state';
import type { Call, Place } from './desk-data';
import type { BatchFile, BatchPlace } from './effects';

type Bytes = Uint8Array<ArrayBuffer>;

interface OfBook {
  readonly id: string;
}

/** What may happen at the desk: what a person asks for, and how what was to be done ended. */
export interface DeskEvents {
  open: { readonly books: readonly { readonly id: string; readonly source: Source }[] };
  /** Reads a file whose tab is there. */
  openOne: OfBook & { readonly call: Call };
  opened: OfBook & {
    readonly size: number;
    readonly opened: OpenedBook;
    readonly host: BookHost;
    readonly engine: SessionEngine;
  };
  notOpened: OfBook & { readonly failure: Failure };
  cancelOpening: OfBook;
  /** What is not saved is lost. */
  close: OfBook;
  requestClose: OfBook & { readonly call: Call };
  activate: OfBook;
  show: { readonly view: DeskView };
  notice: { readonly notice: Notice | null };
  sessionStarted: OfBook & { readonly session: Session };
  exampleScored: OfBook;

  gridAsked: { readonly container: HTMLElement };
  gridReady: object;
  gridFailed: object;
  /** The grid could not show what is different; it begins anew with the book. */
  gridBroke: OfBook & { readonly view: BookView };
  dark: { readonly dark: boolean };
  language: { readonly language: 'zh-CN' | 'en' };
  /** `seen`: the grid is in sight. */
  selected: Place & { readonly seen: boolean };
  gridShown: { readonly seen: boolean };
  refused: RefusedEdit;

  edited: OfBook & { readonly edits: readonly CellEdit[] };
  /** They are in the book now, or are not: `failure`. */
  editsSent: OfBook & { readonly failure: Failure | null };
  /** The book changed otherwise than by the grid. */
  viewChanged: OfBook & { readonly view: BookView; readonly edited?: number };
  changed: OfBook;

  /** A run of the pane's; `after`: what a person had done last in the grid. */
  wrote: OfBook & { readonly unasked: boolean; readonly after: object | null };
  /** The last run of the pane's is not in the book any more. */
  takenBack: OfBook;
  /** Whatever was done last, in the grid (`last`) or by the pane. */
  undo: OfBook & { readonly last: object | null };

  draftDue: OfBook;
  /** At once what would be kept a little later. */
  keepDraft: OfBook & { readonly call: Call };
  /** `bytes`: null where the worker did not give them. */
  draftRead: OfBook & {
    readonly change: number;
    readonly call: Call | null;
    readonly bytes: Bytes | null;
  };
  draftStored: OfBook & {
    readonly change: number;
    readonly call: Call | null;
    readonly kept: boolean;
  };

  save: OfBook & { readonly as: boolean; readonly call: Call };
  /** `tried`: it was saved for this already. */
  saveAndClose: OfBook & { readonly call: Call; readonly tried: boolean };
  /** Null: called off. */
  placeChosen: OfBook & { readonly place: SavePlace | 'download' | null };
  typingCommitted: OfBook;
  bytesRead: OfBook & { readonly bytes: Bytes };
  written: OfBook & { readonly place: SavePlace | 'download'; readonly name: string };
  notSaved: OfBook & { readonly failure: Failure };

  runBatch: { readonly files: readonly ChosenFile[]; readonly call: Call };
  batchRuns: { readonly batch: number; readonly done: number; readonly total: number };
  batchDone: {
    readonly batch: number;
    readonly files: readonly ChosenFile[];
    readonly rows: readonly BatchRow[];
    readonly call: Call;
  };
  batchFailed: { readonly batch: number; readonly failure: Failure; readonly call: Call };
  cancelBatch: object;
  saveBatch: { readonly what: BatchFile['what']; readonly at: Date; readonly call: Call };
  /** `place`: null where it was called off, or could not be asked for, as `notice` says. */
  batchPlaceChosen: {
    readonly file: BatchFile;
    readonly place: BatchPlace | null;
    readonly notice: Notice | null;
    readonly call: Call;
  };
  /** Well or badly, as `notice` says. */
  batchWritten: { readonly notice: Notice; readonly call: Call };
}

export type EventKind = keyof DeskEvents;

export type EventOf<K extends EventKind> = { readonly kind: K } & DeskEvents[K];

export type DeskEvent = { readonly [K in EventKind]: EventOf<K> }[EventKind];
