import { isAbsolute, join, resolve } from 'node:path';
import { Failure } from '../../model/failure';
import type { Profile } from '../../model/profile';
import type { ColumnRole } from '../../model/table';
import type { Arguments } from './arguments';
import { readMapping } from './arguments';
import { chooseProfile } from './choose-profile';
import type { Input } from './inputs';
import { expandInputs } from './inputs';
import type { Io } from './io';
import { languageOf } from './io';
import { TEXTS } from './texts';
import type { Job } from './job';
import type { Outcome } from './outcome';
import { failedOutcome } from './outcome';
import { checkFolder, outputStems } from './outputs';
import { runJobs } from './pool';
import { startProgress } from './progress';

const ROLES: Readonly<Record<ColumnRole, true>> = {
  serial: true,
  level1: true,
  level1Weight: true,
  level2: true,
  level2Weight: true,
  level3: true,
  name: true,
  sign: true,
  target: true,
  unit: true,
  actual: true,
  weight: true,
  criteria: true,
  evidence: true,
  score: true,
  reviewScore: true,
  reason: true,
};

export interface FileTask {
  readonly task: Job['task'];
  /** Where results go, as people name it; null: nothing is written. */
  readonly outputFolder: string | null;
  /** Of `fix`: the checks wanted; absent: all. */
  readonly only?: readonly string[];
}

/**
 * Finds the named workbooks and does one task to each of them. Outcomes come in the order of the
 * inputs, those that could not be read among them.
 * @throws Failure for a wrong command line only, `output-folder` among them.
 */
export async function processFiles(
  args: Arguments,
  io: Io,
  { task, outputFolder, only }: FileTask,
): Promise<readonly Outcome[]> {
  if (args.words.length === 0) throw new Failure('usage-no-input');
  const language = languageOf(io.env);
  const profile = await chooseProfile(args.texts['profile'], io.cwd);
  const absoluteFolder = outputFolder === null ? null : resolve(io.cwd, outputFolder);
  if (absoluteFolder !== null) await checkFolder(absoluteFolder, outputFolder ?? '');
  const inputs = await expandInputs(args.words, io.cwd, absoluteFolder);
  const ready = inputs.filter((input) => input.failure === null);
  const options = engineOptions(args, profile);
  const force = args.switches.has('force');
  const work = { task, options, language, force, ...(only ? { only } : {}) };
  const jobs = planJobs(ready, work, outputFolder, absoluteFolder);
  const progress = await startProgress(io, jobs.length);
  const done = await runJobs(jobs, {
    worker: io.worker,
    timeLimit: io.timeLimit,
    onDone: progress.update,
  });
  progress.stop();
  const finished = done.values();
  return inputs.map((input) =>
    input.failure
      ? failedOutcome(input.path, input.failure, TEXTS[language])
      : (finished.next().value ??
        failedOutcome(
          input.path,
          new Failure('unexpected', { cause: 'no outcome' }),
          TEXTS[language],
        )),
  );
}

export function engineOptions(args: Arguments, profile: Profile | null): Job['options'] {
  return {
    profile,
    mapping: readMapping(args.lists['map'] ?? [], new Set(Object.keys(ROLES))),
    overwriteScores: args.switches.has('overwrite'),
    flags: !args.switches.has('no-flags'),
    summary: !args.switches.has('no-summary'),
    outline: !args.switches.has('no-outline'),
  };
}

function planJobs(
  inputs: readonly Input[],
  work: Pick<Job, 'task' | 'options' | 'language' | 'only' | 'force'>,
  outputFolder: string | null,
  absoluteFolder: string | null,
): readonly Job[] {
  const identities = inputs.map((input) => input.identity);
  const stems = outputStems(inputs.map((input) => input.absolute));
  return inputs.map((input, index) => {
    const stem = stems[index] ?? '';
    return {
      ...work,
      path: input.path,
      absolute: input.absolute,
      output:
        outputFolder === null || absoluteFolder === null
          ? null
          : {
              absolute: join(absoluteFolder, stem),
              shown: join(isAbsolute(outputFolder) ? absoluteFolder : outputFolder, stem),
            },
      inputs: identities,
    };
  });
}
