import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileLess, FILES_BEFORE } from '../../../src/apps/cli/compile-less';
import { addIdentity, roomForIdentities } from '../../../src/apps/cli/identities';
import { runTasks, type Task } from '../../../src/apps/cli/pool';
import type { Told } from '../../../src/apps/cli/tell-outcome';
import { DEFAULT_OPTIONS } from '../../../src/engine/options';
import type { FailedFileJson } from '../../../src/report/failed-file-json';

jest.mock('../../../src/apps/cli/compile-less', () => ({
  ...jest.requireActual<object>('../../../src/apps/cli/compile-less'),
  compileLess: jest.fn(() => Promise.resolve()),
}));

/** A worker that does to each path what the path says; `exit` is the end that a library in it may make. */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
const { writeFileSync } = require('node:fs');
parentPort.on('message', (job) => {
  if (job.path === 'crash') throw new Error('boom');
  if (job.path === 'exit') process.exit(3);
  if (job.path === 'half') writeFileSync(job.output.temporary, 'half');
  if (job.path === 'hang' || job.path === 'half') for (;;);
  if (job.path === 'memory') { const all = []; for (;;) all.push(new Array(100000).fill({ all })); }
  if (job.path === 'print') { console.log('noise'); console.error('noise'); }
  const wait = job.path === 'slow' ? 150 : 0;
  const open = { error: 0, warning: 0, info: 0 };
  const text = job.path === 'given' ? [...workerData.inputs].filter(Boolean).join() : 'done';
  setTimeout(() => parentPort.postMessage({ path: job.path, text, asides: [], failed: false, open }), wait);
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

const job = (path: string): Task => ({
  job: {
    path,
    absolute: path,
    output: {
      absolute: join(folder, path),
      shown: path,
      temporary: join(folder, 'unfinished.tmp'),
    },
  },
});

const INPUTS = roomForIdentities(2);
addIdentity(INPUTS, { device: 7n, inode: 1n });
addIdentity(INPUTS, { device: 7n, inode: 2n });

const NONE = { error: 0, warning: 0, info: 0 };

interface Run {
  readonly timeLimit?: number;
  readonly grace?: number;
  readonly stop?: AbortSignal;
  readonly onTold?: (told: Told) => void;
}

/** What is told, and whether all was done. */
async function run(tasks: Iterable<Task>, count: number, { onTold, ...more }: Run = {}) {
  const told: Told[] = [];
  const done = await runTasks(tasks, count, {
    work: {
      task: 'score',
      options: DEFAULT_OPTIONS,
      language: 'zh-CN',
      telling: { format: 'ndjson', findings: false, colours: false },
      inputs: INPUTS,
    },
    worker: join(folder, 'worker.js'),
    timeLimit: 60,
    grace: 0.1,
    stop: new AbortController().signal,
    drained: () => Promise.resolve(),
    onTold: (one) => {
      told.push(one);
      onTold?.(one);
    },
    ...more,
  });
  return { told, done };
}

const codeIn = ({ text, failed }: Told): string => {
  const file: unknown = failed ? JSON.parse(text) : null;
  return failed ? (file as FailedFileJson).error.code : text;
};

async function outcomes(paths: readonly string[], timeLimit = 60): Promise<string[]> {
  const { told, done } = await run(paths.map(job), paths.length, { timeLimit });
  expect(done).toBe(true);
  expect(told.map(({ path }) => path)).toEqual(paths);
  return told.map(codeIn);
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
  expect(await outcomes(['hang', 'a'], 3)).toEqual(['file-timeout', 'done']);
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

test('what is the same for all files is given to a thread once, also to one that takes over', async () => {
  expect(await outcomes(['given', 'crash', 'given'])).toEqual(['7,1,7,2', 'file-crash', '7,1,7,2']);
});

test('no more files are begun ahead than may be held while one takes its time', async () => {
  let begun = 0;
  const told: number[] = [];
  function* tasks(): Iterable<Task> {
    for (let at = 0; at < 2000; at += 1) {
      begun += 1;
      yield job(at === 0 ? 'slow' : 'a');
    }
  }
  await run(tasks(), 2000, { onTold: () => told.push(begun) });
  expect(told).toHaveLength(2000);
  expect(Math.max(...told.map((many, index) => many - index))).toBeLessThanOrEqual(260);
});

test('what is told of a file without a job keeps its place', async () => {
  const refused = { path: 'b', text: 'refused', asides: [], failed: false, open: NONE };
  const { told } = await run([job('slow'), { told: refused }, job('a')], 9);
  expect(told.map(({ text }) => text)).toEqual(['done', 'refused', 'done']);
});

describe('stopped from outside', () => {
  test('it tells what was done, in order, begins nothing more and leaves no half file', async () => {
    const stop = new AbortController();
    const paths = ['a', 'b', 'half', ...Array.from({ length: 50 }, () => 'c')];
    const { told, done } = await run(paths.map(job), paths.length, {
      stop: stop.signal,
      onTold: () => {
        setTimeout(() => {
          stop.abort(130);
        }, 200);
      },
    });
    expect(done).toBe(false);
    expect(told.map(({ path }) => path)).toEqual(
      paths.filter((path) => path !== 'half').slice(0, told.length),
    );
    expect(told.length).toBeGreaterThanOrEqual(2);
    expect(existsSync(join(folder, 'unfinished.tmp'))).toBe(false);
  });

  test('a file under way comes to its end and is told', async () => {
    const stop = new AbortController();
    function* tasks(): Iterable<Task> {
      setImmediate(() => {
        stop.abort(130);
      });
      yield* Array.from({ length: 21 }, () => job('slow'));
    }
    const { told, done } = await run(tasks(), 21, { stop: stop.signal, grace: 60 });
    expect(done).toBe(false);
    expect(told.map(codeIn)).toEqual(told.map(() => 'done'));
    expect(told.length).toBeGreaterThanOrEqual(1);
    expect(told.length).toBeLessThan(21);
  });

  test('a file that comes to its end after the stop keeps its place before those that were done', async () => {
    const stop = new AbortController();
    const paths = ['slow', 'a', 'b', 'c'];
    const running = run(paths.map(job), 5, { stop: stop.signal, grace: 30 });
    // Another thread has done the others by then: they wait for the first.
    setTimeout(() => {
      stop.abort(130);
    }, 60);
    const { told, done } = await running;
    expect(done).toBe(false);
    expect(told.map(({ path }) => path)).toEqual(paths.slice(0, told.length));
  });

  test('a file given up in the middle of writing leaves nothing either', async () => {
    expect(await outcomes(['half', 'a'], 3)).toEqual(['file-timeout', 'done']);
    expect(existsSync(join(folder, 'unfinished.tmp'))).toBe(false);
  });
});

test('a run of many files over several threads has fewer functions compiled, and says so once', async () => {
  jest.mocked(compileLess).mockClear();
  const few = Array.from({ length: FILES_BEFORE }, () => 'a');
  await outcomes(few);
  expect(compileLess).not.toHaveBeenCalled();
  await outcomes([...few, ...few, ...few]);
  expect(compileLess).toHaveBeenCalledTimes(availableParallelism() > 1 ? 1 : 0);
});

test('V8 knows what it is told', () => {
  const told = spawnSync(process.execPath, ['--v8-options'], { encoding: 'utf8' }).stdout;
  expect(told).toContain('--interrupt-budget ');
});
