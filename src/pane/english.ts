import type { ResultKey } from '../report/chinese';
import { ENGLISH } from '../report/english';
import type { Texts } from '../texts/catalogue';
import { pane } from '../texts/en/pane';
import type { PaneTextKey } from './chinese';

export const PANE_ENGLISH: Texts<PaneTextKey | ResultKey> = {
  language: 'en',
  entries: { ...ENGLISH.entries, ...pane },
};
