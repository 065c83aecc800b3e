import { cellAt, cellLabel, formulaAt, sheetsByName } from '../model/address';
import { parseCellName, type CellRef } from '../model/grid';
import { placesOfLayouts } from './ledger-layout';
import type { Degradation, SheetWrite } from '../model/patch';
import { sameValue, type CellValue, type SheetSnapshot } from '../model/snapshot';
import { findPlace, type Places } from './ledger-place';
import type { AskedCell, Standing, StandingBook } from './standing';
import type { CellChange, Change, FillChange, NoteChange, PageChange } from './change';
import { NO_FILL, readMarks, sameFill, type Mark } from './fill-memory';
import type { StandingNote } from './follow-notes';
import { sameNote } from './note-text';
import { checkPermitted, marksPermitted } from './protection';
import { ledgerAfterUndo, ledgerBefore, ledgerMeanwhile } from './undo-ledger';
import { isPersonIn, type UndoCell, type UndoNote, type UndoRecord } from './undo-record';

/** What takes a write back, and what of it stays because nobody can be sure of it. */
export interface Undone {
  readonly change: Change;
  readonly degradations: readonly Degradation[];
}

interface Entry {
  readonly sheet: string;
  readonly cell: string;
}

/** Where an entry of a record stands now. */
interface Spot {
  readonly sheet: SheetSnapshot;
  readonly cell: CellRef;
  readonly place: string;
}

interface Located<T> {
  readonly entry: T;
  /** Null where nobody can tell. */
  readonly spot: Spot | null;
  /** The very cell, by what its row and its column are called. */
  readonly sure: boolean;
}

function placesOfRecord({ layouts = [] }: UndoRecord, { snapshot }: StandingBook): Places {
  const ours = new Set((snapshot.ledger?.sheets ?? []).map(({ name }) => name));
  return placesOfLayouts(layouts, snapshot.sheets, ours);
}

/** Entries with where they stand now; those whose row, column or sheet was deleted are left out. */
function located<T extends Entry>(
  entries: readonly T[],
  places: Places,
  { snapshot }: StandingBook,
): readonly Located<T>[] {
  const sheets = sheetsByName(snapshot);
  return entries.flatMap((entry): readonly Located<T>[] => {
    const isKnown = places.get(entry.sheet) != null;
    const found = findPlace(entry, places);
    if (found === 'gone') return [];
    const { sheet: name, cell: at } = found === 'unclear' ? entry : found;
    const sheet = sheets.get(name);
    const cell = parseCellName(at);
    if (found === 'unclear' || !cell) return [{ entry, spot: null, sure: false }];
    if (!sheet) return places.has(entry.sheet) ? [{ entry, spot: null, sure: false }] : [];
    const sure = isKnown && found.row === 'label' && found.column === 'label';
    return [{ entry, spot: { sheet, cell, place: cellLabel(name, cell) }, sure }];
  });
}

/** The cells whose fill and note have to be known before a record can be taken back. */
export function cellsOfRecord(record: UndoRecord, reading: StandingBook): readonly AskedCell[] {
  const cells = new Map<string, AskedCell>();
  const entries = [...record.fills, ...record.notes];
  for (const { spot } of located(entries, placesOfRecord(record, reading), reading)) {
    if (!spot) continue;
    const { sheet, cell, place } = spot;
    cells.set(place, { sheetId: sheet.id, sheet: sheet.name, cell });
  }
  return [...cells.values()];
}

/** Cells of protected sheets that a record puts back: whether they are locked has to be known. */
export function cellsToUnlockFor(record: UndoRecord, reading: StandingBook): readonly AskedCell[] {
  return located(record.cells, placesOfRecord(record, reading), reading).flatMap(({ spot }) =>
    spot?.sheet.protected
      ? [{ sheetId: spot.sheet.id, sheet: spot.sheet.name, cell: spot.cell }]
      : [],
  );
}

/** What was decided about the entries of a record. */
interface Draft {
  readonly cells: CellChange[];
  readonly fills: FillChange[];
  readonly notes: NoteChange[];
  /** Cells a person has coloured since, as `附表!G5`. */
  readonly coloured: Set<string>;
  /** Entries nobody can be sure of: of values, and of fills and notes. */
  readonly left: Located<Entry>[];
  readonly marksLeft: Located<Entry>[];
}

