import { bySheet, cellLabel } from '../../model/address';
import type { CellRef } from '../../model/grid';
import type { SheetWrite } from '../../model/patch';
import { ledgersOf, type Change } from '../../changes/change';
import type { Ledger } from '../../model/ledger';
import { textBytes } from '../cell-payload';
import type { OwnWrite } from '../own-writes';
import { LEDGER_NAMESPACE } from '../../xlsx/read/read-ledger';
import { xmlOfLedger } from '../ledger-xml';
import { pageAnswerBytes, sheetAnswerBytes } from './answer-size';
import { mayReadInPieces } from './excel-failure';
import type { ExcelAbilities } from './excel-session';
import type { Prepared } from './prepare-write';
import { sizeIfCrowded, type Size } from './ask-merges';
import { askSheet } from './ask-sheet';
import { askDateSystem, askList, askParts, type Asked, type SheetEntry } from './book-list';
import { assemble, type Reading } from './reading';
import { cellSteps, fillSteps, noteSteps, wrapSteps } from './write-cells';
import { emptyStep, pageSteps, removeHiddenStep, removeStep, showAllSteps } from './write-pages';
import { ACTION_SIZE, openBatch, step, type Batch, type Step } from './write-steps';

/**
 * Bytes up to which the re-read travels with the write. Excel on the web refuses answers above 5 MB,
 * after it has done what was asked: a write whose answer is refused cannot be told from one undone.
 */
const MOST_ANSWER = 4_500_000;

function ledgerSteps(ledger: Ledger | null | undefined, parts: readonly string[]): readonly Step[] {
  if (ledger === undefined) return [];
  const xml = ledger === null ? null : xmlOfLedger(ledger);
  const [first, ...others] = parts;
  return [
    step(ACTION_SIZE * (1 + parts.length) + (xml === null ? 0 : textBytes(xml)), ({ context }) => {
      const all = context.workbook.customXmlParts;
      for (const id of xml === null ? parts : others) all.getItem(id).delete();
      if (xml === null) return;
      if (first === undefined) all.add(xml);
      else all.getItem(first).setXml(xml);
    }),
  ];
}

/** Sheets that are in no snapshot hold the ledger of a WPS without custom XML parts. */
function ledgerSheets({ list, snapshot }: Reading): readonly string[] {
  const read = new Set(snapshot.sheets.map(({ name }) => name));
  return list.sheets.flatMap(({ name }) => (read.has(name) ? [] : [name]));
}

/** The ledger moves into its part: left in a sheet, an old one would be read where the part is gone. */
function movedSteps({ ledger }: Change, reading: Reading): readonly Step[] {
  if (ledger === undefined) return [];
  const remove = reading.list.structureProtected ? emptyStep : removeHiddenStep;
  return ledgerSheets(reading).map(remove);
}

/** The ledger once more: by then there is one part of ours, whose id is another (office-js #3564). */
function againSteps(ledger: Ledger | null | undefined): readonly Step[] {
  if (ledger === undefined) return [];
  const xml = ledger === null ? null : xmlOfLedger(ledger);
  return [
    step(ACTION_SIZE * 2 + (xml === null ? 0 : textBytes(xml)), ({ context }) => {
      const own = context.workbook.customXmlParts.getByNamespace(LEDGER_NAMESPACE).getOnlyItem();
      if (xml === null) own.delete();
      else own.setXml(xml);
    }),
  ];
}

export function stepsOf(
  change: Change,
  { reading, charts }: Pick<Prepared, 'reading' | 'charts'>,
): readonly Step[] {
  const { list, snapshot } = reading;
  const { parts } = list;
  const hidden = new Map(snapshot.sheets.map(({ name, hiddenRows }) => [name, hiddenRows]));
  const { first, last } = ledgersOf(change);
  return [
    ...ledgerSteps(first, parts),
    ...cellSteps(change.cells, snapshot.sheets),
    ...wrapSteps(change.cells),
    ...fillSteps(change.fills),
    ...noteSteps(change.notes),
    ...change.pages.flatMap((page) => [
      ...((hidden.get(page.name)?.size ?? 0) > 0 ? showAllSteps(page.name) : []),
      ...pageSteps(page, change.renamed, charts.get(page.name) ?? []),
    ]),
    ...change.removed.map(removeStep),
    ...movedSteps(change, reading),
    ...(first ? againSteps(last) : ledgerSteps(last, parts)),
  ];
}

/** Whether what stands after the change can be asked for in the request that makes it. */
export function isSmall(change: Change, { snapshot }: Reading): boolean {
  const written = new Set(change.pages.map(({ name }) => name));
  const pages = change.pages.map(({ write }) => pageAnswerBytes(write));
  const sheets = snapshot.sheets
    .filter(({ name }) => !written.has(name))
    .map((sheet) => sheetAnswerBytes(sheet));
  return [...pages, ...sheets].reduce((sum, bytes) => sum + bytes, 0) <= MOST_ANSWER;
}

