/** What a person waits for on the page. */
export type Moment = 'opened' | 'drawn' | 'scored' | 'answered';

export const momentName = (moment: Moment): string => `jixiao-${moment}`;

/**
 * Notes in the browser's own timeline that something has just been done, of each kind the last one, so
 * that the page can be measured by what it did and not by what it shows a while later.
 */
export function noteMoment(moment: Moment): void {
  // jsdom keeps no timeline.
  if (!('mark' in performance)) return;
  performance.clearMarks(momentName(moment));
  performance.mark(momentName(moment));
}

/** As `noteMoment`, with the next frame that is drawn; where nothing is drawn, as in Node, never. */
export function noteWithNextFrame(moment: Moment): void {
  if ('requestAnimationFrame' in globalThis) requestAnimationFrame(() => noteMoment(moment));
}
