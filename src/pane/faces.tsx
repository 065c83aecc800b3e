import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentSearch24Regular, ErrorCircle24Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Failure } from '../model/failure';
import { useSpeaker } from './language';
import { usePaneTools } from './pane-context';
import { usePaneStyles } from './styles';

const useStyles = makeStyles({
  face: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '12px',
    padding: '32px 12px',
    textAlign: 'center',
  },
  icon: {
    display: 'grid',
    placeItems: 'center',
    width: '56px',
    height: '56px',
    borderRadius: '50%',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
  },
  bad: {
    backgroundColor: tokens.colorPaletteRedBackground1,
    color: tokens.colorPaletteRedForeground1,
  },
  steps: { margin: 0, paddingLeft: '20px', textAlign: 'left', overflowWrap: 'anywhere' },
  bone: {
    height: '64px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralStencil1,
    // Seen where the system's own colours leave the background out.
    border: '1px solid transparent',
  },
  bones: { display: 'flex', flexDirection: 'column', gap: '12px' },
});

export interface FaceProps {
  readonly icon: ReactNode;
  readonly bad?: boolean;
  readonly title: string;
  readonly children: ReactNode;
}

export function Face({ icon, bad = false, title, children }: FaceProps) {
  const own = useStyles();
  const styles = usePaneStyles();
  return (
    <section className={own.face}>
      <span className={bad ? `${own.icon} ${own.bad}` : own.icon} aria-hidden>
        {icon}
      </span>
      <h2 className={styles.heading} tabIndex={-1} data-home>
        {title}
      </h2>
      {children}
    </section>
  );
}

export function LoadingFace() {
  const { say } = useSpeaker();
  const own = useStyles();
  const styles = usePaneStyles();
  return (
    <section className={own.bones} aria-busy="true">
      <p className={styles.text} role="status">
        {say('loading')}
      </p>
      <div className={own.bones} aria-hidden>
        <div className={own.bone} />
        <div className={own.bone} />
        <div className={own.bone} />
      </div>
    </section>
  );
}

interface ErrorFaceProps {
  readonly failure: Failure;
  /** Absent: the workbook is read again. */
  readonly onAgain?: () => void;
}

export function ErrorFace({ failure, onAgain }: ErrorFaceProps) {
  const { say, tell } = useSpeaker();
  const { session, surroundings } = usePaneTools();
  const styles = usePaneStyles();
  const { code, data } = failure;
  const reload = code === 'page-outdated' ? surroundings.reload : undefined;
  const again = onAgain ?? (() => void session.start());
  const title = code === 'page-outdated' ? 'outdated' : onAgain ? 'broken' : 'failed.title';
  return (
    <Face icon={<ErrorCircle24Regular />} bad title={say(title)}>
      <div role="alert" className={styles.section}>
        <p className={styles.text}>{tell({ key: `error.${code}.message`, data })}</p>
        <p className={styles.quiet}>{tell({ key: `error.${code}.hint`, data })}</p>
      </div>
      <Button appearance="primary" onClick={reload ?? again}>
        {say(reload ? 'reload' : 'failed.again')}
      </Button>
    </Face>
  );
}

export function EmptyFace() {
  const { say } = useSpeaker();
  const { session } = usePaneTools();
  const own = useStyles();
  const styles = usePaneStyles();
  return (
    <Face icon={<DocumentSearch24Regular />} title={say('empty.title')}>
      <p className={styles.text}>{say('empty.text')}</p>
      <ol className={own.steps}>
        <li>{say('empty.step1')}</li>
        <li>{say('empty.step2')}</li>
        <li>{say('empty.step3')}</li>
      </ol>
      <Button appearance="primary" onClick={() => void session.start()}>
        {say('empty.again')}
      </Button>
    </Face>
  );
}
