import { bundleProblems } from './bundle-problems';

test.each([
  'a?.b',
  'a ?? b',
  'a ||= b',
  'const x = 1n',
  'try { a() } catch { b() }',
  'import("x")',
  'import x from "x"',
  'export const x = 1',
  'class A { b = 1 }',
  'class A { #b() {} }',
  'const x = 1_000',
  'await a',
  '/(?<a>x)|(?<a>y)/',
  '/a/d',
])('newer syntax is found: %s', (text) => {
  expect(bundleProblems(text)).toEqual([expect.stringMatching(/^not ES2018/)]);
});

test.each([
  ['fetch("x")', 'fetch'],
  ['window.fetch("x")', 'fetch'],
  ['window["fetch"]("x")', 'fetch'],
  ['new Intl.NumberFormat()', 'Intl'],
  ['(1).toLocaleString()', 'toLocaleString'],
  ['new Date()["toLocaleDateString"]()', 'toLocaleDateString'],
  ['crypto.subtle.digest()', 'subtle'],
  ['crypto.randomUUID()', 'randomUUID'],
  ['new XMLHttpRequest()', 'XMLHttpRequest'],
  ['structuredClone({})', 'structuredClone'],
  ['Promise.any([])', 'Promise.any'],
  ['[].toSorted()', 'toSorted'],
  ['new FinalizationRegistry(f)', 'FinalizationRegistry'],
])('%s is found', (text, name) => {
  expect(bundleProblems(text)).toEqual([`${name} ×1`]);
});

test.each([
  'async function* f({ ...a }) { for await (const b of a) yield { ...b } }',
  '/(?<=a)(?<b>\\p{Script=Han})/su',
  'a.at(-1); "a".replaceAll("b", "c"); Object.hasOwn(a, "b"); a.findLast(b); new WeakRef(a)',
  'mine.any([]); ({ fetch: 1, Intl() {} }); BigInt(1); "toLocaleString"; a[toLocale]',
  'typeof Promise.all; globalThis.queueMicrotask(f)',
])('what every engine of WPS knows or we fill in is not: %s', (text) => {
  expect(bundleProblems(text)).toEqual([]);
});

test('an allowance covers as many as it says, and none that is not needed', () => {
  const why = 'never called';
  const text = 'new Worker(a); new Worker(b)';
  expect(bundleProblems(text, [{ name: 'Worker', times: 2, why }])).toEqual([]);
  expect(bundleProblems(text, [{ name: 'Worker', times: 1, why }])).toEqual(['Worker ×2']);
  expect(bundleProblems('a', [{ name: 'Worker', times: 1, why }])).toEqual([
    'Worker is allowed ×1 and not there so often',
  ]);
});
