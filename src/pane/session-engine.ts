import { evaluate } from '../engine/evaluate';
import type { EngineOptions } from '../engine/options';
import type { Language, Texts } from '../texts/catalogue';
import type { ResultKey } from '../report/chinese';
import type { Patch } from '../model/patch';
import type { WorkbookResult } from '../model/score';
import type { Snapshot } from '../model/snapshot';

/** Where the session's work on a whole workbook is done: on this thread, or on another. */
export interface SessionEngine {
  /** @throws Failure as `evaluate`. */
  evaluate(snapshot: Snapshot, options: EngineOptions): Promise<WorkbookResult>;
  /** @throws Failure as `planPatch`. */
  planPatch(
    snapshot: Snapshot,
    result: WorkbookResult,
    options: EngineOptions,
    language: Language,
  ): Promise<Patch>;
}

/** The engine on the thread of whoever calls. */
export const engineHere = (textsOf: (language: Language) => Texts<ResultKey>): SessionEngine => ({
  evaluate: (snapshot, options) => settled(() => evaluate(snapshot, options)),
  // The sheets it writes are a part of the pane that nobody needs before.
  planPatch: async (snapshot, result, options, language) => {
    const { planPatch } = await import('../engine/plan');
    return planPatch(snapshot, result, options, textsOf(language));
  },
});

function settled<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
