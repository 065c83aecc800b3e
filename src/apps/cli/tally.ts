import type { FindingCounts } from '../../model/finding';
import type { ExitStatus, Stopped } from './io';

/** What has been told of a run so far. */
export interface Tally {
  readonly files: number;
  readonly failed: number;
  /** Of the files read, those without a form to score. */
  readonly without: number;
  /** Open findings. */
  readonly open: FindingCounts;
  /** Exit status of a run that was stopped from outside; null where it came to its end. */
  readonly stopped: Stopped | null;
}

export const NOTHING_TOLD: Tally = {
  files: 0,
  failed: 0,
  without: 0,
  open: { error: 0, warning: 0, info: 0 },
  stopped: null,
};

/** One file more. */
export const counted = (
  tally: Tally,
  {
    failed,
    without = false,
    open,
  }: { readonly failed: boolean; readonly without?: boolean; readonly open: FindingCounts },
): Tally => ({
  ...tally,
  files: tally.files + 1,
  failed: tally.failed + (failed ? 1 : 0),
  without: tally.without + (without ? 1 : 0),
  open: {
    error: tally.open.error + open.error,
    warning: tally.open.warning + open.warning,
    info: tally.open.info + open.info,
  },
});

/** Of open findings. 2 wins over 1: a file that could not be read is worse than one with errors in it. */
export function exitStatus({ failed, open, stopped }: Tally, mostWarnings = Infinity): ExitStatus {
  if (stopped !== null) return stopped;
  if (failed > 0) return 2;
  return open.error > 0 || open.warning > mostWarnings ? 1 : 0;
}
