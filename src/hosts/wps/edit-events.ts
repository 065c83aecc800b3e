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
    const address = addressOf(range);
    // The sheet's name is its id here.
    tell(address === null ? ownWrites.isRecent() : ownWrites.covers(nameOf(sheet), address));
  };
  const listed = (): void => tell(ownWrites.isRecent());
  const listeners = [
    ['SheetChange', changed],
    ['WorkbookNewSheet', listed],
    ['SheetBeforeDelete', listed],
  ] as const;
  for (const [name, listener] of listeners) events.AddApiEventListener(name, listener);
  return () => {
    if (isOver) return;
    isOver = true;
    for (const [name, listener] of listeners) events.RemoveApiEventListener(name, listener);
  };
}

function nameOf(sheet: unknown): string {
  const name = (sheet as { readonly Name?: unknown } | null)?.Name;
  return typeof name === 'string' ? name : '';
}

function addressOf(range: unknown): string | null {
  try {
    const address = (range as EtRange).Address(false, false);
    return typeof address === 'string' ? address : null;
  } catch {
    return null;
  }
}
