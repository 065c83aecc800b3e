import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { MessageStrip } from '../../../pane/message-strip';
import { isScored } from '../../../pane/session-state';
import { Tabs } from '../../../pane/tabs';
import { saveName } from '../files/file-names';
import type { WorkbenchPreferences } from '../frame/preferences';
import { useWorkbenchSpeaker } from '../frame/speaker';
import { paneWidthIn, Splitter } from '../frame/splitter';
import type { StartedPanes } from '../frame/started-panes';
import { useWidth } from '../frame/use-width';
import { BookPanes } from './book-panes';
import { BookStrip } from './book-strip';
import { useBookSession, useDesk } from './desk-context';
import type { Book, DeskState, OpenBook } from './desk-state';
import { GridCover } from './grid-cover';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  gone: { display: 'none' },
  halves: { display: 'flex', flexGrow: 1, minHeight: 0, minWidth: 0 },
  sheet: { display: 'flex', flexGrow: 1, minWidth: 0, minHeight: 0 },
  column: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  grid: {
    position: 'relative',
    flexGrow: 1,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  /** What the grid puts above itself stays inside it. */
  container: { position: 'absolute', inset: 0, isolation: 'isolate' },
  pane: { display: 'flex', flexDirection: 'column', flexShrink: 0, minHeight: 0, minWidth: 0 },
  whole: { flexGrow: 1, flexShrink: 1 },
  strips: { display: 'flex', flexDirection: 'column' },
});

export type Half = 'sheet' | 'pane';

interface BooksViewProps {
  readonly state: DeskState;
  readonly book: Book | null;
  readonly hidden: boolean;
  readonly narrow: boolean;
  readonly half: Half;
  readonly onHalf: (half: Half) => void;
  readonly dark: boolean;
  readonly preferences: WorkbenchPreferences;
  readonly onPreferences: (part: Partial<WorkbenchPreferences>) => void;
  readonly started: StartedPanes;
  readonly regions: {
    readonly sheet: RefObject<HTMLDivElement | null>;
    readonly pane: RefObject<HTMLDivElement | null>;
  };
}

/** The grid beside the pane, or one of the two on a narrow page. */
export function BooksView(props: BooksViewProps) {
  const { state, book, hidden, narrow, half, onHalf, preferences, onPreferences } = props;
  const own = useStyles();
  const halves = useRef<HTMLDivElement>(null);
  const available = useWidth(halves);
  const stage = book?.stage ?? null;
  const isOpen = stage?.kind === 'open';
  const width = paneWidthIn(preferences.paneWidth, available);
  const showPane = isOpen && (!narrow || half === 'pane');
  return (
    <div className={mergeClasses(own.view, hidden && own.gone)}>
      {narrow && isOpen && <HalfTabs half={half} onHalf={onHalf} />}
      {book && stage?.kind === 'open' && <LegacyNote book={book} stage={stage} state={state} />}
      <div className={own.halves} ref={halves}>
        <SheetHalf {...props} showPane={showPane}>
          {isOpen && !narrow && (
            <Splitter
              width={width}
              available={available}
              onWidth={(paneWidth) => onPreferences({ paneWidth })}
            />
          )}
        </SheetHalf>
        <PaneHalf {...props} shown={showPane} width={narrow ? null : width} />
      </div>
    </div>
  );
}

function HalfTabs({ half, onHalf }: Pick<BooksViewProps, 'half' | 'onHalf'>) {
  const { say } = useWorkbenchSpeaker();
  return (
    <nav aria-label={say('halves')}>
      <Tabs<Half>
        label={say('halves')}
        panel={`half-${half}`}
        selected={half}
        onSelect={onHalf}
        items={[
          { value: 'sheet', content: say('half.sheet') },
          { value: 'pane', content: say('half.pane') },
        ]}
      />
    </nav>
  );
}

interface SheetHalfProps extends BooksViewProps {
  readonly showPane: boolean;
  /** What stands between this half and the other. */
  readonly children: ReactNode;
}

/** Below this much height the drawing would leave the grid too little. */
const ROOM_FOR_CHART = 840;

/** The grid, what covers it while it cannot be used, and the strip below. */
function SheetHalf(props: SheetHalfProps) {
  const { state, book, narrow, half, preferences, onPreferences, regions, showPane } = props;
  const { say } = useWorkbenchSpeaker();
  const desk = useDesk();
  const own = useStyles();
  const container = useRef<HTMLDivElement>(null);
  const session = useBookSession(book);
  useEffect(() => {
    if (container.current) desk.attachGrid(container.current);
  }, [desk]);
  const stage = book?.stage ?? null;
  const scored = session?.workbook && isScored(session.workbook.snapshot);
  return (
    <div
      className={mergeClasses(own.sheet, narrow && half !== 'sheet' && own.gone)}
      id="half-sheet"
      // The pane has a main part of its own.
      role={showPane ? 'region' : 'main'}
      aria-label={say('half.sheet')}
    >
      <div className={own.column}>
        <div className={own.grid} ref={regions.sheet}>
          <div className={own.container} ref={container} data-grid />
          {book && <GridCover book={book} grid={state.grid} />}
        </div>
        {stage?.kind === 'open' && (
          <BookStrip
            tables={scored ? session.workbook.result.tables : []}
            unshown={stage.unshown}
            open={preferences.chart ?? window.innerHeight >= ROOM_FOR_CHART}
            onOpen={(chart) => onPreferences({ chart })}
          />
        )}
      </div>
      {props.children}
    </div>
  );
}

interface PaneHalfProps extends Pick<BooksViewProps, 'state' | 'dark' | 'started' | 'regions'> {
  readonly shown: boolean;
  /** CSS pixels; null: all there are. */
  readonly width: number | null;
}

/** The pane of the book that is shown; whoever turns to it has finished typing in the grid. */
function PaneHalf({ state, dark, started, regions, shown, width }: PaneHalfProps) {
  const desk = useDesk();
  const own = useStyles();
  return (
    <div
      className={mergeClasses(own.pane, width === null && own.whole, !shown && own.gone)}
      id="half-pane"
      style={width === null ? undefined : { width: `${width}px` }}
      ref={regions.pane}
      onPointerDownCapture={() => void desk.commitTyping()}
      onFocusCapture={() => void desk.commitTyping()}
    >
      <BookPanes
        books={state.books}
        active={state.active}
        dark={dark}
        surroundingsOf={started.surroundingsOf}
        onStarted={started.onStarted}
      />
    </div>
  );
}

interface LegacyProps {
  readonly book: Book;
  readonly stage: OpenBook;
  readonly state: DeskState;
}

function LegacyNote({ book, stage, state }: LegacyProps) {
  const { say } = useWorkbenchSpeaker();
  const own = useStyles();
  const [seen, setSeen] = useState<readonly string[]>([]);
  if (!stage.converted || seen.includes(book.id)) return null;
  const others = state.books.filter(({ id }) => id !== book.id).map(({ name }) => name);
  const saved = saveName(book.name, stage.format, others);
  return (
    <div className={own.strips}>
      <MessageStrip tone="info" onDismiss={() => setSeen([...seen, book.id])}>
        {say('legacy', { name: book.name, saved })}
      </MessageStrip>
    </div>
  );
}
