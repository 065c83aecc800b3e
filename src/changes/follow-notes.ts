import { cellLabel } from '../model/address';
import { cellName, parseCellName, type CellRef } from '../model/grid';
import { grouped } from '../model/grouped';
import type { CellPlace, Ledger, LostMark } from '../model/ledger';
import { wordsOf } from './note-text';
import { lostMark, readMarks, readPlainFills, withMarks, type Mark } from './fill-memory';

/** A note that stands on a cell, whoever wrote it. */
export interface StandingNote {
  readonly sheet: string;
  readonly cell: CellRef;
  readonly text: string;
}

/** The notes a host has seen. */
export interface SeenNotes {
  readonly notes: readonly StandingNote[];
  /** They are all there are by now; else of a sheet without any nobody knows whether it has some. */
  readonly all: boolean;
}

const keyOf = ({ sheet, cell }: CellPlace): string => cellLabel(sheet, cell);
const placeOf = ({ sheet, cell }: StandingNote): string => cellLabel(sheet, cell);

/** Whether any of these marks may stand for any other: nobody could tell them apart. */
const areAlike = (marks: readonly Mark[]): boolean =>
  marks.every(({ fill, others }) => fill === marks[0]?.fill && others.length === 0);

/** Where marks stand by now whose own text stands on another cell. */
function movesOf(
  astray: readonly Mark[],
  free: readonly StandingNote[],
): ReadonlyMap<Mark, CellRef> {
  const standing = grouped(free, ({ sheet, text }) => `${sheet} ${wordsOf(text)}`);
  const wanted = grouped(astray, ({ sheet, note }) => `${sheet} ${wordsOf(note ?? '')}`);
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

/** Sheets with flags of which nothing is known of what their rows and columns were called. */
function unknownSheets(ledger: Ledger | null): ReadonlySet<string> {
  if (!ledger?.layouts) return new Set();
  const laidOut = new Set(ledger.layouts.map(({ sheet }) => sheet));
  return new Set(ledger.flags.map(({ sheet }) => sheet).filter((sheet) => !laidOut.has(sheet)));
}

/**
 * Sheets on which marks may stand elsewhere than the ledger says: rows or columns are not told for
 * sure by what they are called, or nothing is known of what they were called.
 */
export function unsureSheets(ledger: Ledger | null): ReadonlySet<string> {
  const places = [...(ledger?.unsure ?? []), ...(ledger?.lost ?? [])];
  return new Set([...places.map(({ sheet }) => sheet), ...unknownSheets(ledger)]);
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

/** The marks of sheets that are unsure, by how each is found again. */
interface Followed {
  /** By its own note, on another cell. */
  readonly moved: ReadonlyMap<Mark, CellRef>;
  /** By its address alone: a person's colour may stand there by now. */
  readonly lost: readonly Mark[];
}

/** Our own text on a cell says best whose mark it is, then what its row and its column are called. */
function followed(
  ledger: Ledger,
  marks: readonly Mark[],
  missed: readonly Mark[],
  notes: readonly StandingNote[],
): Followed {
  const standing = new Map(notes.map((note) => [placeOf(note), wordsOf(note.text)]));
  const isNoted = ({ note, kept, noted }: Mark): boolean =>
    note !== null && !kept && noted === null;
  const isThere = (mark: Mark): boolean =>
    isNoted(mark) && standing.get(keyOf(mark)) === wordsOf(mark.note ?? '');
  const unknown = unknownSheets(ledger);
  const unsure = new Set((ledger.unsure ?? []).map(keyOf));
  const isNamed = (mark: Mark): boolean => !unsure.has(keyOf(mark)) && !unknown.has(mark.sheet);
  const settled = new Set(marks.filter(isThere).map(keyOf));
  const [named, astray] = parted(
    marks.filter((mark) => !isThere(mark)),
    isNamed,
  );
  const moved = movesOf(
    [...astray, ...missed, ...named].filter(isNoted),
    notes.filter((note) => !settled.has(placeOf(note))),
  );
  const claimed = new Set([...moved].map(([{ sheet }, cell]) => cellLabel(sheet, cellName(cell))));
  return {
    moved,
    lost: [...astray, ...named.filter((mark) => claimed.has(keyOf(mark)))].filter(
      (mark) => !moved.has(mark),
    ),
  };
}

function parted<T>(items: readonly T[], isFirst: (item: T) => boolean): readonly [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

/**
 * The ledger with its marks where they are on sheets that are unsure, each by what it can be told by:
 * its own note, or what its row and its column are called. One with neither is lost: its fill may be
 * a person's by now.
 */
export function withNotesFollowed(ledger: Ledger | null, { notes, all }: SeenNotes): Ledger | null {
  const unsure = unsureSheets(ledger);
  const seen = new Set(notes.map(({ sheet }) => sheet));
  const isLooked = ({ sheet }: { readonly sheet: string }): boolean =>
    unsure.has(sheet) && (all || seen.has(sheet));
  if (!ledger || unsure.size === 0) return ledger;
  const marks = readMarks(ledger);
  const missed = (ledger.lost ?? []).map((one) => [one, rememberedMark(one)] as const);
  const { moved, lost } = followed(
    ledger,
    marks.filter(isLooked),
    missed.flatMap(([one, mark]) => (mark && isLooked(one) ? [mark] : [])),
    notes.filter(isLooked),
  );
  if (moved.size + lost.length === 0) return ledger;
  const away = new Set([...moved.keys(), ...lost]);
  const stay = marks.filter((mark) => !away.has(mark));
  const there = [...moved].map(([mark, to]) => movedMark(mark, to));
  const places = new Set(stay.map(keyOf));
  const left = new Set([...away].map(keyOf));
  const next: Ledger = {
    ...ledger,
    flags: [
      ...ledger.flags.filter((flag) => places.has(keyOf(flag)) || !left.has(keyOf(flag))),
      ...there.map(({ sheet, cell, tone, note }) => ({ sheet, cell, tone, note })),
    ],
    lost: [
      ...missed.flatMap(([one, mark]) => (mark && moved.has(mark) ? [] : [one])),
      ...lost.map(lostMark),
    ],
  };
  return withMarks(next, [...stay, ...there], readPlainFills(ledger));
}