const sizeOfPage = ({ rows }: SheetWrite): Size => ({
  rowCount: rows.length,
  columnCount: rows.reduce((most, row) => Math.max(most, row.length), 1),
});

/** Bytes a cell of each page takes in an answer, so that it is asked for in pieces that fit. */
export const pageWeights = (change: Change): readonly (readonly [string, number])[] =>
  change.pages.map(({ name, write }) => {
    const { rowCount, columnCount } = sizeOfPage(write);
    return [name, pageAnswerBytes(write) / Math.max(1, rowCount * columnCount)];
  });

/** What is known of the merged areas of each sheet, by name, once the change is made. */
function crowdedAfter(change: Change, before: Reading): ReadonlyMap<string, Size | null> {
  const sheets = before.list.sheets.map(
    ({ id, name }) => [name, before.crowded.get(id) ?? null] as const,
  );
  const pages = change.pages.map(
    ({ name, write }) => [name, sizeIfCrowded(write.merges.length, sizeOfPage(write))] as const,
  );
  return new Map([...sheets, ...pages]);
}

/** Of the notes that were recognised, those the change does not touch; there may be others by now. */
function notesLeft({ notes, removed }: Change, reading: Reading): Reading['notes'] {
  const touched = new Set(notes.map(({ sheet, cell }) => cellLabel(sheet, cell)));
  const left = reading.notes.notes.filter(
    ({ sheet, cell }) => !touched.has(cellLabel(sheet, cell)) && !removed.includes(sheet),
  );
  return { notes: left, all: false };
}

/** Asks for the whole workbook as the change leaves it. */
export function askAfter(
  batch: Batch,
  change: Change,
  reading: Reading,
  abilities: ExcelAbilities,
): Asked<Reading> {
  const before = reading.list;
  const crowded = crowdedAfter(change, reading);
  const isMoved = change.ledger !== undefined && !before.structureProtected;
  const gone = new Set([...change.removed, ...(isMoved ? ledgerSheets(reading) : [])]);
  const entries: SheetEntry[] = [
    ...before.sheets.filter(({ name }) => !gone.has(name)),
    ...change.pages
      .filter(({ isNew }) => isNew)
      .map(({ name }): SheetEntry => ({ id: '', name, visibility: 'visible' })),
  ];
  // The results below what was written, where a person works them out by hand.
  if (before.isManual) batch.context.workbook.application.calculate('Recalculate');
  const list = askList(batch.context);
  const date = askDateSystem(batch.context, reading.date1904);
  const sheets = new Map(
    entries.map((entry) => [
      entry.name,
      askSheet(batch.sheet(entry.name), entry, abilities, crowded.get(entry.name) ?? null),
    ]),
  );
  const parts =
    change.ledger === undefined
      ? askParts(batch.context, before.parts)
      : (): readonly string[] => (change.ledger ? [xmlOfLedger(change.ledger)] : []);
  return () => {
    const now = list();
    const raw = now.sheets.flatMap((entry) => {
      const sheet = sheets.get(entry.name);
      return sheet ? [{ ...sheet(), ...entry }] : [];
    });
    const answers = { list: now, date1904: date(), sheets: raw, parts: parts() };
    return assemble(answers, notesLeft(change, reading));
  };
}

/** What a change left, in a request of its own; null where that is too much for one. */
export async function readAfter(
  context: Excel.RequestContext,
  change: Change,
  before: Reading,
  abilities: ExcelAbilities,
): Promise<Reading | null> {
  const batch = openBatch(context);
  const asked = askAfter(batch, change, before, abilities);
  try {
    await batch.context.sync();
    return asked();
  } catch (reason) {
    if (!mayReadInPieces(reason)) throw reason;
    return null;
  }
}

/** What of the workbook's sheets is written and taken away, by their ids. */
export function touchedBy(change: Change, { snapshot }: Reading): Omit<OwnWrite, 'until'> {
  const ids = new Map(snapshot.sheets.map(({ name, id }) => [name, id]));
  const idOf = (name: string): string => ids.get(name) ?? name;
  const cells = new Map<string, readonly CellRef[] | null>();
  for (const [sheet, own] of bySheet(change.cells)) {
    cells.set(
      idOf(sheet),
      own.map(({ cell }) => cell),
    );
  }
  for (const { name } of change.pages) cells.set(idOf(name), null);
  const removed = new Set(change.removed.map(idOf));
  return { cells, present: new Set(ids.values()), removed };
}
