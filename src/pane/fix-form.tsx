import { Button } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useState } from 'react';
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

/**
 * What the button writes: for all lines also what only follows from them (a total, once its scores are
 * there), so that button and preview tell one number. The list does not wait for it.
 */
function useMade(
  fixes: readonly Fix[],
  workbook: PanelProps['workbook'],
  every: boolean,
): readonly Fix[] {
  const asked = useDeferredValue(workbook);
  const whole = every && fixes.length > 0;
  const all = useMemo(
    () => (whole ? correct(asked.snapshot, asked.options, null).fixes : null),
    [whole, asked],
  );
  return useMemo(() => writable(all ?? fixes, workbook), [all, fixes, workbook]);
}

/** One button for all that is certain: shows each cell old → new first, and writes them in one go. */
export function FixForm({ state, workbook, fixes, canWrite, every = false }: FixProps) {
  const { say } = useSpeaker();
  const { session } = usePaneTools();
  const styles = usePaneStyles();
  const [open, setOpen] = useState(false);
  const made = useMade(fixes, workbook, every);
  const [first] = made;
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
        {say(name, { count: made.length })}
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
