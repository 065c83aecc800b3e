import { FluentProvider, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Settings20Regular } from '@fluentui/react-icons';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { HostPort } from '../hosts/port';
import { ActionBar } from './action-bar';
import { Badge } from './controls';
import { EmptyFace, ErrorFace, LoadingFace } from './faces';
import { openCounts } from '../model/finding';
import { findingItems, type FindingItem } from './finding-items';
import { FindingsPanel } from './findings-panel';
import { FirstRun } from './first-run';
import { HIDE_BAR, HideBar } from './hide-bar';
import { TextsContext, useSpeaker } from './language';
import { MessageStrip } from './message-strip';
import { OutputPanel } from './output-panel';
import { PaneContext, usePaneTools, useSessionState, type PaneTools } from './pane-context';
import { RecognisePanel } from './recognise-panel';
import { ScorePanel } from './score-panel';
import { createSession, type Session } from './session';
import { engineHere } from './session-engine';
import {
  isReadOnly,
  isScored,
  protectedSheets,
  type SessionState,
  type Settings,
  type Workbook,
} from './session-state';
import { SettingsPanel } from './settings-panel';
import { settingsOf, type Surroundings } from './surroundings';
import { usePaneStyles } from './styles';
import { Tabs } from './tabs';
import { usePaneTheme } from './theme';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    [HIDE_BAR]: '0px',
  },
  /** A bar to hide the pane stands at its foot. */
  hideable: { [HIDE_BAR]: '40px' },
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
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    flexGrow: 1,
    padding: '12px',
    minWidth: 0,
  },
});

export type PaneTab = 'recognise' | 'score' | 'findings' | 'output' | 'settings';
const TABS: readonly PaneTab[] = ['recognise', 'score', 'findings', 'output', 'settings'];

export interface PaneProps {
  readonly host: HostPort;
  readonly surroundings: Surroundings;
  /** Null: as the system. */
  readonly dark?: boolean | null;
  /** Lets whoever shows the pane give it commands, as the ribbon does. */
  readonly onSession?: (session: Session, show: (tab: PaneTab) => void) => void;
}

/** The whole pane over a host; it knows nothing else of where it is shown. */
export function Pane({ host, surroundings, dark = null, onSession }: PaneProps) {
  const [session] = useState(() =>
    createSession({
      host,
      clock: surroundings.clock,
      settings: settingsOf(surroundings.preferences),
      engine: surroundings.engine ?? engineHere(surroundings.library.of),
      ...(surroundings.settleAfter === undefined ? {} : { settleAfter: surroundings.settleAfter }),
      ...(surroundings.automaticWrites === undefined
        ? {}
        : { automaticWrites: surroundings.automaticWrites }),
    }),
  );
  const [tab, setTab] = useState<PaneTab | null>(null);
  const theme = usePaneTheme(dark);
  const state = useSessionState(session);
  const tools = useMemo<PaneTools>(() => ({ session, surroundings }), [session, surroundings]);
  useEffect(() => {
    onSession?.(session, setTab);
    void session.start();
  }, [session, onSession]);
  return (
    <FluentProvider theme={theme}>
      <TextsContext value={surroundings.library.of(state.settings.language)}>
        <PaneContext value={tools}>
          <Page state={state} tab={tab} setTab={setTab} />
        </PaneContext>
      </TextsContext>
    </FluentProvider>
  );
}

interface PageProps {
  readonly state: SessionState;
  readonly tab: PaneTab | null;
  readonly setTab: (tab: PaneTab) => void;
}

