import { createContext, useContext } from 'react';
import { render, speaker, type SayOf } from '../texts/catalogue';
import type { Message } from '../texts/message';
import type { PaneKey } from '../texts/zh-CN/pane';
import { PANE_CHINESE, type PaneTexts } from './chinese';

export const TextsContext = createContext(PANE_CHINESE);

export interface Speaker {
  readonly texts: PaneTexts;
  /** A text of the pane: `say('tab.score')` is `pane.tab.score`. */
  readonly say: SayOf<'pane', PaneKey>;
  /** Any message of the engine. */
  readonly tell: (message: Message) => string;
}

export function useSpeaker(): Speaker {
  const texts = useContext(TextsContext);
  return { texts, say: speaker('pane', texts), tell: (message) => render(message, texts) };
}
