import { Failure } from '../../model/failure';
import { parseCellName, rangeName, type Range } from '../../model/grid';
import type { EtApplication, EtSheet } from './object-model';

/** VBA's codes (CVErr) of error values → their texts (MS-VBAL, xlCVError). */
const ERRORS: ReadonlyMap<number, string> = new Map([
  [-2146826288, '#NULL!'],
  [-2146826281, '#DIV/0!'],
  [-2146826273, '#VALUE!'],
  [-2146826265, '#REF!'],
  [-2146826259, '#NAME?'],
  [-2146826252, '#NUM!'],
  [-2146826246, '#N/A'],
]);

export const errorOf = (value: unknown): string | null =>
  typeof value === 'number' ? (ERRORS.get(value) ?? null) : null;

/** More cells than these are not marshalled at once: WPS stands still for tens of seconds. */
const MANY_CELLS = 50_000;
const MOST_CELLS = 1_000_000;

export const rowsOf = ({ top, bottom }: Range): number => bottom - top + 1;
export const columnsOf = ({ left, right }: Range): number => right - left + 1;

/**
 * What a range answers, as rows of the shape asked for: one cell answers a value, a single row or
 * column one or two dimensions, depending on the version. The shape goes by the range's own size.
 * @throws Failure `wps-refused` where the answer fits no shape
 */
export function gridOfAnswer(answer: unknown, range: Range): unknown[][] {
  const [rows, columns] = [rowsOf(range), columnsOf(range)];
  if (!Array.isArray(answer)) {
    if (rows === 1 && columns === 1) return [[answer]];
    throw new Failure('wps-refused', { reason: `${rangeName(range)}: ${typeof answer}` });
  }
  const flat: unknown[] = answer.flat();
  if (flat.length !== rows * columns) {
    throw new Failure('wps-refused', { reason: `${rangeName(range)}: ${flat.length}` });
  }
  return Array.from({ length: rows }, (_, row) => flat.slice(row * columns, (row + 1) * columns));
}

/** From A1 to the last cell in use; WPS answers A1 for an empty sheet. */
export function extentOf(application: EtApplication, sheet: EtSheet): Range {
  const address = sheet.UsedRange.Address(false, false);
  const [first = '', last = first] = typeof address === 'string' ? address.split(':') : [];
  const end = parseCellName(last);
  if (!end) throw new Failure('wps-refused', { reason: `UsedRange ${String(address)}` });
  const used = { top: 0, left: 0, bottom: end.row, right: end.column };
  if (rowsOf(used) * columnsOf(used) <= MANY_CELLS) return used;
  const bottom = lastFilledRow(application, sheet, used);
  if ((bottom + 1) * columnsOf(used) > MOST_CELLS) {
    throw new Failure('sheet-too-large', { part: sheet.Name });
  }
  return { ...used, bottom };
}

/** A formatted column makes a million rows “used”: the last one with content is looked for. */
function lastFilledRow(application: EtApplication, sheet: EtSheet, used: Range): number {
  const functions = application.WorksheetFunction;
  if (!functions) return used.bottom;
  const isBlankFrom = (row: number): boolean =>
    Number(functions.CountA(sheet.Range(rangeName({ ...used, top: row })))) === 0;
  let [filled, blank] = [0, used.bottom + 1];
  while (blank - filled > 1) {
    const middle = (filled + blank) >> 1;
    if (isBlankFrom(middle)) blank = middle;
    else filled = middle;
  }
  return filled;
}
