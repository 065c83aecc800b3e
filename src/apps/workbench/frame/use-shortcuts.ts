import { useEffect, useRef } from 'react';
import { shortcutOf, type Pressed } from './shortcuts';

/** Before the grid sees the keys; `run` answers false for what is left to the browser. */
export function useShortcuts(run: (pressed: Pressed) => boolean): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const pressed = shortcutOf(event);
      if (!pressed || document.querySelector('dialog[open]') || !latest.current(pressed)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}
