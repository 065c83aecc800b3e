import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job } from '../../../src/apps/cli/job';
import { runJobs } from '../../../src/apps/cli/pool';

/** A worker that does to each path what the path says; `exit` is the end that a library in it may make. */
const WORKER = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', (job) => {
  if (job.path === 'crash') throw new Error('boom');
  if (job.path === 'exit') process.exit(3);
  if (job.path === 'hang') for (;;);
  if (job.path === 'memory') { const all = []; for (;;) all.push(new Array(100000).fill({ all })); }
  if (job.path === 'print') { console.log('noise'); console.error('noise'); }
  const wait = job.path === 'slow' ? 150 : 0;
  setTimeout(() => parentPort.postMessage({ path: job.path, file: null, error: null, output: 'done', notes: [] }), wait);
});
`;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-pool-'));
  writeFileSync(join(folder, 'worker.js'), WORKER);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const job = (path: string): Job => ({
  task: 'score',
  path,
  absolute: path,
  output: null,
  inputs: [],
  options: {
    profile: null,
    mapping: {},
    overwriteScores: false,
    flags: true,
    summary: true,
    outline: true,
  },
  language: 'zh-CN',
});

async function outcomes(paths: readonly string[], timeLimit = 20): Promise<string[]> {
  const done: number[] = [];
  const results = await runJobs(paths.map(job), {
    worker: join(folder, 'worker.js'),
    timeLimit,
    onDone: (count) => done.push(count),
  });
  expect(done).toEqual(paths.map((_path, at) => at + 1));
  expect(results.map(({ path }) => path)).toEqual(paths);
  return results.map(({ error, output }) => error?.code ?? output ?? '');
}

test('outcomes come in the order of the inputs, whichever is done first', async () => {
  const paths = ['slow', 'a', 'b', 'slow', 'c', 'd', 'e', 'f', 'slow'];
  expect(await outcomes(paths)).toEqual(paths.map(() => 'done'));
});

test('a crash costs one file, not the run', async () => {
  expect(await outcomes(['a', 'crash', 'b', 'exit', 'c'])).toEqual([
    'done',
    'file-crash',
    'done',
    'file-crash',
    'done',
  ]);
});

test('a file that never ends is given up', async () => {
  expect(await outcomes(['hang', 'a'], 0.5)).toEqual(['file-timeout', 'done']);
});

test('a file that eats all memory is given up', async () => {
  expect(await outcomes(['memory', 'a'])).toEqual(['file-memory', 'done']);
});

test('what a worker prints does not reach our stdout', async () => {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  const result = await outcomes(['print', 'a']);
  const texts = write.mock.calls.map(([text]) => String(text));
  write.mockRestore();
  expect(result).toEqual(['done', 'done']);
  expect(texts.filter((text) => text.includes('noise'))).toEqual([]);
});

test('no jobs, no threads', async () => {
  expect(await outcomes([])).toEqual([]);
});
