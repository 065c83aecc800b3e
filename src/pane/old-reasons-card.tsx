import { Button } from '@fluentui/react-components';
import { cellLabel } from '../model/address';
import { cellName } from '../model/grid';
import { CellLink } from './controls';
import { useSpeaker } from './language';
import { oldReasons } from './old-figures';
import { usePaneTools, type PanelProps } from './pane-context';
import { usePaneStyles } from './styles';

interface CardProps extends PanelProps {
  readonly canWrite: boolean;
}

/** Reasons whose figures are not those of the row any more, to be written anew by one press. */
export function OldReasonsCard({ state, workbook, canWrite }: CardProps) {
  const { say, texts } = useSpeaker();
  const { session } = usePaneTools();
  const styles = usePaneStyles();
  const found = oldReasons(workbook.result, texts);
  const busy = state.stage.kind !== 'ready' || !canWrite;
  if (found.length === 0) return null;
  return (
    <article className={styles.card} aria-labelledby="old-reasons">
      <h3 className={styles.subheading} id="old-reasons">
        {say('oldReasons.title', { count: found.length })}
      </h3>
      <p className={styles.quiet}>{say('oldReasons.text')}</p>
      <ul className={styles.list}>
        {found.map(({ sheet, cell, wanted }) => (
          <li key={cellLabel(sheet, cell)} className={styles.text}>
            <CellLink onClick={() => void session.select(sheet, cell)}>{cellName(cell)}</CellLink>{' '}
            {wanted}
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        <Button
          size="small"
          disabledFocusable={busy}
          onClick={() =>
            void session.writeReasons(
              found.map(({ sheet, cell, stands, wanted }) => ({
                sheet,
                cell,
                text: wanted,
                instead: stands,
              })),
            )
          }
        >
          {say('oldReasons.write', { count: found.length })}
        </Button>
      </div>
    </article>
  );
}
