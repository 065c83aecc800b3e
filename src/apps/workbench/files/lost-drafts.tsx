import { Button, makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { MessageStrip } from '../../../pane/message-strip';
import { usePaneStyles } from '../../../pane/styles';
import type { BrowserStore, Draft } from './browser-store';
import { useDesk } from '../books/desk-context';
import { useWorkbenchSpeaker } from '../frame/speaker';

const useStyles = makeStyles({ place: { padding: '4px 8px' } });

interface LostProps {
  readonly lost: Promise<readonly Draft[]>;
  readonly store: BrowserStore;
}

/** What was not saved when the page was last gone; taken up again or dropped by the person. */
export function LostDrafts({ lost, store }: LostProps) {
  const { say, texts } = useWorkbenchSpeaker();
  const desk = useDesk();
  const own = useStyles();
  const styles = usePaneStyles();
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  useEffect(() => {
    void lost.then(setDrafts);
  }, [lost]);
  if (drafts.length === 0) return null;
  const drop = (): void => {
    for (const { id } of drafts) void store.dropDraft(id);
    setDrafts([]);
  };
  const restore = (): void => {
    setDrafts([]);
    void desk.open(
      drafts.map(({ id, name, bytes }) => ({
        name,
        bytes: () => Promise.resolve(bytes),
        handle: null,
        draft: id,
      })),
    );
  };
  const names = drafts
    .map(({ name, at }) =>
      say('lost.one', {
        name,
        time: new Date(at).toLocaleString(texts.language, {
          dateStyle: 'short',
          timeStyle: 'short',
        }),
      }),
    )
    .join(say('unshown.between'));
  return (
    <div className={own.place}>
      <MessageStrip tone="warning">
        <p className={styles.text}>{say('lost.text', { names })}</p>
        <div className={styles.row}>
          <Button size="small" appearance="primary" onClick={restore}>
            {say('lost.restore')}
          </Button>
          <Button size="small" onClick={drop}>
            {say('lost.drop')}
          </Button>
        </div>
      </MessageStrip>
    </div>
  );
}
