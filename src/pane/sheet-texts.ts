import { planPatch } from '../engine/plan';
import type { EngineOptions } from '../engine/options';
import { once } from '../model/remember';
import type { Patch } from '../model/patch';
import type { WorkbookResult } from '../model/score';
import type { Snapshot } from '../model/snapshot';
import { CHINESE, type ResultKey } from '../report/chinese';
import type { Texts } from '../texts/catalogue';
import type { PaneTexts } from './chinese';

/**
 * With what sheets are written in: English has it already, the Chinese of it comes with this. Some
 * thousand entries, put together once for each language.
 */
export const withSheetTexts = once(({ language, entries }: PaneTexts): Texts<ResultKey> => ({
  language,
  entries: { ...CHINESE.entries, ...entries },
}));

/** `planPatch` in the language of the pane. */
export const planIn = (
  texts: PaneTexts,
  snapshot: Snapshot,
  result: WorkbookResult,
  options: EngineOptions,
): Patch => planPatch(snapshot, result, options, withSheetTexts(texts));
