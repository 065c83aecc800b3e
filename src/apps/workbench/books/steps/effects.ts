import type { CellEdit } from '../../../../model/edit';
import type { BookView } from '../../../../model/look';
import type { Session } from '../../../../pane/session';
import type { ChosenFile, FolderPlace, SavePlace } from '../../files/file-access';
import type { RecentFile } from '../../files/browser-store';
import type { Source } from '../../files/source';
import type { BookHost } from '../desk-parts';
import type { Call, Place } from './desk-data';
import type { DeskEvent } from './events';

/** A result of a batch, as it is to be written. */
export interface BatchFile {
  readonly what: 'zip' | 'summary';
  readonly name: string;
  /** What the new folder is called where a folder is chosen for the zip. */
  readonly folder: string;
  /** `2026-11-21` */
  readonly date: string;
}

export type BatchPlace =
  | { readonly kind: 'download' }
  | { readonly kind: 'file'; readonly file: SavePlace }
  | { readonly kind: 'folder'; readonly folder: FolderPlace };

interface OfBook {
  readonly id: string;
}

/** What the desk has done: each is one use of one of its parts, and ends in an event at most. */
export interface DeskEffects {
  answer: { readonly call: Call; readonly value: boolean };
  tell: { readonly event: DeskEvent };

  /** → opened, notOpened; afterwards what the host tells. */
  openBook: OfBook & { readonly source: Source };
  /** The opening. */
  callOff: OfBook;
  closeBook: OfBook;
  remember: { readonly name: string; readonly handle: RecentFile['handle'] };
  stopSession: { readonly session: Session };
  /** → exampleScored */
  scoreExample: OfBook & { readonly session: Session };
  /** → editsSent */
  sendEdits: OfBook & { readonly host: BookHost; readonly edits: readonly CellEdit[] };

  /** → draftDue */
  startDraft: OfBook & { readonly after: number };
  stopDraft: OfBook;
  /** → draftRead */
  readDraft: OfBook & { readonly change: number; readonly call: Call | null };
  /** → draftStored */
  storeDraft: OfBook & {
    readonly name: string;
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly change: number;
    readonly call: Call | null;
  };
  dropDraft: OfBook;

  /** → placeChosen, notSaved */
  choosePlace: OfBook & { readonly name: string };
  /** → typingCommitted, notSaved */
  commitTyping: OfBook;
  /** → bytesRead, notSaved */
  readBytes: OfBook;
  /** → written, notSaved */
  write: OfBook & {
    readonly name: string;
    readonly place: SavePlace | 'download';
    readonly bytes: Uint8Array<ArrayBuffer>;
  };

  /** → gridReady, gridFailed */
  loadGrid: { readonly container: HTMLElement };
  gridOpen: OfBook & { readonly view: BookView };
  /** → gridBroke */
  gridUpdate: OfBook & { readonly view: BookView; readonly edited?: number };
  gridActivate: OfBook;
  gridClose: OfBook;
  gridSelect: Place;
  gridUndo: OfBook;
  /** → takenBack, once for each run */
  takeBack: { readonly session: Session; readonly runs: number };
  gridDark: { readonly dark: boolean };
  gridLanguage: { readonly language: 'zh-CN' | 'en' };

  /** → batchRuns, batchDone, batchFailed */
  runBatch: {
    readonly batch: number;
    readonly files: readonly ChosenFile[];
    readonly language: 'zh-CN' | 'en';
    readonly call: Call;
  };
  /** Whichever batch runs. */
  callOffBatch: object;
  /** → batchPlaceChosen */
  chooseBatchPlace: { readonly file: BatchFile; readonly call: Call };
  /** → batchWritten */
  writeBatch: { readonly file: BatchFile; readonly place: BatchPlace; readonly call: Call };
}

export type EffectKind = keyof DeskEffects;

export type EffectOf<K extends EffectKind> = { readonly kind: K } & DeskEffects[K];

export type Effect = { readonly [K in EffectKind]: EffectOf<K> }[EffectKind];
