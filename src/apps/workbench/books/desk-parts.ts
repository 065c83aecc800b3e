import type { HostPort } from '../../../hosts/port';
import type { CellEdit } from '../../../model/edit';
import type { CellRef } from '../../../model/grid';
import type { BookView } from '../../../model/look';
import type { Clock } from '../../../pane/session';
import type { SessionEngine } from '../../../pane/session-engine';
import type { CreateGrid } from '../grid/grid';
import type { Questions } from '../worker/protocol';
import type { BrowserStore } from '../files/browser-store';
import type { FileAccess } from '../files/file-access';
import type { OtherWindows } from '../files/other-windows';

export interface AskHooks {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** The worker, as the page asks it. */
export interface Asker {
  /** @throws Failure */
  ask<K extends keyof Questions>(
    name: K,
    question: Questions[K][0],
    hooks?: AskHooks,
  ): Promise<Questions[K][1]>;
}

/** The host of one book; the grid's edits go into it. */
export interface BookHost extends HostPort {
  edited(edits: readonly CellEdit[]): Promise<void>;
}

export interface BookEvents {
  /**
   * The book changed otherwise than by the grid. `edited`: how many calls of `edited` of this book
   * are in the view already; absent: all.
   */
  readonly onView: (view: BookView, edited?: number) => void;
  readonly onSelect: (sheet: string, cell: CellRef) => void;
  /** A run of the pane's is in the book, asked for by a person or not. */
  readonly onWritten: (unasked: boolean) => void;
  /** The last of these runs is taken back. */
  readonly onTakenBack: () => void;
}

/** All the desk works with, so that tests can put their own in its place. */
export interface DeskParts {
  readonly asker: Asker;
  readonly hostFor: (book: string, events: BookEvents) => BookHost;
  readonly engineFor: (book: string) => SessionEngine;
  readonly loadGrid: () => Promise<CreateGrid>;
  readonly files: FileAccess;
  readonly store: BrowserStore;
  readonly windows: OtherWindows;
  readonly clock: Clock;
}
