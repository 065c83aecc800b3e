import { isAbsolute, join, resolve } from 'node:path';
import type { EngineOptions } from '../../engine/options';
import { Failure, toldOf } from '../../model/failure';
import type { Profile } from '../../model/profile';
import type { ColumnRole } from '../../model/table';
import { render } from '../../texts/catalogue';
import type { Arguments } from './arguments';
import { readMapping } from './arguments';
import { chooseProfile } from './choose-profile';
import { expandInputs, type Input } from './inputs';
import { colourful, languageOf, STOPPED, type Io, type Stopped } from './io';
import type { JobOutput, Work } from './job';
import { failedOutcome } from './outcome';
import { checkFolder, outputStems, randomMark, temporaryFor } from './outputs';
import { runTasks, type Task } from './pool';
import { startProgress } from './progress';
import { dealt, readShard } from './shard';
import { counted, NOTHING_TOLD, type Tally } from './tally';
import { tellOutcome, type ResultFormat, type Told } from './tell-outcome';
import { TEXTS, textsOf } from './texts';
import { resultWriter } from './write-results';

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

/** Nearly every form is done in it, and nobody waits long who pressed Ctrl-C. */
const GRACE = 2;

export interface FileTask {
  readonly task: Work['task'];
  /** Where results go, as people name it; null: nothing is written. */
  readonly outputFolder: string | null;
  readonly format: ResultFormat;
  /** Whether findings are listed for people, or only counted. */
  readonly findings?: boolean;
  /** Of `fix`: the checks wanted; absent: all. */
  readonly only?: readonly string[];
}

/**
 * Finds the named workbooks, does one task to each of them and prints the results in the order of
 * the inputs, those that could not be read among them, each as soon as it is its turn.
 * @throws Failure for a wrong command line only, `output-folder` among them; nothing is printed then.
 */
export async function processFiles(args: Arguments, io: Io, task: FileTask): Promise<Tally> {
  const writer = resultWriter(task.format, io);
  const { tally, failure } = await runFiles(args, io, task, writer.add);
  if (tally.stopped !== 141) writer.end(tally, failure);
  return tally;
}

/**
 * The same, with whatever is to be done with the results.
 * @returns what was told, and the failure where it was stopped half way
 * @throws Failure as `processFiles`
 */
export async function runFiles(
  args: Arguments,
  io: Io,
  task: FileTask,
  onTold: (told: Told) => void,
): Promise<{ readonly tally: Tally; readonly failure: Failure | null }> {
  const { work, tasks, count, only } = await planRun(args, io, task);
  const worker = await threadFor(only, work, io);
  const progress = await startProgress(io, count);
  let tally = NOTHING_TOLD;
  const options = {
    work,
    worker,
    timeLimit: io.timeLimit,
    grace: GRACE,
    drained: async () => io.stdout.drained?.(),
    onTold: (told: Told) => {
      tally = counted(tally, told);
      onTold(told);
      progress.update(tally.files);
    },
  };
  const run = async (stop: AbortSignal) => {
    const done = await runTasks(tasks, count, { ...options, stop });
    return done ? null : stoppedBy(stop);
  };
  // This thread cannot hear that it is to stop while it works: it is ended like every program.
  const stoppable = worker === null ? undefined : io.stoppable;
  const stopped = await (stoppable?.(run) ?? run(new AbortController().signal));
  progress.stop();
  const told = stopped !== null && stopped !== 141;
  const failure = told ? tellStopped(tally, count, io) : null;
  return { tally: { ...tally, stopped }, failure };
}

const stoppedBy = ({ reason }: AbortSignal): Stopped =>
  STOPPED.find((status) => status === reason) ?? 130;

/** Says what was done of a run that was stopped, and gives it as a failure. */
function tellStopped({ files, failed }: Tally, all: number, io: Io): Failure {
  const failure = new Failure('run-stopped', { files, failed, left: all - files });
  const { message, hint } = toldOf(failure);
  io.stderr.write(`${render(message, textsOf(io.env))}\n${render(hint, textsOf(io.env))}\n`);
  return failure;
}

