import { checkTexts } from '../checks/check-texts';
import { composed, type Texts } from '../texts/catalogue';
import type { CheckKey } from '../texts/message';
import { engine, type EngineKey } from '../texts/zh-CN/engine';
import { errors, type ErrorKey } from '../texts/zh-CN/errors';
import { report, type ReportKey } from '../texts/zh-CN/report';
import { scoring, type ScoringKey } from '../texts/zh-CN/scoring';

/** What a result is told in: its scores, findings, refusals, and the sheets written about it. */
export type ResultKey = CheckKey | EngineKey | ErrorKey | ReportKey | ScoringKey;

export const CHINESE: Texts<ResultKey> = composed('zh-CN', () => ({
  ...checkTexts('zh-CN'),
  ...engine,
  ...errors,
  ...report,
  ...scoring,
}));
