import { sameOptions } from '../../../engine/options';
import { Failure } from '../../../model/failure';
import type { SessionEngine } from '../../../pane/session-engine';
import type { Held, NotHeld } from './protocol';
import type { WorkerClient } from './worker-client';

/** The engine in the worker. What the worker still holds is named to it, not sent back. */
export function createWorkerEngine(client: WorkerClient): SessionEngine {
  const { known } = client;
  const { held, scored } = known;
  const named = <T extends object>(thing: T): Held<T> => {
    const number = held.get(thing);
    return number === undefined ? { given: thing } : { held: number };
  };
  return {
    apart: true,
    evaluate: async (snapshot, options) => {
      known.usual = { ...known.usual, options };
      const before = scored.get(snapshot);
      if (before && sameOptions(before.how.options, options)) return before.result;
      const { result, held: number } = await whole((again) =>
        client.ask('evaluate', {
          snapshot: again ? { given: snapshot } : named(snapshot),
          options,
        }),
      );
      held.set(result, number);
      scored.set(snapshot, { how: known.usual, result, patch: null });
      return result;
    },
    planPatch: async (snapshot, result, options, language) => {
      known.usual = { ...known.usual, language };
      const before = scored.get(snapshot);
      const isKnown = before?.result === result && before.how.language === language;
      if (isKnown && before.patch && sameOptions(before.how.options, options)) return before.patch;
      const { patch } = await whole((again) =>
        client.ask('planPatch', {
          snapshot: again ? { given: snapshot } : named(snapshot),
          result: again ? { given: result } : named(result),
          options,
          language,
        }),
      );
      return patch;
    },
  };
}

/** Asks once more with everything where the worker no longer holds what was named. */
async function whole<T extends object>(ask: (again: boolean) => Promise<T | NotHeld>): Promise<T> {
  for (const again of [false, true]) {
    const answer = await ask(again);
    if (!('notHeld' in answer)) return answer;
  }
  throw new Failure('unexpected', { cause: 'not held' });
}
