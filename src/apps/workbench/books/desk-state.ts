import { asFailure, Failure, toldOf } from '../../../model/failure';
import type { Unshown } from '../../../model/look';
import { message, type Data, type TextKey } from '../../../texts/message';
import type { WorkbookFormat } from '../../../xlsx/open';
import type { Session } from '../../../pane/session';
import type { SessionEngine } from '../../../pane/session-engine';
import type { Notice } from '../../../pane/session-state';
import type { BookHost } from './desk-parts';
import type { BatchState } from '../batch/batch';

export interface OpenBook {
  readonly kind: 'open';
  readonly format: WorkbookFormat;
  readonly converted: boolean;
  readonly unshown: readonly Unshown[];
  readonly host: BookHost;
  readonly engine: SessionEngine;
  /** Null until its pane is on the page. */
  readonly session: Session | null;
}

export type BookStage =
  { readonly kind: 'opening' } | { readonly kind: 'failed'; readonly failure: Failure } | OpenBook;

/** A file on the desk, under a tab. */
export interface Book {
  readonly id: string;
  readonly name: string;
  readonly stage: BookStage;
  /** It holds changes that are in no file yet. */
  readonly unsaved: boolean;
  readonly saving: boolean;
  /** An example is scored as soon as it is open. */
  readonly example: boolean;
}

export type DeskView = 'books' | 'batch' | 'print';

export type GridStage = 'none' | 'loading' | 'ready' | 'failed';

export interface DeskState {
  readonly books: readonly Book[];
  readonly active: string | null;
  readonly view: DeskView;
  readonly grid: GridStage;
  readonly notice: Notice | null;
  readonly batch: BatchState;
  /** Grows when a cell is shown to the person. */
  readonly selections: number;
}

export const activeBook = ({ books, active }: DeskState): Book | null =>
  books.find(({ id }) => id === active) ?? null;

/** What a saving ran into; what nobody foresaw is the place's refusal. */
export const savingFailure = (reason: unknown, name: string): Failure => {
  const failure = asFailure(reason);
  return failure.code === 'unexpected' ? new Failure('save-failed', { name }) : failure;
};

export const told = (tone: Notice['tone'], text: TextKey, data: Data = {}): Notice => ({
  tone,
  message: message(text, data),
  hint: null,
});

export const failureNotice = (failure: Failure): Notice => ({ tone: 'error', ...toldOf(failure) });
