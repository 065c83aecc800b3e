import { Failure } from '../../model/failure';
import { rangeName, type Range } from '../../model/grid';
import type { Ledger } from '../../model/ledger';
import type { SheetSnapshot, Snapshot } from '../../model/snapshot';
import { ledgerInPlace } from '../../changes/ledger-place';
import { withOwnTraces, type StandingNote } from '../../changes/own-traces';
import { LEDGER_NAMESPACE } from '../../xlsx/read/read-ledger';
import { sheetAnswerBytes } from './answer-size';
import { askNoteCount, readOwnNotes } from './ask-notes';
import { isTooLarge, mayReadInPieces, readExcelError } from './excel-failure';
import type { ExcelAbilities } from './excel-session';
import { ledgerOfXml } from '../../xlsx/read/read-ledger';
import { revisionOf } from '../revision';
import { rangeOfAddress, rawGrid, sheetOfRaw, type RawRows, type RawSheet } from '../sheet-grid';

/** Cells of all sheets together before the workbook is refused; Excel itself gives up at 5 million. */
const MOST_CELLS = 3_000_000;
/** Bytes of one answer when everything at once was too much; Excel on the web refuses 5 MB. */
const BYTES_PER_TRIP = 4_000_000;
/** Bytes a cell takes in an answer as long as nothing is known of its sheet: rather too many. */
const BYTES_PER_CELL = 100;
/** Serial number of 1 January 2000 where days are counted from 1904; 36526 from 1900. */
const DAY_OF_1904 = 35_064;
/** From so many merged areas on a sheet is asked block by block; more may have come since. */
const MANY_MERGES = 400;
/** Excel reports merged areas of a range only up to this many; so many cells cannot hold more. */
const MOST_MERGES = 512;

export interface SheetEntry {
  readonly id: string;
  readonly name: string;
  readonly visibility: SheetSnapshot['visibility'];
}

/** What the first round trip tells: what there is to be read. */
export interface BookList {
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  readonly structureProtected: boolean;
  readonly eventsEnabled: boolean;
  /** Ids of custom XML parts in our namespace. */
  readonly parts: readonly string[];
}

export interface Size {
  readonly rowCount: number;
  readonly columnCount: number;
}

export interface Reading {
  readonly list: BookList;
  readonly snapshot: Snapshot;
  /** Notes of ours the ledger in the workbook may not know of. */
  readonly notes: readonly StandingNote[];
  /** Sheets (by id) with so many merged areas that the next question asks block by block. */
  readonly crowded: ReadonlyMap<string, Size>;
  /** Everything at once was too much last time: ask in pieces from now on. */
  readonly inPieces: boolean;
  /** Bytes a cell takes in an answer, by name of sheet, where it was read in pieces. */
  readonly weights: ReadonlyMap<string, number>;
}

/** How a workbook was read, for the next time. */
export type Manner = Pick<Reading, 'crowded' | 'inPieces' | 'weights'>;

/** A question that is already in the batch, and how to read its answer after the sync. */
export type Asked<T> = () => T;

const visibilityOf = (raw: string): SheetSnapshot['visibility'] => {
  const word = raw.toLowerCase();
  if (word === 'hidden') return 'hidden';
  return word === 'veryhidden' ? 'veryHidden' : 'visible';
};

export function askList(context: Excel.RequestContext): Asked<BookList> {
  const { workbook, runtime } = context;
  const sheets = workbook.worksheets;
  sheets.load('items/id,items/name,items/visibility');
  // No property tells the date system, but the number of a day does.
  const day = workbook.functions.date(2000, 1, 1);
  day.load('value');
  workbook.protection.load('protected');
  runtime.load('enableEvents');
  const parts = workbook.customXmlParts.getByNamespace(LEDGER_NAMESPACE);
  parts.load('items/id');
  return () => ({
    sheets: sheets.items.map(({ id, name, visibility }) => ({
      id,
      name,
      visibility: visibilityOf(visibility),
    })),
    date1904: day.value === DAY_OF_1904,
    structureProtected: workbook.protection.protected,
    eventsEnabled: runtime.enableEvents,
    parts: parts.items.map(({ id }) => id),
  });
}

export function askParts(
  context: Excel.RequestContext,
  parts: readonly string[],
): Asked<readonly string[]> {
  const texts = parts.map((id) => context.workbook.customXmlParts.getItem(id).getXml());
  return () => texts.map(({ value }) => value);
}

