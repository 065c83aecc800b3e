import { cellLabel } from '../model/address';
import { sameData } from '../model/same-data';
import { areasOf } from '../model/areas';
import { cellKey, parseCellName } from '../model/grid';
import { grouped } from '../model/grouped';
import type { CellPlace, Ledger, LedgerFlag, LedgerScore, LedgerSheet } from '../model/ledger';
import type { Snapshot } from '../model/snapshot';
import { withNotesFollowed, type StandingNote } from './follow-notes';
import { ledgerInPlace } from './ledger-place';
import {
  fillOfMarkup,
  readMarks,
  readPlainFills,
  withMarks,
  TONE_FILLS,
  type Mark,
} from './fill-memory';
import type { UndoRecord } from './undo-record';

/** What an undo has dealt with: taken back, or found to be a person's by now. */
interface Settled {
  /** Cells, as `附表!G5`, by where they stand now. */
  readonly scores: ReadonlySet<string>;
  readonly flags: ReadonlySet<string>;
  /** Sheets of ours that stay. */
  readonly kept: ReadonlySet<string>;
}

const keyOf = ({ sheet, cell }: CellPlace): string => cellLabel(sheet, cell);

const byKey = <T extends CellPlace>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [keyOf(item), item]));

/** Whether anything of a mark is to be seen that was not there before it. */
function shows({ tone, note, kept, noted, fill }: Mark): boolean {
  if (note !== null && !kept && noted !== false) return true;
  const before = fill === null ? null : fillOfMarkup(fill);
  return fill !== null && before?.color.toUpperCase() !== TONE_FILLS[tone];
}

/** Scores of today’s ledger that stand and that the undo did not settle. */
function openScores(
  { ledger, sheets }: Snapshot,
  before: ReadonlyMap<string, LedgerScore>,
  { scores }: Settled,
): readonly LedgerScore[] {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  return (ledger?.scores ?? []).filter((score) => {
    const key = keyOf(score);
    const cell = parseCellName(score.cell);
    if (scores.has(key) || sameData(before.get(key), score) || !cell) return false;
    return byName.get(score.sheet)?.values[cell.row]?.[cell.column] === score.wrote;
  });
}

/** Where flags show: one on the hidden part of a merged area on the first cell of it. */
function seenKeys(flags: readonly LedgerFlag[], { sheets }: Snapshot): (flag: CellPlace) => string {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const areas = new Map(
    [...grouped(flags, ({ sheet }) => sheet)].map(([name, own]) => [
      name,
      areasOf(
        byName.get(name)?.merges ?? [],
        own.flatMap(({ cell }) => parseCellName(cell) ?? []),
      ),
    ]),
  );
  return ({ sheet, cell: at }) => {
    const cell = parseCellName(at);
    const area = cell && areas.get(sheet)?.get(cellKey(cell));
    return area ? cellLabel(sheet, { row: area.top, column: area.left }) : cellLabel(sheet, at);
  };
}

function openFlags(
  ledger: Ledger,
  snapshot: Snapshot,
  before: ReadonlyMap<string, LedgerFlag>,
  { flags }: Settled,
): readonly LedgerFlag[] {
  const marks = byKey(readMarks(ledger));
  const seenKey = seenKeys(ledger.flags, snapshot);
  return ledger.flags.filter((flag) => {
    const seen = seenKey(flag);
    const mark = marks.get(seen);
    if (flags.has(seen) || !mark || !shows(mark)) return false;
    return !looksTheSame(before.get(keyOf(flag)), flag, mark);
  });
}

/** Where a host cannot write notes, another text alone has not changed the cell. */
const looksTheSame = (before: LedgerFlag | undefined, { tone, note }: LedgerFlag, mark: Mark) =>
  before?.tone === tone && (before.note === note || mark.noted !== null);

/** The items of a ledger with those that stay instead of, or beside, the ones at the same place. */
const joined = <T extends CellPlace>(before: readonly T[], open: readonly T[]): readonly T[] => {
  const places = new Set(open.map(keyOf));
  return [...before.filter((item) => !places.has(keyOf(item))), ...open];
};

const colouredCells = ({ sheet, cell, others }: Mark): readonly string[] =>
  [cell, ...others.map((one) => one.cell)].map((name) => cellLabel(sheet, name));

