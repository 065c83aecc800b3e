import { parseCellName, rangeName, type Range } from '../../model/grid';
import type { Ledger } from '../../model/ledger';
import type { Snapshot, SheetSnapshot } from '../../model/snapshot';
import { ledgerInPlace } from '../../changes/ledger-place';
import type { StandingNote } from '../../changes/follow-notes';
import { sheetsToLookAt, withOwnTraces } from '../../changes/own-traces';
import { revisionOf } from '../revision';
import { sheetOfRaw, type RawSheet } from '../sheet-grid';
import type { StandingBook } from '../../changes/standing';
import { ledgerOfXml } from '../../xlsx/read/read-ledger';
import { isLedgerSheet, ledgerInSheet } from '../../xlsx/ledger-sheet';
import { readLedger } from './ledger-place';
import type { EtApplication, EtSheet, EtWorkbook } from './object-model';
import { halfColumns, halfRows, uniformParts } from './read-areas';
import { mergesIn, mergesStand, type KnownMerges } from './read-merges';
import { sheetsOf } from './workbook-sheets';
import { columnsOf, errorOf, extentOf, gridOfAnswer, rowsOf } from './read-values';

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
      ledger: withOwnTraces(ledger, content.sheets, notesToLookAt(all, ledger)),
      revision: revisionOf(content),
    },
  };
}

/** The sheets without those that hold a ledger, and what these hold. */
function withoutLedgerSheets(sheets: readonly SheetSnapshot[]) {
  const texts = sheets.filter(isLedgerSheet).map(ledgerInSheet);
  const ledgers = texts.map((xml) => (xml === null ? null : ledgerOfXml(xml)));
  return {
    own: sheets.filter((sheet) => !isLedgerSheet(sheet)),
    ledger: ledgers.find((ledger) => ledger !== null) ?? null,
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
  const before = known.get(name);
  const extent = extentOf(application, sheet);
  const whole = sheet.Range(rangeName(extent));
  const isProtected = sheet.ProtectContents === true;
  const values = gridOfAnswer(whole.Value2, extent);
  const formulas = gridOfAnswer(whole.Formula, extent);
  return {
    id: name,
    name,
    visibility: VISIBLE.get(Number(sheet.Visible)) ?? 'visible',
    protected: isProtected,
    locked: isProtected ? whole.Locked : null,
    rows: {
      values: values.map((line) => line.map((value) => errorOf(value) ?? value)),
      // A text that begins with `=` is its own formula; `sheetOfRaw` tells the two apart.
      formulas,
      formats: formatsIn(sheet, extent, values),
      types: values.map((line) => line.map((value) => (errorOf(value) === null ? '' : 'Error'))),
      rowHidden: hiddenIn(
        extent,
        halfRows,
        (part) => sheet.Range(rangeName(part)).EntireRow.Hidden,
      ),
    },
    columnHidden: hiddenIn(
      extent,
      halfColumns,
      (part) => sheet.Range(rangeName(part)).EntireColumn.Hidden,
    ),
    merges:
      before && mergesStand(sheet, extent, before)
        ? before.merges
        : mergesIn(sheet, extent, values),
  };
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
      .slice(top, bottom + 1)
      .some((line) => line.slice(left, right + 1).some((value) => typeof value === 'number'));
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
      formats[row]?.fill(answer, range.left, range.right + 1);
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
