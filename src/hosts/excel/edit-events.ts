import type { EditFrom } from '../port';
import type { ExcelAbilities, ExcelSession } from './excel-session';
import type { OwnWrites } from '../own-writes';

/** Stops listening, also where the registration is still on its way. */
type Stop = () => void;

type Handler = OfficeExtension.EventHandlerResult<unknown>;

const OWN_SOURCE: `${Excel.EventTriggerSource}` = 'ThisLocalAddin';
const ELSEWHERE: `${Excel.EventSource}` = 'Remote';

/** Sends the registrations that `add` makes; a handler Excel keeps all the same is told nothing. */
function listen(
  session: ExcelSession,
  add: (sheets: Excel.WorksheetCollection, isOver: () => boolean) => readonly Handler[],
): Stop {
  let isOver = false;
  const context = session.openContext();
  const handlers = add(context.workbook.worksheets, () => isOver);
  const registered = context.sync().then(
    () => true,
    // Without events the sheet is still read anew before every write, and a person can ask for it.
    () => false,
  );
  const release = async (): Promise<void> => {
    if (!(await registered)) return;
    for (const handler of handlers) handler.remove();
    await handlers[0]?.context.sync();
  };
  return () => {
    if (isOver) return;
    isOver = true;
    release().catch(() => undefined);
  };
}

const fromOf = ({ source }: { readonly source: string }): EditFrom =>
  source === ELSEWHERE ? 'elsewhere' : 'here';

/**
 * Calls back when a person or a co-author edits any sheet, or adds or deletes one, and says where:
 * every client hears of everybody's edits. Our own writes do not count: where events say who caused
 * them (1.14) by that, elsewhere by what was written. Some edits raise no event at all (a validation
 * list on the web), so a button has to be there too.
 */
export function listenForEdits(
  session: ExcelSession,
  abilities: ExcelAbilities,
  ownWrites: OwnWrites,
  callback: (from: EditFrom) => void,
): Stop {
  return listen(session, (worksheets, isOver) => {
    const tell = (isOwn: boolean, from: EditFrom): Promise<void> => {
      if (!isOwn && !isOver()) callback(from);
      return Promise.resolve();
    };
    const listed = (event: { readonly source: string }): Promise<void> => {
      const from = fromOf(event);
      return tell(from === 'here' && ownWrites.isRecent(), from);
    };
    return [
      worksheets.onChanged.add((edit) => {
        const from = fromOf(edit);
        // Below 1.14 nothing says it, whatever the types promise.
        const isOwn = abilities.triggerSource
          ? edit.triggerSource === OWN_SOURCE
          : ownWrites.covers(edit.worksheetId, edit.address);
        return tell(from === 'here' && isOwn, from);
      }),
      worksheets.onAdded.add(listed),
      worksheets.onDeleted.add(listed),
    ];
  });
}

/** Calls back when a person selects another cell. */
export const listenForSelection = (session: ExcelSession, callback: () => void): Stop =>
  listen(session, (worksheets, isOver) => [
    worksheets.onSelectionChanged.add(() => {
      if (!isOver()) callback();
      return Promise.resolve();
    }),
  ]);
