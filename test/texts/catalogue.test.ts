import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure } from '../../src/model/failure';
import {
  composed,
  render as renderIn,
  speaker,
  type Language,
  type Texts,
} from '../../src/texts/catalogue';
import { message, type TextKey } from '../../src/texts/message';
import { engine } from '../../src/texts/zh-CN/engine';
import { CATALOGUES, render } from '../support/texts';

const zh = CATALOGUES['zh-CN'];
const en = CATALOGUES.en;
const ROOT = resolve(__dirname, '..', '..');

const PLACE = /\{(\w+)\}/g;
const places = (text = ''): string =>
  [...new Set([...text.matchAll(PLACE)].map((match) => match[1]))].sort().join();

test('both languages have the same keys', () => {
  expect(Object.keys(zh).length).toBeGreaterThan(1000);
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
});

test('no key is in two parts', () => {
  const folder = join(ROOT, 'src', 'texts', 'zh-CN');
  const keys = readdirSync(folder).flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/^ {2}'([^']+)':/gm)].map(
      ([, key = '']) => key,
    ),
  );
  expect(keys.length).toBeGreaterThan(1000);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  expect(keys.filter((key) => !(key in zh))).toEqual([]);
});

test('both languages have the same places for figures', () => {
  expect(Object.keys(zh).filter((key) => places(zh[key]) !== places(en[key]))).toEqual([]);
});

/** Behind a figure of another kind, a row, a value, the end of a list or an example, stands no plural. */
const NO_PLURALS =
  /^(?:is|as|has|was|does|says|gives|looks|less|this|always|holds|needs|reaches|exceeds|lies|meets|counts|follows|comes|others|tiers|errors|findings|numbers)$/;

test('of one thing English speaks in the singular, whatever is counted', () => {
  const texts: Texts = { language: 'en', entries: en };
  const wrong = Object.keys(en).flatMap((key) => {
    const names = [...(en[key] ?? '').matchAll(PLACE)].map(([, name = '']) => [name, 1] as const);
    const text = renderIn({ key: key as TextKey, data: Object.fromEntries(names) }, texts);
    return [
      ...text.matchAll(/(?<![\d.]|[Rr]ow |[Pp]aragraph )\b1 (?:[a-z]+ )?([a-z]+s)( are| have)?\b/g),
    ]
      .filter(([, noun = '']) => !NO_PLURALS.test(noun))
      .map(([found]) => `${key}: ${found}`);
  });
  expect(wrong).toEqual([]);
  const told = (count: number): string =>
    speaker('pane', { language: 'en', entries: CATALOGUES.en })('fix.all', { count });
  expect([told(1), told(2)]).toEqual(['Put right 1 cell', 'Put right 2 cells']);
});

/** How Chinese numbers its headings, where English tells of it. */
const NUMBERS = /一、/g;

test('no text is empty, and English has no Chinese sentence left in it', () => {
  expect(Object.keys(zh).filter((key) => zh[key]?.trim() === '')).toEqual([]);
  expect(Object.keys(en).filter((key) => en[key]?.trim() === '')).toEqual([]);
  expect(
    Object.keys(en).filter((key) => /[，。；：、？！]/.test((en[key] ?? '').replace(NUMBERS, ''))),
  ).toEqual([]);
});

test('several things in one sentence are listed as its language lists them', () => {
  const told = message('error.sheet-protected.message', { sheet: ['甲', '乙', 3] });
  const texts: Record<Language, string> = { 'zh-CN': '甲、乙、3', en: '甲, 乙, 3' };
  for (const language of ['zh-CN', 'en'] as const) {
    expect(renderIn(told, { language, entries: CATALOGUES[language] })).toContain(texts[language]);
  }
});