function Page({ state, tab, setTab }: PageProps) {
  const { say, texts } = useSpeaker();
  const own = useStyles();
  const styles = usePaneStyles();
  const page = useRef<HTMLDivElement>(null);
  const { hidePane } = usePaneTools().surroundings;
  useFocusKept(page);
  const { stage, workbook } = state;
  return (
    <div
      className={mergeClasses(own.page, hidePane && own.hideable)}
      lang={texts.language}
      ref={page}
    >
      <header className={mergeClasses(own.head, hidePane && own.wide)}>
        <h1 className={styles.heading}>{say('title')}</h1>
      </header>
      {stage.kind === 'failed' || stage.kind === 'loading' || !workbook ? (
        <main className={own.panel}>
          {stage.kind === 'failed' ? <ErrorFace failure={stage.failure} /> : <LoadingFace />}
        </main>
      ) : (
        <Opened state={state} workbook={workbook} tab={tab} setTab={setTab} />
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

interface OpenedProps extends PageProps {
  readonly workbook: Workbook;
}

function Opened({ state, workbook, tab, setTab }: OpenedProps) {
  const { say } = useSpeaker();
  const { session, surroundings } = usePaneTools();
  const own = useStyles();
  const styles = usePaneStyles();
  const [introduced, setIntroduced] = useState(surroundings.preferences.introduced);
  const items = useMemo<FindingItem[]>(
    () => findingItems(workbook.snapshot, workbook.result, workbook.options),
    [workbook],
  );
  const { tables, offered } = workbook.result;
  const empty = tables.length === 0 && offered.length === 0;
  const canWrite = tables.length > 0 && !isReadOnly(workbook);
  const shown = tab ?? (isScored(workbook.snapshot) ? 'score' : 'recognise');
  const open = openCounts(items.map(({ finding }) => finding));
  const waiting = open.error + open.warning + open.info;
  const keep = (preferences: Partial<Surroundings['preferences']>): void => {
    const { language, autoRecalculate } = session.state().settings;
    surroundings.keepPreferences({ introduced, language, autoRecalculate, ...preferences });
  };
  const change = (settings: Partial<Settings>): void => {
    void surroundings.library.load(settings.language ?? 'zh-CN').then(() => {
      void session.change(settings);
      keep({});
    });
  };
  const introduce = (done: boolean): void => {
    setIntroduced(done);
    keep({ introduced: done });
    if (!done) setTab('recognise');
  };
  return (
    <main className={own.main}>
      <Tabs
        label={say('tabs')}
        panel="panel"
        selected={shown}
        onSelect={setTab}
        items={TABS.map((value) => ({
          value,
          ...(value === 'settings' ? { name: say('tab.settings') } : {}),
          content:
            value === 'settings' ? (
              <Settings20Regular aria-hidden />
            ) : (
              <>
                {say(`tab.${value}`)}
                {value === 'findings' && waiting > 0 && (
                  <>
                    <span aria-hidden>
                      <Badge tone={open.error > 0 ? 'bad' : 'plain'}>{waiting}</Badge>
                    </span>
                    <span className={styles.unseen}>{say('tab.waiting', { count: waiting })}</span>
                  </>
                )}
              </>
            ),
        }))}
      />
      <div className={own.panel} id="panel" role="tabpanel" aria-labelledby={`tab-${shown}`}>
        <Messages state={state} workbook={workbook} />
        {empty && shown !== 'settings' ? (
          <EmptyFace />
        ) : (
          <>
            {shown === 'recognise' && (
              <>
                {!introduced && <FirstRun onDone={() => introduce(true)} />}
                <RecognisePanel state={state} workbook={workbook} />
              </>
            )}
            {shown === 'score' && <ScorePanel state={state} workbook={workbook} />}
            {shown === 'findings' && (
              <FindingsPanel state={state} workbook={workbook} items={items} canWrite={canWrite} />
            )}
            {shown === 'output' && <OutputPanel state={state} workbook={workbook} />}
            {shown === 'settings' && (
              <SettingsPanel
                state={state}
                workbook={workbook}
                onChange={change}
                onIntroduce={() => introduce(false)}
              />
            )}
          </>
        )}
      </div>
      {!empty && (
        <ActionBar
          state={state}
          workbook={workbook}
          canWrite={canWrite}
          onScore={() => setTab('score')}
        />
      )}
    </main>
  );
}

function Messages({ state, workbook }: Pick<OpenedProps, 'state' | 'workbook'>) {
  const { say, tell } = useSpeaker();
  const { session } = usePaneTools();
  const { notice } = state;
  const locked = protectedSheets(workbook);
  return (
    <>
      {locked.length > 0 && (
        <MessageStrip tone="warning">
          <strong>{say(isReadOnly(workbook) ? 'readOnly.title' : 'readOnly.some')}</strong>{' '}
          {say('readOnly.text', { sheets: locked.join('、') })}
        </MessageStrip>
      )}
      {notice && (
        <MessageStrip tone={notice.tone} onDismiss={() => session.dismiss()}>
          {tell(notice.message)}
          {notice.hint && ` ${tell(notice.hint)}`}
        </MessageStrip>
      )}
    </>
  );
}
