import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { usePaneStyles } from '../../../pane/styles';
import { useWorkbenchSpeaker } from './speaker';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    width: 'min(420px, 100%)',
    margin: '48px auto',
  },
  progress: { width: '100%', accentColor: tokens.colorCompoundBrandBackground },
});

/** What takes longer than this is worth a word. */
const PATIENCE = 300;

interface WorkingProps {
  readonly label: string;
  /** 0…1; null: nobody knows. */
  readonly done: number | null;
  readonly onCancel?: () => void;
}

/** What is being waited for, said only when it takes a while, with a way out of it. */
export function Working({ label, done, onCancel }: WorkingProps) {
  const { say } = useWorkbenchSpeaker();
  const own = useStyles();
  const styles = usePaneStyles();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div className={own.box}>
      <p className={styles.text} role="status">
        {label}
      </p>
      <progress
        className={own.progress}
        aria-label={label}
        {...(done === null ? {} : { value: done })}
      />
      {onCancel && (
        <div className={styles.row}>
          <Button onClick={onCancel}>{say('cancel')}</Button>
        </div>
      )}
    </div>
  );
}
