import { cellLabel } from '../model/address';
import { cellName, parseCellName, type CellRef } from '../model/grid';
import { grouped } from '../model/grouped';
import type { Ledger, LedgerFlag, LostMark } from '../model/ledger';
import { plainNote } from './note-text';
import { lostMark, readMarks, readPlainFills, withMarks, type Mark } from './fill-memory';

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

const keyOf = ({ sheet, cell }: Place): string => cellLabel(sheet, cell);
const placeOf = ({ sheet, cell }: StandingNote): string => cellLabel(sheet, cell);

/** Whether any of these marks may stand for any other: nobody could tell them apart. */
const areAlike = (marks: readonly Mark[]): boolean =>
  marks.every(({ fill, others }) => fill === marks[0]?.fill && others.length === 0);

/** Where marks stand by now whose own text stands on another cell. */
function movesOf(
  astray: readonly Mark[],
  free: readonly StandingNote[],
): ReadonlyMap<Mark, CellRef> {
  const standing = grouped(free, ({ sheet, text }) => `${sheet} ${plainNote(text)}`);
  const wanted = grouped(astray, ({ sheet, note }) => `${sheet} ${plainNote(note ?? '')}`);
  return new Map(
    [...wanted].flatMap(([text, marks]) => {
      const notes = standing.get(text) ?? [];
      const isClear = (marks.length === 1 && notes.length === 1) || areAlike(marks);
      if (!isClear) return [];
      return marks.flatMap((mark, at) => {
        const note = notes[at];
        return note ? [[mark, note.cell] as const] : [];
      });
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
  const lost = (ledger?.lost ?? []).map(({ sheet }) => sheet);
  const unsure = new Set([...(ledger?.unsure ?? []), ...lost]);
  if (!ledger?.layouts) return unsure;
  const laidOut = new Set(ledger.layouts.map(({ sheet }) => sheet));
  for (const { sheet } of ledger.flags) if (!laidOut.has(sheet)) unsure.add(sheet);
  return unsure;
}

/** A lost mark by what is remembered of it; null where that is nothing a note could tell. */
function rememberedMark({ sheet, cell, was }: LostMark): Mark | null {
  if (!was) return null;
  const { tone, note, fills } = was;
  const others = fills.filter(([name]) => name !== cell);
  return {
    ...{ sheet, cell, tone, note, kept: false, noted: null },
    fill: fills.find(([name]) => name === cell)?.[1] ?? null,
    others: others.map(([name, fill]) => ({ cell: name, fill })),
  };
}

/**
 * The ledger with its marks where their notes are, on sheets that are unsure: our own text on a cell
 * says better than its neighbours whose mark it is. A mark whose note is nowhere is lost: its fill
 * may be a person's by now.
 * @param notes all notes of those sheets
 * @param seen sheets whose notes are known; of one without a single note nobody knows whether it was
 *   looked at, unless it is said
 */
export function withNotesFollowed(
  ledger: Ledger | null,
  notes: readonly StandingNote[],
  seen: ReadonlySet<string> = new Set(notes.map(({ sheet }) => sheet)),
): Ledger | null {
  const unsure = unsureSheets(ledger);
  const looked = notes.filter(({ sheet }) => unsure.has(sheet));
  if (!ledger || ![...unsure].some((sheet) => seen.has(sheet))) return ledger;
  const marks = readMarks(ledger);
  const noted = marks.filter(
    ({ sheet, note, kept, noted: is }) =>
      unsure.has(sheet) && seen.has(sheet) && note !== null && !kept && is === null,
  );
  const standing = new Map(looked.map((note) => [placeOf(note), plainNote(note.text)]));
  const isThere = (mark: LedgerFlag): boolean =>
    standing.get(keyOf(mark)) === plainNote(mark.note ?? '');
  const settled = new Set(noted.filter(isThere).map(keyOf));
  const astray = noted.filter((mark) => !isThere(mark));
  const missed = (ledger.lost ?? []).map((one) => [one, rememberedMark(one)] as const);
  const moves = movesOf(
    [...astray, ...missed.flatMap(([, mark]) => mark ?? [])],
    looked.filter((note) => !settled.has(placeOf(note))),
  );
  if (astray.length + moves.size === 0) return ledger;
  const away = new Set(astray);
  const moved = [...moves].map(([mark, to]) => movedMark(mark, to));
  const places = new Set(astray.map(keyOf));
  const next: Ledger = {
    ...ledger,
    flags: [
      ...ledger.flags.filter((flag) => !places.has(keyOf(flag)) || isThere(flag)),
      ...moved.map(({ sheet, cell, tone, note }) => ({ sheet, cell, tone, note })),
    ],
    lost: [
      ...missed.flatMap(([one, mark]) => (mark && moves.has(mark) ? [] : [one])),
      ...astray.filter((mark) => !moves.has(mark)).map(lostMark),
    ],
  };
  const stay = marks.filter((mark) => !away.has(mark));
  return withMarks(next, [...stay, ...moved], readPlainFills(ledger));
}
