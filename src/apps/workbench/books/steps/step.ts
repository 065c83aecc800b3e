import { batchSteps } from '../../batch/batch-steps';
import { closingSteps } from './closing';
import type { DeskData, Stepped } from './desk-data';
import { draftSteps } from './drafts';
import type { DeskEvents, EventKind, EventOf } from './events';
import { gridSteps } from './grid-steps';
import { historySteps } from './history';
import { openingSteps } from './opening';
import { savingSteps } from './saving';

/** How some of the events are answered. */
export type Steps<K extends EventKind> = {
  readonly [E in K]: (data: DeskData, event: EventOf<E>) => Stepped;
};

const STEPS: Steps<keyof DeskEvents> = {
  ...openingSteps,
  ...closingSteps,
  ...gridSteps,
  ...historySteps,
  ...draftSteps,
  ...savingSteps,
  ...batchSteps,
};

/** What an event makes of the desk; nothing outside it is touched. */
export function step<K extends EventKind>(data: DeskData, event: EventOf<K>): Stepped {
  return STEPS[event.kind](data, event);
}
