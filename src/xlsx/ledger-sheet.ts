import type { Ledger } from '../model/ledger';
import { isCellError, type CellValue, type SheetSnapshot } from '../model/snapshot';
import { packText, unpackText } from './packed-text';
import { ledgerOfXml } from './read/read-ledger';

/** The sheet's name where nobody has one of that name; it is known by its first cell, not by this. */
export const LEDGER_SHEET = '_jixiao_ledger';
/** Whether a sheet may have been begun to hold a ledger; what stands on it decides. */
export const isLedgerName = (name: string): boolean =>
  name === LEDGER_SHEET || (name.startsWith(`${LEDGER_SHEET}(`) && name.endsWith(')'));
/** What its first cell begins with. */
const MARK = 'urn:jixiao:ledger-sheet:1';
/** Characters in a cell; Excel and WPS take 32,767. */
const MOST_IN_CELL = 30_000;
/** Before every piece: base64 may begin with a sign that makes a formula. */
const LEAD = 'p';

/** A ledger's text as cells of one column, for a workbook that keeps no custom XML part. */
export function cellsOfLedger(xml: string): readonly string[] {
  const { content, bytes } = packText(xml);
  const pieces = content.match(new RegExp(`.{1,${MOST_IN_CELL}}`, 'g')) ?? [];
  return [`${MARK} ${bytes} ${pieces.length}`, ...pieces.map((piece) => `${LEAD}${piece}`)];
}

/** Cells of the column by what its first one says; null where the sheet is not such a one. */
export function ledgerCellCount(first: unknown): number | null {
  if (typeof first !== 'string') return null;
  const [mark, , pieces] = first.split(' ');
  const count = Number(pieces);
  return mark === MARK && Number.isInteger(count) && count >= 0 && count < 10_000
    ? count + 1
    : null;
}

/** The text those cells hold; null where they hold none or were damaged. */
export function ledgerOfCells(cells: readonly unknown[]): string | null {
  const [first, ...pieces] = cells;
  if (ledgerCellCount(first) !== cells.length) return null;
  const bytes = Number(String(first).split(' ')[1]);
  const texts = pieces.map((piece) =>
    typeof piece === 'string' && piece.startsWith(LEAD) ? piece.slice(LEAD.length) : '',
  );
  return unpackText({ content: texts.join(''), bytes });
}

const textOf = (value: CellValue | undefined): unknown =>
  value !== null && value !== undefined && isCellError(value) ? null : value;

/**
 * Whether a sheet is such a one, by its first cell. One with another name has to be very hidden: a
 * person who copies the cells elsewhere has a sheet of their own. One with our name may have been
 * shown, by a person or by a WPS that came to a halt as it took the sheet away.
 */
export const isLedgerIn = (name: string, isVeryHidden: boolean, first: unknown): boolean =>
  ledgerCellCount(first) !== null && (isVeryHidden || isLedgerName(name));

const isLedgerSheet = ({ name, visibility, values }: SheetSnapshot): boolean =>
  isLedgerIn(name, visibility === 'veryHidden', textOf(values[0]?.[0]));

const ledgerInSheet = ({ values }: SheetSnapshot): Ledger | null =>
  ledgerOfXml(ledgerOfCells(values.map((line) => textOf(line[0]))) ?? '');

/**
 * The sheets of a workbook without those a ledger stands in, and the ledger a WPS without custom XML
 * parts left there; null where there is none, or none that is whole.
 */
export function withoutLedgerSheets(sheets: readonly SheetSnapshot[]): {
  readonly own: readonly SheetSnapshot[];
  readonly ledger: Ledger | null;
} {
  const ledgers = sheets.filter(isLedgerSheet).map(ledgerInSheet);
  return {
    own: sheets.filter((sheet) => !isLedgerSheet(sheet)),
    ledger: ledgers.find((ledger) => ledger !== null) ?? null,
  };
}
