import { Failure } from '../model/failure';
import { isCellError, type CellValue } from '../model/snapshot';

/** What may stand in a `values` or `formulas` array. Never null by accident: null keeps the cell. */
export type Payload = string | number | boolean;

/** Longer texts are sentences; Excel reads no number or date from them. */
const LONGEST_NUMBER = 64;
const LEADS = "=+-@'#＝＋－＠";

/**
 * Whether Excel would take the text for a formula, number, date, truth value or error rather than
 * for text. Errs on the safe side: an apostrophe too many is not seen.
 */
function readsAsOther(text: string): boolean {
  if (text === '') return false;
  if (LEADS.includes(text.charAt(0))) return true;
  if (text.length > LONGEST_NUMBER) return false;
  return /\p{Nd}/u.test(text) || /^\s*(?:true|false)\s*$/i.test(text);
}

/**
 * A value as it goes to Excel. Blank is `''`; text keeps being text by an apostrophe that is not
 * part of it.
 * @throws Failure `patch-number` for a number that is not finite: Excel's client would send it as
 *   null, and the old value would stay without a word.
 */
export function payloadOf(value: CellValue): Payload {
  if (value === null) return '';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Failure('patch-number');
    return value;
  }
  if (typeof value === 'boolean') return value;
  if (isCellError(value)) return value.error;
  return readsAsOther(value) ? `'${value}` : value;
}

/** What is written into a cell: the formula, or the value that stands by itself. */
export const contentOf = (content: {
  readonly value: CellValue;
  readonly formula?: string;
}): Payload => (content.formula === undefined ? payloadOf(content.value) : `=${content.formula}`);

/** Bytes of a text in a JSON request, quotes included. */
export function textBytes(text: string): number {
  let bytes = 2;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0x22 || unit === 0x5c) bytes += 2;
    else if (unit < 0x20) bytes += 6;
    else if (unit < 0x80) bytes += 1;
    else bytes += unit < 0x800 ? 2 : 3;
  }
  return bytes;
}

/** Bytes of a value in a JSON request, with what separates it from the next. */
export const payloadBytes = (value: CellValue): number =>
  typeof value === 'string' ? textBytes(value) + 4 : 20;
