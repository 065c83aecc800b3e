import { rangeName, type Range } from '../../model/grid';
import type { SheetSnapshot } from '../../model/snapshot';
import { placedLines, type RawRows, type RawSheet } from '../sheet-grid';
import { sheetAnswerBytes } from './answer-size';
import { askMergesInBlocks, mergesStand, type Size } from './ask-merges';
import { askNoteCount, readOwnNotes } from './ask-notes';
import { askIfProtected, askRows, gridRange, LOCKED } from './ask-sheet';
import {
  askDateSystem,
  askParts,
  workOut,
  type Asked,
  type BookList,
  type SheetEntry,
} from './book-list';
import { isTooLarge, mayReadInPieces, readExcelError } from './excel-failure';
import type { ExcelAbilities } from './excel-session';
import { findBoxes } from './find-boxes';
import { hiddenLines, readHidden } from './read-hidden';
import { gather, MOST_CELLS, recogniseIn, type Manner, type Reading } from './reading';

/** Bytes of one answer when everything at once was too much; Excel on the web refuses 5 MB. */
const BYTES_PER_TRIP = 4_000_000;
/** Bytes a cell takes in an answer as long as nothing is known of its sheet: rather too many. */
const BYTES_PER_CELL = 100;

type Rows = Omit<RawRows, 'rowHidden'>;

interface Extent extends Size {
  readonly entry: SheetEntry;
  /** Where something stands: all of it, or some boxes far from each other. */
  readonly boxes: readonly Range[];
  readonly isStrewn: boolean;
  /** Bytes a cell takes in an answer. */
  readonly cellBytes: number;
  readonly withMerges: boolean;
}

/** Some rows of one sheet, or of a box on it. */
interface Piece extends Range {
  readonly extent: Extent;
}

const rowBytes = ({ cellBytes }: Extent, { left, right }: Range): number =>
  (right - left + 1) * cellBytes;

const bytesOf = (piece: Piece): number =>
  (piece.bottom - piece.top + 1) * rowBytes(piece.extent, piece);

function piecesOf(extent: Extent): Piece[] {
  return extent.boxes.flatMap((box) => {
    const height = Math.max(1, Math.floor(BYTES_PER_TRIP / rowBytes(extent, box)));
    const pieces: Piece[] = [];
    for (let { top } = box; top <= box.bottom; top += height) {
      pieces.push({ ...box, extent, top, bottom: Math.min(top + height - 1, box.bottom) });
    }
    return pieces;
  });
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
  readonly rows: Rows;
  readonly merges: readonly Range[];
}

