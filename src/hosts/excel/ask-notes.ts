import type { Ledger } from '../../model/ledger';
import { ownNote } from '../../changes/own-notes';
import type { StandingNote } from '../../changes/follow-notes';
import { mayHaveMore, sheetsToLookAt } from '../../changes/own-traces';
import { rangeOfAddress } from '../sheet-grid';
import { mayReadInPieces } from './excel-failure';
import type { ExcelAbilities } from './excel-session';
import type { Gathered } from './reading';
import type { Asked, SheetEntry } from './book-list';

/** Where a note is takes a question of its own; so many fit into one request. */
const PLACES_PER_TRIP = 5_000;

/** Asks how many notes there are in the workbook; none below ExcelApi 1.18. */
export function askNoteCount(
  { workbook }: Excel.RequestContext,
  abilities: ExcelAbilities,
): Asked<number> {
  const count = abilities.notes ? workbook.notes.getCount() : null;
  return () => count?.value ?? 0;
}

interface FoundNote {
  readonly sheet: string;
  readonly note: Excel.Note;
}

/** Notes that read like ours, where there are more than the ledger knows of. */
async function findNotes(
  context: Excel.RequestContext,
  sheets: readonly SheetEntry[],
  ledger: Ledger | null,
): Promise<readonly FoundNote[]> {
  const asked = sheets.map(({ id, name }) => {
    const { notes } = context.workbook.worksheets.getItem(id);
    notes.load('items/content');
    return { name, notes };
  });
  await context.sync();
  const counts = new Map(asked.map(({ name, notes }) => [name, notes.items.length]));
  const names = new Set(sheetsToLookAt(ledger, counts));
  return asked
    .filter(({ name }) => names.has(name))
    .flatMap(({ name, notes }) => notes.items.map((note) => ({ sheet: name, note })))
    .filter(({ note }) => ownNote(note.content) !== null);
}

async function placed(
  context: Excel.RequestContext,
  found: readonly FoundNote[],
): Promise<readonly StandingNote[]> {
  const asked = found.map(({ sheet, note }) => {
    const place = note.getLocation();
    place.load('address');
    return { sheet, text: note.content, place };
  });
  await context.sync();
  return asked.flatMap(({ sheet, text, place }) => {
    const range = rangeOfAddress(place.address);
    return range ? [{ sheet, cell: { row: range.top, column: range.left }, text }] : [];
  });
}

/**
 * Notes that read like ours though the ledger does not know of them: where there are more notes in
 * the workbook than it knows of, one more round trip for what they say, and one for where those of
 * ours are. None where that is too much for Excel.
 * @param count notes in the workbook
 * @throws what Excel throws
 */
export async function readOwnNotes(
  context: Excel.RequestContext,
  sheets: readonly SheetEntry[],
  { ledger, content }: Pick<Gathered, 'ledger' | 'content'>,
  count: number,
): Promise<readonly StandingNote[]> {
  if (!mayHaveMore(ledger, content.sheets, count)) return [];
  try {
    const found = await findNotes(context, sheets, ledger);
    const notes: StandingNote[] = [];
    for (let from = 0; from < found.length; from += PLACES_PER_TRIP) {
      notes.push(...(await placed(context, found.slice(from, from + PLACES_PER_TRIP))));
    }
    return notes;
  } catch (reason) {
    if (mayReadInPieces(reason)) return [];
    throw reason;
  }
}
