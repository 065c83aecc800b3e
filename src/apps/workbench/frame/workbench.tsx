import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { TextsContext } from '../../../pane/language';
import { WorkbenchTextsContext, type WorkbenchLibrary } from './speaker';
import { MessageStrip } from '../../../pane/message-strip';
import type { PaneTab } from '../../../pane/pane-tabs';
import { isScored, type SessionState } from '../../../pane/session-state';
import { browserSurroundings, type Surroundings } from '../../../pane/surroundings';
import { isDarkColour, usePaneTheme } from '../../../pane/theme';
import { BatchView } from '../batch/batch-view';
import type { PaneStarted } from '../books/book-panes';
import { BooksView, type Half } from '../books/books-view';
import type { BrowserStore, Draft } from '../files/browser-store';
import type { Desk } from '../books/desk';
import { DeskContext, useBookSession, useDeskState } from '../books/desk-context';
import { activeBook, type Book, type OpenBook } from '../books/desk-state';
import { DropPlace } from '../files/drop-place';
import { EmptyDesk } from './empty-desk';
import { FileTabs } from '../files/file-tabs';
import { useKeptFocus } from './kept-focus';
import { LostDrafts } from '../files/lost-drafts';
import { AskedDialog, type Asked } from './asked-dialog';
import { storedPreferences, type WorkbenchPreferences } from './preferences';
import { PrintFindings } from '../print/print-findings';
import { nextRegion, regionsOf, type Region } from './regions';
import { shortcutOf, type Pressed } from './shortcuts';
import { useWorkbenchSpeaker } from './speaker';
import { TopBar } from './top-bar';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    height: '100vh',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    overflow: 'hidden',
    '@media print': { height: 'auto', overflow: 'visible', backgroundColor: '#ffffff' },
  },
  /** Only the document is printed. */
  screen: { '@media print': { display: 'none' } },
  notice: { flexShrink: 0, padding: '4px 8px' },
});

const NARROW = '(max-width: 899px)';

function useMatches(query: string): boolean {
  const [list] = useState(() => window.matchMedia(query));
  const watch = useCallback(
    (changed: () => void) => {
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [list],
  );
  return useSyncExternalStore(watch, () => list.matches);
}

/** Short enough that an edit is scored again within a third of a second in all. */
const SETTLE_AFTER = 60;
/** Here only people change cells: the grid never answers what is written into it. */
const AUTOMATIC_WRITES = 60;

/** A page about to go says so by the one or the other. */
const LEAVING = ['beforeunload', 'pagehide'] as const;

/** What takes the focus in each region. */
const FIRST_IN: Readonly<Record<Region, string>> = {
  sheet: '[contenteditable], [tabindex]',
  pane: '[data-home], [role="tab"][tabindex="0"]',
  top: 'button',
  main: 'h2[tabindex], button',
};

export interface WorkbenchProps {
  readonly desk: Desk;
  readonly library: WorkbenchLibrary;
  readonly store: BrowserStore;
  readonly first: WorkbenchPreferences;
  readonly lost: Promise<readonly Draft[]>;
}

export function Workbench({ desk, library, store, first, lost }: WorkbenchProps) {
  const state = useDeskState(desk);
  const book = activeBook(state);
  const [preferences, setPreferences] = useState(first);
  const [spoken, setSpoken] = useState(first.language);
  const texts = library.of(spoken);
  const theme = usePaneTheme(preferences.theme === 'system' ? null : preferences.theme === 'dark');
  const dark = isDarkColour(theme.colorNeutralBackground1);
  const started = useRef(new Map<string, PaneStarted>());
  const onPreferences = useCallback((part: Partial<WorkbenchPreferences>) => {
    setPreferences((before) => ({ ...before, ...part }));
  }, []);
  useEffect(() => storedPreferences.keep(preferences), [preferences]);
  const { language } = preferences;
  useEffect(() => {
    void library.load(language).then(() => {
      setSpoken(language);
      desk.setLanguage(language);
      document.documentElement.lang = language;
      for (const { session } of started.current.values()) {
        if (session.state().settings.language !== language) void session.change({ language });
      }
    });
  }, [desk, library, language]);
  useEffect(() => {
    desk.setDark(dark);
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  }, [desk, dark]);
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
    }),
    [library, onPreferences],
  );
  const onStarted = useCallback(
    (id: string, pane: PaneStarted) => {
      started.current.set(id, pane);
      desk.sessionStarted(id, pane.session);
    },
    [desk],
  );
  const { books } = state;
  useEffect(() => {
    const open = new Set(books.map(({ id }) => id));
    for (const id of started.current.keys()) if (!open.has(id)) started.current.delete(id);
  }, [books]);
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
  return (
    <FluentProvider theme={theme}>
      <WorkbenchTextsContext value={texts}>
        <TextsContext value={texts}>
          <DeskContext value={desk}>
            <Page
              desk={desk}
              book={book}
              dark={dark}
              store={store}
              lost={lost}
              preferences={preferences}
              onPreferences={onPreferences}
              surroundingsOf={surroundingsOf}
              onStarted={onStarted}
              paneOf={(id) => started.current.get(id) ?? null}
            />
          </DeskContext>
        </TextsContext>
      </WorkbenchTextsContext>
    </FluentProvider>
  );
}

