import { evaluate } from '../../engine/evaluate';
import type { EngineOptions } from '../../engine/options';
import { scoredProjects } from '../../engine/over-projects';
import { review } from '../../engine/review';
import { speaker, type Language } from '../../texts/catalogue';
import { asFailure } from '../../model/failure';
import type { KnownColumns } from '../../model/known-columns';
import { fileJson } from '../../report/result-json';
import { RESULT_TEXTS } from '../../report/result-texts';
import { degradationNotes, tableNotes } from './file-notes';
import type { Identities } from './identities';
import { listedEntries } from './listed-entries';
import type { Outcome } from './outcome';
import { failedOutcome } from './outcome';
import { openBook } from './open-book';
import { readInput } from './read-input';
import { isListed, tellOutcome, type Told, type Telling } from './tell-outcome';
import { TEXTS } from './texts';
import { withKnownColumns } from './with-known-columns';

/** What is the same for every file of a run, as plain data: a thread is sent it once. */
export interface Work {
  readonly task: 'score' | 'check' | 'fix' | 'clear' | 'summary';
  readonly options: EngineOptions;
  /** What the profile file names of the columns of forms. */
  readonly columns?: readonly KnownColumns[];
  readonly language: Language;
  readonly telling: Telling;
  /** Every input of the run; none of them is ever written to. */
  readonly inputs: Identities;
  /** Of `fix`: the checks wanted; absent: all. */
  readonly only?: readonly string[];
  /** Outputs are replaced though a person typed into them. */
  readonly force?: boolean;
}

/** One file's work, as plain data that a worker thread can be sent. */
export interface Job {
  /** As people know it. */
  readonly path: string;
  readonly absolute: string;
  /** Null writes nothing. */
  readonly output: JobOutput | null;
}

export interface JobOutput {
  /** Path without extension: absolute, and as people know it. */
  readonly absolute: string;
  readonly shown: string;
  /** Where it is written before it gets its name; whoever ends the thread removes it. */
  readonly temporary: string;
}

/** Does one job. Never rejects: what went wrong is in what is told. */
export async function runJob(job: Job, work: Work): Promise<Told> {
  const texts = TEXTS[work.language];
  const outcome = await attempt(job, work).catch((reason: unknown) =>
    failedOutcome(job.path, asFailure(reason), texts),
  );
  return tellOutcome(outcome, work.telling, texts);
}

async function attempt(job: Job, work: Work): Promise<Outcome> {
  const { language } = work;
  const texts = RESULT_TEXTS[language];
  const say = speaker('cli', TEXTS[language]);
  const host = await openBook(readInput(job.absolute, job.path), job.path);
  const snapshot = await host.read();
  // What changes a workbook is loaded where one is to be changed: most of the time of one file is loading.
  if (work.task === 'clear')
    return (await import('./clear-file')).clearFile(job, work, host, snapshot);
  const options = withKnownColumns(snapshot, work.options, work.columns ?? []);
  if (work.task === 'fix')
    return (await import('./fix-file')).fixFile(job, { ...work, options }, host, snapshot);
  const result = evaluate(snapshot, options);
  const scored =
    work.task === 'score' && result.tables.length > 0
      ? await (
          await import('./score-file')
        ).scoreFile(job, work, host, { snapshot, result, options })
      : null;
  const output = scored?.output ?? null;
  const reviewed = scored?.findings ?? review(snapshot, result, options);
  return {
    path: job.path,
    file: fileJson(job.path, host.format, result, reviewed, { workbook: output }, texts),
    // Only people are shown the list; programs read the findings of the file.
    entries: isListed(work.telling) ? listedEntries(reviewed, texts) : [],
    error: null,
    output,
    ...(work.task === 'summary' ? { projects: scoredProjects([{ path: job.path, result }]) } : {}),
    notes: [
      ...(host.converted && output !== null
        ? [say('note.converted', { format: host.format, output })]
        : []),
      ...tableNotes(result, language),
      ...degradationNotes(scored?.degradations ?? [], language),
    ],
  };
}