/** Whether a cell goes back onto one line, as it was. */
const unwraps = ({ wrapped }: UndoCell, sheet: SheetSnapshot, standing: Standing): boolean =>
  wrapped === true && marksPermitted(sheet, standing).fills;

function undoCells(draft: Draft, entries: readonly Located<UndoCell>[], standing: Standing): void {
  for (const one of entries) {
    const { entry, spot, sure } = one;
    if (!spot || !sure) {
      draft.left.push(one);
      continue;
    }
    const { sheet, cell } = spot;
    if (!isAsWritten(entry, sheet, cell)) continue;
    const isText = sheet.formats[cell.row]?.[cell.column] === '@';
    draft.cells.push({
      ...{ sheet: sheet.name, cell, value: entry.before, isText },
      ...(entry.had === undefined ? {} : { formula: entry.had }),
      ...(unwraps(entry, sheet, standing) ? { wraps: false } : {}),
    });
  }
}

/** A formula as programs may spell it: their spaces, their small and capital letters. */
const spelt = (formula: string): string => formula.replace(/\s/g, '').toUpperCase();

/** Whether a cell still holds what was written; the result of a formula of ours follows its rows. */
function isAsWritten({ formula, wrote }: UndoCell, sheet: SheetSnapshot, cell: CellRef): boolean {
  const stands = formulaAt(sheet, cell);
  if (formula !== undefined) return stands !== null && spelt(stands) === spelt(formula);
  return stands === null && sameValue(cellAt(sheet, cell), wrote);
}

/**
 * Fills and notes: our own text on a cell says as well as its row that it is the one.
 * @param marked cells with a mark by today’s ledger: a fill as before the write is ours only there,
 *   where a write or its taking back came to a halt
 */
function undoMarks(
  draft: Draft,
  fills: readonly Located<UndoRecord['fills'][number]>[],
  notes: readonly Located<UndoNote>[],
  standing: Standing,
  marked: ReadonlySet<string>,
): void {
  const told = new Set<string>();
  for (const one of notes) {
    const { entry, spot, sure } = one;
    const note = spot ? standing.notes.get(spot.place) : undefined;
    const stands = note !== undefined && entry.wrote !== null && sameNote(note, entry.wrote);
    if (spot && stands) told.add(spot.place);
    if (!spot || !(sure || stands)) draft.marksLeft.push(one);
    else if (sameNote(note, entry.wrote) && !sameNote(note, entry.before)) {
      const { sheet, cell } = spot;
      const exists = note !== undefined;
      draft.notes.push({ sheet: sheet.name, cell, text: entry.before, exists });
    }
  }
  for (const one of fills) {
    const { entry, spot, sure } = one;
    if (!spot || !(sure || told.has(spot.place))) {
      draft.marksLeft.push(one);
      continue;
    }
    const fill = standing.fills.get(spot.place) ?? NO_FILL;
    if (sameFill(fill, entry.wrote)) {
      draft.fills.push({ sheet: spot.sheet.name, cell: spot.cell, fill: entry.before });
    } else if (!sameFill(fill, entry.before) || !marked.has(spot.place)) {
      draft.coloured.add(spot.place);
    }
  }
}

/** Notes of ours that stand once all of it is done. */
function notesAfter(
  marks: readonly Mark[],
  notes: readonly Located<UndoNote>[],
  draft: Draft,
  standing: Standing,
): readonly StandingNote[] {
  const after = new Map<string, StandingNote>();
  const stands = (sheet: string, cell: CellRef, text: string | null | undefined): void => {
    const place = cellLabel(sheet, cell);
    if (text === null || text === undefined) after.delete(place);
    else after.set(place, { sheet, cell, text });
  };
  for (const { sheet, cell: name, note, kept, noted } of marks) {
    const cell = parseCellName(name);
    if (cell && !kept && noted !== false) stands(sheet, cell, note);
  }
  for (const { spot } of notes) {
    if (spot) stands(spot.sheet.name, spot.cell, standing.notes.get(spot.place));
  }
  for (const { sheet, cell, text } of draft.notes) stands(sheet, cell, text);
  return [...after.values()];
}

interface Pages {
  readonly pages: readonly PageChange[];
  readonly removed: readonly string[];
  readonly kept: readonly string[];
}

