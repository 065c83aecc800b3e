import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useSpeaker } from './language';
import { usePaneTools, type PanelProps } from './pane-context';
import { isScored, type Stage } from './session-state';
import { usePaneStyles } from './styles';
import { useUnhurried } from './unhurried';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    flexShrink: 0,
  },
  progress: { width: '100%', accentColor: tokens.colorCompoundBrandBackground },
  large: { width: '100%', minHeight: '44px' },
  pair: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  grow: { flexGrow: 1, minHeight: '44px' },
});

interface BarProps extends PanelProps {
  readonly canWrite: boolean;
  /** Scores, or calculates anew, where the preview is seen. */
  readonly onScore: () => void;
}

/** The one large button, and what takes its place while it works. */
export function ActionBar({ state, workbook, canWrite, onScore }: BarProps) {
  const { say } = useSpeaker();
  const { surroundings } = usePaneTools();
  const own = useStyles();
  const styles = usePaneStyles();
  const { stage } = state;
  const { press, onKeyDown } = useUnhurried(stage.kind, surroundings.clock);
  const scored = isScored(workbook.snapshot);
  return (
    <div
      className={own.bar}
      role="group"
      aria-label={say('bar.label')}
      onKeyDownCapture={onKeyDown}
    >
      {stage.kind === 'working' && <Working stage={stage} press={press} />}
      {stage.kind === 'preview' && <Agreeing stage={stage} press={press} />}
      {stage.kind === 'ready' && (
        <>
          {state.dirty && scored && (
            <p className={styles.quiet} role="status">
              {say('bar.dirty')}
            </p>
          )}
          <Button
            className={own.large}
            appearance="primary"
            size="large"
            disabledFocusable={!canWrite}
            onClick={press(() => {
              if (canWrite) onScore();
            })}
          >
            {say(scored ? 'bar.recalculate' : 'bar.score')}
          </Button>
        </>
      )}
    </div>
  );
}

interface StageProps<Kind extends Stage['kind']> {
  readonly stage: Stage & { readonly kind: Kind };
  readonly press: ReturnType<typeof useUnhurried>['press'];
}

function Working({ stage, press }: StageProps<'working'>) {
  const { say } = useSpeaker();
  const { session } = usePaneTools();
  const own = useStyles();
  const styles = usePaneStyles();
  const label = say(`step.${stage.step}`);
  return (
    <>
      <p className={styles.text} role="status">
        {label}
      </p>
      <progress className={own.progress} value={stage.done} aria-label={label} />
      <div className={styles.row}>
        <Button
          className={own.grow}
          disabledFocusable={!stage.cancellable}
          onClick={press(() => session.cancel())}
        >
          {say('bar.stop')}
        </Button>
      </div>
    </>
  );
}

function Agreeing({ stage, press }: StageProps<'preview'>) {
  const { say } = useSpeaker();
  const { session } = usePaneTools();
  const own = useStyles();
  const styles = usePaneStyles();
  const { cells, flags, sheets } = stage.preview;
  return (
    <>
      <p className={styles.text} role="status">
        {say('bar.preview', {
          cells: cells.length,
          flags: flags.error + flags.warning + flags.info,
          sheets: sheets.length,
        })}
      </p>
      <div className={own.pair}>
        <Button
          className={own.grow}
          appearance="primary"
          size="large"
          onClick={press(() => void session.apply())}
        >
          {say('bar.apply')}
        </Button>
        <Button className={own.grow} size="large" onClick={press(() => session.cancel())}>
          {say('bar.cancel')}
        </Button>
      </div>
    </>
  );
}
