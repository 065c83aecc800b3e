import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CATALOGUES } from '../../src/texts/catalogue';

const SRC = resolve(__dirname, '..', '..', 'src');
const code = ['pane', 'apps/excel', 'apps/excel/functions', 'apps/excel/commands']
  .flatMap((room) => readdirSync(join(SRC, room)).map((name) => join(SRC, room, name)))
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');
const keys = Object.keys(CATALOGUES['zh-CN']).filter((key) => key.startsWith('pane.'));

/** Strings that may be keys without their `pane.`, and the fixed beginnings of those put together. */
const literals = new Set(
  [...code.matchAll(/'((?:pane\.)?[a-z]\w*(?:\.[\w-]+)*)'/gi)].map((m) => m[1]),
);
const stems = [...code.matchAll(/`((?:pane\.)?[a-z][\w.]*\.)\$\{/gi)]
  .map((m) => m[1] ?? '')
  .filter((stem) => stem !== 'pane.');

test('every text the pane asks for is there', () => {
  const asked = [...code.matchAll(/\bsay\(\s*'([\w.-]+)'/g)].map((m) => `pane.${m[1] ?? ''}`);
  expect(asked.length).toBeGreaterThan(80);
  expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
});

test('every message the session gives is there', () => {
  const given = [...code.matchAll(/message\(\s*'(pane\.[\w.-]+)'/g)].map((m) => m[1] ?? '');
  expect(given.length).toBeGreaterThan(12);
  expect(given.filter((key) => !keys.includes(key))).toEqual([]);
});

test('no text of the pane is left that nothing asks for', () => {
  const unused = keys.filter((key) => {
    const short = key.slice('pane.'.length);
    return (
      !literals.has(key) &&
      !literals.has(short) &&
      !stems.some((stem) => short.startsWith(stem) || key.startsWith(stem))
    );
  });
  expect(unused).toEqual([]);
});
