import { isEmptyPatch, planClear } from '../../engine/plan';
import type { FileHost } from '../../hosts/file/file-host';
import type { Snapshot } from '../../model/snapshot';
import { speaker } from '../../texts/catalogue';
import { degradationNotes } from './file-notes';
import type { Job, Work } from './job';
import type { Outcome } from './outcome';
import { TEXTS } from './texts';
import { writeOutput } from './write-output';

/** Takes away what is ours, and says what that was; or that there is nothing. */
export async function clearFile(
  job: Job,
  work: Work,
  host: FileHost,
  snapshot: Snapshot,
): Promise<Outcome> {
  const { language } = work;
  const say = speaker('cli', TEXTS[language]);
  const patch = planClear(snapshot);
  const { flagsCleared: marks, degradations } = await host.apply(patch);
  const output = await writeOutput(job, work, host.format, host.bytes());
  const idle = isEmptyPatch(patch);
  const sheets = patch.removeSheets.length;
  const done = idle ? say('note.nothing-ours') : say('note.cleared', { marks, sheets });
  return {
    path: job.path,
    file: null,
    entries: [],
    error: null,
    output,
    ...(idle ? { idle } : {}),
    notes: [done, ...degradationNotes(degradations, language)],
  };
}
