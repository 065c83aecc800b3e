import type { Clock } from '../../pane/session';
import type { PluginStorage } from './application';
import { takeErrand, type Errand } from './errands';

/** Milliseconds between two looks; a look is one call of WPS. */
const LOOK_EVERY = 300;

/**
 * Does what the ribbon leaves behind, one errand after another, for as long as the page is there.
 * @returns the function that stops it
 */
export function runErrands(
  storage: PluginStorage,
  clock: Clock,
  run: (errand: Errand) => Promise<void>,
): () => void {
  let callOff: () => void = () => undefined;
  let stopped = false;
  const next = (): void => {
    if (!stopped) callOff = clock.after(LOOK_EVERY, look);
  };
  const look = (): void => {
    const errand = taken(storage);
    if (errand === null) next();
    else run(errand).then(next, next);
  };
  look();
  return () => {
    stopped = true;
    callOff();
  };
}

/** WPS refuses calls while a dialogue of its own is open; the errand is still there afterwards. */
function taken(storage: PluginStorage): Errand | null {
  try {
    return takeErrand(storage);
  } catch {
    return null;
  }
}
