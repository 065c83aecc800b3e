import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expandInputs, stemOf } from '../../../src/apps/cli/inputs';
import { heldBytes } from '../../support/held-bytes';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-inputs-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), name);
  }
}

async function found(words: readonly string[], output: string | null = null): Promise<string[]> {
  const folderOut = output === null ? null : join(folder, output);
  const { list } = await expandInputs(words, folder, folderOut);
  return list.map((input) => (input.failure ? `${input.failure.code} ${input.path}` : input.path));
}

test('a folder gives its workbooks and those of the folders inside, by name', async () => {
  put('表/b.xlsx', '表/a.XLS', '表/子/c.et', '表/说明.docx', '表/d.xlsm');
  expect(await found(['表'])).toEqual(['表/a.XLS', '表/b.xlsx', '表/d.xlsm', '表/子/c.et']);
});

test('lock files, hidden files and folders of results are passed over', async () => {
  put('a.xlsx', '~$a.xlsx', '.b.xlsx', '.git/c.xlsx', 'node_modules/d.xlsx');
  put('jixiao-out/a.xlsx', 'jixiao-cleared/a.xlsx', '结果/a.xlsx');
  expect(await found(['.'], '结果')).toEqual(['a.xlsx']);
  expect(await found(['**/*.xlsx'], '结果')).toEqual(['a.xlsx']);
});

test('a file that is named is taken whatever its name, also from a folder of results', async () => {
  put('附表', 'jixiao-out/a.xlsx', '~$b.xlsx');
  expect(await found(['附表', 'jixiao-out/a.xlsx', '~$b.xlsx'])).toEqual([
    '附表',
    'jixiao-out/a.xlsx',
    '~$b.xlsx',
  ]);
  expect(await found(['jixiao-out/*.xlsx'])).toEqual(['jixiao-out/a.xlsx']);
});

test('a name with signs of a pattern is that file when it is there', async () => {
  put('附表[2023].xlsx', '附表2.xlsx');
  expect(await found(['附表[2023].xlsx'])).toEqual(['附表[2023].xlsx']);
  expect(await found(['附表[2].xlsx'])).toEqual(['附表2.xlsx']);
});

test('patterns are relative to the folder, absolute, or upward', async () => {
  put('甲/a.xlsx', '乙/b.xlsx');
  expect(await found(['{甲,乙}/*.xlsx'])).toEqual(['乙/b.xlsx', '甲/a.xlsx']);
  expect(await found([join(folder, '甲', '*.xlsx')])).toEqual([join(folder, '甲', 'a.xlsx')]);
  const { list } = await expandInputs(['../乙/*.xlsx'], join(folder, '甲'), null);
  expect(list.map(({ path }) => path)).toEqual(['../乙/b.xlsx']);
});

test('a file named twice comes once, also through a link', async () => {
  put('a.xlsx');
  symlinkSync(join(folder, 'a.xlsx'), join(folder, 'b.xlsx'));
  linkSync(join(folder, 'a.xlsx'), join(folder, 'c.xlsx'));
  expect(await found(['a.xlsx', './a.xlsx', '*.xlsx', '.'])).toEqual(['a.xlsx']);
});

test('what is not there is said in its place', async () => {
  put('a.xlsx', '空/说明.txt');
  expect(await found(['没有.xlsx', 'a.xlsx', '空', '没有/*.xlsx'])).toEqual([
    'input-not-found 没有.xlsx',
    'a.xlsx',
    'input-folder-empty 空',
    'input-not-found 没有/*.xlsx',
  ]);
});

test.each([
  ['/a/附表.xlsx', '附表'],
  ['附表.XLS', '附表'],
  ['附表.v2.et', '附表.v2'],
  ['附表', '附表'],
  ['附表.docx', '附表.docx'],
])('the stem of %s is %s', (path, stem) => {
  expect(stemOf(path)).toBe(stem);
});

test('of each of many inputs little more than its name is held', async () => {
  const count = 4000;
  put(...Array.from({ length: count }, (_, at) => `全省/单位${at % 40}/自评表${at}.xlsx`));
  await expandInputs(['全省/单位1'], folder, null);
  const before = heldBytes();
  const { list } = await expandInputs(['全省'], folder, null);
  const each = (heldBytes() - before) / list.length;
  expect(list).toHaveLength(count);
  // A name of twenty characters is 56 bytes.
  expect(each).toBeLessThan(250);
});
