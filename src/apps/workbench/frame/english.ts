import { PANE_ENGLISH } from '../../../pane/english';
import { workbench } from '../../../texts/en/workbench';
import type { WorkbenchTexts } from './speaker';

export const WORKBENCH_ENGLISH: WorkbenchTexts = {
  language: 'en',
  entries: { ...PANE_ENGLISH.entries, ...workbench },
};