/** What is to be done, before any of it is: all that can be wrong with the command line shows here. */
async function planRun(args: Arguments, io: Io, task: FileTask) {
  if (args.words.length === 0) throw new Failure('usage-no-input');
  const shard = readShard(args.texts['shard']);
  const { profile, columns } = await chooseProfile(args.texts['profile'], io.cwd);
  const options = engineOptions(args, profile);
  const folder = task.outputFolder === null ? null : resolve(io.cwd, task.outputFolder);
  if (folder !== null) await checkFolder(folder, task.outputFolder ?? '');
  const { list, identities } = await expandInputs(args.words, io.cwd, folder);
  const work: Work = {
    task: task.task,
    options,
    columns,
    language: languageOf(io.env),
    telling: {
      format: task.format,
      findings: task.findings ?? false,
      colours: colourful(io, io.stdout),
    },
    inputs: identities,
    force: args.switches.has('force'),
    ...(task.only ? { only: task.only } : {}),
  };
  const numbers = dealt(list, shard);
  const outputs = outputsOf(list, task.outputFolder, io.cwd);
  const tasks = tasksOf(list, numbers, outputs, work, io.cwd);
  const [only] = numbers.length === 1 ? numbers.map((number) => list[number]) : [];
  return { count: numbers.length, tasks, work, only };
}

/**
 * The worker's file; null where a thread costs more than it guards. One light file that is only read
 * leaves nothing half-written behind, whenever it is ended, and a thread is a quarter of its time.
 */
async function threadFor(only: Input | undefined, work: Work, io: Io): Promise<string | null> {
  if (!only || only.failure || work.task !== 'check') return io.worker;
  const { isLight } = await import('./light-file');
  return isLight(resolve(io.cwd, only.path)) ? null : io.worker;
}

/** Where the result of an input goes, by its number; null: nothing is written. */
type Outputs = (number: number) => JobOutput | null;

/** Names are given over all inputs, so that shards of one run agree on them. */
function outputsOf(inputs: readonly Input[], shown: string | null, cwd: string): Outputs {
  if (shown === null) return () => null;
  const ready = inputs.filter(({ failure }) => failure === null);
  const found = outputStems(
    ready.map(({ path }) => path),
    cwd,
  ).values();
  const stems = inputs.map(({ failure }) => (failure ? '' : (found.next().value ?? '')));
  const folder = resolve(cwd, shown);
  const mark = randomMark();
  return (number) => {
    const stem = stems[number] ?? '';
    const path = join(folder, stem);
    return {
      absolute: path,
      shown: join(isAbsolute(shown) ? folder : shown, stem),
      temporary: temporaryFor(path, `${mark}-${String(number)}`),
    };
  };
}

/** Each made when it is its turn: of what is to be done, only the names are held. */
function* tasksOf(
  inputs: readonly Input[],
  numbers: readonly number[],
  outputs: Outputs,
  work: Work,
  cwd: string,
): Iterable<Task> {
  const texts = TEXTS[work.language];
  for (const number of numbers) {
    const input = inputs[number];
    if (!input) continue;
    const { path, failure } = input;
    if (failure)
      yield { told: tellOutcome(failedOutcome(path, failure, texts), work.telling, texts) };
    else yield { job: { path, absolute: resolve(cwd, path), output: outputs(number) } };
  }
}

export function engineOptions(args: Arguments, profile: Profile | null): EngineOptions {
  return {
    profile,
    mapping: readMapping(args.lists['map'] ?? [], new Set(Object.keys(ROLES))),
    overwriteScores: args.switches.has('overwrite'),
    flags: !args.switches.has('no-flags'),
    summary: !args.switches.has('no-summary'),
    outline: !args.switches.has('no-outline'),
  };
}
