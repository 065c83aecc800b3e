import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import type { DocumentJson } from '../../../src/report/result-json';

/** The program as it is shipped: built by webpack, started by node, with its worker threads. */

const ROOT = resolve(__dirname, '..', '..', '..');
const EXAMPLE = join(ROOT, 'examples', '国家样式-项目支出绩效自评表.xlsx');

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-program-'));
  const webpack = join(ROOT, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const built = spawnSync(
    process.execPath,
    [webpack, '--config-name', 'cli', '--output-path', join(folder, 'dist')],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (built.status !== 0) throw new Error(built.stdout + built.stderr);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function jixiao(argv: readonly string[], cwd = folder) {
  return spawnSync(process.execPath, [join(folder, 'dist', 'cli.js'), ...argv], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
}

test('starts by itself, and loads nothing that it was not asked for', () => {
  const program = join(folder, 'dist', 'cli.js');
  expect(spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout).toBe('0.2.0\n');
  const said = join(folder, 'loaded.json');
  const listing = join(folder, 'list-loaded.cjs');
  writeFileSync(
    listing,
    `process.on('exit', () => {
       const { compiled } = require(${JSON.stringify(join(folder, 'dist', 'load.js'))});
       const refused = [...compiled.values()].filter((script) => script.cachedDataRejected !== false);
       const said = { names: [...compiled.keys()], refused: refused.length };
       require('node:fs').writeFileSync(${JSON.stringify(said)}, JSON.stringify(said));
     })`,
  );
  const loadedBy = (argv: readonly string[]): { names: string[]; refused: number } => {
    expect(spawnSync(process.execPath, ['--require', listing, program, ...argv]).status).not.toBe(
      2,
    );
    return JSON.parse(readFileSync(said, 'utf8')) as { names: string[]; refused: number };
  };
  expect(loadedBy(['--help'])).toEqual({ names: ['program.js'], refused: 0 });
  expect(loadedBy(['profiles']).names.length).toBeGreaterThan(1);
  expect(loadedBy(['check', '--max-warnings', '99', EXAMPLE]).refused).toBe(0);
});

test('a light file that is only read needs no thread; what is written, heavy or many has one', () => {
  const counting = join(folder, 'count-threads.cjs');
  const said = join(folder, 'threads.txt');
  writeFileSync(
    counting,
    `const threads = require('node:worker_threads');
     let count = 0;
     threads.Worker = class extends threads.Worker {
       constructor(...all) { super(...all); count += 1; }
     };
     process.on('exit', () => {
       if (threads.isMainThread) require('node:fs').writeFileSync(${JSON.stringify(said)}, String(count));
     });`,
  );
  const threadsOf = (...argv: readonly string[]): number => {
    const words = ['--require', counting, join(folder, 'dist', 'cli.js'), ...argv];
    spawnSync(process.execPath, words, { cwd: folder });
    return Number(readFileSync(said, 'utf8'));
  };
  const [other, heavy, damaged] = ['other.xlsx', 'heavy.xlsx', 'damaged.xlsx'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  copyFileSync(EXAMPLE, other);
  writeFileSync(heavy, zipSync({ 'xl/media/image1.bmp': new Uint8Array(3_000_000) }));
  writeFileSync(damaged, 'PK\u0003\u0004 cut off');
  expect(threadsOf('check', EXAMPLE)).toBe(0);
  expect(threadsOf('check', EXAMPLE, other)).toBe(1);
  expect(threadsOf('check', heavy)).toBe(1);
  expect(threadsOf('check', damaged)).toBe(1);
  expect(threadsOf('score', EXAMPLE, '--out', join(folder, 'one'))).toBe(1);
});

test('a file without a thread is ended by Ctrl-C at any moment', async () => {
  const stuck = join(folder, 'stuck.cjs');
  writeFileSync(
    stuck,
    `const fs = require('node:fs');
     const read = fs.readFileSync;
     fs.readFileSync = (path, ...how) => {
       if (path !== ${JSON.stringify(EXAMPLE)}) return read(path, ...how);
       fs.writeSync(2, 'stuck');
       for (;;);
     };`,
  );
  const words = ['--require', stuck, join(folder, 'dist', 'cli.js'), 'check', EXAMPLE];
  const child = spawn(process.execPath, words);
  child.stderr.once('data', () => child.kill('SIGINT'));
  const killedBy = await new Promise((resolve) => {
    child.on('close', (_code, signal) => {
      resolve(signal);
    });
  });
  expect(killedBy).toBe('SIGINT');
});

test('code that V8 refuses, or that is not there, is made anew', () => {
  const code = join(folder, 'dist', 'code');
  const before = jixiao(['check', EXAMPLE, '--json']);
  writeFileSync(join(code, 'program.js.bin'), 'of another version');
  writeFileSync(join(code, 'jobs.js.bin'), '');
  expect(jixiao(['check', EXAMPLE, '--json'])).toMatchObject({ stdout: before.stdout, stderr: '' });
  rmSync(code, { recursive: true });
  expect(jixiao(['check', EXAMPLE, '--json'])).toMatchObject({ stdout: before.stdout, stderr: '' });
});

test('many files in several threads: one document on stdout, in the order of the inputs', () => {
  const inputs = join(folder, 'many');
  mkdirSync(inputs);
  for (let at = 0; at < 12; at += 1)
    copyFileSync(EXAMPLE, join(inputs, `表${String(at).padStart(2, '0')}.xlsx`));
  writeFileSync(join(inputs, '表05.xlsx'), 'PK\u0003\u0004 cut off');
  const { status, stdout, stderr } = jixiao(['score', 'many', '--json']);
  const { files } = JSON.parse(stdout) as DocumentJson;
  expect(status).toBe(2);
  expect(files.map(({ path }) => path)).toEqual(
    readdirSync(inputs)
      .sort()
      .map((name) => join('many', name)),
  );
  expect(files.filter(({ ok }) => !ok).map(({ path }) => path)).toEqual([
    join('many', '表05.xlsx'),
  ]);
  expect(stderr).toContain('表05.xlsx');
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(readdirSync(join(folder, 'jixiao-out'))).toHaveLength(11);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  '%s ends a batch: what is done stands and is told, and nothing by halves',
  async (signal, status) => {
    const inputs = join(folder, 'long');
    const out = join(folder, signal);
    mkdirSync(inputs, { recursive: true });
    for (let at = 0; at < 400; at += 1) {
      copyFileSync(EXAMPLE, join(inputs, `表${String(at).padStart(3, '0')}.xlsx`));
    }
    const argv = ['score', 'long', '--ndjson', '--out', out];
    const child = spawn(process.execPath, [join(folder, 'dist', 'cli.js'), ...argv], {
      cwd: folder,
    });
    const told = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (told.out === '') child.kill(signal);
      told.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (told.err += text));
    const ended = await new Promise((resolve) => {
      child.on('close', (code, killedBy) => {
        resolve({ code, killedBy });
      });
    });
    expect({ ended, said: told.err }).toEqual({
      ended: { code: status, killedBy: null },
      said: expect.stringContaining('中途停下') as string,
    });
    const lines = told.out.trimEnd().split('\n');
    const paths = lines.map((line) => (JSON.parse(line) as { path?: string }).path);
    expect(paths.filter((path) => !path?.startsWith('long'))).toEqual([]);
    expect(paths.length).toBeLessThan(400);
    const written = readdirSync(out);
    expect(written).toEqual(expect.arrayContaining(paths.map((path) => basename(path ?? ''))));
    expect(written.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  },
);

test('the pages of the checks come with the program', () => {
  expect(jixiao(['rules', 'weight-total']).stdout.length).toBeGreaterThan(100);
});

test('a report is written as .docx by the built program', () => {
  copyFileSync(EXAMPLE, join(folder, 'a.xlsx'));
  const { status, stderr } = jixiao([
    'report',
    'a.xlsx',
    '--template',
    'cn-project',
    '--out',
    'a.docx',
  ]);
  expect([status, stderr]).toEqual([0, '']);
  expect(existsSync(join(folder, 'a.docx'))).toBe(true);
});

test('a pipe that closes early is no error', () => {
  const program = join(folder, 'dist', 'cli.js');
  const script = `"${process.execPath}" "${program}" check "${EXAMPLE}" --format json | head -c 10 > /dev/null`;
  const { stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
  expect(stderr).toBe('');
});
