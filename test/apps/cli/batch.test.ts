import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { dealt, readShard } from '../../../src/apps/cli/shard';
import { documentJson, type DocumentJson } from '../../../src/report/result-json';
import { VERSION } from '../../../src/model/version';
import { runJixiao } from '../../support/run-jixiao';

const EXAMPLES = resolve(__dirname, '..', '..', '..', 'examples');
const FORMS = readdirSync(EXAMPLES).filter((name) => name.endsWith('.xlsx'));

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-batch-'));
  for (let at = 0; at < 7; at += 1) {
    const unit = join(folder, '各单位', `单位${at % 3}`);
    mkdirSync(unit, { recursive: true });
    copyFileSync(join(EXAMPLES, FORMS[at % FORMS.length] ?? ''), join(unit, `表${at}.xlsx`));
    copyFileSync(join(EXAMPLES, FORMS[0] ?? ''), join(unit, '同名.xlsx'));
  }
  writeFileSync(join(folder, '各单位', '坏.xlsx'), 'PK\u0003\u0004 cut off');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const jixiao = (...argv: readonly string[]) => runJixiao(folder, argv);

const documentOf = ({ out }: { readonly out: string }) => JSON.parse(out) as DocumentJson;
const linesOf = ({ out }: { readonly out: string }) => out.trimEnd().split('\n');

test.each([['各单位'], ['没有.xlsx'], ['没有.xlsx', '各单位', '也没有.xlsx']])(
  'the document of %j, written file by file, is what it is when printed at once',
  async (...words) => {
    const told = await jixiao('check', ...words, '--json');
    const { files } = documentOf(told);
    expect(told.out).toBe(`${JSON.stringify(documentJson(VERSION, files), null, 2)}\n`);
  },
);

test('--ndjson: a line for each element of files in their order, then how many', async () => {
  const whole = await jixiao('check', '各单位', '--json');
  const lines = await jixiao('check', '各单位', '--ndjson');
  expect(lines.status).toBe(whole.status);
  expect(lines.err).toBe(whole.err);
  expect(linesOf(lines)).toEqual([
    ...documentOf(whole).files.map((file) => JSON.stringify(file)),
    JSON.stringify({ done: 10, failed: 1 }),
  ]);
});

/** What stands in a folder, by path. */
const filesIn = (path: string) =>
  new Map(
    readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.xlsx'))
      .map((name) => [name, readFileSync(join(path, name)).toString('base64')]),
  );

test('four shards, in any order, are one run: the same lines, the same files', async () => {
  const whole = await jixiao('score', '各单位', '--ndjson', '--out', 'all');
  const parts: string[] = [];
  const statuses = new Set<number>();
  for (const shard of [2, 0, 3, 1]) {
    const told = await jixiao(
      ...['score', '各单位', '--ndjson', '--out', 'parts', '--shard', `${shard}/4`],
    );
    parts.push(...linesOf(told).slice(0, -1));
    statuses.add(told.status);
  }
  const own = (lines: readonly string[]) =>
    lines.map((line) => line.replaceAll('"all/', '"parts/')).sort();
  expect(own(parts)).toEqual(own(linesOf(whole).slice(0, -1)));
  expect(filesIn(join(folder, 'parts'))).toEqual(filesIn(join(folder, 'all')));
  expect(Math.max(...statuses)).toBe(whole.status);
});

test('a shard with nothing in it is done at once', async () => {
  const told = await jixiao('check', '各单位', '--ndjson', '--shard', '99/100');
  expect([told.status, told.out]).toEqual([0, '{"done":0,"failed":0}\n']);
  expect((await jixiao('check', '各单位', '--json', '--shard', '99/100')).out).toBe(
    `${JSON.stringify(documentJson(VERSION, []), null, 2)}\n`,
  );
});

test.each(['4/4', '-1/4', '1', '1/0', '1/2/3', 'a/b', ''])(
  '--shard %j is no shard',
  async (text) => {
    const { status, err } = await jixiao('check', '各单位', `--shard=${text}`);
    expect(status).toBe(2);
    expect(err).toContain('--shard');
  },
);

test('files are dealt by their paths, whichever order they are named in', () => {
  const items = ['c', 'a', 'e', 'b', 'd'].map((path) => ({ path }));
  const paths = (index: number) =>
    dealt(items, readShard(`${index}/2`)).map((number) => items[number]?.path);
  expect([paths(0), paths(1)]).toEqual([
    ['c', 'a', 'e'],
    ['b', 'd'],
  ]);
});
