import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Fix } from '../engine/fixes';
import { sheetsByName } from '../model/address';
import { ChangesList } from './changes-list';
import { useSpeaker } from './language';
import { usePaneTools, type PanelProps } from './pane-context';
import { previewOfFixes } from './preview';
import { usePaneStyles } from './styles';

interface FixProps extends PanelProps {
  readonly fixes: readonly Fix[];
  readonly canWrite: boolean;
  /** For all lines, not for one. */
  readonly every?: boolean;
}

/** Scores are filled in by scoring, which shows and marks them. */
const BY_SCORING = 'score-missing';

/** One button for all that is certain: shows each cell old → new first, and writes them in one go. */
export function FixForm({ state, workbook, fixes, canWrite, every = false }: FixProps) {
  const { say } = useSpeaker();
  const { session } = usePaneTools();
  const styles = usePaneStyles();
  const [open, setOpen] = useState(false);
  const sheets = sheetsByName(workbook.snapshot);
  const made = fixes.filter(
    ({ check, sheet }) => check !== BY_SCORING && sheets.get(sheet)?.protected !== true,
  );
  const [first] = made;
  const busy = state.stage.kind === 'working' || !canWrite;
  if (!first) return null;
  const name = !every && first.check === 'number-as-text' ? 'fix.numbers' : 'fix.all';
  return (
    <>
      <Button
        size="small"
        appearance="primary"
        aria-expanded={open}
        disabledFocusable={busy}
        onClick={() => !busy && setOpen(!open)}
      >
        {say(name, { count: made.length })}
      </Button>
      {open && (
        <div className={styles.card} style={{ flexBasis: '100%' }}>
          <p className={styles.quiet}>{say('fix.text')}</p>
          <div className={styles.row}>
            <Button
              size="small"
              appearance="primary"
              disabledFocusable={busy}
              onClick={() => {
                if (busy) return;
                setOpen(false);
                void session.correct(made);
              }}
            >
              {say('fix.write', { count: made.length })}
            </Button>
            <Button size="small" onClick={() => setOpen(false)}>
              {say('bar.cancel')}
            </Button>
          </div>
          <ChangesList preview={previewOfFixes(made, workbook.result)} />
        </div>
      )}
    </>
  );
}
