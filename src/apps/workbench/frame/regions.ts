/** The parts of the page F6 goes round; `top` is the bar and the open files. */
export type Region = 'sheet' | 'pane' | 'top' | 'main';

/** What there is to go round: beside an open book, or without one, in a batch and before paper. */
export const regionsOf = (besideBook: boolean): readonly Region[] =>
  besideBook ? ['sheet', 'pane', 'top'] : ['main', 'top'];

/** The region after (or before) the one that has the focus; null: none of them has it. */
export function nextRegion(
  regions: readonly Region[],
  from: Region | null,
  back: boolean,
): Region | null {
  const at = from === null ? -1 : regions.indexOf(from);
  const step = back ? (at < 0 ? 0 : at) - 1 : at + 1;
  return regions.at(step % regions.length) ?? null;
}
