import { useCallback, useState, useSyncExternalStore } from 'react';

/** Whether the page is as a media query says, now and later. */
export function useMatches(query: string): boolean {
  const [list] = useState(() => window.matchMedia(query));
  const watch = useCallback(
    (changed: () => void) => {
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [list],
  );
  return useSyncExternalStore(watch, () => list.matches);
}
