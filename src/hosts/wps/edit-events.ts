import type { OwnWrites } from '../own-writes';
import type { EtApplication, EtRange } from './object-model';

/**
 * Calls back when a cell of any sheet is changed, or a sheet added or deleted, by anybody but this
 * host. Whether EnableEvents holds these events back is documented nowhere, so what was written is
 * remembered as well.
 */
export function listenForEdits(
  application: EtApplication,
  ownWrites: OwnWrites,
  callback: () => void,
): () => void {
  const events = application.ApiEvent;
  if (!events) return () => undefined;
  let isOver = false;
  const tell = (isOwn: boolean): void => {
    if (!isOwn && !isOver) callback();
  };
  const changed = (sheet: unknown, range: unknown): void => {
    const place = placeOf(sheet, range);
    tell(place === null ? ownWrites.isRecent() : ownWrites.covers(place.sheet, place.address));
  };
  const added = (): void => tell(ownWrites.isRecent());
  const deleted = (sheet: unknown): void => {
    const name = nameOf(sheet);
    tell(name === null ? ownWrites.isRecent() : ownWrites.removes(name));
  };
  const listeners = [
    ['SheetChange', changed],
    ['WorkbookNewSheet', added],
    ['SheetBeforeDelete', deleted],
  ] as const;
  for (const [name, listener] of listeners) events.AddApiEventListener(name, listener);
  return () => {
    if (isOver) return;
    isOver = true;
    for (const [name, listener] of listeners) events.RemoveApiEventListener(name, listener);
  };
}

/** Null where WPS does not say: an event may come when its sheet is gone. A sheet's name is its id here. */
function placeOf(sheet: unknown, range: unknown): { sheet: string; address: string } | null {
  const name = nameOf(sheet);
  const address = answerOf(() => (range as EtRange).Address(false, false));
  return name === null || address === null ? null : { sheet: name, address };
}

const nameOf = (sheet: unknown): string | null =>
  answerOf(() => (sheet as { readonly Name?: unknown }).Name);

/** What WPS answers, where it is a text. */
function answerOf(ask: () => unknown): string | null {
  try {
    const answer = ask();
    return typeof answer === 'string' ? answer : null;
  } catch {
    return null;
  }
}
