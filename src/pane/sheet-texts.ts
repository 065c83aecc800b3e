import { planPatch } from '../engine/plan';
import type { EngineOptions } from '../engine/options';
import type { Patch } from '../model/patch';
import type { WorkbookResult } from '../model/score';
import type { Snapshot } from '../model/snapshot';
import { CHINESE, type ResultKey } from '../report/chinese';
import type { Texts } from '../texts/catalogue';
import type { PaneTexts } from './chinese';

/** Some thousand entries, put together once for each language. */
const composed = new WeakMap<PaneTexts, Texts<ResultKey>>();

/** With what sheets are written in: English has it already, the Chinese of it comes with this. */
export function withSheetTexts(texts: PaneTexts): Texts<ResultKey> {
  const known = composed.get(texts);
  if (known) return known;
  const { language, entries } = texts;
  const made = { language, entries: { ...CHINESE.entries, ...entries } };
  composed.set(texts, made);
  return made;
}

/** `planPatch` in the language of the pane. */
export const planIn = (
  texts: PaneTexts,
  snapshot: Snapshot,
  result: WorkbookResult,
  options: EngineOptions,
): Patch => planPatch(snapshot, result, options, withSheetTexts(texts));
