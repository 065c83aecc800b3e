import { Button } from '@fluentui/react-components';
import { useSpeaker } from './language';
import { usePaneStyles } from './styles';

/** Three lines on what the pane does, once. */
export function FirstRun({ onDone }: { readonly onDone: () => void }) {
  const { say } = useSpeaker();
  const styles = usePaneStyles();
  return (
    <section className={styles.card} aria-labelledby="first-run">
      <h2 className={styles.subheading} id="first-run">
        {say('first.title')}
      </h2>
      <ol className={styles.list}>
        {(['first.line1', 'first.line2', 'first.line3'] as const).map((key) => (
          <li key={key} className={styles.text}>
            {say(key)}
          </li>
        ))}
      </ol>
      <div className={styles.row}>
        <Button size="small" onClick={onDone}>
          {say('first.done')}
        </Button>
      </div>
    </section>
  );
}
