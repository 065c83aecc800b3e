import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Session } from '../../../pane/session';
import { Pane } from '../../../pane/pane';
import type { PaneTab } from '../../../pane/pane-tabs';
import type { Walk } from '../../../pane/walk';
import type { Surroundings } from '../../../pane/surroundings';
import type { Book, OpenBook } from './desk-state';

export interface PaneStarted {
  readonly session: Session;
  readonly show: (tab: PaneTab) => void;
  readonly walk: Walk;
}

interface BookPanesProps {
  readonly books: readonly Book[];
  readonly active: string | null;
  readonly dark: boolean;
  readonly surroundingsOf: (book: Book, stage: OpenBook) => Surroundings;
  readonly onStarted: (id: string, started: PaneStarted) => void;
}

/**
 * A pane for every open book. Those not shown go on living, but outside the document, where their
 * ids meet nobody else's.
 */
export function BookPanes({ books, active, dark, surroundingsOf, onStarted }: BookPanesProps) {
  return books.map((book) =>
    book.stage.kind === 'open' ? (
      <BookPane
        key={book.id}
        book={book}
        stage={book.stage}
        shown={book.id === active}
        dark={dark}
        surroundingsOf={surroundingsOf}
        onStarted={onStarted}
      />
    ) : null,
  );
}

interface BookPaneProps extends Omit<BookPanesProps, 'books' | 'active'> {
  readonly book: Book;
  readonly stage: OpenBook;
  readonly shown: boolean;
}

function BookPane({ book, stage, shown, dark, surroundingsOf, onStarted }: BookPaneProps) {
  const slot = useRef<HTMLDivElement>(null);
  const [place] = useState(() => {
    const made = document.createElement('div');
    made.className = 'pane-place';
    return made;
  });
  const scrolled = useRef(0);
  useLayoutEffect(() => {
    if (!shown) return undefined;
    slot.current?.append(place);
    const panel = (): Element | null => place.querySelector('[data-scroll]');
    const moves = panel();
    if (moves) moves.scrollTop = scrolled.current;
    return () => {
      scrolled.current = panel()?.scrollTop ?? 0;
      place.remove();
    };
  }, [shown, place]);
  const { id } = book;
  const { host } = stage;
  const [surroundings] = useState(() => surroundingsOf(book, stage));
  const onSession = useMemo(
    () => (session: Session, show: (tab: PaneTab) => void, walk: Walk) =>
      onStarted(id, { session, show, walk }),
    [id, onStarted],
  );
  return (
    <>
      {shown && <div ref={slot} className="pane-slot" />}
      {createPortal(
        <Pane host={host} surroundings={surroundings} dark={dark} onSession={onSession} />,
        place,
      )}
    </>
  );
}
