import { checkTexts } from '../checks/check-texts';
import type { ResultKey } from '../report/chinese';
import type { Texts } from '../texts/catalogue';
import { engine } from '../texts/zh-CN/engine';
import { errors } from '../texts/zh-CN/errors';
import { pane, type PaneKey } from '../texts/zh-CN/pane';
import type { ReportKey } from '../texts/zh-CN/report';
import { scoring } from '../texts/zh-CN/scoring';

/** What the pane shows; what sheets are written in comes with what writes them. */
export type PaneTextKey = PaneKey | Exclude<ResultKey, ReportKey>;
export type PaneTexts = Texts<PaneTextKey>;

export const PANE_CHINESE: PaneTexts = {
  language: 'zh-CN',
  entries: { ...checkTexts('zh-CN'), ...engine, ...errors, ...scoring, ...pane },
};
