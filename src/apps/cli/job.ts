import { rememberingContent } from '../../changes/content-digest';
import { evaluate } from '../../engine/evaluate';
import type { EngineOptions } from '../../engine/options';
import { isEmptyPatch, planClear, planPatch } from '../../engine/plan';
import { review } from '../../engine/review';
import { createFileHost, type FileHost } from '../../hosts/file/file-host';
import { speaker, type Language } from '../../texts/catalogue';
import { asFailure } from '../../model/failure';
import type { PatchReport } from '../../model/patch';
import type { Snapshot } from '../../model/snapshot';
import { fileJson } from '../../report/result-json';
import { RESULT_TEXTS } from '../../report/result-texts';
import { degradationNotes, tableNotes } from './file-notes';
import { fixFile } from './fix-file';
import { listedEntries } from './listed-entries';
import type { Outcome } from './outcome';
import { failedOutcome } from './outcome';
import { deflate, inflate, readInput } from './read-input';
import { TEXTS } from './texts';
import { writeOutput } from './write-output';

/** One file's work, as plain data that a worker thread can be sent. */
export interface Job {
  readonly task: 'score' | 'check' | 'fix' | 'clear';
  /** As people know it. */
  readonly path: string;
  readonly absolute: string;
  /** Output path without extension: absolute, and as people know it. Null writes nothing. */
  readonly output: { readonly absolute: string; readonly shown: string } | null;
  /** `device:inode` of every input of the run; none of them is ever written to. */
  readonly inputs: readonly string[];
  readonly options: EngineOptions;
  readonly language: Language;
  /** Of `fix`: the checks wanted; absent: all. */
  readonly only?: readonly string[];
  /** Outputs are replaced though a person typed into them. */
  readonly force?: boolean;
}

/** Does one job. Never rejects: what went wrong is in the outcome. */
export async function runJob(job: Job): Promise<Outcome> {
  try {
    return await attempt(job);
  } catch (reason) {
    return failedOutcome(job.path, asFailure(reason), TEXTS[job.language]);
  }
}

async function attempt(job: Job): Promise<Outcome> {
  const { language } = job;
  const texts = RESULT_TEXTS[language];
  const say = speaker('cli', TEXTS[language]);
  const host = await createFileHost(await readInput(job.absolute, job.path), {
    fileName: job.path,
    inflate,
    deflate,
  });
  const snapshot = await host.read();
  if (job.task === 'clear') return clear(job, host, snapshot);
  if (job.task === 'fix') return fixFile(job, host, snapshot);
  const result = evaluate(snapshot, job.options);
  let report: PatchReport | null = null;
  let output: string | null = null;
  if (job.task === 'score' && result.tables.length > 0) {
    const patch = planPatch(snapshot, result, job.options, texts);
    report = await host.apply(rememberingContent(snapshot, patch));
    output = await writeOutput(job, host.format, host.bytes());
  }
  const reviewed = review(snapshot, result, job.options, report ? 'planned' : 'now');
  return {
    path: job.path,
    file: fileJson(job.path, host.format, result, reviewed, { workbook: output }, texts),
    entries: listedEntries(reviewed, texts),
    error: null,
    output,
    notes: [
      ...(host.converted && output !== null
        ? [say('note.converted', { format: host.format, output })]
        : []),
      ...tableNotes(result, language),
      ...degradationNotes(report?.degradations ?? [], language),
    ],
  };
}

/** Takes away what is ours, and says what that was; or that there is nothing. */
async function clear(job: Job, host: FileHost, snapshot: Snapshot): Promise<Outcome> {
  const { language } = job;
  const say = speaker('cli', TEXTS[language]);
  const patch = planClear(snapshot);
  const { flagsCleared: marks, degradations } = await host.apply(patch);
  const output = await writeOutput(job, host.format, host.bytes());
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