function askRows(grid: Excel.Range, sheet: string): Asked<RawRows> {
  grid.load('values,formulas,numberFormat,valueTypes');
  const rows = grid.getRowProperties({ rowHidden: true });
  return () => ({
    values: rawGrid(grid.values, sheet),
    formulas: rawGrid(grid.formulas, sheet),
    formats: rawGrid(grid.numberFormat, sheet),
    types: rawGrid(grid.valueTypes, sheet),
    rowHidden: rows.value.map((row) => row.rowHidden === true),
  });
}

function askMerges(grid: Excel.Range): Asked<readonly Range[]> {
  const merged = grid.getMergedAreasOrNullObject();
  // The joined address is cut off at 8,192 characters; the areas one by one are not.
  merged.load('areas/items/address');
  return () =>
    merged.isNullObject
      ? []
      : merged.areas.items.flatMap(({ address }) => rangeOfAddress(address) ?? []);
}

/**
 * Asks for everything of one sheet, from A1 to the last value. Below ExcelApi 1.13 nothing tells
 * which cells are merged: then none are said to be, labels are inherited over blanks all the same,
 * and a score can only be offered for a cell that shows none.
 */
export function askSheet(
  sheet: Excel.Worksheet,
  { id, name, visibility }: SheetEntry,
  abilities: ExcelAbilities,
  crowded: Size | null,
): Asked<RawSheet> {
  const grid = gridRange(sheet);
  const rows = askRows(grid, name);
  const columns = grid.getColumnProperties({ columnHidden: true });
  const merges = !abilities.merges
    ? (): readonly Range[] => []
    : crowded
      ? askMergesInBlocks(sheet, 0, crowded.rowCount - 1, crowded.columnCount)
      : askMerges(grid);
  sheet.protection.load('protected');
  return () => ({
    id,
    name,
    visibility,
    protected: sheet.protection.protected,
    rows: rows(),
    columnHidden: columns.value.map((column) => column.columnHidden === true),
    merges: merges(),
  });
}

/** From A1, so that rows and columns need no offset; the range of an empty sheet is A1 alone. */
function gridRange(sheet: Excel.Worksheet): Excel.Range {
  return sheet.getRange('A1').getBoundingRect(sheet.getUsedRange(true));
}

/** Whether a page or sheet has so many merged areas that it has to be asked block by block. */
export const sizeIfCrowded = (merges: number, size: Size): Size | null =>
  merges > MANY_MERGES ? size : null;

const sizeOf = ({ rows }: RawSheet): Size => ({
  rowCount: rows.values.length,
  columnCount: rows.values[0]?.length ?? 0,
});

/** A workbook as it says of itself: the ledger where it lies now, and nothing recognised yet. */
interface Gathered extends Pick<Reading, 'list' | 'crowded'> {
  readonly content: Omit<Snapshot, 'revision'>;
  readonly ledger: Ledger | null;
}

/** @throws Failure `sheet-too-large` */
function gather(list: BookList, sheets: readonly RawSheet[], parts: readonly string[]): Gathered {
  const sizes = sheets.map((sheet) => {
    const { rowCount, columnCount } = sizeOf(sheet);
    return rowCount * columnCount;
  });
  if (sizes.reduce((sum, size) => sum + size, 0) > MOST_CELLS) {
    const largest = sheets[sizes.indexOf(Math.max(...sizes))];
    throw new Failure('sheet-too-large', { part: largest?.name ?? '' });
  }
  const content: Omit<Snapshot, 'revision'> = {
    date1904: list.date1904,
    sheets: sheets.map(sheetOfRaw),
    ledger: parts.map(ledgerOfXml).find((ledger) => ledger !== null) ?? null,
  };
  const crowded = new Map(
    sheets.flatMap((sheet) => {
      const size = sizeIfCrowded(sheet.merges.length, sizeOf(sheet));
      return size ? [[sheet.id, size] as const] : [];
    }),
  );
  return { list, crowded, content, ledger: ledgerInPlace(content.ledger, content.sheets) };
}

function recogniseIn(
  { list, crowded, content, ledger }: Gathered,
  notes: readonly StandingNote[],
  inPieces: boolean,
): Reading {
  return {
    list,
    snapshot: {
      ...content,
      ledger: withOwnTraces(ledger, content.sheets, notes),
      revision: revisionOf(content),
    },
    notes,
    crowded,
    inPieces,
    weights: new Map(),
  };
}

/**
 * Puts together what was read at once.
 * @param notes those of ours that were found when the workbook was read last
 * @throws Failure `sheet-too-large`
 */
export const assemble = (
  list: BookList,
  sheets: readonly RawSheet[],
  parts: readonly string[],
  notes: readonly StandingNote[],
): Reading => recogniseIn(gather(list, sheets, parts), notes, false);

