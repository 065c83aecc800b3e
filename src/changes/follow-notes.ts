import { cellLabel } from '../model/address';
import { cellName, parseCellName, type CellRef } from '../model/grid';
import type { Ledger } from '../model/ledger';
import { plainNote } from './note-text';
import { readMarks, readPlainFills, withMarks, type Mark } from './fill-memory';

/** A note that stands on a cell, whoever wrote it. */
export interface StandingNote {
  readonly sheet: string;
  readonly cell: CellRef;
  readonly text: string;
}

interface Place {
  readonly sheet: string;
  readonly cell: string;
}

/** Texts that occur once, with what has them. */
function once<T>(items: readonly T[], textOf: (item: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T | null>();
  for (const item of items) found.set(textOf(item), found.has(textOf(item)) ? null : item);
  return new Map([...found].flatMap(([text, item]) => (item === null ? [] : [[text, item]])));
}

const keyOf = ({ sheet, cell }: Place): string => cellLabel(sheet, cell);
const placeOf = ({ sheet, cell }: StandingNote): string => cellLabel(sheet, cell);

/** Where marks stand by now whose own text stands on another cell: place as remembered → place. */
function movesOf(
  astray: readonly Mark[],
  free: readonly StandingNote[],
): ReadonlyMap<string, CellRef> {
  const byText = once(free, ({ sheet, text }) => `${sheet} ${plainNote(text)}`);
  const wanted = once(astray, ({ sheet, note }) => `${sheet} ${plainNote(note ?? '')}`);
  return new Map(
    [...wanted].flatMap(([text, mark]) => {
      const to = byText.get(text);
      return to ? [[keyOf(mark), to.cell] as const] : [];
    }),
  );
}

function movedMark(mark: Mark, to: CellRef): Mark {
  const from = parseCellName(mark.cell) ?? to;
  const beside = (name: string): string => {
    const cell = parseCellName(name) ?? from;
    return cellName({
      row: cell.row + to.row - from.row,
      column: cell.column + to.column - from.column,
    });
  };
  const others = mark.others.map(({ cell, fill }) => ({ cell: beside(cell), fill }));
  return { ...mark, cell: cellName(to), others };
}

/**
 * Sheets on which marks may stand elsewhere than the ledger says: rows or columns are not told for
 * sure by what they are called, or nothing is known of what they were called.
 */
export function unsureSheets(ledger: Ledger | null): ReadonlySet<string> {
  const unsure = new Set(ledger?.unsure ?? []);
  if (!ledger?.layouts) return unsure;
  const laidOut = new Set(ledger.layouts.map(({ sheet }) => sheet));
  for (const { sheet } of ledger.flags) if (!laidOut.has(sheet)) unsure.add(sheet);
  return unsure;
}

/**
 * The ledger with its marks where their notes are, on sheets that are unsure: our own text on a cell
 * says better than its neighbours whose mark it is. A mark whose note is nowhere is lost: its fill
 * may be a person's by now.
 * @param notes all notes of those sheets
 */
export function withNotesFollowed(
  ledger: Ledger | null,
  notes: readonly StandingNote[],
): Ledger | null {
  const unsure = unsureSheets(ledger);
  const looked = notes.filter(({ sheet }) => unsure.has(sheet));
  if (!ledger || looked.length === 0) return ledger;
  // Of a sheet without a single note nobody knows whether it was looked at.
  const seen = new Set(looked.map(({ sheet }) => sheet));
  const marks = readMarks(ledger);
  const noted = marks.filter(
    ({ sheet, note, kept, noted: is }) => seen.has(sheet) && note !== null && !kept && is === null,
  );
  const standing = new Map(looked.map((note) => [placeOf(note), plainNote(note.text)]));
  const isThere = (mark: Mark): boolean => standing.get(keyOf(mark)) === plainNote(mark.note ?? '');
  const settled = new Set(noted.filter(isThere).map(keyOf));
  const astray = noted.filter((mark) => !isThere(mark));
  const moves = movesOf(
    astray,
    looked.filter((note) => !settled.has(placeOf(note))),
  );
  const gone = new Set(astray.map(keyOf).filter((place) => !moves.has(place)));
  if (moves.size + gone.size === 0) return ledger;
  const stays = (item: Place): boolean => !gone.has(keyOf(item));
  const flags = ledger.flags.filter(stays).map((flag) => {
    const to = moves.get(keyOf(flag));
    return to ? { ...flag, cell: cellName(to) } : flag;
  });
  const lost = astray.filter((mark) => !stays(mark)).map(({ sheet, cell }) => ({ sheet, cell }));
  const next: Ledger = { ...ledger, flags, lost: [...(ledger.lost ?? []), ...lost] };
  const moved = marks.filter(stays).map((mark) => {
    const to = moves.get(keyOf(mark));
    return to ? movedMark(mark, to) : mark;
  });
  return withMarks(next, moved, readPlainFills(ledger));
}
