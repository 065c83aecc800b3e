import { makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { MessageStrip } from '../../../pane/message-strip';
import type { ChosenFile } from '../files/file-access';
import { baseName } from '../files/file-names';
import { useWorkbenchSpeaker } from './speaker';

/** Reports that came before there was a table to hold them against. */
export interface WaitingReports {
  readonly reports: readonly ChosenFile[];
  /** Gives them to the table in front, or lets them wait for one. */
  readonly take: (reports: readonly ChosenFile[]) => void;
  readonly forget: () => void;
}

/**
 * @param isReady a table is in front, and no file is being opened beside it
 * @param check gives reports to the table in front; false where none takes them
 */
export function useWaitingReports(
  isReady: boolean,
  check: (reports: readonly ChosenFile[]) => boolean,
): WaitingReports {
  const [reports, setReports] = useState<readonly ChosenFile[]>([]);
  useEffect(() => {
    if (isReady && reports.length > 0 && check(reports)) setReports([]);
  }, [isReady, reports]);
  return {
    reports,
    take: (more) => setReports((before) => [...before, ...more]),
    forget: () => setReports([]),
  };
}

const useStyles = makeStyles({ strip: { flexShrink: 0, padding: '4px 8px' } });

/** So many are named. */
const MOST_NAMED = 3;

/** That reports wait, and for what. */
export function WaitingStrip({ waiting }: { readonly waiting: WaitingReports }) {
  const { say } = useWorkbenchSpeaker();
  const own = useStyles();
  const { reports, forget } = waiting;
  if (reports.length === 0) return null;
  const names = reports.slice(0, MOST_NAMED).map(({ name }) => baseName(name));
  const more = reports.length > MOST_NAMED;
  return (
    <div className={own.strip}>
      <MessageStrip tone="info" onDismiss={forget}>
        {say(more ? 'waiting-reports.more' : 'waiting-reports', { count: reports.length, names })}
      </MessageStrip>
    </div>
  );
}
