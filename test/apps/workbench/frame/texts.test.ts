import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CATALOGUES } from '../../../../src/texts/catalogue';

const ROOT = resolve(__dirname, '..', '..', '..', '..');
const textOf = (folder: string): string =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(join(ROOT, folder, path), 'utf8'))
    .join('\n');
const code = [
  ...['frame', 'books', 'files', 'batch', 'print', 'grid'].map(
    (folder) => `src/apps/workbench/${folder}`,
  ),
  'build',
]
  .map(textOf)
  .join('\n');
const keys = Object.keys(CATALOGUES['zh-CN']).filter((key) => key.startsWith('workbench.'));

test('every text the workbench asks for is there', () => {
  const asked = [...code.matchAll(/\bsay\(\s*'([\w.-]+)'/g)].map((m) => `workbench.${m[1] ?? ''}`);
  expect(asked.length).toBeGreaterThan(60);
  expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
});

test('no text of the workbench is left that nothing asks for', () => {
  const literals = new Set(
    [...code.matchAll(/'((?:workbench\.)?[a-z][\w.-]*)'/gi)].map((m) => m[1]),
  );
  const stems = [...code.matchAll(/`((?:workbench\.)?[a-z][\w.]*\.)\$\{/gi)]
    .map((m) => m[1] ?? '')
    .filter((stem) => stem !== 'workbench.');
  const unused = keys.filter((key) => {
    const short = key.slice('workbench.'.length);
    return (
      !literals.has(key) &&
      !literals.has(short) &&
      !stems.some((stem) => short.startsWith(stem) || key.startsWith(stem))
    );
  });
  expect(unused).toEqual([]);
});
