import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEWER_BUILTINS } from '../../../src/pane/newer-builtins';
import { scriptProblems } from '../../support/script-problems';
import { OLDEST_WEBVIEW } from './check-bundles';

const SRC = join(__dirname, '..', '..', '..', 'src');

test.each([
  'a ||= b',
  'a &&= b',
  'class A { #b = 1 }',
  'class A { static { b() } }',
  '1_000',
  '/a/d',
])('newer syntax is found: %s', (text) => {
  expect(scriptProblems(text, OLDEST_WEBVIEW)).toEqual([expect.stringMatching(/^not ES2020/)]);
});

test.each(['a?.b ?? c', 'import("x")', '1n', 'fetch("version.json")', '(1).toLocaleString()'])(
  'what the oldest engine reads passes: %s',
  (text) => {
    expect(scriptProblems(text, OLDEST_WEBVIEW)).toEqual([]);
  },
);

test.each([
  ['structuredClone({})', 'structuredClone'],
  ['[].toSorted()', 'toSorted'],
  ['Promise.any([])', 'Promise.any'],
])('what nobody fills in is found: %s', (text, name) => {
  expect(scriptProblems(text, OLDEST_WEBVIEW)).toEqual([`${name} ×1`]);
});

test.each([...new Set(NEWER_BUILTINS.map(({ name }) => name))])(
  '%s passes because it is filled in, and not without',
  (name) => {
    const text = name === 'WeakRef' ? 'new WeakRef(a)' : `a.${name}()`;
    expect(scriptProblems(text, OLDEST_WEBVIEW)).toEqual([]);
    expect(scriptProblems(text, OLDEST_WEBVIEW, [], new Set())).toEqual([`${name} ×1`]);
  },
);

test.each([
  'apps/excel/main.tsx',
  'apps/excel/functions/functions-script.ts',
  'apps/wps/pane-page.tsx',
  'apps/wps/index-page.ts',
  'apps/wps/probe/probe-page.ts',
])('%s fills in first what its engine lacks', (entry) => {
  const [first] = /^import .*;$/m.exec(readFileSync(join(SRC, entry), 'utf8')) ?? [];
  expect(first).toMatch(/^import '[./]+\/pane\/polyfills';$/);
});
