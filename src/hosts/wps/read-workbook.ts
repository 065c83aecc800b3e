import { parseCellName, rangeName, type Range } from '../../model/grid';
import type { Ledger } from '../../model/ledger';
import type { Snapshot, SheetSnapshot } from '../../model/snapshot';
import { ledgerInPlace } from '../../changes/ledger-place';
import type { StandingNote } from '../../changes/follow-notes';
import { sheetsToLookAt, withOwnTraces } from '../../changes/own-traces';
import { revisionOf } from '../revision';
import { placedLines, sheetOfRaw, type Box, type RawSheet } from '../sheet-grid';
import type { StandingBook } from '../../changes/standing';
import { withoutLedgerSheets } from '../../xlsx/ledger-sheet';
import { findBoxes } from './find-boxes';
import { readLedger } from './ledger-place';
import type { EtApplication, EtSheet, EtWorkbook } from './object-model';
import { halfColumns, halfRows, uniformParts } from './read-areas';
import { mergesIn, mergesStand, type KnownMerges } from './read-merges';
import { sheetsOf } from './workbook-sheets';
import { columnsOf, errorOf, gridOfAnswer, rowsOf, usedRange } from './read-values';

const VISIBLE: ReadonlyMap<number, SheetSnapshot['visibility']> = new Map([
  [-1, 'visible'],
  [0, 'hidden'],
  [2, 'veryHidden'],
]);

/**
 * Everything of the workbook, in a handful of questions for each sheet. Sheets have no number that
 * stays with them, so their name is their id: a renamed one makes a plan stale.
 * @param known merges by the name of their sheet, not looked for again where they still stand
 * @param unkept the ledger where the workbook has no place for it
 */
export function readWorkbook(
  application: EtApplication,
  book: EtWorkbook,
  known: ReadonlyMap<string, KnownMerges>,
  unkept: Ledger | null,
): StandingBook {
  const all = sheetsOf(book);
  const sheets = all.map((sheet) => readSheet(application, sheet, known));
  const { own, ledger: besides } = withoutLedgerSheets(sheets.map(sheetOfRaw));
  const content: Omit<Snapshot, 'revision'> = {
    date1904: book.Date1904 === true,
    sheets: own,
    ledger: unkept ?? readLedger(book) ?? besides,
  };
  const ledger = ledgerInPlace(content.ledger, content.sheets);
  const readOnly = book.ReadOnly === true;
  return {
    list: {
      sheets,
      structureProtected: readOnly || book.ProtectStructure === true,
    },
    snapshot: {
      ...content,
      ledger: withOwnTraces(ledger, content.sheets, {
        notes: notesToLookAt(all, ledger),
        all: true,
      }),
      revision: revisionOf(content),
    },
  };
}

/** More notes than this on a sheet are not asked for one by one. */
const MOST_NOTES = 2_000;

/** Notes where there are more of them than the ledger knows of; none where WPS cannot list them. */
function notesToLookAt(sheets: readonly EtSheet[], ledger: Ledger | null): readonly StandingNote[] {
  const byName = new Map(sheets.map((sheet) => [sheet.Name, sheet]));
  const counts = new Map([...byName].map(([name, { Comments: notes }]) => [name, notes.Count]));
  return sheetsToLookAt(ledger, counts).flatMap((name) => {
    const notes = byName.get(name)?.Comments;
    if (!notes || notes.Count > MOST_NOTES) return [];
    try {
      return Array.from({ length: notes.Count }, (_, at) => notes.Item(at + 1)).flatMap((note) => {
        const cell = parseCellName(String(note.Parent.Address(false, false)));
        const text = note.Text();
        return cell && typeof text === 'string' ? [{ sheet: name, cell, text }] : [];
      });
    } catch {
      return [];
    }
  });
}

