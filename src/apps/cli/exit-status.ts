import { openCounts } from '../../model/finding';
import type { FailedFileJson, FileJson, FindingJson } from '../../report/result-json';
import type { ExitStatus } from './io';
import type { Outcome } from './outcome';

export function findingsOf(file: FileJson | FailedFileJson | null): readonly FindingJson[] {
  return file?.ok ? [...file.tables.flatMap((table) => table.findings), ...file.findings] : [];
}

/** Of open findings. 2 wins over 1: a file that could not be read is worse than one with errors in it. */
export function exitStatus(outcomes: readonly Outcome[], mostWarnings = Infinity): ExitStatus {
  if (outcomes.some(({ error }) => error !== null)) return 2;
  const counts = openCounts(outcomes.flatMap(({ file }) => findingsOf(file)));
  return counts.error > 0 || counts.warning > mostWarnings ? 1 : 0;
}
