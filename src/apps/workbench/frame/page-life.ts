import { useEffect } from 'react';
import type { Desk } from '../books/desk';
import type { Book } from '../books/desk-state';

/** A page about to go says so by the one or the other. */
const LEAVING = ['beforeunload', 'pagehide'] as const;

/** What the desk must do before the page is put away or left: keep drafts, and warn of what is unsaved. */
export function usePageLife(desk: Desk): void {
  useEffect(() => {
    const keep = (): void => void desk.keepDrafts();
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') keep();
    };
    document.addEventListener('visibilitychange', hidden);
    for (const name of LEAVING) window.addEventListener(name, keep);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      for (const name of LEAVING) window.removeEventListener(name, keep);
    };
  }, [desk]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (desk.isUnsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [desk]);
}

/** The window is called as the file shown in it, with a dot while that is unsaved. */
export function useTitle(book: Book | null, product: string): void {
  useEffect(() => {
    document.title = book ? `${book.unsaved ? '● ' : ''}${book.name} - ${product}` : product;
  }, [book, product]);
}
