import type { Language, Texts } from '../texts/catalogue';
import type { TextKey } from '../texts/message';

/** All an app can say. It starts with Chinese; English comes when it is asked for. */
export interface Library<Key extends TextKey> {
  /** The texts of a language; the Chinese ones while another is not there. */
  readonly of: (language: Language) => Texts<Key>;
  /** Ends when the language is there, or cannot be fetched: then the app goes on in Chinese. */
  readonly load: (language: Language) => Promise<void>;
}

export function createLibrary<Key extends TextKey>(
  chinese: Texts<Key>,
  fetchEnglish: () => Promise<Texts<Key>>,
): Library<Key> {
  let english: Texts<Key> | null = null;
  return {
    of: (language) => (language === 'en' && english) || chinese,
    load: async (language) => {
      if (language !== 'en' || english) return;
      english = await fetchEnglish().catch(() => null);
    },
  };
}

/** Of an app that has all its texts from the start. */
export const wholeLibrary = <Key extends TextKey>(
  texts: Readonly<Record<Language, Texts<Key>>>,
): Library<Key> => ({ of: (language) => texts[language], load: () => Promise.resolve() });
