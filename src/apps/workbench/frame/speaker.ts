import { createContext, use } from 'react';
import { PANE_CHINESE, type PaneTexts } from '../../../pane/chinese';
import { CHINESE, type ResultKey } from '../../../report/chinese';
import { createLibrary } from '../../../pane/library';
import { render, speaker, type SayOf, type Texts } from '../../../texts/catalogue';
import type { Message } from '../../../texts/message';
import { workbench, type WorkbenchKey } from '../../../texts/zh-CN/workbench';

/** What the page is told in, the pane in it too. */
export type WorkbenchTexts = PaneTexts & Texts<ResultKey | WorkbenchKey>;

const chinese: WorkbenchTexts = {
  language: 'zh-CN',
  entries: { ...CHINESE.entries, ...PANE_CHINESE.entries, ...workbench },
};

export type WorkbenchLibrary = ReturnType<typeof createWorkbenchLibrary>;

export const createWorkbenchLibrary = () =>
  createLibrary(chinese, async () => (await import('./english')).WORKBENCH_ENGLISH);

export const WorkbenchTextsContext = createContext(chinese);

export interface WorkbenchSpeaker {
  readonly texts: WorkbenchTexts;
  /** A text of the workbench: `say('open')` is `workbench.open`. */
  readonly say: SayOf<'workbench', WorkbenchKey>;
  readonly tell: (message: Message) => string;
}

export function useWorkbenchSpeaker(): WorkbenchSpeaker {
  const texts = use(WorkbenchTextsContext);
  return { texts, say: speaker('workbench', texts), tell: (message) => render(message, texts) };
}
