import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown20Regular, ChevronUp20Regular } from '@fluentui/react-icons';
import type { Unshown } from '../../../model/look';
import type { TableResult } from '../../../model/score';
import { usePaneStyles } from '../../../pane/styles';
import { LevelChart } from './level-chart';
import { useWorkbenchSpeaker } from '../frame/speaker';

const useStyles = makeStyles({
  strip: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    maxHeight: '45%',
    overflow: 'auto',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 16px',
    padding: '2px 12px',
  },
  toggle: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '32px',
    padding: '0 8px 0 0',
    border: '0 none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  note: { flexGrow: 1, flexBasis: '240px', padding: '6px 0' },
  drawing: { padding: '4px 12px 12px' },
});

interface StripProps {
  readonly tables: readonly TableResult[];
  readonly unshown: readonly Unshown[];
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** Below the grid: the drawing of the scores, and what of the workbook the grid leaves out. */
export function BookStrip({ tables, unshown, open, onOpen }: StripProps) {
  const { say } = useWorkbenchSpeaker();
  const own = useStyles();
  const styles = usePaneStyles();
  if (tables.length === 0 && unshown.length === 0) return null;
  const things = unshown.map(({ kind, sheet, count }) =>
    sheet === null
      ? say('unshown.ofBook', { thing: say(`unshown.${kind}`), count })
      : say('unshown.ofSheet', { thing: say(`unshown.${kind}`), count, sheet }),
  );
  const Arrow = open ? ChevronDown20Regular : ChevronUp20Regular;
  return (
    <section className={own.strip} aria-label={say('strip')}>
      <div className={own.line}>
        {tables.length > 0 && (
          <button
            type="button"
            className={own.toggle}
            aria-expanded={open}
            onClick={() => onOpen(!open)}
          >
            <Arrow aria-hidden />
            {say('chart.heading')}
          </button>
        )}
        {things.length > 0 && (
          <p className={mergeClasses(styles.quiet, own.note)}>
            {say('unshown.text', { things: things.join(say('unshown.between')) })}
          </p>
        )}
      </div>
      {open && tables.length > 0 && (
        <div className={own.drawing}>
          <LevelChart tables={tables} />
        </div>
      )}
    </section>
  );
}
