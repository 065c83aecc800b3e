import { useRef, type RefObject } from 'react';
import { reportDeskOf } from '../../../pane/report/report-desk';
import type { PaneTab } from '../../../pane/pane-tabs';
import { isScored, type SessionState } from '../../../pane/session-state';
import type { PaneStarted } from '../books/book-panes';
import type { Half } from '../books/books-view';
import type { Desk } from '../books/desk';
import type { Book, DeskState } from '../books/desk-state';
import type { ChosenFile } from '../files/file-access';
import { baseName } from '../files/file-names';
import type { Asked } from './asked-dialog';
import { nextRegion, regionsOf, type Region } from './regions';
import type { Pressed } from './shortcuts';
import type { StartedPanes } from './started-panes';

/** What the commands of the page work on. */
interface CommandsOf {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly book: Book | null;
  readonly session: SessionState | null;
  readonly started: StartedPanes;
  readonly canSave: boolean;
  readonly canPrint: boolean;
  readonly regions: PageRegions;
  readonly onHalf: (half: Half) => void;
  readonly onAsk: (asked: Asked) => void;
}

/** What the pane of the book in front is found by. */
type PanesOf = Pick<CommandsOf, 'book' | 'onHalf'> & {
  readonly desk: Pick<Desk, 'show'>;
  readonly started: Pick<StartedPanes, 'panes'>;
};

export interface PageRegions {
  readonly sheet: RefObject<HTMLDivElement | null>;
  readonly pane: RefObject<HTMLDivElement | null>;
  readonly top: RefObject<HTMLDivElement | null>;
}

/** Where the page puts its regions, for F6 to find them. */
export function usePageRegions(): PageRegions {
  const sheet = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  return { sheet, pane, top };
}

/** A command answers false where the key is left to whatever has the focus. */
export type PageCommands = Readonly<Record<Pressed['name'], (file: number) => unknown>>;

/** Everything that buttons of the bar and keys can ask for. */
export function pageCommands(of: CommandsOf): PageCommands {
  const { desk, state, book, session, canSave, canPrint, onHalf, onAsk } = of;
  const save = (as: boolean): void => {
    if (book && canSave) void desk.save(book.id, as);
  };
  const toRegion = (back: boolean): void => {
    const to = focusNextRegion(of, back);
    if (to === 'sheet' || to === 'pane') onHalf(to);
  };
  const showPane = (tab: PaneTab): PaneStarted | null => {
    const opened = paneShown(of);
    opened?.show(tab);
    return opened;
  };
  const scoreNow = async (again: boolean): Promise<void> => {
    const shown = showPane('score')?.session;
    await desk.commitTyping();
    await (again ? shown?.recalculate() : shown?.preview());
  };
  return {
    open: () => void desk.pickFiles(),
    save: () => save(false),
    saveAs: () => save(true),
    print: () => {
      if (canPrint) desk.show('print');
    },
    help: () => onAsk({ kind: 'shortcuts' }),
    regions: () => toRegion(false),
    regionsBack: () => toRegion(true),
    file: (at) => {
      const one = state.books[at];
      if (one) desk.activate(one.id);
    },
    score: () => void scoreNow(session?.workbook ? isScored(session.workbook.snapshot) : false),
    recalculate: () => void scoreNow(true),
    findings: () => void showPane('findings'),
    nextFinding: () => paneShown(of)?.walk(1),
    previousFinding: () => paneShown(of)?.walk(-1),
    undo: () => {
      if (!book || isTextField(document.activeElement)) return false;
      return desk.undo(book.id);
    },
  };
}

/** The pane of the book in front, brought into sight; null where there is none. */
function paneShown({ book, desk, started, onHalf }: PanesOf): PaneStarted | null {
  const opened = book ? (started.panes.current.get(book.id) ?? null) : null;
  if (book) desk.show('books');
  onHalf('pane');
  return opened;
}

/** Checks reports beside the table in front and the other open ones; false where none is open. */
export function checkReports(of: PanesOf, files: readonly ChosenFile[]): boolean {
  const { book, started } = of;
  if (!book || !started.panes.current.has(book.id)) return false;
  const opened = paneShown(of);
  if (!opened) return false;
  reportDeskOf(opened.session).change({
    face: 'verify',
    offered: files.map((file) => ({
      name: baseName(file.name),
      bytes: async () => new Uint8Array(await (await file.file()).arrayBuffer()),
    })),
  });
  opened.show('report');
  return true;
}

/** It has an undoing of its own. The grid's hidden place for keys is none. */
const isTextField = (element: Element | null): boolean =>
  element?.matches('input, textarea, select') === true && element.closest('[data-grid]') === null;

/** What takes the focus in each region. */
const FIRST_IN: Readonly<Record<Region, string>> = {
  sheet: '[contenteditable], [tabindex]',
  pane: '[data-home], [role="tab"][tabindex="0"]',
  top: 'button',
  main: 'h2[tabindex], button',
};

/** The region after the one with the focus gets it, once it is in sight. */
function focusNextRegion({ state, canSave, regions }: CommandsOf, back: boolean): Region | null {
  const elements: Readonly<Record<Region, Element | null>> = {
    sheet: regions.sheet.current,
    pane: regions.pane.current,
    top: regions.top.current,
    main: document.querySelector('main, [role="main"]'),
  };
  const round = regionsOf(state.view === 'books' && canSave);
  const from = round.find((one) => elements[one]?.contains(document.activeElement)) ?? null;
  const to = nextRegion(round, from, back);
  if (to !== null) {
    requestAnimationFrame(() => {
      elements[to]?.querySelector<HTMLElement>(FIRST_IN[to])?.focus();
    });
  }
  return to;
}
