import { makeStyles, tokens } from '@fluentui/react-components';
import type { TableResult } from '../model/score';
import { useId } from 'react';
import { scoreBars } from '../report/level-summary';
import { scoreText } from './finding-items';
import { useSpeaker } from './language';
import { usePaneStyles } from './styles';

const useStyles = makeStyles({
  level: { display: 'flex', flexDirection: 'column', gap: '4px' },
  track: {
    height: '8px',
    borderRadius: '4px',
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: 'hidden',
    '@media (forced-colors: active)': { border: '1px solid CanvasText', forcedColorAdjust: 'none' },
  },
  fill: {
    height: '100%',
    borderRadius: '4px',
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
});

/** A bar per level-1 heading, the funds block among them; the numbers stand beside the bars. */
export function LevelBars({ table }: { readonly table: TableResult }) {
  const { say } = useSpeaker();
  const title = useId();
  const own = useStyles();
  const styles = usePaneStyles();
  const bars = scoreBars(table).map(({ label, of, ...points }) => ({
    label: label ?? say(of === 'funds' ? 'score.funds' : 'score.noLevel'),
    ...points,
  }));
  return (
    <>
      <p className={styles.quiet} id={title}>
        {say('score.levels')}
      </p>
      <ul className={styles.list} aria-labelledby={title}>
        {bars.map(({ label, weight, score }) => (
          <li key={label} className={own.level}>
            <div className={styles.spread}>
              <span className={styles.text}>{label}</span>
              <span className={styles.figure}>
                {say('score.of', { score: scoreText(score), weight: scoreText(weight) })}
              </span>
            </div>
            <div className={own.track} aria-hidden>
              <div className={own.fill} style={{ width: `${share(score, weight)}%` }} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function share(score: number | null, weight: number | null): number {
  if (score === null || weight === null || weight <= 0) return 0;
  return Math.max(0, Math.min(100, (score / weight) * 100));
}