/** Our sheets as they were; one a person has been writing in, or made since, stays. */
function undoPages(
  record: UndoRecord,
  { snapshot }: StandingBook,
  remembered: readonly SheetWrite[],
): Pages {
  const sheets = sheetsByName(snapshot);
  const pages: PageChange[] = [];
  const removed: string[] = [];
  const kept: string[] = [];
  for (const { name, before } of record.pages) {
    const present = sheets.get(name);
    if (present && !record.halted && isPersonIn(present, snapshot.ledger, remembered)) {
      kept.push(name);
    } else if (before) pages.push({ name, isNew: !present, write: before });
    else if (present) removed.push(name);
  }
  return { pages, removed, kept };
}

/** Each cell once, as it is called now, or as it was where nobody can tell. */
function leftCells(
  left: readonly Pick<Located<Entry>, 'entry' | 'spot'>[],
): readonly Degradation[] {
  const cells = new Map<string, Degradation>();
  for (const { entry, spot } of left) {
    const sheet = spot?.sheet.name ?? entry.sheet;
    const cell = spot?.cell ?? parseCellName(entry.cell);
    if (cell) cells.set(cellLabel(sheet, cell), { kind: 'undo-left', sheet, cell });
  }
  return [...cells.values()];
}

/**
 * The record of a write nobody else can have come in between: whatever its cells hold by now is the
 * write's, also where the program took a value for another.
 */
export function asItStands(record: UndoRecord, { snapshot }: StandingBook): UndoRecord {
  const sheets = sheetsByName(snapshot);
  const stands = ({ sheet, cell }: UndoCell): CellValue => {
    const at = parseCellName(cell);
    return at && cellAt(sheets.get(sheet), at);
  };
  return { ...record, cells: record.cells.map((entry) => ({ ...entry, wrote: stands(entry) })) };
}

/**
 * What takes a write back, in whatever state it left the workbook: what still is as written goes
 * back to the very cells it came from, wherever they stand by now. What a person changed since
 * stays, and so does, by name, whatever cannot be placed for sure.
 * @param remembered our sheets as they were last written
 * @throws Failure `sheet-protected`
 */
export function planUndo(
  record: UndoRecord,
  reading: StandingBook,
  standing: Standing,
  remembered: readonly SheetWrite[] = [],
): Undone {
  const places = placesOfRecord(record, reading);
  const at = <T extends Entry>(entries: readonly T[]) => located(entries, places, reading);
  const draft: Draft = {
    cells: [],
    fills: [],
    notes: [],
    coloured: new Set(),
    left: [],
    marksLeft: [],
  };
  const { snapshot } = reading;
  const marks = readMarks(snapshot.ledger);
  const [cells, fills, notes] = [at(record.cells), at(record.fills), at(record.notes)];
  undoCells(draft, cells, standing);
  const marked = new Set(marks.map(({ sheet, cell }) => cellLabel(sheet, cell)));
  undoMarks(draft, fills, notes, standing, marked);
  checkPermitted(draft, snapshot, standing);
  const stand = notesAfter(marks, notes, draft, standing);
  const before = ledgerBefore(record, snapshot, stand, draft.coloured);
  const { lost = [] } = before ?? {};
  const { kept, ...pages } = undoPages(record, reading, remembered);
  const placesIn = (own: readonly Located<Entry>[]): readonly string[] =>
    own.flatMap(({ spot }) => (spot ? [spot.place] : []));
  const settled = (
    own: readonly Located<Entry>[],
    left: ReadonlySet<string>,
  ): ReadonlySet<string> => new Set(placesIn(own).filter((place) => !left.has(place)));
  return {
    change: {
      cells: draft.cells,
      fills: draft.fills,
      notes: draft.notes,
      ...pages,
      ledger: ledgerAfterUndo(before, snapshot, {
        scores: settled(cells, new Set(placesIn(draft.left))),
        flags: settled([...fills, ...notes], new Set(placesIn(draft.marksLeft))),
        kept: new Set(kept),
      }),
      meanwhile: ledgerMeanwhile(before, snapshot),
      renamed: new Map(),
    },
    degradations: [
      ...leftCells([
        ...draft.left,
        ...draft.marksLeft,
        ...lost.map((entry) => ({ entry, spot: null })),
      ]),
      ...kept.map((sheet): Degradation => ({ kind: 'sheet-kept', sheet, cell: null })),
    ],
  };
}
