import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { usePaneStyles } from '../../../pane/styles';
import { useWorkbenchSpeaker } from './speaker';

const useStyles = makeStyles({
  dialog: {
    boxSizing: 'border-box',
    width: 'min(560px, calc(100vw - 24px))',
    maxHeight: 'calc(100vh - 24px)',
    padding: 0,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow64,
    fontFamily: 'inherit',
    overflow: 'auto',
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  inner: { display: 'flex', flexDirection: 'column', gap: '16px', padding: '20px 24px 24px' },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: '8px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', justifyContent: 'flex-end' },
});

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** The browser's own dialog: it keeps the focus inside, and Escape closes it. */
export function Dialog({ title, onClose, children, actions }: DialogProps) {
  const { say } = useWorkbenchSpeaker();
  const own = useStyles();
  const styles = usePaneStyles();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={own.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={own.inner}>
        <div className={own.head}>
          <h2 className={styles.heading} id={id}>
            {title}
          </h2>
          <Button
            appearance="subtle"
            icon={<Dismiss20Regular />}
            aria-label={say('close')}
            onClick={onClose}
          />
        </div>
        {children}
        {actions && <div className={own.actions}>{actions}</div>}
      </div>
    </dialog>
  );
}
