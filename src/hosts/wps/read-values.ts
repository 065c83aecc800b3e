import { Failure } from '../../model/failure';
import { parseCellName, rangeName, type Range } from '../../model/grid';
import type { EtSheet } from './object-model';

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

/**
 * From A1 to the last cell in use; WPS answers A1 for an empty sheet.
 * @throws Failure `wps-refused` where it answers no address
 */
export function usedRange(sheet: EtSheet): Range {
  const address = sheet.UsedRange.Address(false, false);
  const [first = '', last = first] = typeof address === 'string' ? address.split(':') : [];
  const end = parseCellName(last);
  if (!end) throw new Failure('wps-refused', { reason: `UsedRange ${String(address)}` });
  return { top: 0, left: 0, bottom: end.row, right: end.column };
}
