import { FluentProvider, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { HostPort } from '../hosts/port';
import { BrokenBoundary } from './broken-boundary';
import { ErrorFace, LoadingFace } from './faces';
import { HideBar } from './hide-bar';
import { TextsContext, useSpeaker } from './language';
import { PaneContext, usePaneTools, useSessionState, type PaneTools } from './pane-context';
import { createSession, type Session } from './session';
import { engineHere, fetchEngine } from './session-engine';
import type { PaneTab } from './pane-tabs';
import type { Walk } from './walk';
import type { SessionState } from './session-state';
import { settingsOf, type Surroundings } from './surroundings';
import { usePaneStyles } from './styles';
import { usePaneTheme } from './theme';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '100vh',
    // Tabs, messages and the large button stay in sight; what is between them moves.
    '@media (min-height: 360px)': { minHeight: 0, height: '100vh' },
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  head: {
    display: 'flex',
    boxSizing: 'border-box',
    // Nothing to be clicked up here: WPS may cover it.
    minHeight: '40px',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: '8px 44px 0 12px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  /** Without a button of the program's own over the corner. */
  wide: { paddingRight: '12px' },
  face: { flexGrow: 1, padding: '12px', minWidth: 0 },
});

export interface PaneProps {
  readonly host: HostPort;
  readonly surroundings: Surroundings;
  /** Null: as the system. */
  readonly dark?: boolean | null;
  /** Lets whoever shows the pane give it commands, as the ribbon does. */
  readonly onSession?: (session: Session, show: (tab: PaneTab) => void, walk: Walk) => void;
}

/** The whole pane over a host; it knows nothing else of where it is shown. */
export function Pane({ host, surroundings, dark = null, onSession }: PaneProps) {
  const [session] = useState(() =>
    createSession({
      host,
      clock: surroundings.clock,
      settings: settingsOf(surroundings),
      engine: surroundings.engine ?? engineHere(surroundings.library.of),
      ...(surroundings.settleAfter === undefined ? {} : { settleAfter: surroundings.settleAfter }),
      ...(surroundings.automaticWrites === undefined
        ? {}
        : { automaticWrites: surroundings.automaticWrites }),
    }),
  );
  const [tab, setTab] = useState<PaneTab | null>(null);
  const walker = useRef<Walk>(() => undefined);
  const theme = usePaneTheme(dark);
  const state = useSessionState(session);
  const tools = useMemo<PaneTools>(() => ({ session, surroundings }), [session, surroundings]);
  useEffect(() => {
    onSession?.(session, setTab, (by) => walker.current(by));
    void session.start();
  }, [session, onSession]);
  return (
    <FluentProvider theme={theme}>
      <TextsContext value={surroundings.library.of(state.settings.language)}>
        <PaneContext value={tools}>
          <Page state={state} tab={tab} setTab={setTab} walker={walker} />
        </PaneContext>
      </TextsContext>
    </FluentProvider>
  );
}

/** Everything that tells of a workbook comes with the engine, which is there once one was scored. */
const Opened = lazy(async () => ({ default: (await fetchEngine()).Opened }));

interface PageProps {
  readonly state: SessionState;
  readonly tab: PaneTab | null;
  readonly setTab: (tab: PaneTab) => void;
  readonly walker: RefObject<Walk>;
}

function Page({ state, tab, setTab, walker }: PageProps) {
  const { say, texts } = useSpeaker();
  const own = useStyles();
  const styles = usePaneStyles();
  const page = useRef<HTMLDivElement>(null);
  const { hidePane } = usePaneTools().surroundings;
  useFocusKept(page);
  const { stage, workbook } = state;
  return (
    <div className={own.page} lang={texts.language} ref={page}>
      <header className={mergeClasses(own.head, hidePane && own.wide)}>
        <h1 className={styles.heading}>{say('title')}</h1>
      </header>
      {stage.kind === 'failed' || stage.kind === 'loading' || !workbook ? (
        <main className={own.face}>
          {stage.kind === 'failed' ? <ErrorFace failure={stage.failure} /> : <LoadingFace />}
        </main>
      ) : (
        <BrokenBoundary
          face={(failure, again) => (
            <main className={own.face}>
              <ErrorFace failure={failure} onAgain={again} />
            </main>
          )}
        >
          <Suspense
            fallback={
              <main className={own.face}>
                <LoadingFace />
              </main>
            }
          >
            <Opened state={state} workbook={workbook} tab={tab} setTab={setTab} walker={walker} />
          </Suspense>
        </BrokenBoundary>
      )}
      {hidePane && <HideBar onHide={hidePane} />}
    </div>
  );
}

/** When what had the focus is gone, the panel's heading takes it; it never falls out of the pane. */
function useFocusKept(page: RefObject<HTMLDivElement | null>): void {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const root = page.current;
    if (!root) return undefined;
    const remember = (event: FocusEvent): void => {
      if (event.target instanceof Element) last.current = event.target;
    };
    root.addEventListener('focusin', remember);
    return () => root.removeEventListener('focusin', remember);
  }, [page]);
  useEffect(() => {
    if (!last.current || last.current.isConnected || document.activeElement !== document.body) {
      return;
    }
    last.current = null;
    page.current?.querySelector<HTMLElement>('[data-home]')?.focus({ preventScroll: true });
  });
}
