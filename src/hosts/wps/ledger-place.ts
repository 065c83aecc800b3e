import { rangeName, type Range } from '../../model/grid';
import type { Ledger } from '../../model/ledger';
import { freeSheetName } from '../../changes/sheet-names';
import { LEDGER_NAMESPACE, ledgerOfXml, ledgerText } from '../../xlsx/read/read-ledger';
import {
  cellsOfLedger,
  isLedgerIn,
  isLedgerName,
  LEDGER_SHEET,
  ledgerCellCount,
  ledgerOfCells,
} from '../../xlsx/ledger-sheet';
import { xmlOfLedger } from '../ledger-xml';
import type { EtSheet, EtWorkbook, EtXmlPart } from './object-model';
import { gridOfAnswer } from './read-values';
import { sheetsOf } from './workbook-sheets';
import { addNamed, isBlank, keepStray, type StraySheets } from './stray-sheets';

/** `xlSheetVeryHidden` and `xlSheetVisible` */
const VERY_HIDDEN = 2;
const VISIBLE = -1;

/**
 * The ledger is the same custom XML part that files and Excel keep, so every host goes on where
 * another stopped. Not every version has such parts, and one may take a part without keeping it: so
 * what was written is read back, and a very hidden sheet is the second place.
 */
function partsOf(book: EtWorkbook): readonly EtXmlPart[] {
  const parts = book.CustomXMLParts;
  const count = Number(parts?.Count);
  if (!parts || !(count > 0)) return [];
  const all = Array.from({ length: count }, (_, at) => parts.Item(at + 1));
  return all.filter((part) => part.NamespaceURI === LEDGER_NAMESPACE);
}

/** The ledger in the custom XML part; null where there is none, or none that is whole. */
export function readLedger(book: EtWorkbook): Ledger | null {
  for (const { XML: xml } of partsOf(book)) {
    const ledger = typeof xml === 'string' ? ledgerOfXml(xml) : null;
    if (ledger) return ledger;
  }
  return null;
}

function addPart(book: EtWorkbook, xml: string): boolean {
  try {
    book.CustomXMLParts?.Add(xml);
    const wanted = ledgerText(xml);
    return partsOf(book).some(
      ({ XML: kept }) => typeof kept === 'string' && ledgerText(kept) === wanted,
    );
  } catch {
    return false;
  }
}

const firstCell = (sheet: EtSheet): unknown => sheet.Range('A1').Value2;

/** One that holds a ledger, or was begun to hold one when WPS began to refuse everything. */
const isLedgerSheet = (sheet: EtSheet): boolean =>
  isLedgerIn(sheet.Name, Number(sheet.Visible) === VERY_HIDDEN, firstCell(sheet)) ||
  (isLedgerName(sheet.Name) && isBlank(sheet));

const ledgerSheets = (book: EtWorkbook): readonly EtSheet[] => sheetsOf(book).filter(isLedgerSheet);

const begunSheets = (book: EtWorkbook): readonly EtSheet[] =>
  ledgerSheets(book).filter((sheet) => ledgerOfCells(columnOf(sheet)) === null);

/** The cells of the column a ledger stands in, as many as the first one says. */
function columnOf(sheet: EtSheet): readonly unknown[] {
  const count = ledgerCellCount(firstCell(sheet)) ?? 0;
  if (count === 0) return [];
  const area: Range = { top: 0, left: 0, bottom: count - 1, right: 0 };
  return gridOfAnswer(sheet.Range(rangeName(area)).Value2, area).flat();
}

/** Whether a sheet was begun to hold a ledger, by whichever session, and holds none. */
export const hasBegun = (book: EtWorkbook): boolean => begunSheets(book).length > 0;

/** Takes such sheets away. Questions of WPS have to be off. */
export const removeBegun = (book: EtWorkbook): void => begunSheets(book).forEach(removeSheet);

/**
 * Hidden and marked before it is filled, so that a halt leaves nothing that is not known for ours.
 * @returns the sheet's name; null where it does not read as written, and then it is gone again
 */
function addSheet(book: EtWorkbook, xml: string, strays: StraySheets): string | null {
  let made: EtSheet | null = null;
  try {
    const sheets = book.Worksheets;
    const front = book.ActiveSheet;
    const taken = new Set(sheetsOf(book).map(({ Name: name }) => name.toLowerCase()));
    const name = freeSheetName(LEDGER_SHEET, taken);
    const add = (): EtSheet => sheets.Add(undefined, sheets.Item(sheets.Count));
    made = addNamed(strays, add, name);
    front.Activate();
    if (fillSheet(made, xml)) return name;
  } catch {
    // Gone again below.
  }
  if (made) discard(made, strays);
  return null;
}

/** Whether the ledger reads as written. */
function fillSheet(sheet: EtSheet, xml: string): boolean {
  sheet.Visible = VERY_HIDDEN;
  const cells = cellsOfLedger(xml);
  cells.forEach((cell, row) => {
    sheet.Range(`A${row + 1}`).Value2 = cell;
  });
  return Number(sheet.Visible) === VERY_HIDDEN && ledgerOfCells(columnOf(sheet)) === xml;
}

/** Takes a sheet away that is none; where WPS refuses that too, at the next call. */
function discard(sheet: EtSheet, strays: StraySheets): void {
  try {
    removeSheet(sheet);
  } catch {
    keepStray(strays, sheet);
  }
}

/** Shown first: what is very hidden is not deleted in every version. What stays is hidden again. */
function removeSheet(sheet: EtSheet): void {
  try {
    sheet.Visible = VISIBLE;
    sheet.Delete();
  } catch (reason) {
    hide(sheet);
    throw reason;
  }
}

function hide(sheet: EtSheet): void {
  try {
    sheet.Visible = VERY_HIDDEN;
  } catch {
    // It is known by its name all the same, and goes with the next ledger.
  }
}

/**
 * Leaves the ledger in the workbook; null takes it away. The new one is there before the old ones
 * go, so that there is never none. Questions of WPS have to be off.
 * @returns false where the workbook keeps it in neither place
 */
export function writeLedger(book: EtWorkbook, ledger: Ledger | null, strays: StraySheets): boolean {
  const parts = partsOf(book);
  const xml = ledger && xmlOfLedger(ledger);
  const isInPart = xml !== null && addPart(book, xml);
  const add = (text: string): string | null => addSheet(book, text, strays);
  // Once more: only what is refused twice is taken for refused for good.
  const sheet = xml === null || isInPart ? null : (add(xml) ?? add(xml));
  if (xml !== null && !isInPart && sheet === null) return false;
  for (const part of [...parts].reverse()) part.Delete();
  for (const old of ledgerSheets(book)) if (old.Name !== sheet) removeSheet(old);
  return true;
}
