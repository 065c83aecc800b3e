import { bySheet } from '../../model/address';
import { Failure, isFailure } from '../../model/failure';
import type { CellRef } from '../../model/grid';
import type { Ledger } from '../../model/ledger';
import type { Degradation } from '../../model/patch';
import { isNoChange, ledgersOf, type Change } from '../../changes/change';
import type { Planned } from '../../changes/plan-change';
import { asItStands, cellsOfRecord, cellsToUnlockFor, planUndo } from '../../changes/plan-undo';
import type { StandingBook } from '../../changes/standing';
import type { UndoRecord } from '../../changes/undo-record';
import { askProtection } from './ask-protection';
import { askStanding } from './ask-standing';
import { writeLedger } from './ledger-place';
import type { EtSheet, EtWorkbook } from './object-model';
import { readBook, sessionOf, type Desk } from './sessions';
import { removeStrays } from './stray-sheets';
import { checkCells, wrapTexts, writeCells, writeFills, writeNotes } from './write-cells';
import { writePage } from './write-pages';

export const sheetNamed =
  (book: EtWorkbook) =>
  (name: string): EtSheet =>
    book.Worksheets.Item(name);

/** Our sheets, in front of which the person's own sheet comes again. */
function writePages(desk: Desk, book: EtWorkbook, change: Change): readonly Degradation[] {
  const front = book.ActiveSheet;
  const sheet = sheetNamed(book);
  const left = change.pages.flatMap((page) =>
    writePage(desk.application, book, page, change.renamed, desk.strays),
  );
  for (const name of change.removed) sheet(name).Delete();
  if (change.pages.length > 0 && !change.removed.includes(front.Name)) front.Activate();
  return left;
}

/** Ledger first, scores and marks next, our sheets last: a halt leaves what it knows of. */
function perform(desk: Desk, book: EtWorkbook, change: Change): readonly Degradation[] {
  const sheet = sheetNamed(book);
  const { first, last } = ledgersOf(change);
  const session = sessionOf(desk, book);
  const remember = (ledger: Ledger | null | undefined): void => {
    if (ledger !== undefined)
      session.unkept = writeLedger(book, ledger, desk.strays) ? null : ledger;
  };
  remember(first);
  for (const [name, own] of bySheet(change.cells)) {
    writeCells(sheet(name), own);
    wrapTexts(sheet(name), own);
  }
  for (const [name, own] of bySheet(change.fills)) writeFills(sheet(name), own);
  for (const [name, own] of bySheet(change.notes)) writeNotes(sheet(name), own);
  const degradations = writePages(desk, book, change);
  remember(last);
  for (const [name, own] of bySheet(change.cells)) checkCells(name, sheet(name), own);
  const front = session.unkept === null ? null : book.ActiveSheet.Name;
  return front === null
    ? degradations
    : [...degradations, { kind: 'ledger-not-kept', sheet: front, cell: null }];
}

/** No painting, no events and no questions meanwhile; all as it was afterwards, come what may. */
function quietly<T>(desk: Desk, reading: StandingBook, change: Change, work: () => T): T {
  const { ownWrites, switches } = desk;
  const present = new Set(reading.snapshot.sheets.map(({ id }) => id));
  const removed = new Set(change.removed);
  const close = ownWrites.open({ cells: cellsTouched(change), present, removed });
  try {
    switches.turnOff();
    return work();
  } finally {
    switches.restore();
    close();
  }
}

/** Cells by sheet (whose id is its name); null: the whole sheet. */
function cellsTouched(change: Change): ReadonlyMap<string, readonly CellRef[] | null> {
  const touched = new Map<string, readonly CellRef[] | null>();
  for (const [name, own] of bySheet(change.cells)) {
    touched.set(
      name,
      own.map(({ cell }) => cell),
    );
  }
  for (const { name } of change.pages) touched.set(name, null);
  for (const name of change.removed) touched.set(name, null);
  return touched;
}

/** Takes a write back; gives what of it stays because nobody can be sure of it. */
export function takeBack(
  desk: Desk,
  book: EtWorkbook,
  recordOf: (reading: StandingBook) => UndoRecord,
): readonly Degradation[] {
  const { merges, pages } = sessionOf(desk, book);
  const reading = readBook(desk, book, merges);
  const record = recordOf(reading);
  const standing = {
    ...askStanding(sheetNamed(book), cellsOfRecord(record, reading)),
    protection: askProtection(
      sheetNamed(book),
      reading.snapshot.sheets,
      cellsToUnlockFor(record, reading),
    ),
  };
  const { change, degradations } = planUndo(record, reading, standing, pages);
  if (!isNoChange(change)) quietly(desk, reading, change, () => perform(desk, book, change));
  return degradations;
}

/**
 * Does all of a plan, or none of it.
 * @throws Failure `wps-partly-written` where it came to a halt and could not be taken back
 */
export function performOrTakeBack(
  desk: Desk,
  book: EtWorkbook,
  reading: StandingBook,
  planned: Planned,
): readonly Degradation[] {
  // Known before anything is written: a WPS that refuses everything does not even say its name.
  const { history } = sessionOf(desk, book);
  try {
    return quietly(desk, reading, planned.change, () => perform(desk, book, planned.change));
  } catch (reason) {
    const record = { ...planned.undo, halted: true as const };
    try {
      takeBack(desk, book, (standing) => asItStands(record, standing));
      removeStrays(desk.strays, desk.switches);
    } catch (again) {
      history.push(record);
      const text = refusal(again).message;
      throw new Failure('wps-partly-written', { reason: text }, { cause: reason });
    }
    throw reason;
  }
}

/** What WPS throws, with words. */
export function refusal(reason: unknown): Failure {
  if (isFailure(reason)) return reason;
  const text = reason instanceof Error ? reason.message : String(reason);
  return new Failure('wps-refused', { reason: text }, { cause: reason });
}
