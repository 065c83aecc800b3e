import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { VERSION } from '../../../model/version';
import { Field } from '../../../pane/controls';
import { usePaneStyles } from '../../../pane/styles';
import { Dialog } from './dialog';
import type { WorkbenchPreferences } from './preferences';
import { SHORTCUTS } from './shortcuts';
import { useWorkbenchSpeaker } from './speaker';
import { LanguageSelect, ThemeSelect } from './top-bar';

const useStyles = makeStyles({
  keys: { width: '100%', borderCollapse: 'collapse' },
  cell: {
    padding: '6px 8px 6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
  },
  key: {
    padding: '2px 6px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: 'inherit',
    whiteSpace: 'nowrap',
  },
  points: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
});

interface AskedProps {
  readonly onClose: () => void;
}

export function ShortcutsDialog({ onClose }: AskedProps) {
  const { say } = useWorkbenchSpeaker();
  const own = useStyles();
  const styles = usePaneStyles();
  return (
    <Dialog title={say('shortcuts')} onClose={onClose}>
      <table className={own.keys}>
        <thead className={styles.unseen}>
          <tr>
            <th scope="col">{say('shortcuts.what')}</th>
            <th scope="col">{say('shortcuts.keys')}</th>
          </tr>
        </thead>
        <tbody>
          {SHORTCUTS.map(({ name, keys }) => (
            <tr key={name}>
              <th scope="row" className={own.cell}>
                {say(`shortcut.${name}`)}
              </th>
              <td className={own.cell}>
                <kbd className={own.key}>{keys}</kbd>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.quiet}>{say('shortcuts.grid')}</p>
    </Dialog>
  );
}

const LIMITS = ['forms', 'formulas', 'structure', 'unshown', 'password', 'office'] as const;

export function AboutDialog({ onClose }: AskedProps) {
  const { say } = useWorkbenchSpeaker();
  const own = useStyles();
  const styles = usePaneStyles();
  return (
    <Dialog title={say('about')} onClose={onClose}>
      <p className={styles.text}>{say('about.what', { version: VERSION })}</p>
      <p className={styles.text}>
        <strong>{say('about.private')}</strong> {say('about.privateText')}
      </p>
      <h3 className={styles.subheading}>{say('about.limits')}</h3>
      <ul className={own.points}>
        {LIMITS.map((limit) => (
          <li key={limit}>{say(`about.limit.${limit}`)}</li>
        ))}
      </ul>
      <p className={styles.quiet}>{say('about.licence')}</p>
    </Dialog>
  );
}

interface MoreProps extends AskedProps {
  readonly preferences: WorkbenchPreferences;
  readonly onPreferences: (part: Partial<WorkbenchPreferences>) => void;
  readonly onAsk: (asked: 'shortcuts' | 'about') => void;
}

export function MoreDialog({ preferences, onPreferences, onAsk, onClose }: MoreProps) {
  const { say } = useWorkbenchSpeaker();
  const styles = usePaneStyles();
  return (
    <Dialog title={say('more')} onClose={onClose}>
      <Field label={say('theme')}>
        <ThemeSelect preferences={preferences} onPreferences={onPreferences} />
      </Field>
      <Field label={say('language')}>
        <LanguageSelect preferences={preferences} onPreferences={onPreferences} />
      </Field>
      <div className={styles.row}>
        <Button onClick={() => onAsk('shortcuts')}>{say('shortcuts')}</Button>
        <Button onClick={() => onAsk('about')}>{say('about')}</Button>
      </div>
    </Dialog>
  );
}

interface CloseProps extends AskedProps {
  readonly name: string;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

export function CloseDialog({ name, onSave, onDiscard, onClose }: CloseProps) {
  const { say } = useWorkbenchSpeaker();
  const styles = usePaneStyles();
  return (
    <Dialog
      title={say('closing.title')}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" onClick={onSave}>
            {say('closing.save')}
          </Button>
          <Button onClick={onDiscard}>{say('closing.discard')}</Button>
          <Button onClick={onClose}>{say('cancel')}</Button>
        </>
      }
    >
      <p className={styles.text}>{say('closing.text', { name })}</p>
    </Dialog>
  );
}
