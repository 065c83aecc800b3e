import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircle24Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Failure } from '../../../model/failure';
import { Face } from '../../../pane/faces';
import { MessageStrip } from '../../../pane/message-strip';
import { isScored } from '../../../pane/session-state';
import type { Surroundings } from '../../../pane/surroundings';
import { usePaneStyles } from '../../../pane/styles';
import { Tabs } from '../../../pane/tabs';
import { BookPanes, type PaneStarted } from './book-panes';
import { BookStrip } from './book-strip';
import { useBookSession, useDesk } from './desk-context';
import type { Book, DeskState, OpenBook } from './desk-state';
import { saveName } from '../files/file-names';
import type { WorkbenchPreferences } from '../frame/preferences';
import { paneWidthIn, Splitter } from '../frame/splitter';
import { useWidth } from '../frame/use-width';
import { useWorkbenchSpeaker } from '../frame/speaker';
import { Working } from '../frame/working';

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
  over: {
    position: 'absolute',
    inset: 0,
    zIndex: 1,
    padding: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'auto',
  },
  pane: { display: 'flex', flexDirection: 'column', flexShrink: 0, minHeight: 0, minWidth: 0 },
  whole: { flexGrow: 1, flexShrink: 1 },
  face: { flexGrow: 1, overflow: 'auto', backgroundColor: tokens.colorNeutralBackground2 },
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
  readonly surroundingsOf: (book: Book, stage: OpenBook) => Surroundings;
  readonly onStarted: (id: string, started: PaneStarted) => void;
  readonly regions: {
    readonly sheet: RefObject<HTMLDivElement | null>;
    readonly pane: RefObject<HTMLDivElement | null>;
  };
}

/** Below this much height the drawing would leave the grid too little. */
const ROOM_FOR_CHART = 840;

/** The grid beside the pane, or one of the two on a narrow page. */
export function BooksView({
  state,
  book,
  hidden,
  narrow,
  half,
  onHalf,
  dark,
  preferences,
  onPreferences,
  surroundingsOf,
  onStarted,
  regions,
}: BooksViewProps) {
  const { say } = useWorkbenchSpeaker();
  const desk = useDesk();
  const own = useStyles();
  const halves = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const available = useWidth(halves);
  const session = useBookSession(book);
  useEffect(() => {
    if (container.current) desk.attachGrid(container.current);
  }, [desk]);
  const stage = book?.stage ?? null;
  const isOpen = stage?.kind === 'open';
  const width = paneWidthIn(preferences.paneWidth, available);
  const showSheet = !narrow || half === 'sheet';
  const showPane = isOpen && (!narrow || half === 'pane');
  const scored = session?.workbook && isScored(session.workbook.snapshot);
  const chart = preferences.chart ?? window.innerHeight >= ROOM_FOR_CHART;
  return (
    <div className={mergeClasses(own.view, hidden && own.gone)}>
      {narrow && isOpen && (
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
      )}
      {book && stage?.kind === 'open' && <LegacyNote book={book} stage={stage} state={state} />}
      <div className={own.halves} ref={halves}>
        <div
          className={mergeClasses(own.sheet, !showSheet && own.gone)}
          id="half-sheet"
          // The pane has a main part of its own.
          role={showPane ? 'region' : 'main'}
          aria-label={say('half.sheet')}
        >
          <div className={own.column}>
            <div className={own.grid} ref={regions.sheet}>
              <div className={own.container} ref={container} data-grid />
              {stage?.kind === 'opening' && book && (
                <div className={own.over}>
                  <Working
                    label={say('opening', { name: book.name })}
                    done={null}
                    onCancel={() => desk.cancelOpening(book.id)}
                  />
                </div>
              )}
              {stage?.kind === 'failed' && book && (
                <div className={mergeClasses(own.over, own.face)}>
                  <FailedFace book={book} failure={stage.failure} />
                </div>
              )}
              {isOpen && state.grid === 'loading' && (
                <div className={own.over}>
                  <Working label={say('grid.loading')} done={null} />
                </div>
              )}
              {isOpen && state.grid === 'failed' && (
                <div className={own.over}>
                  <Face icon={<ErrorCircle24Regular />} bad title={say('grid.failed')}>
                    <p>{say('grid.failedText')}</p>
                    <Button onClick={() => location.reload()}>{say('grid.reload')}</Button>
                  </Face>
                </div>
              )}
            </div>
            {isOpen && (
              <BookStrip
                tables={scored ? session.workbook.result.tables : []}
                unshown={stage.unshown}
                open={chart}
                onOpen={(open) => onPreferences({ chart: open })}
              />
            )}
          </div>
          {isOpen && !narrow && (
            <Splitter
              width={width}
              available={available}
              onWidth={(paneWidth) => onPreferences({ paneWidth })}
            />
          )}
        </div>
        <div
          className={mergeClasses(own.pane, narrow && own.whole, !showPane && own.gone)}
          id="half-pane"
          style={narrow ? undefined : { width: `${width}px` }}
          ref={regions.pane}
          onPointerDownCapture={() => void desk.commitTyping()}
          onFocusCapture={() => void desk.commitTyping()}
        >
          <BookPanes
            books={state.books}
            active={state.active}
            dark={dark}
            surroundingsOf={surroundingsOf}
            onStarted={onStarted}
          />
        </div>
      </div>
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

interface FailedProps {
  readonly book: Book;
  readonly failure: Failure;
}

/** A file that could not be opened, as the pane says that it could not read a workbook. */
function FailedFace({ book, failure }: FailedProps) {
  const { say, tell } = useWorkbenchSpeaker();
  const desk = useDesk();
  const styles = usePaneStyles();
  const { code, data } = failure;
  return (
    <div>
      <Face icon={<ErrorCircle24Regular />} bad title={say('failed.title', { name: book.name })}>
        <div role="alert" className={styles.section}>
          <p className={styles.text}>{tell({ key: `error.${code}.message`, data })}</p>
          <p className={styles.text}>{tell({ key: `error.${code}.hint`, data })}</p>
        </div>
        <div className={styles.row}>
          <Button appearance="primary" onClick={() => void desk.pickFiles()}>
            {say('failed.other')}
          </Button>
          <Button onClick={() => desk.close(book.id)}>{say('failed.close')}</Button>
        </div>
      </Face>
    </div>
  );
}
