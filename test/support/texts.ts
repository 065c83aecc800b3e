import { CHINESE } from '../../src/report/chinese';
import { PANE_ENGLISH } from '../../src/pane/english';
import { PANE_CHINESE } from '../../src/pane/chinese';
import { reportCheckTexts } from '../../src/report/text/checks/check-texts';
import { TEXTS as CLI } from '../../src/apps/cli/texts';
import { render as renderIn, type Language, type Texts } from '../../src/texts/catalogue';
import type { Message, TextKey } from '../../src/texts/message';
import { batchNames as englishBatchNames } from '../../src/texts/en/batch-names';
import { grid as englishGrid } from '../../src/texts/en/grid';
import { workbench as englishWorkbench } from '../../src/texts/en/workbench';
import { reporting as englishReporting } from '../../src/texts/en/reporting';
import { wpsTexts as englishWps } from '../../src/texts/en/wps';
import { batchNames } from '../../src/texts/zh-CN/batch-names';
import { grid } from '../../src/texts/zh-CN/grid';
import { reporting } from '../../src/texts/zh-CN/reporting';
import { workbench } from '../../src/texts/zh-CN/workbench';
import { wpsTexts } from '../../src/texts/zh-CN/wps';

/** All texts of all apps. */
export const TEXTS: Readonly<Record<Language, Texts<TextKey>>> = {
  'zh-CN': {
    language: 'zh-CN',
    entries: {
      ...CLI['zh-CN'].entries,
      ...CHINESE.entries,
      ...PANE_CHINESE.entries,
      ...batchNames,
      ...grid,
      ...reportCheckTexts('zh-CN'),
      ...reporting,
      ...workbench,
      ...wpsTexts,
    },
  },
  en: {
    language: 'en',
    entries: {
      ...CLI.en.entries,
      ...PANE_ENGLISH.entries,
      ...englishBatchNames,
      ...englishGrid,
      ...reportCheckTexts('en'),
      ...englishReporting,
      ...englishWorkbench,
      ...englishWps,
    },
  },
};

/** The same by any key. */
export const CATALOGUES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-CN': TEXTS['zh-CN'].entries,
  en: TEXTS.en.entries,
};

export const render = (message: Message, language: Language = 'zh-CN'): string =>
  renderIn(message, TEXTS[language]);
