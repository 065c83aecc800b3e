import { use } from 'react';
import { render, type Language } from '../../../texts/catalogue';
import type { Message } from '../../../model/message';
import { LanguageContext } from '../../../pane/language';

export interface WorkbenchSpeaker {
  readonly language: Language;
  /** A text of the workbench: `say('open')` reads `workbench.open`. */
  readonly say: (key: string, data?: Message['data']) => string;
  readonly tell: (message: Message) => string;
}

export function useWorkbenchSpeaker(): WorkbenchSpeaker {
  const language = use(LanguageContext);
  return {
    language,
    say: (key, data = {}) => render({ key: `workbench.${key}`, data }, language),
    tell: (message) => render(message, language),
  };
}
