import { ENGLISH } from '../report/english';
import { pane } from '../texts/en/pane';
import type { PaneTexts } from './chinese';

export const PANE_ENGLISH: PaneTexts = { language: 'en', entries: { ...ENGLISH.entries, ...pane } };
