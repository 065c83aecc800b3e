import { useEffect, useRef } from 'react';
import type { DeskView } from '../books/desk-state';

/** What takes the focus in a view when what had it is gone; the first that is there. */
const FIRST_IN: Readonly<Record<DeskView, readonly string[]>> = {
  books: ['nav [aria-current="page"]', '#empty-heading'],
  batch: ['#batch-heading'],
  print: ['[aria-labelledby="print-heading"]'],
};

const isGone = (element: Element | null): boolean =>
  element === null || element === document.body || element.getClientRects().length === 0;

/**
 * Keeps the keyboard in the page: when what had the focus goes with a file, a view or a dialog, the
 * view that is there now takes it. `place` is another whenever one of these changes.
 */
export function useKeptFocus(view: DeskView, place: string): void {
  const had = useRef(false);
  useEffect(() => {
    const onFocus = (): void => {
      had.current = true;
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);
  useEffect(() => {
    // Nothing is taken from a person who has not begun.
    if (!had.current || !isGone(document.activeElement)) return;
    const [first] = FIRST_IN[view].flatMap((where) => [
      ...document.querySelectorAll<HTMLElement>(where),
    ]);
    first?.focus();
  }, [view, place]);
}