interface PageProps extends Pick<WorkbenchProps, 'desk' | 'store' | 'lost'> {
  readonly book: Book | null;
  readonly dark: boolean;
  readonly preferences: WorkbenchPreferences;
  readonly onPreferences: (part: Partial<WorkbenchPreferences>) => void;
  readonly surroundingsOf: (book: Book, stage: OpenBook) => Surroundings;
  readonly onStarted: (id: string, pane: PaneStarted) => void;
  readonly paneOf: (id: string) => PaneStarted | null;
}

function Page({
  desk,
  book,
  dark,
  store,
  lost,
  preferences,
  onPreferences,
  surroundingsOf,
  onStarted,
  paneOf,
}: PageProps) {
  const { say, tell } = useWorkbenchSpeaker();
  const own = useStyles();
  const state = useDeskState(desk);
  const session = useBookSession(book);
  const narrow = useMatches(NARROW);
  const [half, setHalf] = useState<Half>('sheet');
  const [asked, setAsked] = useState<Asked | null>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const tables = session?.workbook?.result.tables.length ?? null;
  const canPrint = tables !== null && tables > 0;
  const canSave = book?.stage.kind === 'open';
  useTitle(book, say('title'));
  useKeptFocus(
    state.view,
    `${state.active ?? ''} ${String(state.books.length)} ${asked?.kind ?? ''}`,
  );
  useEffect(() => {
    // Who opens a finding wants to read it first, though its cell is selected at once.
    if (!document.activeElement?.closest('[aria-expanded]')) setHalf('sheet');
  }, [state.selections]);
  useEffect(() => {
    if (half !== 'sheet') return undefined;
    // The grid must know its size again first.
    const timer = setTimeout(() => desk.gridShown(), 100);
    return () => clearTimeout(timer);
  }, [half, desk]);

  const close = async (one: Book): Promise<void> => {
    if (!(await desk.requestClose(one.id))) setAsked({ kind: 'close', book: one });
    else if (one.example) onPreferences({ example: false });
  };
  const save = (as = false): void => {
    if (book && canSave) void desk.save(book.id, as);
  };
  const print = (): void => {
    if (canPrint) desk.show('print');
  };
  const toRegion = (back: boolean): void => {
    const elements = {
      sheet: sheet.current,
      pane: pane.current,
      top: top.current,
      main: document.querySelector('main, [role="main"]'),
    };
    const to = focusNextRegion(elements, regionsOf(state.view === 'books' && canSave), back);
    if (to === 'sheet' || to === 'pane') setHalf(to);
  };
  const showPane = (tab: PaneTab): PaneStarted | null => {
    const opened = book ? paneOf(book.id) : null;
    if (book) desk.show('books');
    opened?.show(tab);
    setHalf('pane');
    return opened;
  };
  const scoreNow = async (again: boolean): Promise<void> => {
    const session = showPane('score')?.session;
    await desk.commitTyping();
    await (again ? session?.recalculate() : session?.preview());
  };
  const commands: Readonly<Record<Pressed['name'], (file: number) => void>> = {
    open: () => void desk.pickFiles(),
    save: () => save(),
    saveAs: () => save(true),
    print,
    help: () => setAsked({ kind: 'shortcuts' }),
    regions: () => toRegion(false),
    regionsBack: () => toRegion(true),
    file: (at) => {
      const one = state.books[at];
      if (one) desk.activate(one.id);
    },
    score: () => void scoreNow(isScoredNow(session)),
    recalculate: () => void scoreNow(true),
    findings: () => void showPane('findings'),
  };
  useShortcuts((pressed) => {
    // Paper has the browser's own key.
    if (pressed.name === 'print' && state.view === 'print') return false;
    commands[pressed.name](pressed.file);
    return true;
  });

  const isEmpty = state.books.length === 0;
  return (
    <div className={own.page} lang={preferences.language}>
      <div className={own.screen} ref={top}>
        <TopBar
          narrow={narrow}
          view={state.view}
          canSave={canSave}
          canPrint={canPrint}
          noPrint={tables === 0}
          saving={book?.saving === true}
          preferences={preferences}
          onPreferences={onPreferences}
          onSave={save}
          onPrint={print}
          onAsk={(kind) => setAsked({ kind })}
        />
        {!isEmpty && (
          <FileTabs books={state.books} active={state.active} onClose={(one) => void close(one)} />
        )}
        <LostDrafts lost={lost} store={store} />
        {state.notice && (
          <div className={own.notice}>
            <MessageStrip tone={state.notice.tone} onDismiss={() => desk.dismiss()}>
              {tell(state.notice.message)}
              {state.notice.hint && ` ${tell(state.notice.hint)}`}
            </MessageStrip>
          </div>
        )}
      </div>
      {isEmpty && state.view === 'books' && <EmptyDesk store={store} />}
      {state.view === 'batch' && <BatchView batch={state.batch} />}
      {state.view === 'print' && book && session?.workbook && (
        <PrintFindings name={book.name} workbook={session.workbook} />
      )}
      <BooksView
        state={state}
        book={book}
        hidden={isEmpty || state.view !== 'books'}
        narrow={narrow}
        half={half}
        onHalf={setHalf}
        dark={dark}
        preferences={preferences}
        onPreferences={onPreferences}
        surroundingsOf={surroundingsOf}
        onStarted={onStarted}
        regions={{ sheet, pane }}
      />
      <DropPlace />
      {asked && (
        <AskedDialog
          desk={desk}
          asked={asked}
          preferences={preferences}
          onPreferences={onPreferences}
          onAsk={setAsked}
        />
      )}
    </div>
  );
}

/** The region after the one with the focus gets it, once it is in sight. */
function focusNextRegion(
  elements: Readonly<Record<Region, Element | null>>,
  regions: readonly Region[],
  back: boolean,
): Region | null {
  const from = regions.find((one) => elements[one]?.contains(document.activeElement)) ?? null;
  const to = nextRegion(regions, from, back);
  if (to !== null) {
    requestAnimationFrame(() => {
      elements[to]?.querySelector<HTMLElement>(FIRST_IN[to])?.focus();
    });
  }
  return to;
}

const isScoredNow = (session: SessionState | null): boolean =>
  session?.workbook ? isScored(session.workbook.snapshot) : false;

function useTitle(book: Book | null, product: string): void {
  useEffect(() => {
    document.title = book ? `${book.unsaved ? '● ' : ''}${book.name} - ${product}` : product;
  }, [book, product]);
}

/** Before the grid sees the keys; `run` answers false for what is left to the browser. */
function useShortcuts(run: (pressed: Pressed) => boolean): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const pressed = shortcutOf(event);
      if (!pressed || document.querySelector('dialog[open]') || !latest.current(pressed)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}
