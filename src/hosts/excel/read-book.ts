import { isFailure } from '../../model/failure';
import type { Range } from '../../model/grid';
import type { RawSheet } from '../sheet-grid';
import { askMergesOf, mergesStand, sizeIfCrowded, sizeOfRows, type Size } from './ask-merges';
import { askNoteCount, readOwnNotes } from './ask-notes';
import { loadSheet, gridRange, type LoadedSheet } from './ask-sheet';
import { askDateSystem, askList, askParts, workOut, type BookList } from './book-list';
import { mayReadInPieces } from './excel-failure';
import type { ExcelAbilities } from './excel-session';
import { readHidden } from './read-hidden';
import { readInPieces } from './read-pieces';
import { gather, recogniseIn, type Manner, type Reading } from './reading';

/** A sheet that grew has merged areas nobody asked for. */
const isWithin = (size: Size, asked: Size | undefined): boolean =>
  asked === undefined || (size.rowCount <= asked.rowCount && size.columnCount <= asked.columnCount);

/** Merged areas of sheets: as they were where they stand, else one round trip for those that do not. */
async function mergesOf(
  context: Excel.RequestContext,
  sheets: readonly LoadedSheet[],
  abilities: ExcelAbilities,
  { merges: known }: Manner,
): Promise<ReadonlyMap<string, readonly Range[]>> {
  const areas = new Map<string, readonly Range[]>();
  const asked: (() => void)[] = [];
  for (const { id, rows, merges } of sheets) {
    const before = known.get(id);
    const stood = before && mergesStand(before, rows) ? before.areas : null;
    const now = merges ?? stood;
    if (now) {
      areas.set(id, now);
      continue;
    }
    const sheet = context.workbook.worksheets.getItem(id);
    const crowded = sizeIfCrowded(before?.areas.length ?? 0, sizeOfRows(rows));
    const answer = askMergesOf(sheet, gridRange(sheet), abilities, crowded);
    asked.push(() => areas.set(id, answer()));
  }
  if (asked.length === 0) return areas;
  await context.sync();
  for (const answer of asked) answer();
  return areas;
}

/** What loading did not tell of the sheets: one round trip more, rarely two; none as a rule. */
async function completeSheets(
  context: Excel.RequestContext,
  loaded: readonly LoadedSheet[],
  abilities: ExcelAbilities,
  manner: Manner,
): Promise<readonly RawSheet[]> {
  const merges = await mergesOf(context, loaded, abilities, manner);
  const lines = loaded.flatMap(({ id, hidden }) => hidden.map((one) => ({ ...one, sheet: id })));
  const hidden = await readHidden(context, lines);
  return loaded.map((sheet, index): RawSheet => ({
    id: sheet.id,
    name: sheet.name,
    visibility: sheet.visibility,
    protected: sheet.protected,
    locked: sheet.locked,
    rows: { ...sheet.rows, rowHidden: hidden[index * 2] ?? [] },
    columnHidden: hidden[index * 2 + 1] ?? [],
    merges: merges.get(sheet.id) ?? [],
  }));
}

/** Reads the sheets of a list at once: one round trip; null where a crowded sheet has grown. */
async function readAtOnce(
  context: Excel.RequestContext,
  list: BookList,
  abilities: ExcelAbilities,
  manner: Manner,
): Promise<Reading | null> {
  const { worksheets } = context.workbook;
  workOut(context, list);
  const asked = list.sheets.map((entry) => {
    const crowded = manner.crowded.get(entry.id) ?? null;
    const withMerges = !manner.merges.has(entry.id);
    return loadSheet(worksheets.getItem(entry.id), entry, abilities, crowded, withMerges);
  });
  const date = askDateSystem(context, manner.date1904);
  const parts = askParts(context, list.parts);
  const count = askNoteCount(context, abilities);
  await context.sync();
  const loaded = asked.map((sheet) => sheet());
  const hasGrown = loaded.some(
    ({ id, rows, merges }) =>
      merges !== null && !isWithin(sizeOfRows(rows), manner.crowded.get(id)),
  );
  if (hasGrown) return null;
  const [date1904, texts, notesThere] = [date(), parts(), count()];
  const sheets = await completeSheets(context, loaded, abilities, manner);
  const gathered = gather({ list, date1904, sheets, parts: texts });
  const notes = await readOwnNotes(context, list.sheets, gathered, notesThere);
  return recogniseIn(gathered, { notes, all: true });
}

/** Reads the sheets of a list: one round trip, or several where one is too small. */
async function readSheets(
  context: Excel.RequestContext,
  list: BookList,
  abilities: ExcelAbilities,
  before: Manner,
): Promise<Reading> {
  if (before.inPieces) return readInPieces(context, list, abilities, before);
  try {
    const reading = await readAtOnce(context, list, abilities, before);
    if (reading) return reading;
  } catch (reason) {
    const isTooLarge = isFailure(reason) && reason.code === 'sheet-too-large';
    if (!isTooLarge && !mayReadInPieces(reason)) throw reason;
  }
  return readInPieces(context, list, abilities, before);
}

/**
 * Reads the whole workbook: one round trip for what there is, one for what is in it. Where nothing
 * has changed but values, neither counts as a write for Excel, so that a person's undo history stays.
 * @throws Failure `sheet-too-large`, and what Excel throws
 */
export async function readBook(
  context: Excel.RequestContext,
  abilities: ExcelAbilities,
  before: Manner,
): Promise<Reading> {
  const list = askList(context);
  await context.sync();
  return readSheets(context, list(), abilities, before);
}
