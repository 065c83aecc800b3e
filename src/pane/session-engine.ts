import type { EngineOptions } from '../engine/options';
import type { Language } from '../texts/catalogue';
import type { Patch } from '../model/patch';
import type { WorkbookResult } from '../model/score';
import type { Snapshot } from '../model/snapshot';
import type { PaneTexts } from './chinese';
import { latePart } from './late-part';

/** Where the session's work on a whole workbook is done: on this thread, or on another. */
export interface SessionEngine {
  /** On another thread, and the host's work too: what is shown meanwhile is drawn without a pause. */
  readonly apart?: true;
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

/** What works on a workbook once it was read; asked for early, so that it is there by then. */
export const fetchEngine = () => latePart(import('./engine-part'));

/** The engine on the thread of whoever calls. Its parts come when they are needed. */
export const engineHere = (textsOf: (language: Language) => PaneTexts): SessionEngine => ({
  evaluate: async (snapshot, options) => (await fetchEngine()).evaluate(snapshot, options),
  // The sheets it writes are a part of the pane that nobody needs before.
  planPatch: async (snapshot, result, options, language) => {
    const { planIn } = await latePart(import('./sheet-texts'));
    return planIn(textsOf(language), snapshot, result, options);
  },
});
