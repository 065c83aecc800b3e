import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { reportDeskOf, type OtherBook } from '../../../pane/report/report-desk';
import { browserSurroundings, type Surroundings } from '../../../pane/surroundings';
import type { PaneStarted } from '../books/book-panes';
import type { Desk } from '../books/desk';
import type { Book, OpenBook } from '../books/desk-state';
import { noteMoment } from '../books/moments';
import type { WorkbenchPreferences } from './preferences';
import type { WorkbenchLibrary } from './speaker';

/** Short enough that an edit is scored again within a third of a second in all. */
const SETTLE_AFTER = 60;
/** Here only people change cells: the grid never answers what is written into it. */
const AUTOMATIC_WRITES = 60;

/** The panes of the open books, by the books' ids, and what each is started with. */
export interface StartedPanes {
  readonly panes: RefObject<ReadonlyMap<string, PaneStarted>>;
  readonly surroundingsOf: (book: Book, stage: OpenBook) => Surroundings;
  readonly onStarted: (id: string, pane: PaneStarted) => void;
}

export function useStartedPanes(
  desk: Desk,
  library: WorkbenchLibrary,
  books: readonly Book[],
  preferences: WorkbenchPreferences,
  onPreferences: (part: Partial<WorkbenchPreferences>) => void,
): StartedPanes {
  const started = useRef(new Map<string, PaneStarted>());
  const latest = useRef(preferences);
  latest.current = preferences;
  const surroundingsOf = useCallback(
    ({ name }: Book, { engine }: OpenBook): Surroundings => ({
      ...browserSurroundings(library, latest.current.language, name),
      preferences: latest.current,
      keepPreferences: (kept) => onPreferences(kept),
      engine,
      settleAfter: SETTLE_AFTER,
      automaticWrites: AUTOMATIC_WRITES,
      print: () => window.print(),
    }),
    [library, onPreferences],
  );
  const tellOthers = useCallback((): void => {
    for (const [id, { session }] of started.current) {
      reportDeskOf(session).change({ others: otherBooks(started.current, desk, id) });
    }
  }, [desk]);
  const onStarted = useCallback(
    (id: string, pane: PaneStarted) => {
      started.current.set(id, pane);
      let told = pane.session.state().workbook?.result;
      pane.session.subscribe(() => {
        const result = pane.session.state().workbook?.result;
        if (result && result !== told) noteMoment('answered');
        if (result !== told) tellOthers();
        told = result;
      });
      desk.sessionStarted(id, pane.session);
    },
    [desk, tellOthers],
  );
  const open = books.map(({ id, name }) => `${id} ${name}`).join('\n');
  useEffect(() => {
    const ids = new Set(desk.state().books.map(({ id }) => id));
    for (const id of started.current.keys()) if (!ids.has(id)) started.current.delete(id);
    tellOthers();
  }, [desk, open, tellOthers]);
  return { panes: started, surroundingsOf, onStarted };
}

/** The open books beside one, each with what was read of it and a way to check a report in its pane. */
export function otherBooks(
  panes: ReadonlyMap<string, PaneStarted>,
  desk: Pick<Desk, 'state' | 'activate'>,
  own: string,
): readonly OtherBook[] {
  const { books } = desk.state();
  return books.flatMap(({ id, name }): OtherBook[] => {
    const pane = panes.get(id);
    const workbook = pane?.session.state().workbook;
    if (id === own || !pane || !workbook) return [];
    const check: OtherBook['check'] = (chosen) => {
      desk.activate(id);
      reportDeskOf(pane.session).change({ face: 'verify', offered: [chosen] });
      pane.show('report');
    };
    const select: OtherBook['select'] = (sheet, cell) => {
      desk.activate(id);
      void pane.session.select(sheet, cell);
    };
    return [{ id, name, workbook, check, select }];
  });
}
