import type { ExcelAbilities, ExcelSession } from './excel-session';
import type { OwnWrites } from '../own-writes';

/** Stops listening, also where the registration is still on its way. */
type Stop = () => void;

const OWN_SOURCE: `${Excel.EventTriggerSource}` = 'ThisLocalAddin';

/**
 * Calls back when a person (or a co-author) edits any sheet, or adds or deletes one. Our own writes
 * do not count: where events say who caused them (1.14) by that, elsewhere by what was written.
 * Some edits raise no event at all (a validation list on the web), so a button has to be there too.
 */
export function listenForEdits(
  session: ExcelSession,
  abilities: ExcelAbilities,
  ownWrites: OwnWrites,
  callback: () => void,
): Stop {
  let isOver = false;
  const tell = (isOwn: boolean): Promise<void> => {
    if (!isOwn && !isOver) callback();
    return Promise.resolve();
  };
  const context = session.openContext();
  const { worksheets } = context.workbook;
  const changed = worksheets.onChanged.add((edit) => {
    // Below 1.14 nothing says it, whatever the types promise.
    const isOwn = abilities.triggerSource
      ? edit.triggerSource === OWN_SOURCE
      : ownWrites.covers(edit.worksheetId, edit.address);
    return tell(isOwn);
  });
  const added = worksheets.onAdded.add(() => tell(ownWrites.isRecent()));
  const deleted = worksheets.onDeleted.add(() => tell(ownWrites.isRecent()));
  const registered = context.sync().then(
    () => true,
    // Without events the sheet is still read anew before every write, and a person can ask for it.
    () => false,
  );
  const release = async (): Promise<void> => {
    if (!(await registered)) return;
    for (const handler of [changed, added, deleted]) handler.remove();
    await changed.context.sync();
  };
  return () => {
    if (isOver) return;
    isOver = true;
    // A handler Excel keeps all the same calls nobody: `isOver` is set.
    release().catch(() => undefined);
  };
}
