import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { MessageStrip } from '../../../pane/message-strip';
import type { SessionState } from '../../../pane/session-state';
import { BatchView } from '../batch/batch-view';
import { BooksView, type Half } from '../books/books-view';
import type { Desk } from '../books/desk';
import { useBookSession, useDeskState } from '../books/desk-context';
import type { Book, DeskState } from '../books/desk-state';
import type { BrowserStore, Draft } from '../files/browser-store';
import { DropPlace } from '../files/drop-place';
import { FileTabs } from '../files/file-tabs';
import { LostDrafts } from '../files/lost-drafts';
import { PrintFindings } from '../print/print-findings';
import { AskedDialog, type Asked } from './asked-dialog';
import { EmptyDesk } from './empty-desk';
import { useKeptFocus } from './kept-focus';
import {
  checkReports,
  pageCommands,
  usePageRegions,
  type PageCommands,
  type PageRegions,
} from './page-commands';
import { useTitle } from './page-life';
import type { WorkbenchPreferences } from './preferences';
import { useWorkbenchSpeaker } from './speaker';
import type { StartedPanes } from './started-panes';
import { TopBar } from './top-bar';
import { useMatches } from './use-matches';
import { useWaitingReports, WaitingStrip, type WaitingReports } from './waiting-reports';
import { useShortcuts } from './use-shortcuts';

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

interface PageProps {
  readonly desk: Desk;
  readonly store: BrowserStore;
  readonly lost: Promise<readonly Draft[]>;
  readonly book: Book | null;
  readonly dark: boolean;
  readonly preferences: WorkbenchPreferences;
  readonly onPreferences: (part: Partial<WorkbenchPreferences>) => void;
  readonly started: StartedPanes;
}

/** What stands on the desk, under the bar; keys and the bar's buttons give the same commands. */
export function Page(props: PageProps) {
  const { desk, book, store, preferences, onPreferences, started } = props;
  const { say } = useWorkbenchSpeaker();
  const own = useStyles();
  const state = useDeskState(desk);
  const session = useBookSession(book);
  const narrow = useMatches(NARROW);
  const [half, setHalf] = useHalf(desk, state);
  const [asked, setAsked] = useState<Asked | null>(null);
  const regions = usePageRegions();
  const tables = session?.workbook?.result.tables.length ?? null;
  const commandsOf = {
    ...{ desk, state, book, session, started, regions },
    canSave: book?.stage.kind === 'open',
    canPrint: tables !== null && tables > 0,
    onHalf: setHalf,
    onAsk: setAsked,
  };
  const commands = pageCommands(commandsOf);
  const isReady =
    Boolean(session?.workbook) && state.books.every(({ stage }) => stage.kind !== 'opening');
  const waiting = useWaitingReports(isReady, (reports) => checkReports(commandsOf, reports));
  useTitle(book, say('title'));
  useKeptFocus(
    state.view,
    `${state.active ?? ''} ${String(state.books.length)} ${asked?.kind ?? ''}`,
  );
  useShortcuts((pressed) => {
    // Paper has the browser's own key.
    if (pressed.name === 'print' && state.view === 'print') return false;
    return commands[pressed.name](pressed.file) !== false;
  });
  const shared = { ...props, state, narrow, waiting };
  return (
    <div className={own.page} lang={preferences.language}>
      <PageTop {...shared} tables={tables} commands={commands} regions={regions} onAsk={setAsked} />
      <OtherViews state={state} book={book} session={session} store={store} />
      <BooksView
        {...shared}
        hidden={state.books.length === 0 || state.view !== 'books'}
        half={half}
        onHalf={setHalf}
        regions={regions}
      />
      <DropPlace onReports={waiting.take} />
      {asked && <AskedDialog {...{ desk, asked, preferences, onPreferences }} onAsk={setAsked} />}
    </div>
  );
}

/** Which of grid and pane a narrow page shows: the grid, as soon as a cell is selected in it. */
function useHalf(desk: Desk, state: DeskState): readonly [Half, (half: Half) => void] {
  const [half, setHalf] = useState<Half>('sheet');
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
  return [half, setHalf];
}

interface TopProps extends PageProps {
  readonly state: DeskState;
  readonly narrow: boolean;
  readonly waiting: WaitingReports;
  /** How many were found in the file; null until it is read. */
  readonly tables: number | null;
  readonly commands: PageCommands;
  readonly regions: PageRegions;
  readonly onAsk: (asked: Asked) => void;
}

/** The bar, the open files, and what has to be said. */
function PageTop(props: TopProps) {
  const { desk, book, store, lost, preferences, onPreferences, state, tables, onAsk } = props;
  const { tell } = useWorkbenchSpeaker();
  const own = useStyles();
  const { save, print } = props.commands;
  const close = async (one: Book): Promise<void> => {
    if (!(await desk.requestClose(one.id))) onAsk({ kind: 'close', book: one });
    else if (one.example) onPreferences({ example: false });
  };
  return (
    <div className={own.screen} ref={props.regions.top}>
      <TopBar
        narrow={props.narrow}
        view={state.view}
        canSave={book?.stage.kind === 'open'}
        canPrint={tables !== null && tables > 0}
        noPrint={tables === 0}
        saving={book?.saving === true}
        preferences={preferences}
        onPreferences={onPreferences}
        onSave={() => save(0)}
        onPrint={() => print(0)}
        onAsk={(kind) => onAsk({ kind })}
      />
      {state.books.length > 0 && (
        <FileTabs books={state.books} active={state.active} onClose={(one) => void close(one)} />
      )}
      <LostDrafts lost={lost} store={store} />
      <WaitingStrip waiting={props.waiting} />
      {state.notice && (
        <div className={own.notice}>
          <MessageStrip tone={state.notice.tone} onDismiss={() => desk.dismiss()}>
            {tell(state.notice.message)}
            {state.notice.hint && ` ${tell(state.notice.hint)}`}
          </MessageStrip>
        </div>
      )}
    </div>
  );
}

interface OtherProps extends Pick<PageProps, 'book' | 'store'> {
  readonly state: DeskState;
  readonly session: SessionState | null;
}

/** What is shown instead of grid and pane: nothing open yet, a batch, a document for paper. */
function OtherViews({ state, book, session, store }: OtherProps) {
  if (state.view === 'batch') return <BatchView batch={state.batch} />;
  if (state.view === 'books') return state.books.length === 0 ? <EmptyDesk store={store} /> : null;
  if (!book || !session?.workbook) return null;
  return <PrintFindings name={book.name} workbook={session.workbook} />;
}
