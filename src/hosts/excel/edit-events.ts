import type { EditFrom } from '../port';
import type { ExcelAbilities, ExcelSession } from './excel-session';
import type { OwnWrites } from '../own-writes';

/** Stops listening, also where the registration is still on its way. */
type Stop = () => void;

type Handler = OfficeExtension.EventHandlerResult<unknown>;

const OWN_SOURCE: `${Excel.EventTriggerSource}` = 'ThisLocalAddin';
const ELSEWHERE: `${Excel.EventSource}` = 'Remote';

/** What one request registered with Excel. */
interface Registration {
  /** Whether Excel took it. */
  readonly isTaken: Promise<boolean>;
  /** Takes it back; done when Excel has answered. */
  release(): Promise<void>;
}

function register(
  session: ExcelSession,
  add: (sheets: Excel.WorksheetCollection) => readonly Handler[],
  after: Promise<void>,
): Registration {
  const context = session.openContext();
  const handlers = add(context.workbook.worksheets);
  const isTaken = after
    .then(() => context.sync())
    .then(
      () => true,
      // Without events the sheet is still read anew before every write, and a person can ask for it.
      () => false,
    );
  const release = async (): Promise<void> => {
    if (!(await isTaken)) return;
    for (const handler of handlers) handler.remove();
    await handlers[0]?.context.sync();
  };
  return { isTaken, release };
}

/** Calls at once; rejects where the callback throws. */
const called = <Told>(callback: (told: Told) => void, told: Told): Promise<void> =>
  new Promise((done) => {
    callback(told);
    done();
  });

/** Listens for one kind of event; returns the way out. */
export type Listen<Told> = (callback: (told: Told) => void) => Stop;

/**
 * All who listen share one registration, which stands as long as anybody does. Excel is told of each
 * registration and of its end by kind of event alone: an end that comes after somebody else's
 * beginning may make both deaf. So whoever begins as another leaves takes its registration over, and
 * a new one waits until the last is taken back.
 */
function listenTogether<Told>(
  session: ExcelSession,
  add: (
    sheets: Excel.WorksheetCollection,
    tell: (told: Told) => Promise<void>,
  ) => readonly Handler[],
): Listen<Told> {
  const listening = new Set<(told: Told) => void>();
  let standing: Registration | null = null;
  let released = Promise.resolve();
  // A handler that Excel keeps all the same finds nobody here. One who fails fails to Excel, which
  // logs it, and alone.
  const tell = async (told: Told): Promise<void> => {
    await Promise.all([...listening].map((callback) => called(callback, told)));
  };
  const begin = async (): Promise<void> => {
    let made: Registration | null = null;
    try {
      made = register(session, (sheets) => add(sheets, tell), released);
      standing = made;
      if (await made.isTaken) return;
    } catch {
      // An Excel without the event, or a workbook that was closed.
    }
    // Whoever listens next tries again.
    if (standing === made) standing = null;
  };
  const endIfLast = (): void => {
    if (listening.size > 0 || !standing) return;
    released = standing.release().catch(() => undefined);
    standing = null;
  };
  return (callback) => {
    const own = (told: Told): void => callback(told);
    listening.add(own);
    if (!standing) void begin();
    return () => {
      listening.delete(own);
      queueMicrotask(endIfLast);
    };
  };
}

const fromOf = ({ source }: { readonly source: string }): EditFrom =>
  source === ELSEWHERE ? 'elsewhere' : 'here';

/**
 * Tells when a person or a co-author edits any sheet, or adds or deletes one, and says where: every
 * client hears of everybody's edits. Our own writes do not count: where events say who caused
 * them (1.14) by that, elsewhere by what was written. Some edits raise no event at all (a validation
 * list on the web), so a button has to be there too.
 */
export const editsOf = (
  session: ExcelSession,
  abilities: ExcelAbilities,
  ownWrites: OwnWrites,
): Listen<EditFrom> =>
  listenTogether(session, (worksheets, tell) => {
    const told = (isOwn: boolean, from: EditFrom): Promise<void> =>
      isOwn ? Promise.resolve() : tell(from);
    const listed = (event: { readonly source: string }, isOwn: boolean): Promise<void> => {
      const from = fromOf(event);
      return told(from === 'here' && isOwn, from);
    };
    return [
      worksheets.onChanged.add((edit) => {
        const from = fromOf(edit);
        // Below 1.14 nothing says it, whatever the types promise.
        const isOwn = abilities.triggerSource
          ? edit.triggerSource === OWN_SOURCE
          : ownWrites.covers(edit.worksheetId, edit.address);
        return told(from === 'here' && isOwn, from);
      }),
      worksheets.onAdded.add((event) => listed(event, ownWrites.isRecent())),
      worksheets.onDeleted.add((event) => listed(event, ownWrites.removes(event.worksheetId))),
    ];
  });

/** Tells when a person selects another cell. */
export const selectionsOf = (session: ExcelSession): Listen<void> =>
  listenTogether(session, (worksheets, tell) => [worksheets.onSelectionChanged.add(() => tell())]);