/** Reads the sheets of a list at once: one round trip; null where a crowded sheet has grown. */
async function readAtOnce(
  context: Excel.RequestContext,
  list: BookList,
  abilities: ExcelAbilities,
  crowded: Reading['crowded'],
): Promise<Reading | null> {
  const { worksheets } = context.workbook;
  const sheets = list.sheets.map((entry) =>
    askSheet(worksheets.getItem(entry.id), entry, abilities, crowded.get(entry.id) ?? null),
  );
  const parts = askParts(context, list.parts);
  const count = askNoteCount(context, abilities);
  await context.sync();
  const raw = sheets.map((sheet) => sheet());
  if (!raw.every((sheet) => isWithin(sizeOf(sheet), crowded.get(sheet.id)))) return null;
  const gathered = gather(list, raw, parts());
  const notes = await readOwnNotes(context, list.sheets, gathered.ledger, count());
  return recogniseIn(gathered, notes, false);
}

/** A sheet that grew has merged areas nobody asked for. */
const isWithin = (size: Size, asked: Size | undefined): boolean =>
  asked === undefined || (size.rowCount <= asked.rowCount && size.columnCount <= asked.columnCount);

interface Extent {
  readonly entry: SheetEntry;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Bytes a row takes in an answer. */
  readonly rowBytes: number;
}

/** Some rows of one sheet. */
interface Piece {
  readonly extent: Extent;
  readonly top: number;
  readonly bottom: number;
}

const bytesOf = ({ extent, top, bottom }: Piece): number => (bottom - top + 1) * extent.rowBytes;

function piecesOf(extent: Extent): Piece[] {
  const height = Math.max(1, Math.floor(BYTES_PER_TRIP / extent.rowBytes));
  const pieces: Piece[] = [];
  for (let top = 0; top < extent.rowCount; top += height) {
    pieces.push({ extent, top, bottom: Math.min(top + height, extent.rowCount) - 1 });
  }
  return pieces;
}

/** Packs small sheets together, so that many of them do not cost many round trips. */
function tripsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const trips: Piece[][] = [];
  let room = 0;
  for (const piece of pieces) {
    const bytes = bytesOf(piece);
    const trip = trips.at(-1);
    if (trip && bytes <= room) {
      trip.push(piece);
      room -= bytes;
    } else {
      trips.push([piece]);
      room = BYTES_PER_TRIP - bytes;
    }
  }
  return trips;
}

interface PieceAnswer {
  readonly piece: Piece;
  readonly rows: RawRows;
  readonly merges: readonly Range[];
}

/** Merged areas block by block, each with no more cells than Excel reports areas. */
function askMergesInBlocks(
  sheet: Excel.Worksheet,
  first: number,
  last: number,
  columnCount: number,
): Asked<readonly Range[]> {
  const width = Math.min(columnCount, MOST_MERGES);
  const height = Math.max(1, Math.floor(MOST_MERGES / width));
  const asked: Asked<readonly Range[]>[] = [];
  for (let top = first; top <= last; top += height) {
    for (let left = 0; left < columnCount; left += width) {
      const block = {
        top,
        left,
        bottom: Math.min(top + height - 1, last),
        right: Math.min(left + width, columnCount) - 1,
      };
      asked.push(askMerges(sheet.getRange(rangeName(block))));
    }
  }
  return () => {
    const areas = asked.flatMap((answer) => answer());
    return [...new Map(areas.map((area) => [rangeName(area), area])).values()];
  };
}

async function readPieces(
  context: Excel.RequestContext,
  pieces: readonly Piece[],
  abilities: ExcelAbilities,
): Promise<readonly PieceAnswer[]> {
  const asked = pieces.map((piece): Asked<PieceAnswer> => {
    const { entry, columnCount } = piece.extent;
    const sheet = context.workbook.worksheets.getItem(entry.id);
    const { top, bottom } = piece;
    const range = rangeName({ top, left: 0, bottom, right: columnCount - 1 });
    const rows = askRows(sheet.getRange(range), entry.name);
    const merges = abilities.merges
      ? askMergesInBlocks(sheet, top, bottom, columnCount)
      : (): readonly Range[] => [];
    return () => ({ piece, rows: rows(), merges: merges() });
  });
  try {
    await context.sync();
  } catch (reason) {
    const smaller = isTooLarge(readExcelError(reason)) ? halves(pieces) : null;
    if (smaller === null) throw reason;
    const [first, second] = smaller;
    return [
      ...(await readPieces(context, first, abilities)),
      ...(await readPieces(context, second, abilities)),
    ];
  }
  return asked.map((answer) => answer());
}

