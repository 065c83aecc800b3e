import { useEffect, useState, type RefObject } from 'react';

/** How wide an element is in CSS pixels; while it is hidden, how wide it was. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(() => window.innerWidth);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return undefined;
    const observer = new ResizeObserver(() => {
      if (watched.clientWidth > 0) setWidth(watched.clientWidth);
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
