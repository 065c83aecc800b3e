import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useSpeaker } from './language';
import { MessageStrip } from './message-strip';
import { usePaneTools } from './pane-context';

/** Opens the page anew, where the program lets a page do so. */
export function ReloadButton({ disabled = false }: { readonly disabled?: boolean }) {
  const { say } = useSpeaker();
  const { reload } = usePaneTools().surroundings;
  return reload ? (
    <Button appearance="transparent" size="small" disabledFocusable={disabled} onClick={reload}>
      {say('reload')}
    </Button>
  ) : null;
}

/** Says that the server has a newer program; nothing is opened anew unasked. */
export function NewerProgram({ busy }: { readonly busy: boolean }) {
  const { say } = useSpeaker();
  const { watchNewer } = usePaneTools().surroundings;
  const [version, setVersion] = useState<string | null>(null);
  useEffect(() => watchNewer?.(setVersion), [watchNewer]);
  return version === null ? null : (
    <MessageStrip tone="info" action={<ReloadButton disabled={busy} />}>
      {say('newer', { version })}
    </MessageStrip>
  );
}
