import { createContext, useContext } from 'react';
import { render, type Language } from '../texts/catalogue';
import type { Message } from '../model/message';

export const LanguageContext = createContext<Language>('zh-CN');

export interface Speaker {
  readonly language: Language;
  /** A text of the pane: `say('tab.score')` reads `pane.tab.score`. */
  readonly say: (key: string, data?: Message['data']) => string;
  /** Any message of the engine. */
  readonly tell: (message: Message) => string;
}

export function useSpeaker(): Speaker {
  const language = useContext(LanguageContext);
  return {
    language,
    say: (key, data = {}) => render({ key: `pane.${key}`, data }, language),
    tell: (message) => render(message, language),
  };
}
