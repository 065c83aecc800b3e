import type { FailedFileJson, FileJson, FindingJson } from '../../report/result-json';
import type { ExitStatus } from './io';
import type { Outcome } from './outcome';

export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

export function findingsOf(file: FileJson | FailedFileJson | null): readonly FindingJson[] {
  return file?.ok ? [...file.tables.flatMap((table) => table.findings), ...file.findings] : [];
}

export function countFindings(outcomes: readonly Outcome[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { file } of outcomes) {
    for (const { severity } of findingsOf(file)) counts[severity] += 1;
  }
  return counts;
}

/** 2 wins over 1: a file that could not be read is worse than one with errors in it. */
export function exitStatus(outcomes: readonly Outcome[], mostWarnings = Infinity): ExitStatus {
  if (outcomes.some(({ error }) => error !== null)) return 2;
  const counts = countFindings(outcomes);
  return counts.error > 0 || counts.warning > mostWarnings ? 1 : 0;
}
