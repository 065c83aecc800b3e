import { checkTexts } from '../checks/check-texts';
import type { Texts } from '../texts/catalogue';
import type { CheckKey } from '../texts/message';
import { engine, type EngineKey } from '../texts/zh-CN/engine';
import { errors, type ErrorKey } from '../texts/zh-CN/errors';
import { report, type ReportKey } from '../texts/zh-CN/report';
import { scoring, type ScoringKey } from '../texts/zh-CN/scoring';

/** What a result is told in: its scores, findings, refusals, and the sheets written about it. */
export type ResultKey = CheckKey | EngineKey | ErrorKey | ReportKey | ScoringKey;

export const CHINESE: Texts<ResultKey> = {
  language: 'zh-CN',
  entries: { ...checkTexts('zh-CN'), ...engine, ...errors, ...report, ...scoring },
};
