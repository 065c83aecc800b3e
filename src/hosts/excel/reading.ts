import { Failure } from '../../model/failure';
import type { Snapshot } from '../../model/snapshot';
import { ledgerInPlace } from '../../changes/ledger-place';
import type { SeenNotes } from '../../changes/follow-notes';
import { withOwnTraces } from '../../changes/own-traces';
import type { Ledger } from '../../model/ledger';
import { withoutLedgerSheets } from '../../xlsx/ledger-sheet';
import { ledgerOfXml } from '../../xlsx/read/read-ledger';
import { revisionOf } from '../revision';
import { sheetOfRaw, type RawSheet } from '../sheet-grid';
import { knownMerges, sizeIfCrowded, sizeOfRows, type KnownMerges, type Size } from './ask-merges';
import type { BookList } from './book-list';

/** Cells of all sheets together before the workbook is refused; Excel itself gives up at 5 million. */
export const MOST_CELLS = 3_000_000;

export interface Reading {
  readonly list: BookList;
  readonly snapshot: Snapshot;
  /** Notes of ours the ledger in the workbook may not know of. */
  readonly notes: SeenNotes;
  /** Sheets (by id) with so many merged areas that the next question asks block by block. */
  readonly crowded: ReadonlyMap<string, Size>;
  /** Everything at once was too much last time: ask in pieces from now on. */
  readonly inPieces: boolean;
  /** Bytes a cell takes in an answer, by name of sheet, where it was read in pieces. */
  readonly weights: ReadonlyMap<string, number>;
  /** Null: not asked yet. */
  readonly date1904: boolean | null;
  /** Merged areas by id of sheet, so that they need not be asked for again. */
  readonly merges: ReadonlyMap<string, KnownMerges>;
}

/** How a workbook was read, for the next time. */
export type Manner = Pick<Reading, 'crowded' | 'inPieces' | 'weights' | 'date1904' | 'merges'>;

export const NEW_MANNER: Manner = {
  crowded: new Map(),
  inPieces: false,
  weights: new Map(),
  date1904: null,
  merges: new Map(),
};

/** The same, with everything asked for that is taken for granted where nothing is written. */
export const afresh = (manner: Manner): Manner => ({
  ...manner,
  date1904: null,
  merges: new Map(),
});

/** A workbook as it says of itself: the ledger where it lies now, and nothing recognised yet. */
export interface Gathered extends Pick<Reading, 'list' | 'crowded' | 'merges'> {
  readonly content: Omit<Snapshot, 'revision'>;
  readonly ledger: Ledger | null;
}

/** What Excel answered, sheet by sheet. */
export interface Answers {
  readonly list: BookList;
  readonly date1904: boolean;
  readonly sheets: readonly RawSheet[];
  /** Texts of our custom XML parts. */
  readonly parts: readonly string[];
}

/** @throws Failure `sheet-too-large` */
export function gather({ list, date1904, sheets, parts }: Answers): Gathered {
  const sizes = sheets.map(({ rows }) => rows.values.reduce((sum, line) => sum + line.length, 0));
  if (sizes.reduce((sum, size) => sum + size, 0) > MOST_CELLS) {
    const largest = sheets[sizes.indexOf(Math.max(...sizes))];
    throw new Failure('sheet-too-large', { part: largest?.name ?? '' });
  }
  const { own, ledger: besides } = withoutLedgerSheets(sheets.map(sheetOfRaw));
  const content: Omit<Snapshot, 'revision'> = {
    date1904,
    sheets: own,
    ledger: parts.map(ledgerOfXml).find((ledger) => ledger !== null) ?? besides,
  };
  const crowded = new Map(
    sheets.flatMap(({ id, merges, rows }) => {
      const size = sizeIfCrowded(merges.length, sizeOfRows(rows));
      return size ? [[id, size] as const] : [];
    }),
  );
  const merges = new Map(sheets.map((sheet) => [sheet.id, knownMerges(sheet.rows, sheet.merges)]));
  return { list, crowded, merges, content, ledger: ledgerInPlace(content.ledger, content.sheets) };
}

export function recogniseIn(
  { list, crowded, merges, content, ledger }: Gathered,
  notes: SeenNotes,
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
    merges,
    date1904: content.date1904,
    inPieces: false,
    weights: new Map(),
  };
}

/**
 * Puts together what was read at once.
 * @param notes those of ours that were found when the workbook was read last
 * @throws Failure `sheet-too-large`
 */
export const assemble = (answers: Answers, notes: SeenNotes): Reading =>
  recogniseIn(gather(answers), notes);