async function readPieces(
  context: Excel.RequestContext,
  pieces: readonly Piece[],
): Promise<readonly PieceAnswer[]> {
  const asked = pieces.map((piece): Asked<PieceAnswer> => {
    const { entry, withMerges } = piece.extent;
    const sheet = context.workbook.worksheets.getItem(entry.id);
    const rows = askRows(sheet.getRange(rangeName(piece)), entry.name);
    const merges = withMerges ? askMergesInBlocks(sheet, piece) : (): readonly Range[] => [];
    return () => ({ piece, rows: rows(), merges: merges() });
  });
  try {
    await context.sync();
  } catch (reason) {
    const smaller = isTooLarge(readExcelError(reason)) ? halves(pieces) : null;
    if (smaller === null) throw reason;
    const [first, second] = smaller;
    return [...(await readPieces(context, first)), ...(await readPieces(context, second))];
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

/** What a cell nobody asked for holds, left of one that was. */
const BLANK = { values: '', formulas: '', formats: 'General', types: 'Empty' } as const;

/** Rows of pieces in their places. */
const placed = (
  { rowCount }: Extent,
  answers: readonly PieceAnswer[],
  key: keyof Rows,
): Rows[typeof key] =>
  placedLines(
    rowCount,
    answers.map(({ piece: { top, left }, rows }) => ({ top, left, lines: rows[key] })),
    BLANK[key],
  );

function joinPieces(
  extent: Extent,
  unsorted: readonly PieceAnswer[],
): {
  readonly rows: Rows;
  readonly merges: readonly Range[];
} {
  const answers = [...unsorted].sort((one, other) => one.piece.left - other.piece.left);
  const merges = new Map(answers.flatMap((answer) => answer.merges).map((m) => [rangeName(m), m]));
  return {
    rows: {
      values: placed(extent, answers, 'values'),
      formulas: placed(extent, answers, 'formulas'),
      formats: placed(extent, answers, 'formats'),
      types: placed(extent, answers, 'types'),
    },
    merges: [...merges.values()],
  };
}

/** Merged areas of a sheet, of so many rows a time that they fit into an answer. */
async function mergesAgain(
  context: Excel.RequestContext,
  { entry, boxes }: Extent,
): Promise<readonly Range[]> {
  const sheet = context.workbook.worksheets.getItem(entry.id);
  const asked = boxes.map((box) => askMergesInBlocks(sheet, box));
  await context.sync();
  return asked.flatMap((answer) => answer());
}

/** Sizes and what goes with them: one round trip; one more where notes cannot be counted. */
async function readExtents(
  context: Excel.RequestContext,
  list: BookList,
  abilities: ExcelAbilities,
  manner: Manner,
): ReturnType<typeof askExtents> {
  try {
    return await askExtents(context, list, abilities, manner);
  } catch (reason) {
    if (!abilities.notes || !mayReadInPieces(reason)) throw reason;
    return askExtents(context, list, { ...abilities, notes: false }, manner);
  }
}

async function askExtents(
  context: Excel.RequestContext,
  list: BookList,
  abilities: ExcelAbilities,
  manner: Manner,
) {
  const { worksheets } = context.workbook;
  workOut(context, list);
  const asked = list.sheets.map((entry) => {
    const sheet = worksheets.getItem(entry.id);
    const grid = gridRange(sheet);
    grid.load(`rowCount,columnCount,rowHidden,columnHidden,${LOCKED}`);
    return { entry, grid, protection: askIfProtected(sheet, grid) };
  });
  const date = askDateSystem(context, manner.date1904);
  const parts = askParts(context, list.parts);
  const count = askNoteCount(context, abilities);
  await context.sync();
  const extents: Extent[] = [];
  for (const { entry, grid } of asked) {
    const { rowCount, columnCount } = grid;
    const whole = { top: 0, left: 0, bottom: rowCount - 1, right: columnCount - 1 };
    const isStrewn = rowCount * columnCount > MOST_CELLS;
    const boxes = isStrewn ? await findBoxes(context, entry, whole) : [whole];
    const cellBytes = manner.weights.get(entry.name) ?? BYTES_PER_CELL;
    const withMerges = abilities.merges && !manner.merges.has(entry.id);
    extents.push({ entry, rowCount, columnCount, boxes, isStrewn, cellBytes, withMerges });
  }
  return {
    extents,
    protection: asked.map(({ protection }) => protection()),
    lines: asked.flatMap(({ entry, grid }) =>
      hiddenLines(grid, grid).map((one) => ({ ...one, sheet: entry.id })),
    ),
    date1904: date(),
    parts: parts(),
    count: count(),
  };
}

/** Reads the sheets of a list in pieces: one round trip for their sizes, then as many as it takes. */
export async function readInPieces(
  context: Excel.RequestContext,
  list: BookList,
  abilities: ExcelAbilities,
  manner: Manner,
): Promise<Reading> {
  const { extents, protection, lines, date1904, parts, count } = await readExtents(
    context,
    list,
    abilities,
    manner,
  );
  const answers: PieceAnswer[] = [];
  for (const trip of tripsOf(extents.flatMap(piecesOf))) {
    answers.push(...(await readPieces(context, trip)));
  }
  const hidden = await readHidden(context, lines);
  const sheets: RawSheet[] = [];
  for (const [index, extent] of extents.entries()) {
    const { rows, merges } = joinPieces(
      extent,
      answers.filter(({ piece }) => piece.extent.entry === extent.entry),
    );
    const known = manner.merges.get(extent.entry.id);
    const isAsked = extent.withMerges || !abilities.merges;
    const stood = known && mergesStand(known, rows) ? known.areas : null;
    sheets.push({
      ...extent.entry,
      ...(protection[index] ?? { protected: false, locked: null }),
      rows: { ...rows, rowHidden: hidden[index * 2] ?? [] },
      columnHidden: hidden[index * 2 + 1] ?? [],
      merges: isAsked ? merges : (stood ?? (await mergesAgain(context, extent))),
    });
  }
  const gathered = gather({ list, date1904, sheets, parts });
  const notes = await readOwnNotes(context, list.sheets, gathered, count);
  const reading = recogniseIn(gathered, { notes, all: true });
  return {
    ...reading,
    inPieces: isLarge(extents),
    weights: new Map(reading.snapshot.sheets.map((sheet) => [sheet.name, bytesPerCell(sheet)])),
  };
}

const bytesPerCell = (sheet: SheetSnapshot): number =>
  sheetAnswerBytes(sheet) /
  Math.max(
    1,
    sheet.values.reduce((sum, line) => sum + line.length, 0),
  );

/** Whether pieces were needed for the size; many merged areas alone are asked for in blocks. */
const isLarge = (extents: readonly Extent[]): boolean =>
  extents.some(({ isStrewn }) => isStrewn) ||
  extents.flatMap(piecesOf).reduce((sum, piece) => sum + bytesOf(piece), 0) > BYTES_PER_TRIP;
