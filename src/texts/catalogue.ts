import * as enParts from './en';
import * as zhParts from './zh-CN';

export type Language = 'zh-CN' | 'en';

/** Key → text with `{name}` places. */
export type Catalogue = Readonly<Record<string, string>>;

type Parts = Readonly<Record<string, Catalogue>>;

const merge = (parts: Parts): Record<string, string> =>
  Object.assign({}, ...Object.values(parts)) as Record<string, string>;

const texts: Readonly<Record<Language, Record<string, string>>> = {
  'zh-CN': merge(zhParts),
  en: merge(enParts),
};

export const CATALOGUES: Readonly<Record<Language, Catalogue>> = texts;

/** Brings in texts that a bundle left out to be loaded when they are asked for. */
export function addTexts(language: Language, parts: Parts): void {
  Object.assign(texts[language], merge(parts));
}

interface Template {
  readonly key: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** Fills a message's figures into the text of a language. An unknown key comes out as itself. */
export function render(message: Template, language: Language = 'zh-CN'): string {
  // A language that could not be loaded is shown in the one every text is written in.
  const text = CATALOGUES[language][message.key] ?? CATALOGUES['zh-CN'][message.key];
  if (text === undefined) return message.key;
  const pieces = piecesOf(text);
  let rendered = pieces[0] ?? '';
  for (let at = 1; at < pieces.length; at += 2) {
    const name = pieces[at] ?? '';
    const value = message.data[name];
    rendered += (value === undefined ? `{${name}}` : String(value)) + (pieces[at + 1] ?? '');
  }
  return rendered;
}

const split = new Map<string, readonly string[]>();

/** A text cut at its `{name}` places: text, name, text, … There are only so many in a catalogue. */
function piecesOf(text: string): readonly string[] {
  const known = split.get(text);
  if (known) return known;
  const pieces = text.split(/\{(\w+)\}/);
  split.set(text, pieces);
  return pieces;
}
