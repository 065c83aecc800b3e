import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { VERSION } from '../model/version';
import { useSpeaker } from './language';
import { usePaneTools } from './pane-context';
import { usePaneStyles } from './styles';
import { TextByHand } from './text-by-hand';

/** Which version this is, and what to send along with a question. */
export function AboutThis() {
  const { say } = useSpeaker();
  const { surroundings } = usePaneTools();
  const styles = usePaneStyles();
  const [told, setTold] = useState('');
  const [byHand, setByHand] = useState<string | null>(null);
  const { diagnostics, selfTest } = surroundings;
  const [busy, setBusy] = useState(false);
  const test = async (): Promise<void> => {
    if (!selfTest) return;
    setBusy(true);
    try {
      const text = await selfTest((done, total) =>
        setTold(say('settings.testing', { done, total })),
      );
      setTold(say('settings.tested'));
      setByHand(text);
    } catch {
      setTold(say('settings.testFailed'));
    }
    setBusy(false);
  };
  const copy = async (text: string): Promise<void> => {
    const copied = await surroundings.copy(text);
    setTold(say(copied ? 'settings.diagnosticsCopied' : 'output.byHand'));
    setByHand(copied ? null : text);
  };
  return (
    <div>
      <p className={styles.quiet}>{say('settings.version', { version: VERSION })}</p>
      {diagnostics && (
        <Button appearance="subtle" size="small" onClick={() => void copy(diagnostics())}>
          {say('settings.diagnostics')}
        </Button>
      )}
      {selfTest && (
        <>
          <Button
            appearance="subtle"
            size="small"
            disabledFocusable={busy}
            onClick={() => void test()}
          >
            {say('settings.probe')}
          </Button>
          <p className={styles.quiet}>{say('settings.testHint')}</p>
        </>
      )}
      <p className={styles.quiet} role="status">
        {told}
      </p>
      <TextByHand text={byHand} />
    </div>
  );
}
