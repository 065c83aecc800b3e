import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle20Regular,
  Dismiss20Regular,
  ErrorCircle20Regular,
  Info20Regular,
  Warning20Regular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useSpeaker } from './language';
import type { Notice } from './session-state';

const useStyles = makeStyles({
  strip: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    padding: '8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  icon: { flexShrink: 0 },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  success: { backgroundColor: tokens.colorPaletteGreenBackground1 },
  warning: { backgroundColor: tokens.colorPaletteYellowBackground1 },
  error: { backgroundColor: tokens.colorPaletteRedBackground1 },
  info: {},
});

const ICONS = {
  success: CheckmarkCircle20Regular,
  info: Info20Regular,
  warning: Warning20Regular,
  error: ErrorCircle20Regular,
};

interface StripProps {
  readonly tone: Notice['tone'];
  readonly children: ReactNode;
  /** What can be done about it, beside the text. */
  readonly action?: ReactNode;
  readonly onDismiss?: () => void;
}

/** A message above the panel; read out at once when it is an error, else in its turn. */
export function MessageStrip({ tone, children, action, onDismiss }: StripProps) {
  const { say } = useSpeaker();
  const own = useStyles();
  const Icon = ICONS[tone];
  return (
    <div
      className={mergeClasses(own.strip, own[tone])}
      role={tone === 'error' ? 'alert' : 'status'}
    >
      <Icon className={own.icon} aria-hidden />
      <div className={own.text}>{children}</div>
      {action}
      {onDismiss && (
        <Button
          appearance="transparent"
          size="small"
          icon={<Dismiss20Regular />}
          aria-label={say('dismiss')}
          onClick={onDismiss}
        />
      )}
    </div>
  );
}
