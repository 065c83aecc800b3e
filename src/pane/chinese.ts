import type { Texts } from '../texts/catalogue';
import { engine, type EngineKey } from '../texts/zh-CN/engine';
import { errors, type ErrorKey } from '../texts/zh-CN/errors';
import { pane, type PaneKey } from '../texts/zh-CN/pane';

/**
 * What the pane says from the start. What findings and scores are told in comes with what makes them
 * (`withResultTexts`), what sheets are written in with what writes them (`withSheetTexts`).
 */
export type PaneTextKey = EngineKey | ErrorKey | PaneKey;
export type PaneTexts = Texts<PaneTextKey>;

export const PANE_CHINESE: PaneTexts = {
  language: 'zh-CN',
  entries: { ...engine, ...errors, ...pane },
};