function readSheet(
  application: EtApplication,
  sheet: EtSheet,
  known: ReadonlyMap<string, KnownMerges>,
): RawSheet {
  const name = sheet.Name;
  const used = usedRange(sheet);
  const boxes = findBoxes(application, sheet, used);
  const extent = extentOf(boxes);
  const isProtected = sheet.ProtectContents === true;
  const cells = boxes.map((box) => readBox(sheet, box));
  const linesOf = (of: (one: BoxCells) => Box['lines'], blank: unknown) =>
    placedLines(
      rowsOf(extent),
      cells.map((one) => ({ top: one.box.top, left: one.box.left, lines: of(one) })),
      blank,
    );
  return {
    id: name,
    name,
    visibility: VISIBLE.get(Number(sheet.Visible)) ?? 'visible',
    protected: isProtected,
    locked: isProtected ? sheet.Range(rangeName(extent)).Locked : null,
    rows: {
      values: linesOf(({ values }) => values, null),
      formulas: linesOf(({ formulas }) => formulas, ''),
      formats: linesOf(({ formats }) => formats, null),
      types: linesOf(({ types }) => types, ''),
      rowHidden: hiddenIn(
        { ...extent, right: 0 },
        halfRows,
        (part) => sheet.Range(rangeName(part)).EntireRow.Hidden,
      ),
    },
    columnHidden: hiddenIn(
      { ...extent, bottom: 0 },
      halfColumns,
      (part) => sheet.Range(rangeName(part)).EntireColumn.Hidden,
    ),
    merges: readMerges(sheet, cells, known.get(name)),
  };
}

/** From A1 to the last cell of boxes. */
const extentOf = (boxes: readonly Range[]): Range => ({
  top: 0,
  left: 0,
  bottom: boxes.reduce((most, { bottom }) => Math.max(most, bottom), 0),
  right: boxes.reduce((most, { right }) => Math.max(most, right), 0),
});

interface BoxCells {
  readonly box: Range;
  /** As WPS answers them. */
  readonly raw: readonly (readonly unknown[])[];
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
  readonly types: readonly (readonly unknown[])[];
}

function readBox(sheet: EtSheet, box: Range): BoxCells {
  const range = sheet.Range(rangeName(box));
  const raw = gridOfAnswer(range.Value2, box);
  return {
    box,
    raw,
    values: raw.map((line) => line.map((value) => errorOf(value) ?? value)),
    // A text that begins with `=` is its own formula; `sheetOfRaw` tells the two apart.
    formulas: gridOfAnswer(range.Formula, box),
    formats: formatsIn(sheet, box, raw),
    types: raw.map((line) => line.map((value) => (errorOf(value) === null ? '' : 'Error'))),
  };
}

/** Merges, looked for anew only where those that are known do not stand. */
function readMerges(
  sheet: EtSheet,
  cells: readonly BoxCells[],
  known: KnownMerges | undefined,
): readonly Range[] {
  const [first] = cells;
  const isStrewn = cells.length > 1;
  if (known && first && (known.isSure || !isStrewn) && mergesStand(sheet, first.box, known)) {
    return known.merges;
  }
  const found = cells.flatMap(({ box, raw }) => mergesIn(sheet, box, raw));
  return isStrewn ? [...new Map(found.map((area) => [rangeName(area), area])).values()] : found;
}

/** Formats matter where a number stands: a date or a share is a number until its format is known. */
function formatsIn(
  sheet: EtSheet,
  extent: Range,
  values: readonly (readonly unknown[])[],
): (string | null)[][] {
  const formats = values.map((line) => line.map((): string | null => null));
  const hasNumber = ({ top, left, bottom, right }: Range): boolean =>
    values
      .slice(top - extent.top, bottom - extent.top + 1)
      .some((line) =>
        line
          .slice(left - extent.left, right - extent.left + 1)
          .some((value) => typeof value === 'number'),
      );
  const ask = (part: Range): string | null => {
    if (!hasNumber(part)) return '';
    const format = sheet.Range(rangeName(part)).NumberFormat;
    return typeof format === 'string' ? format : null;
  };
  const parts = uniformParts(extent, ask, (part) =>
    columnsOf(part) > 1 ? halfColumns(part) : halfRows(part),
  );
  for (const { range, answer } of parts) {
    if (answer === null || answer === '') continue;
    for (let row = range.top; row <= range.bottom; row += 1) {
      formats[row - extent.top]?.fill(
        answer,
        range.left - extent.left,
        range.right - extent.left + 1,
      );
    }
  }
  return formats;
}

function hiddenIn(
  extent: Range,
  split: (part: Range) => readonly [Range, Range] | null,
  ask: (part: Range) => unknown,
): boolean[] {
  const isByRow = split === halfRows;
  const hidden = Array.from({ length: isByRow ? rowsOf(extent) : columnsOf(extent) }, () => false);
  const parts = uniformParts(
    extent,
    (part) => {
      const answer = ask(part);
      return typeof answer === 'boolean' ? answer : null;
    },
    split,
  );
  for (const { range, answer } of parts) {
    if (answer !== true) continue;
    if (isByRow) hidden.fill(true, range.top, range.bottom + 1);
    else hidden.fill(true, range.left, range.right + 1);
  }
  return hidden;
}
