import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import type { FindingLine } from './finding-items';
import type { Session } from './session';

/** Goes to the next finding (1) or the one before (-1), whatever tab is open. */
export type Walk = (by: 1 | -1) => void;

interface Walked {
  readonly key: string;
  /** Its place in the list, for when it is gone. */
  readonly at: number;
}

/** The line after (1) or before (-1) the one walked to last; past an end it goes on at the other. */
function nextLine(lines: readonly FindingLine[], last: Walked | null, by: 1 | -1): Walked | null {
  const open = lines.filter(({ entry }) => entry.status === 'open');
  const found = open.findIndex(({ entry }) => entry.key === last?.key);
  // One that was dealt with is gone: the next has moved into its place.
  const from = found >= 0 ? found + by : last ? last.at - (by < 0 ? 1 : 0) : by > 0 ? 0 : -1;
  const at = open.length === 0 ? -1 : (from + open.length) % open.length;
  const line = open[at];
  return line ? { key: line.entry.key, at } : null;
}

/**
 * F8 and Shift+F8 go from finding to finding, and show its cell.
 * @param walker where whoever shows the pane finds the same, for keys pressed elsewhere
 */
export function useWalk(
  session: Session,
  lines: readonly FindingLine[],
  walker: RefObject<Walk>,
  onWalk: () => void,
): { readonly current: string | null; readonly onKeyDown: (event: KeyboardEvent) => void } {
  const [walked, setWalked] = useState<Walked | null>(null);
  const walk: Walk = (by) => {
    const next = nextLine(lines, walked, by);
    if (!next) return;
    onWalk();
    setWalked(next);
    const lead = lines.find(({ entry }) => entry.key === next.key)?.entry.lead;
    if (lead) void session.select(lead.sheet, lead.cell);
  };
  useEffect(() => {
    walker.current = walk;
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'F8' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    walk(event.shiftKey ? -1 : 1);
  };
  return { current: walked?.key ?? null, onKeyDown };
}
