import { Failure } from '../../model/failure';
import { isCellError, type CellValue } from '../../model/snapshot';

/** What may stand in a `values` or `formulas` array. Never null by accident: null keeps the cell. */
export type Payload = string | number | boolean;

/** Longer texts are sentences; Excel reads no number or date from them. */
const LONGEST_NUMBER = 64;
const LEADS = "=+-@'#＝＋－＠";

/**
 * Whether Excel would take the text for a formula, number, date, truth value or error rather than
 * for text. Errs on the safe side: an apostrophe too many is not seen.
 */
export function readsAsOther(text: string): boolean {
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

/** Bytes a text takes in a JSON request, quotes included; a little more than it really does. */
export function payloadBytes(value: CellValue): number {
  return typeof value === 'string' ? value.length * 3 + 8 : 20;
}
