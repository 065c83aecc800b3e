import { rememberingContent } from '../../changes/content-digest';
import type { EngineOptions } from '../../engine/options';
import { planReviewed } from '../../engine/plan';
import type { FileHost } from '../../hosts/file/file-host';
import type { ReviewedFinding } from '../../model/finding';
import type { Degradation } from '../../model/patch';
import type { WorkbookResult } from '../../model/score';
import type { Snapshot } from '../../model/snapshot';
import { RESULT_TEXTS } from '../../report/result-texts';
import type { Job, Work } from './job';
import { writeOutput } from './write-output';

/** What a workbook was found to hold. */
interface Evaluated {
  readonly snapshot: Snapshot;
  readonly result: WorkbookResult;
  readonly options: EngineOptions;
}

export interface ScoredFile {
  /** Its path as people know it; null where none is wanted. */
  readonly output: string | null;
  /** As they are once the scores stand. */
  readonly findings: readonly ReviewedFinding[];
  readonly degradations: readonly Degradation[];
}

/**
 * Writes scores, marks and sheets into the workbook, and the workbook where the job wants it.
 * @throws Failure as `writeOutput`
 */
export async function scoreFile(
  job: Job,
  work: Work,
  host: FileHost,
  { snapshot, result, options }: Evaluated,
): Promise<ScoredFile> {
  const { patch, findings } = planReviewed(snapshot, result, options, RESULT_TEXTS[work.language]);
  const { degradations } = await host.apply(rememberingContent(snapshot, patch));
  return {
    output: await writeOutput(job, work, host.format, host.bytes()),
    findings,
    degradations,
  };
}
