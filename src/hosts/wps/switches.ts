import type { EtApplication } from './object-model';

/** Painting, events and questions, in the order they are turned off. */
const NAMES = ['ScreenUpdating', 'EnableEvents', 'DisplayAlerts'] as const;
/** Attempts in one go; a WPS that refuses more often is asked again at its next call. */
const ROUNDS = 3;

/** The switches of WPS that are off while it is written to. */
export interface Switches {
  readonly turnOff: () => void;
  /** Turns back whatever is still off, as far as WPS lets it; never throws. */
  readonly restore: () => void;
}

/**
 * What a switch was is kept until it is that again: else the next write would take a switch that
 * stayed off for the person's own choice.
 */
export function createSwitches(application: EtApplication): Switches {
  const owed = new Map<(typeof NAMES)[number], boolean>();
  const turnBack = (): void => {
    for (const [name, was] of [...owed].reverse()) {
      try {
        application[name] = was;
        owed.delete(name);
      } catch {
        // Still owed.
      }
    }
  };
  return {
    turnOff: () => {
      for (const name of NAMES) {
        if (!owed.has(name)) owed.set(name, application[name]);
        application[name] = false;
      }
    },
    restore: () => {
      for (let round = 0; round < ROUNDS && owed.size > 0; round += 1) turnBack();
    },
  };
}