/** Marks with the fills of such cells left to a person. */
const fillsLeft = (marks: readonly Mark[], persons: ReadonlySet<string>): readonly Mark[] =>
  marks.map((mark) => ({
    ...mark,
    fill: persons.has(keyOf(mark)) ? null : mark.fill,
    others: mark.others.filter(({ cell }) => !persons.has(cellLabel(mark.sheet, cell))),
  }));

/**
 * The ledger before a write, with its cells where they stand now: what is written down from here on
 * is taken for sure, so a mark that goes by its neighbours needs its note to stand there.
 * @param notes notes of ours that stand once the write is taken back
 * @param persons cells, as `附表!G5`, whose fill a person gave them since
 */
export function ledgerBefore(
  { ledger }: UndoRecord,
  { sheets }: Snapshot,
  notes: readonly StandingNote[],
  persons: ReadonlySet<string>,
): Ledger | null {
  const placed = ledgerInPlace(ledger, sheets);
  const before = withNotesFollowed(placed, { notes, all: true });
  const marks = readMarks(before);
  if (!before || !marks.some((mark) => colouredCells(mark).some((cell) => persons.has(cell)))) {
    return before;
  }
  return withMarks(before, fillsLeft(marks, persons), readPlainFills(before));
}

/**
 * The ledger once a write is taken back: the one before it (`ledgerBefore`).
 * What of ours could not be taken back, or came later by another host, stays in it, so that it can
 * still be scored again and cleared. Null: nothing of ours is left; undefined: there was none.
 */
export function ledgerAfterUndo(
  before: Ledger | null,
  snapshot: Snapshot,
  settled: Settled,
): Ledger | null | undefined {
  const now = snapshot.ledger;
  if (!now) return before ?? undefined;
  const scores = openScores(snapshot, byKey(before?.scores ?? []), settled);
  const flags = openFlags(now, snapshot, byKey(before?.flags ?? []), settled);
  const sheets = now.sheets.filter(({ name }) => settled.kept.has(name));
  if (scores.length + flags.length + sheets.length === 0) return before;
  return withOpen(snapshot, now, before, { scores, flags, sheets });
}

/**
 * The ledger while a write is being taken back: it knows of all that stands before and after, and
 * how to take it back again, should it come to a halt. Undefined: one ledger does for all the time.
 */
export function ledgerMeanwhile(before: Ledger | null, snapshot: Snapshot): Ledger | undefined {
  const now = snapshot.ledger;
  if (!now || !before) return now ?? undefined;
  const { scores, flags, sheets } = now;
  const all = withOpen(snapshot, now, before, { scores, flags, sheets });
  return { ...all, host: { ...all.host, excel: now.host.excel } };
}

/**
 * The ledger while a write is under way that takes some of ours away: it knows of all that stands
 * before and after. Undefined: the one after does for all the time.
 */
export function ledgerWhileWriting(snapshot: Snapshot, next: Ledger): Ledger | undefined {
  const before = snapshot.ledger;
  if (!before) return undefined;
  const { scores, flags, sheets, host } = withOpen(snapshot, next, before, next);
  const isMore =
    scores.length > next.scores.length ||
    flags.length > next.flags.length ||
    sheets.length > next.sheets.length;
  if (!isMore) return undefined;
  const { file } = host;
  return { ...next, scores, flags, sheets, host: { ...next.host, ...(file ? { file } : {}) } };
}

function withOpen(
  snapshot: Snapshot,
  now: Ledger,
  before: Ledger | null,
  open: Pick<Ledger, 'scores' | 'flags' | 'sheets'>,
): Ledger {
  const roles = new Set(open.sheets.map(({ role }) => role));
  const sheets: readonly LedgerSheet[] = [
    ...(before?.sheets ?? []).filter(({ role }) => !roles.has(role)),
    ...open.sheets,
  ];
  const { layouts } = now;
  const ledger: Ledger = {
    ...(before ?? { ...now, mapping: {}, waivers: [], host: {} }),
    scores: joined(before?.scores ?? [], open.scores),
    flags: joined(before?.flags ?? [], open.flags),
    sheets,
    ...(layouts ? { layouts } : {}),
  };
  const places = new Set(open.flags.map(seenKeys(open.flags, snapshot)));
  const marks = joined(
    readMarks(before),
    readMarks(now).filter((mark) => places.has(keyOf(mark))),
  );
  const plain = new Map([...readPlainFills(before), ...readPlainFills(now)]);
  return withMarks(ledger, marks, plain);
}
