import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CATALOGUES, render } from '../../src/texts/catalogue';
import * as enParts from '../../src/texts/en';
import * as zhParts from '../../src/texts/zh-CN';

const zh = CATALOGUES['zh-CN'];
const en = CATALOGUES.en;
const SRC = resolve(__dirname, '..', '..', 'src');

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.startsWith('texts'))
  .map((path) => ({ path, text: readFileSync(join(SRC, path), 'utf8') }));

function places(text: string | undefined): string[] {
  return [
    ...new Set([...(text ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')),
  ].sort();
}

test('both languages have the same keys', () => {
  expect(Object.keys(zh).length).toBeGreaterThan(100);
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
});

test('no key is in two parts', () => {
  for (const parts of [zhParts, enParts]) {
    const keys = Object.values(parts).flatMap((part) => Object.keys(part));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  }
});

test('both languages have the same places for figures', () => {
  const differing = Object.keys(zh).filter(
    (key) => places(zh[key]).join() !== places(en[key]).join(),
  );
  expect(differing).toEqual([]);
});

test('no text is empty, and English has no Chinese sentence left in it', () => {
  expect(Object.keys(zh).filter((key) => zh[key]?.trim() === '')).toEqual([]);
  expect(Object.keys(en).filter((key) => en[key]?.trim() === '')).toEqual([]);
  expect(Object.keys(en).filter((key) => /[，。；]/.test(en[key] ?? ''))).toEqual([]);
});

test('every error says what happened and what to do', () => {
  const codes = new Set(
    Object.keys(zh).flatMap((key) => /^error\.(.+)\.(?:message|hint)$/.exec(key)?.[1] ?? []),
  );
  expect(codes.size).toBeGreaterThan(10);
  const halves = [...codes].filter(
    (code) => !(`error.${code}.message` in zh) || !(`error.${code}.hint` in zh),
  );
  expect(halves).toEqual([]);
});

test('every code a Failure is made with has its texts', () => {
  const thrown = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/new Failure\(\s*'([\w-]+)'/g)].map((match) => ({
      path,
      code: match[1] ?? '',
    })),
  );
  expect(thrown.length).toBeGreaterThan(10);
  expect(thrown.filter(({ code }) => !(`error.${code}.message` in zh))).toEqual([]);
});

test('every key named in the code exists', () => {
  const named = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/'((?:check|error|report|scoring|engine|recognise|cli)\.[\w.-]+)'/g)].map(
      (match) => ({ path, key: match[1] ?? '' }),
    ),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({ key }) => !(key in zh))).toEqual([]);
});

test('the figures of a message stand where its text has places, and text of a cell stays text', () => {
  const message = { key: 'error.usage-command.message', data: { command: '{option} $& ' } };
  expect(render(message)).toContain('“{option} $& ”');
  expect(render({ key: 'no.such.key', data: {} })).toBe('no.such.key');
});