/** Two loads about half the size; null for a single row, which cannot be asked for in less. */
function halves(pieces: readonly Piece[]): readonly [readonly Piece[], readonly Piece[]] | null {
  const [only] = pieces;
  if (pieces.length > 1) {
    const middle = pieces.length >> 1;
    return [pieces.slice(0, middle), pieces.slice(middle)];
  }
  if (!only || only.top === only.bottom) return null;
  const middle = (only.top + only.bottom) >> 1;
  return [[{ ...only, bottom: middle }], [{ ...only, top: middle + 1 }]];
}

const keyOfRange = (range: Range): string => rangeName(range);

function joinPieces(answers: readonly PieceAnswer[]): {
  readonly rows: RawRows;
  readonly merges: readonly Range[];
} {
  const merges = new Map(answers.flatMap((answer) => answer.merges).map((m) => [keyOfRange(m), m]));
  const join = <K extends keyof RawRows>(key: K): RawRows[K][number][] =>
    answers.flatMap(({ rows }) => [...(rows[key] as readonly RawRows[K][number][])]);
  return {
    rows: {
      values: join('values'),
      formulas: join('formulas'),
      formats: join('formats'),
      types: join('types'),
      rowHidden: join('rowHidden'),
    },
    merges: [...merges.values()],
  };
}

/** Reads the sheets of a list in pieces: one round trip for their sizes, then as many as it takes. */
async function readInPieces(
  context: Excel.RequestContext,
  list: BookList,
  abilities: ExcelAbilities,
  weights: Manner['weights'],
): Promise<Reading> {
  const { worksheets } = context.workbook;
  const asked = list.sheets.map((entry) => {
    const sheet = worksheets.getItem(entry.id);
    const grid = gridRange(sheet);
    grid.load('rowCount,columnCount');
    const columns = grid.getColumnProperties({ columnHidden: true });
    sheet.protection.load('protected');
    return { entry, sheet, grid, columns };
  });
  const parts = askParts(context, list.parts);
  const count = askNoteCount(context, abilities);
  await context.sync();
  const extents = asked.map(({ entry, grid }): Extent => {
    const { rowCount, columnCount } = grid;
    if (rowCount * columnCount > MOST_CELLS) {
      throw new Failure('sheet-too-large', { part: entry.name });
    }
    const rowBytes = columnCount * (weights.get(entry.name) ?? BYTES_PER_CELL);
    return { entry, rowCount, columnCount, rowBytes };
  });
  const answers: PieceAnswer[] = [];
  for (const trip of tripsOf(extents.flatMap(piecesOf))) {
    answers.push(...(await readPieces(context, trip, abilities)));
  }
  const sheets = asked.map(({ entry, sheet, columns }): RawSheet => {
    const own = answers.filter(({ piece }) => piece.extent.entry === entry);
    return {
      ...entry,
      protected: sheet.protection.protected,
      columnHidden: columns.value.map((column) => column.columnHidden === true),
      ...joinPieces(own),
    };
  });
  const gathered = gather(list, sheets, parts());
  const notes = await readOwnNotes(context, list.sheets, gathered.ledger, count());
  const reading = recogniseIn(gathered, notes, true);
  return {
    ...reading,
    inPieces: isLarge(extents),
    weights: new Map(reading.snapshot.sheets.map((sheet) => [sheet.name, bytesPerCell(sheet)])),
  };
}

const bytesPerCell = (sheet: SheetSnapshot): number =>
  sheetAnswerBytes(sheet) / Math.max(1, sheet.rowCount * sheet.columnCount);

/** Whether pieces were needed for the size; many merged areas alone are asked for in blocks. */
const isLarge = (extents: readonly Extent[]): boolean =>
  extents.reduce((sum, { rowCount, rowBytes }) => sum + rowCount * rowBytes, 0) > BYTES_PER_TRIP;

/** Reads the sheets of a list: one round trip, or several where one is too small. */
export async function readSheets(
  context: Excel.RequestContext,
  list: BookList,
  abilities: ExcelAbilities,
  before: Manner,
): Promise<Reading> {
  if (before.inPieces) return readInPieces(context, list, abilities, before.weights);
  try {
    const reading = await readAtOnce(context, list, abilities, before.crowded);
    if (reading) return reading;
  } catch (reason) {
    if (!mayReadInPieces(reason)) throw reason;
  }
  return readInPieces(context, list, abilities, before.weights);
}

/**
 * Reads the whole workbook: one round trip for what there is, one for what is in it.
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
