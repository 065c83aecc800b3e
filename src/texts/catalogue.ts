import type { Data, Datum, Message, TextKey } from './message';

export type Language = 'zh-CN' | 'en';

/**
 * The texts of one language that an app composed of the parts it shows. Whoever speaks asks for the
 * keys it needs: an app that leaves a part out does not compile.
 */
export interface Texts<Key extends string = never> {
  readonly language: Language;
  readonly entries: Readonly<Record<Key, string>>;
}

/**
 * Texts that are put together when the first of them is asked for: it takes as long as scoring a form,
 * and whoever speaks one language never pays for the other.
 */
export function composed<Key extends string>(
  language: Language,
  compose: () => Readonly<Record<Key, string>>,
): Texts<Key> {
  let made: Readonly<Record<Key, string>> | null = null;
  return {
    language,
    get entries() {
      return (made ??= compose());
    },
  };
}

/** The text of a key with its figures; one of a part the app left out comes out as its key. */
export function render({ key, data }: Message, { entries, language }: Texts): string {
  return textOf(key, data, entries, language);
}

const COMMAS: Readonly<Record<Language, string>> = { 'zh-CN': '、', en: ', ' };

/** Several things in one sentence, as the language writes them one after another. */
export const listed = (things: readonly (string | number)[], language: Language): string =>
  things.join(COMMAS[language]);

/** One sentence behind another; Chinese ones need no space between them. */
export const joined = (sentences: readonly string[], language: Language): string =>
  sentences.filter((one) => one !== '').join(language === 'en' ? ' ' : '');

/** A key of a part without the part's name: `tab.score` of `pane.tab.score`. */
export type Within<Part extends string, Key> = Key extends `${Part}.${infer Rest}` ? Rest : never;

/** Speaks the texts of one part. */
export type SayOf<Part extends string, Key extends TextKey> = (
  key: Within<Part, Key>,
  data?: Data,
) => string;

/** `speaker('pane', texts)('tab.score')` is the text `pane.tab.score`. */
export const speaker =
  <Part extends string, Key extends TextKey>(
    part: Part,
    { entries, language }: Texts<Key>,
  ): SayOf<Part, Key> =>
  (key, data = {}) =>
    textOf(keyWithin(part, key), data, entries, language);

const whole = new Map<string, Map<string, string>>();

/** `part.key`, put together once: a string made anew is slow to look up, and reports ask for thousands. */
function keyWithin(part: string, key: string): string {
  const keys = whole.get(part) ?? new Map<string, string>();
  if (keys.size === 0) whole.set(part, keys);
  const known = keys.get(key);
  if (known !== undefined) return known;
  const made = `${part}.${key}`;
  keys.set(key, made);
  return made;
}

function textOf(
  key: string,
  data: Data,
  entries: Readonly<Record<string, string | undefined>>,
  language: Language,
): string {
  const text = entries[key];
  if (text === undefined) return key;
  const pieces = piecesOf(text);
  let filled = pieces[0] ?? '';
  for (let at = 1; at < pieces.length; at += 2) {
    const name = pieces[at] ?? '';
    const value = data[name];
    const behind = pieces[at + 1] ?? '';
    filled += value === undefined ? `{${name}}` : shown(value, language);
    filled += value === 1 && language === 'en' ? behind.replace(MANY, oneOf) : behind;
  }
  return filled;
}

/** What the English texts count, and what follows of it. */
const MANY =
  /^ (graded |numeric |percentage )?(cell|column|decimal|file|finding|flag|form|indicator|kind|line|mark|paragraph|place|point|project|question|report|row|second|section|sheet|step|time)s\b( are| have| hold| were)?/;
const VERBS: Readonly<Record<string, string>> = {
  ' are': ' is',
  ' have': ' has',
  ' hold': ' holds',
  ' were': ' was',
};

/** 1 points are → 1 point is. */
const oneOf = (_: string, kind = '', noun = '', verb = ''): string =>
  ` ${kind}${noun}${VERBS[verb] ?? ''}`;

const shown = (value: Datum, language: Language): string =>
  typeof value === 'object' ? listed(value, language) : String(value);

const split = new Map<string, readonly string[]>();

/** A text cut at its `{name}` places: text, name, text, … There are only so many in a catalogue. */
function piecesOf(text: string): readonly string[] {
  const known = split.get(text);
  if (known) return known;
  const pieces = text.split(/\{(\w+)\}/);
  split.set(text, pieces);
  return pieces;
}
