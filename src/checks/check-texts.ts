import type { Language } from '../texts/catalogue';
import type { CheckKey } from '../texts/message';
import { fixKey, messageKey } from './define-check';
import { CHECKS } from './registry';

/** The texts that the checks bring with them. */
export function checkTexts(language: Language): Readonly<Record<CheckKey, string>> {
  const texts: Record<CheckKey, string> = {};
  for (const { id, texts: words } of CHECKS) {
    const { message, fixes = {}, ...others } = words[language];
    for (const [part, text] of Object.entries(others)) texts[`check.${id}.${part}`] = text;
    for (const [advice, text] of Object.entries(fixes)) texts[fixKey(id, advice)] = text;
    for (const [variant, text] of Object.entries(message)) texts[messageKey(id, variant)] = text;
  }
  return texts;
}
