import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { correct } from '../engine/correct';
import type { Fix } from '../engine/fixes';
import { sheetsByName } from '../model/address';
import type { CheckId } from '../model/check-id';
import { ChangesList } from './changes-list';
import { useSpeaker } from './language';
import { usePaneTools, type PanelProps } from './pane-context';
import { previewOfFixes } from './preview';
import { usePaneStyles } from './styles';

/** Without those in sheets that are protected. */
function writable(fixes: readonly Fix[], { snapshot }: PanelProps['workbook']): Fix[] {
  const sheets = sheetsByName(snapshot);
  return fixes.filter(({ sheet }) => sheets.get(sheet)?.protected !== true);
}

interface FixProps extends PanelProps {
  readonly fixes: readonly Fix[];
  readonly canWrite: boolean;
  /** For all lines, not for one. */
  readonly every?: boolean;
}

/** What the button of one line says, by its check. */
const NAMES: Readonly<Partial<Record<CheckId, 'fix.numbers' | 'fix.scores'>>> = {
  'number-as-text': 'fix.numbers',
  'score-missing': 'fix.scores',
};

/** One button for all that is certain: shows each cell old → new first, and writes them in one go. */
export function FixForm({ state, workbook, fixes, canWrite, every = false }: FixProps) {
  const { say } = useSpeaker();
  const { session } = usePaneTools();
  const styles = usePaneStyles();
  const [open, setOpen] = useState(false);
  const offered = useMemo(() => writable(fixes, workbook), [fixes, workbook]);
  // What follows from them (a total, once its scores are there) is worked out when somebody asks.
  const made = useMemo(
    () =>
      open && every
        ? writable(correct(workbook.snapshot, workbook.options, null).fixes, workbook)
        : offered,
    [open, every, offered, workbook],
  );
  const [first] = offered;
  const busy = state.stage.kind === 'working' || !canWrite;
  if (!first) return null;
  const name = (every ? null : NAMES[first.check]) ?? 'fix.all';
  return (
    <>
      <Button
        size="small"
        appearance="primary"
        style={{ alignSelf: 'start' }}
        aria-expanded={open}
        disabledFocusable={busy}
        onClick={() => !busy && setOpen(!open)}
      >
        {say(name, { count: offered.length })}
      </Button>
      {open && (
        <div className={styles.card} style={{ width: '100%', boxSizing: 'border-box' }}>
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
