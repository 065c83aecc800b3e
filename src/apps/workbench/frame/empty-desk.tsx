import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentTable24Regular, FolderOpen20Regular, Open20Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { CellLink } from '../../../pane/controls';
import { usePaneStyles } from '../../../pane/styles';
import type { BrowserStore, RecentFile } from '../files/browser-store';
import { useDesk } from '../books/desk-context';
import type { Source } from '../files/source';
import { exampleSources } from '../files/examples';
import { useWorkbenchSpeaker } from './speaker';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '24px',
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    padding: '32px 16px',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  drop: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '12px',
    width: 'min(720px, 100%)',
    padding: '40px 24px',
    border: `2px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    textAlign: 'center',
  },
  icon: {
    display: 'grid',
    placeItems: 'center',
    width: '56px',
    height: '56px',
    borderRadius: '50%',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: '8px' },
  columns: { display: 'flex', flexWrap: 'wrap', gap: '16px', width: 'min(720px, 100%)' },
  column: { flexGrow: 1, flexBasis: '280px' },
});

interface EmptyDeskProps {
  readonly store: BrowserStore;
}

/** The desk with nothing on it: what can be done, and where to begin. */
export function EmptyDesk({ store }: EmptyDeskProps) {
  const own = useStyles();
  return (
    <main className={own.page}>
      <OpenCard />
      <div className={own.columns}>
        <RecentFiles store={store} />
        <Examples />
      </div>
    </main>
  );
}

function OpenCard() {
  const { say } = useWorkbenchSpeaker();
  const desk = useDesk();
  const own = useStyles();
  const styles = usePaneStyles();
  return (
    <section className={own.drop} aria-labelledby="empty-heading">
      <span className={own.icon} aria-hidden>
        <DocumentTable24Regular />
      </span>
      <h2 className={styles.heading} id="empty-heading" tabIndex={-1}>
        {say('empty.title')}
      </h2>
      <p className={styles.text}>{say('empty.text')}</p>
      <div className={own.buttons}>
        <Button
          appearance="primary"
          size="large"
          icon={<Open20Regular />}
          onClick={() => void desk.pickFiles()}
        >
          {say('empty.open')}
        </Button>
        <Button size="large" icon={<FolderOpen20Regular />} onClick={() => void desk.pickBatch()}>
          {say('empty.folder')}
        </Button>
      </div>
      <p className={styles.quiet}>{say('empty.kinds')}</p>
      <p className={styles.quiet}>{say('empty.private')}</p>
    </section>
  );
}

/** Files of earlier visits that this browser still knows the way to. */
function RecentFiles({ store }: EmptyDeskProps) {
  const { say, texts } = useWorkbenchSpeaker();
  const desk = useDesk();
  const own = useStyles();
  const styles = usePaneStyles();
  const [recent, setRecent] = useState<readonly RecentFile[]>([]);
  useEffect(() => {
    void store.recent().then(setRecent);
  }, [store]);
  if (recent.length === 0) return null;
  const when = (at: number): string =>
    new Date(at).toLocaleString(texts.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section className={`${styles.card} ${own.column}`} aria-labelledby="recent-heading">
      <h3 className={styles.subheading} id="recent-heading">
        {say('empty.recent')}
      </h3>
      <ul className={styles.list}>
        {recent.map((file) => (
          <li key={file.name}>
            <CellLink onClick={() => void desk.open([sourceAgain(file)])}>{file.name}</CellLink>
            <p className={styles.quiet}>{when(file.at)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Examples() {
  const { say } = useWorkbenchSpeaker();
  const desk = useDesk();
  const own = useStyles();
  const styles = usePaneStyles();
  return (
    <section className={`${styles.card} ${own.column}`} aria-labelledby="examples-heading">
      <h3 className={styles.subheading} id="examples-heading">
        {say('empty.examples')}
      </h3>
      <ul className={styles.list}>
        {exampleSources.map((source) => (
          <li key={source.name}>
            <CellLink onClick={() => void desk.open([source])}>{source.name}</CellLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sourceAgain({ name, handle }: RecentFile): Source {
  const bytes = async (): Promise<Uint8Array> => {
    await mayRead(handle);
    return new Uint8Array(await (await handle.getFile()).arrayBuffer());
  };
  return { name, bytes, handle };
}

/** Browsers ask again before a page reads a file of an earlier visit. */
async function mayRead(handle: FileSystemFileHandle): Promise<void> {
  const { requestPermission } = handle as FileSystemFileHandle & {
    readonly requestPermission?: (how: { mode: 'read' }) => Promise<PermissionState>;
  };
  if (!requestPermission) return;
  const answer = await requestPermission.call(handle, { mode: 'read' });
  if (answer !== 'granted') throw new Error(answer);
}
