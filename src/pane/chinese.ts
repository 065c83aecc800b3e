import { CHINESE, type ResultKey } from '../report/chinese';
import type { Texts } from '../texts/catalogue';
import { pane, type PaneKey } from '../texts/zh-CN/pane';

/** What the pane is told in. */
export type PaneTexts = Texts<PaneKey | ResultKey>;

export const PANE_CHINESE: PaneTexts = {
  language: 'zh-CN',
  entries: { ...CHINESE.entries, ...pane },
};
