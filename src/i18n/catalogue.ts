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
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = message.data[name];
    return value === undefined ? place : String(value);
  });
}
