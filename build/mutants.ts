import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * `npm run mutants -- ROOM [--lines N] [--seed S]`: Stryker changes what stands on a sample of a room's
 * lines, one thing at a time, and runs the room's tests. What they do not notice is listed in
 * docs/mutants.md. Minutes to hours: never part of `npm test`.
 */
const ROOT = resolve(__dirname, '..');
const PAGE = join(ROOT, 'docs', 'mutants.md');

/** The tests that answer for a room: its own, and those of the rooms that show what it does. */
const TESTS: Readonly<Record<string, readonly string[]>> = {
  quantity: ['quantity'],
  recognise: ['recognise', 'checks'],
  scoring: ['scoring', 'checks'],
  checks: ['checks'],
  engine: ['engine', 'hosts'],
  changes: ['changes', 'hosts'],
  xlsx: ['xlsx'],
  hosts: ['hosts'],
};

interface Mutant {
  readonly status: string;
  readonly location: { readonly start: { readonly line: number } };
  readonly mutatorName: string;
  readonly replacement: string;
}

interface Report {
  readonly files: Readonly<
    Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>
  >;
}

/** A small generator of numbers, so that a seed names a sample (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Lines of a room on which something is done, as Stryker names them: `file:5-5`. */
function sampleOf(room: string, count: number, seed: number): string[] {
  const folder = join(ROOT, 'src', room);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const lines = files
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .sort()
    .flatMap((path) =>
      readFileSync(join(folder, path), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          /^\s*(import|export (type|interface)|\*|\/[/*]|readonly |\})|^\s*$/.test(line)
            ? []
            : [`src/${room}/${path}:${String(index + 1)}-${String(index + 1)}`],
        ),
    );
  const next = chance(seed);
  return lines
    .map((place) => ({ place, order: next() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ place }) => place);
}

function runStryker(room: string, mutate: readonly string[], work: string): Report {
  const jest = join(work, 'jest.config.mjs');
  const own = (TESTS[room] ?? []).map((folder) => `<rootDir>/test/${folder}/`);
  writeFileSync(
    jest,
    `import config from ${JSON.stringify(join(ROOT, 'jest.config.mjs'))};
export default { ...config, roots: ${JSON.stringify(own)}, rootDir: process.cwd(), testMatch: ['**/*.test.ts'], testEnvironment: '@stryker-mutator/jest-runner/jest-env/node' };`,
  );
  const settings = {
    testRunner: 'jest',
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    // A comment put before each file would make the generated ones differ.
    disableTypeChecks: false,
    concurrency: 1,
    // A loaded machine is slow: a mutant is not found by a clock that ran out.
    timeoutMS: 120_000,
    timeoutFactor: 5,
    jest: { projectType: 'custom', configFile: jest, enableFindRelatedTests: false },
    mutate,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: join(work, 'report.json') },
    tempDirName: join(work, 'sandbox'),
    ignorePatterns: ['/dist', '/coverage', '/jixiao-out', '/.git'],
    dryRunTimeoutMinutes: 240,
  };
  writeFileSync(join(work, 'stryker.conf.json'), JSON.stringify(settings));
  const { status } = spawnSync(
    join(ROOT, 'node_modules', '.bin', 'stryker'),
    ['run', join(work, 'stryker.conf.json')],
    { cwd: ROOT, stdio: 'inherit' },
  );
  if (status !== 0) throw new Error(`stryker ended with ${String(status)}`);
  return JSON.parse(readFileSync(join(work, 'report.json'), 'utf8')) as Report;
}

/** One room's part of the page: figures, then what survived. */
function sectionOf(room: string, seed: number, lines: number, { files }: Report): string {
  const all = Object.entries(files).flatMap(([path, { source, mutants }]) =>
    mutants.map((mutant) => ({ path, text: source.split('\n'), ...mutant })),
  );
  const counted = (...statuses: readonly string[]): number =>
    all.filter(({ status }) => statuses.includes(status)).length;
  const left = all.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const killed = counted('Killed', 'Timeout');
  const share = ((100 * killed) / Math.max(1, killed + left.length)).toFixed(0);
  const rows = left.map(({ path, text, location, mutatorName, replacement, status }) => {
    const line = location.start.line;
    const code = (words: string): string =>
      `\`${words.trim().replaceAll('|', '\\|').replaceAll('`', '´').replace(/\s+/g, ' ').slice(0, 90)}\``;
    const why = status === 'NoCoverage' ? '没有测试走到' : mutatorName;
    return `| ${path}:${String(line)} | ${code(text[line - 1] ?? '')} | ${code(replacement)} | ${why} |`;
  });
  return [
    `## ${room}`,
    '',
    `抽样 ${String(lines)} 行（种子 ${String(seed)}）：变异 ${String(killed + left.length)} 个，发现 ${String(killed)} 个（${share}%），漏过 ${String(left.length)} 个。`,
    '',
    ...(rows.length > 0
      ? ['| 位置 | 原来 | 改成 | 种类 |', '| --- | --- | --- | --- |', ...rows, '']
      : []),
  ].join('\n');
}

const HEAD = `# 变异测试

由 \`npm run mutants -- 房间\` 写出（\`--lines\` 抽多少行，\`--seed\` 种子）：把代码里抽到的一处改错，看这个房间的测试能不能发现。漏过的里有一部分改了也没有区别（等价），要逐个看。hosts 一次要一两个小时；changes 按机制手工改坏，见 [lost-work.md](lost-work.md)。

`;

/** Puts a room's section in the place of its older one; rooms stay in the order of the alphabet. */
function withSection(page: string, room: string, section: string): string {
  const sections = new Map(
    page
      .split(/^(?=## )/m)
      .filter((part) => part.startsWith('## '))
      .map((part) => [/^## (\S+)/.exec(part)?.[1] ?? '', part.trimEnd() + '\n'] as const),
  );
  sections.set(room, section.trimEnd() + '\n');
  return (
    HEAD +
    [...sections]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, part]) => part)
      .join('\n')
  );
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lines: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
const room = positionals[0] ?? '';
if (!(room in TESTS)) {
  console.error(`请指明房间：npm run mutants -- ${Object.keys(TESTS).join(' | ')}`);
  process.exit(2);
}
const seed = Number(values.seed);
const lines = Number(values.lines);
const work = mkdtempSync(join(tmpdir(), 'jixiao-mutants-'));
try {
  const report = runStryker(room, sampleOf(room, lines, seed), work);
  let page = HEAD;
  try {
    page = readFileSync(PAGE, 'utf8');
  } catch {
    mkdirSync(join(ROOT, 'docs'), { recursive: true });
  }
  writeFileSync(PAGE, withSection(page, room, sectionOf(room, seed, lines, report)));
} finally {
  rmSync(work, { recursive: true, force: true });
}
