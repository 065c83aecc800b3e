import { useSpeaker } from './language';
import { usePaneStyles } from './styles';

/** A text to be copied by hand, where the program can neither save nor copy it. */
export function TextByHand({ text }: { readonly text: string | null }) {
  const { say } = useSpeaker();
  const styles = usePaneStyles();
  return text === null ? null : (
    <textarea
      aria-label={say('output.byHand')}
      readOnly
      rows={8}
      className={styles.field}
      value={text}
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}
