import { checkTexts } from '../checks/check-texts';
import { scoring } from '../texts/zh-CN/scoring';
import type { PaneTexts } from './chinese';

const CHINESE = { ...checkTexts('zh-CN'), ...scoring };

/** With what findings and scores are told in: English has it already, the Chinese of it comes with this. */
export const withResultTexts = ({ language, entries }: PaneTexts): PaneTexts => ({
  language,
  entries: { ...CHINESE, ...entries },
});
