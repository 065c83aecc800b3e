import { makeStyles } from '@fluentui/react-components';
import { lazy, Suspense, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { fixesOf, type Fix } from '../engine/fixes';
import { ActionBar } from './action-bar';
import { EmptyFace, LoadingFace } from './faces';
import { findingItems, findingLines, type FindingItem } from './finding-items';
import { FindingsPanel } from './findings-panel';
import { FirstRun } from './first-run';
import { TextsContext, useSpeaker } from './language';
import { latePart } from './late-part';
import { Messages } from './messages';
import { OutputPanel } from './output-panel';
import { usePaneTools, type PanelProps } from './pane-context';
import { PaneTabs, type PaneTab } from './pane-tabs';
import { RecognisePanel } from './recognise-panel';
import { withResultTexts } from './result-texts';
import { ScorePanel } from './score-panel';
import { isReadOnly, isScored, type Settings } from './session-state';
import { SettingsPanel } from './settings-panel';
import type { Preferences } from './surroundings';
import { useWalk, type Walk } from './walk';

const useStyles = makeStyles({
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  messages: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '8px 12px',
    ':empty': { display: 'none' },
  },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    flexGrow: 1,
    padding: '12px',
    minWidth: 0,
    '@media (min-height: 360px)': { overflowY: 'auto', minHeight: 0 },
    // What is longer than the room is scrolled to, never squeezed.
    '> *': { flexShrink: 0 },
  },
});

/** Writing and checking reports is a large part of the pane that many never ask for. */
const ReportTab = lazy(async () => {
  const part = await latePart(import('./report/report-part'));
  return { default: part.ReportTab };
});

interface OpenedProps extends PanelProps {
  readonly tab: PaneTab | null;
  readonly setTab: (tab: PaneTab) => void;
  readonly walker: RefObject<Walk>;
}

/** A workbook that was read: tabs, messages, the panel of the tab, and the large button. */
export function Opened(props: OpenedProps) {
  const { texts } = useSpeaker();
  const whole = useMemo(() => withResultTexts(texts), [texts]);
  return (
    <TextsContext value={whole}>
      <Steps {...props} />
    </TextsContext>
  );
}

function Steps({ state, workbook, tab, setTab, walker }: OpenedProps) {
  const { session } = usePaneTools();
  const own = useStyles();
  const { items, fixes } = useFound(workbook);
  const lines = useMemo(() => findingLines(items, fixes), [items, fixes]);
  const { current, onKeyDown } = useWalk(session, lines, walker, () => setTab('findings'));
  const { tables, offered } = workbook.result;
  const empty = tables.length === 0 && offered.length === 0;
  const canWrite = tables.length > 0 && !isReadOnly(workbook);
  const shown = tab ?? (isScored(workbook.snapshot) ? 'score' : 'recognise');
  const moves = useRef<HTMLDivElement>(null);
  // Another tab is read from its beginning.
  useLayoutEffect(() => {
    if (moves.current) moves.current.scrollTop = 0;
  }, [shown]);
  const score = (): void => {
    setTab('score');
    void (isScored(workbook.snapshot) ? session.recalculate() : session.preview());
  };
  const panel = { state, workbook, items, fixes, canWrite, current };
  return (
    <main className={own.main} onKeyDown={onKeyDown}>
      <PaneTabs selected={shown} items={items} onSelect={setTab} />
      <div className={own.messages}>
        <Messages state={state} workbook={workbook} onlyTroubles={shown === 'report'} />
      </div>
      <div
        className={own.panel}
        ref={moves}
        id="panel"
        role="tabpanel"
        aria-labelledby={`tab-${shown}`}
        data-scroll
      >
        {empty && shown !== 'settings' && shown !== 'report' ? (
          <EmptyFace />
        ) : (
          <Panel {...panel} shown={shown} setTab={setTab} />
        )}
      </div>
      {/* A report is written with buttons of its own. */}
      {!empty && (shown !== 'report' || state.stage.kind !== 'ready') && (
        <ActionBar state={state} workbook={workbook} canWrite={canWrite} onScore={score} />
      )}
    </main>
  );
}

/** What was found in the workbook as it was last read, and what of it can be put right at once. */
function useFound({ snapshot, result, options }: PanelProps['workbook']): {
  readonly items: readonly FindingItem[];
  readonly fixes: readonly Fix[];
} {
  return useMemo(
    () => ({
      items: findingItems(snapshot, result, options),
      fixes: fixesOf(snapshot, result, options),
    }),
    [snapshot, result, options],
  );
}

interface ShownProps extends React.ComponentProps<typeof FindingsPanel> {
  readonly shown: PaneTab;
  readonly setTab: (tab: PaneTab) => void;
}

function Panel({ shown, setTab, ...panel }: ShownProps) {
  const { session, surroundings } = usePaneTools();
  const [introduced, setIntroduced] = useState(surroundings.preferences.introduced);
  const { state, workbook } = panel;
  const keep = (preferences: Partial<Preferences>): void => {
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
  switch (shown) {
    case 'recognise':
      return (
        <>
          {!introduced && <FirstRun onDone={() => introduce(true)} />}
          <RecognisePanel state={state} workbook={workbook} />
        </>
      );
    case 'score':
      return <ScorePanel state={state} workbook={workbook} />;
    case 'findings':
      return <FindingsPanel {...panel} />;
    case 'output':
      return <OutputPanel state={state} workbook={workbook} />;
    case 'report':
      return (
        <Suspense fallback={<LoadingFace />}>
          <ReportTab state={state} workbook={workbook} />
        </Suspense>
      );
    case 'settings':
      return (
        <SettingsPanel
          state={state}
          workbook={workbook}
          onChange={change}
          onIntroduce={() => introduce(false)}
        />
      );
  }
}
