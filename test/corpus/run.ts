/**
 * Opens every workbook under a folder: `npx tsx test/corpus/run.ts FOLDER [TABLE.txt]`.
 * Each must end ok or in a Failure within 2 s and 512 MB; exit status 1 where one does not.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { isFailure } from '../../src/model/failure';
import { openWorkbook } from '../../src/xlsx/open';

const TIME_LIMIT_MS = 2000;
const MEMORY_LIMIT_MB = 512;
const WORKERS = 2;

interface Outcome {
  readonly file: string;
  /** `ok`, a Failure's code, `crash` or `timeout`. */
  readonly outcome: string;
  readonly detail: string;
  readonly milliseconds: number;
}

const isKeyClean = (): boolean => Object.keys(Object.prototype).length === 0;

async function openOne(file: string): Promise<Outcome> {
  const bytes = new Uint8Array(readFileSync(file));
  const start = performance.now();
  const spent = (): number => Math.round(performance.now() - start);
  try {
    const opened = await openWorkbook(bytes, { fileName: basename(file) });
    const cells = opened.snapshot.sheets.map((sheet) => `${sheet.rowCount}×${sheet.columnCount}`);
    const outcome = isKeyClean() ? 'ok' : 'crash';
    return { file, outcome, detail: cells.slice(0, 4).join(' '), milliseconds: spent() };
  } catch (reason) {
    const outcome = isFailure(reason) ? reason.code : 'crash';
    const cause =
      isFailure(reason) && reason.cause instanceof Error ? ` ← ${reason.cause.message}` : '';
    return {
      file,
      outcome,
      detail: `${String(reason)}${cause}`.slice(0, 200),
      milliseconds: spent(),
    };
  }
}

function listFiles(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? listFiles(path) : [path]))
    .filter((path) => /^\.(xls|xlsx|xlsm|xltx|xltm|xlt|et|ett|xlsb)$/i.test(extname(path)))
    .sort();
}

function startWorker(script: string): Promise<Worker> {
  // A worker does not inherit tsx, so it loads it first.
  const source = `require('tsx/cjs'); require(${JSON.stringify(script)});`;
  const worker = new Worker(source, {
    eval: true,
    workerData: 'corpus',
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
  });
  return new Promise((resolve) => worker.once('message', () => resolve(worker)));
}

function askWorker(worker: Worker, file: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const answer = (outcome: Outcome): void => {
      clearTimeout(timer);
      worker.off('message', answer).off('error', fail).off('exit', leave);
      resolve(outcome);
    };
    const end = (outcome: string, detail: string): void =>
      answer({ file, outcome, detail, milliseconds: TIME_LIMIT_MS });
    const fail = (reason: unknown): void => end('crash', String(reason));
    const leave = (): void => end('crash', 'the worker ended');
    const timer = setTimeout(() => end('timeout', ''), TIME_LIMIT_MS);
    worker.on('message', answer).on('error', fail).on('exit', leave);
    worker.postMessage(file);
  });
}

async function runLane(script: string, queue: string[], outcomes: Outcome[]): Promise<void> {
  let worker = await startWorker(script);
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    const outcome = await askWorker(worker, file);
    outcomes.push(outcome);
    if (outcome.outcome === 'crash' || outcome.outcome === 'timeout') {
      await worker.terminate();
      worker = await startWorker(script);
    }
  }
  await worker.terminate();
}

function tableOf(outcomes: readonly Outcome[], folder: string): string {
  const counts = new Map<string, number>();
  for (const { outcome } of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const slowest = outcomes.reduce((most, item) => Math.max(most, item.milliseconds), 0);
  const lines = [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([outcome, count]) => `${String(count).padStart(6)}  ${outcome}`);
  const rest = outcomes
    .filter((item) => item.outcome !== 'ok')
    .sort((a, b) => (a.outcome + a.file < b.outcome + b.file ? -1 : 1))
    .map(
      (item) =>
        `${item.outcome}  ${relative(folder, item.file)}  ${item.milliseconds} ms  ${item.detail}`,
    );
  const head = `${outcomes.length} workbooks, slowest ${slowest} ms`;
  return [head, ...lines, '', ...rest, ''].join('\n');
}

async function main(folder: string, table: string | undefined): Promise<void> {
  const [, script = ''] = process.argv;
  const outcomes: Outcome[] = [];
  const queue = listFiles(folder);
  await Promise.all(Array.from({ length: WORKERS }, () => runLane(script, queue, outcomes)));
  const text = tableOf(outcomes, folder);
  process.stdout.write(text);
  if (table !== undefined) writeFileSync(table, text);
  const failed = outcomes.some(({ outcome }) => outcome === 'crash' || outcome === 'timeout');
  process.exitCode = failed || outcomes.length === 0 ? 1 : 0;
}

const [, , folder, table] = process.argv;
if (!isMainThread && workerData === 'corpus') {
  parentPort?.on('message', (file: string) => {
    void openOne(file).then((outcome) => parentPort?.postMessage(outcome));
  });
  parentPort?.postMessage('ready');
} else if (folder === undefined) {
  process.stderr.write('npx tsx test/corpus/run.ts FOLDER [TABLE.txt]\n');
  process.exitCode = 2;
} else {
  void main(folder, table);
}