/** Signs of Chinese sentences in what code puts together itself: they belong into texts. */
const SIGNS = /`[^`]*\$\{[^`]*[：；，。（）][^`]*`|join\('[、；，]'\)/;
/** What is written in Chinese whatever the reader's language: forms, reports and their headings. */
const CHINESE_ALONE =
  /^src\/(?:texts|quantity|recognise|scoring|checks|report|profiles|changes|engine|apps\/wps\/probe)\//;

test('no sentence shown in the pane is put together with Chinese signs outside the texts', () => {
  const names = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  const found = names
    .map((name) => join('src', name))
    .filter((path) => /\.tsx?$/.test(path) && !CHINESE_ALONE.test(path))
    .filter((path) => SIGNS.test(readFileSync(join(ROOT, path), 'utf8')));
  expect(found).toEqual([]);
});

/** What stands in quotes or names a property, and how texts put together begin. */
function wordsOfCode(): {
  literals: ReadonlySet<string>;
  stems: readonly string[];
  parts: string[];
} {
  const code = ['src', 'build']
    .flatMap((room) => {
      const names = readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' });
      return names.map((name) => join(room, name));
    })
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith(join('src', 'texts')))
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n');
  const all = (pattern: RegExp): string[] => [...code.matchAll(pattern)].map((m) => m[1] ?? '');
  return {
    literals: new Set([...all(/'([\w.-]+)'/g), ...all(/^\s*(\w+):/gm)]),
    stems: all(/`([a-z][\w.]*[.])\$\{/gi),
    parts: all(/\bspeaker\(\s*'([\w.]+)'/g).map((part) => `${part}.`),
  };
}

/** Texts that are asked for by the id of what they are about; those of the checks are, too. */
const OF_AN_ID =
  /^(?:error\.(?=.*\.(?:message|hint)$)|wps\.probe\.(?=.*\.(?:question|how|settles)$))(.+)\.\w+$/;

test('no text is left that nothing asks for', () => {
  const { literals, stems, parts } = wordsOfCode();
  const isUsed = (key: string): boolean => {
    const id = OF_AN_ID.exec(key)?.[1];
    if (id !== undefined) return literals.has(id);
    const within = parts
      .filter((part) => key.startsWith(part))
      .map((part) => key.slice(part.length));
    const isStem = (name: string) =>
      stems.some((stem) => name.startsWith(stem) && !parts.includes(stem));
    return [key, ...within].some((name) => literals.has(name) || isStem(name));
  };
  const unused = Object.keys(zh).filter((key) => !key.startsWith('check.') && !isUsed(key));
  expect(unused).toEqual([]);
});

test('the figures of a message stand where its text has places, and text of a cell stays text', () => {
  const told = message('error.usage-command.message', { command: '{option} $& ' });
  expect(render(told)).toContain('“{option} $& ”');
});

test('a text of a part that an app leaves out comes out as its key', () => {
  const engineAlone: Texts<keyof typeof engine> = { language: 'zh-CN', entries: engine };
  expect(renderIn(message('pane.title'), engineAlone)).toBe('pane.title');
  expect(speaker('engine', engineAlone)('severity.error')).toBe('错误');
});

test('a key or a code that is nowhere does not compile, nor does an app without a part it needs', () => {
  const say = speaker('engine', { language: 'zh-CN', entries: engine });
  // @ts-expect-error no such text
  expect(say('severity.erorr')).toBe('engine.severity.erorr');
  // @ts-expect-error no such message
  expect(message('pane.tab.scor').key).toBe('pane.tab.scor');
  // @ts-expect-error no such failure
  expect(new Failure('no-such-code').code).toBe('no-such-code');
  // @ts-expect-error the pane's part is not among these
  const texts: Texts<'pane.title'> = { language: 'zh-CN', entries: engine };
  expect(texts.language).toBe('zh-CN');
});

test('texts are put together when the first is asked for, once', () => {
  const compose = jest.fn(() => ({ 'engine.title': '表' }));
  const texts = composed('zh-CN', compose);
  expect(texts.language).toBe('zh-CN');
  expect(compose).not.toHaveBeenCalled();
  expect([texts.entries, texts.entries]).toEqual([
    { 'engine.title': '表' },
    { 'engine.title': '表' },
  ]);
  expect(compose).toHaveBeenCalledTimes(1);
});
