import { Failure } from '../../model/failure';
import type { AskedCell, Standing } from '../../changes/standing';
import { askMarks, threadPlaces, type AskedStanding } from './ask-marks';
import { askProtection } from './ask-protection';
import { askOneLine } from './ask-wraps';
import { isGone, mayReadInPieces, readExcelError } from './excel-failure';
import type { ExcelAbilities } from './excel-session';
import { askSheet } from './ask-sheet';
import { askDateSystem, askList, askParts, sameList, type Asked } from './book-list';
import { assemble, type Reading } from './reading';

/** Cells with a note are asked for one by one; so many fit into one request. */
const MARKS_PER_TRIP = 5_000;

/** What is known right before a write. */
export interface Prepared {
  readonly reading: Reading;
  readonly standing: Standing;
  /** Cells a thread of comments hangs on. */
  readonly threads: ReadonlySet<string>;
  /** Names of charts per sheet of ours. */
  readonly charts: ReadonlyMap<string, readonly string[]>;
  /** Excel could not be asked for notes: none is written or taken away. */
  readonly withoutNotes?: true;
}

/** Whom is asked, and of what. */
export interface Asking {
  readonly openContext: () => Excel.RequestContext;
  readonly abilities: ExcelAbilities;
  /** Cells whose fills and notes have to be known. */
  readonly cells: readonly AskedCell[];
  /** Cells of protected sheets that are to be written. */
  readonly values: readonly AskedCell[];
  /** Cells that get a long text. */
  readonly texts: readonly AskedCell[];
  /** Threads matter to what is about to be written; finding them may cost a round trip. */
  readonly withThreads: boolean;
}

function askCharts(
  context: Excel.RequestContext,
  sheets: readonly { readonly id: string; readonly name: string }[],
): Asked<Prepared['charts']> {
  const asked = sheets.map(({ id, name }) => {
    const { charts } = context.workbook.worksheets.getItem(id);
    charts.load('items/name');
    return { name, charts };
  });
  return () =>
    new Map(asked.map(({ name, charts }) => [name, charts.items.map((chart) => chart.name)]));
}

/** Our own sheets that are there, with their ids. */
const ownSheets = ({ snapshot }: Reading) => {
  const names = new Set(snapshot.ledger?.sheets.map(({ name }) => name));
  return snapshot.sheets.filter(({ name }) => names.has(name));
};

function joinStanding(parts: readonly AskedStanding[]): AskedStanding {
  return {
    fills: new Map(parts.flatMap(({ fills }) => [...fills])),
    notes: new Map(parts.flatMap(({ notes }) => [...notes])),
    threads: parts[0]?.threads ?? [],
  };
}

/** What stands on the first cells, what protection lets through, which are on one line: in a batch that is being filled. */
function askFirst(
  context: Excel.RequestContext,
  { abilities, cells, values, texts }: Asking,
  { snapshot }: Reading,
) {
  return {
    marks: askMarks(context, cells.slice(0, MARKS_PER_TRIP), abilities),
    protection: askProtection(context, snapshot.sheets, values),
    oneLine: askOneLine(context, texts),
  };
}

async function standingOn(
  context: Excel.RequestContext,
  first: ReturnType<typeof askFirst>,
  { abilities, withThreads, cells }: Asking,
): Promise<Pick<Prepared, 'standing' | 'threads'>> {
  const parts = [first.marks()];
  const [protection, oneLine] = [first.protection(), first.oneLine()];
  for (let from = MARKS_PER_TRIP; from < cells.length; from += MARKS_PER_TRIP) {
    const asked = askMarks(context, cells.slice(from, from + MARKS_PER_TRIP), abilities);
    await context.sync();
    parts.push(asked());
  }
  const { threads, ...standing } = joinStanding(parts);
  return {
    standing: { ...standing, protection, oneLine },
    threads: withThreads ? await threadPlaces(threads) : new Set(),
  };
}

/**
 * Everything again in one round trip, with what stands on the cells; null where that is too much.
 * @throws Failure `stale-snapshot` where sheets came or went, and what Excel throws
 */
export async function verifyAtOnce(asking: Asking, before: Reading): Promise<Prepared | null> {
  const { abilities } = asking;
  const context = asking.openContext();
  const list = askList(context);
  const date = askDateSystem(context);
  const { worksheets } = context.workbook;
  const sheets = before.list.sheets.map((entry) =>
    askSheet(worksheets.getItem(entry.id), entry, abilities, before.crowded.get(entry.id) ?? null),
  );
  const parts = askParts(context, before.list.parts);
  const charts = askCharts(context, ownSheets(before));
  const first = askFirst(context, asking, before);
  try {
    await context.sync();
  } catch (reason) {
    if (isGone(readExcelError(reason))) throw new Failure('stale-snapshot');
    if (mayReadInPieces(reason)) return null;
    throw reason;
  }
  if (!sameList(list(), before.list)) throw new Failure('stale-snapshot');
  const answers = {
    list: list(),
    date1904: date(),
    sheets: sheets.map((sheet) => sheet()),
    parts: parts(),
  };
  const reading = assemble(answers, before.notes);
  return { reading, ...(await standingOn(context, first, asking)), charts: charts() };
}

/**
 * What stands on the cells of a workbook that has just been read. Where Excel cannot be asked for
 * notes, as on the web for some properties (office-js #6198), scores and fills are still written.
 */
export async function prepareAfter(asking: Asking, reading: Reading): Promise<Prepared> {
  try {
    return await prepareOnce(asking, reading);
  } catch (reason) {
    const { abilities, withThreads } = asking;
    // What is taken back has to be known in full.
    if (!abilities.notes || !withThreads || !mayReadInPieces(reason)) throw reason;
    const plain = { ...asking, abilities: { ...abilities, notes: false } };
    return { ...(await prepareOnce(plain, reading)), withoutNotes: true };
  }
}

async function prepareOnce(asking: Asking, reading: Reading): Promise<Prepared> {
  const context = asking.openContext();
  const charts = askCharts(context, ownSheets(reading));
  const first = askFirst(context, asking, reading);
  await context.sync();
  return { reading, ...(await standingOn(context, first, asking)), charts: charts() };
}
