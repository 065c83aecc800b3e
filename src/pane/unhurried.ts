import { useLayoutEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import type { Clock } from './session';

/** Milliseconds a button must have been in sight; the second click of a double click comes sooner. */
const READING_TIME = 600;

export interface Unhurried {
  /** The work, unless the press was meant for the button that stood there before. */
  readonly press: (work: () => void) => (event: MouseEvent) => void;
  /** For what holds the buttons: a key held down presses once. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Buttons that take each other's place: one that has just appeared is not pressed by the rest of a
 * double click or by a key still held down. `face` names the buttons in sight.
 */
export function useUnhurried(face: string, clock: Clock): Unhurried {
  const shown = useRef({ face, since: Number.NEGATIVE_INFINITY });
  useLayoutEffect(() => {
    if (shown.current.face !== face) shown.current = { face, since: clock.now() };
  }, [face, clock]);
  return {
    press: (work) => (event) => {
      if (event.detail > 1 || clock.now() - shown.current.since < READING_TIME) return;
      work();
    },
    onKeyDown: (event) => {
      if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
    },
  };
}
