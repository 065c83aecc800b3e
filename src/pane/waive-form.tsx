import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Field, Textarea } from './controls';
import type { FindingItem } from './finding-items';
import { useSpeaker } from './language';
import { usePaneTools } from './pane-context';
import { inScope, ScopeSelect } from './scope-select';
import { usePaneStyles } from './styles';

interface WaiveProps {
  readonly items: readonly FindingItem[];
  readonly busy: boolean;
}

/** Sets findings of a line aside, with the reason. */
export function WaiveForm({ items, busy }: WaiveProps) {
  const { say } = useSpeaker();
  const { session } = usePaneTools();
  const styles = usePaneStyles();
  const [reason, setReason] = useState('');
  const [scope, setScope] = useState('');
  const ready = reason.trim() !== '';
  return (
    <form
      className={styles.section}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy) void session.waive(inScope(items, scope), reason.trim());
      }}
    >
      <Field label={say('waive.reason')} hint={say('waive.hint')} required>
        <Textarea value={reason} onValue={(value) => setReason(value)} />
      </Field>
      <ScopeSelect items={items} scope={scope} onScope={setScope} />
      <div className={styles.row}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={!ready || busy}>
          {say('waive.done')}
        </Button>
      </div>
    </form>
  );
}
