import { createContext, use, useSyncExternalStore } from 'react';
import type { SessionState } from '../../../pane/session-state';
import type { Desk } from './desk';
import type { Book, DeskState } from './desk-state';

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('the page has no desk');
  return desk;
}

export function useDeskState(desk: Desk): DeskState {
  return useSyncExternalStore(desk.subscribe, desk.state);
}

const nothing = (): null => null;
const neverChanges = (): (() => void) => () => undefined;

/** What the pane of a book shows; null until it is there. */
export function useBookSession(book: Book | null): SessionState | null {
  const session = book?.stage.kind === 'open' ? book.stage.session : null;
  return useSyncExternalStore(session?.subscribe ?? neverChanges, session?.state ?? nothing);
}
