import { isTrue } from '../xml';
import { broken, MAX_COLUMN, MAX_ROW, type Cursor, type Reading } from './sheet-reading';

export const SPACE = 32;
export const EXCLAMATION = 33;
const QUOTE = 34;
const APOSTROPHE = 39;
export const SLASH = 47;
export const COLON = 58;
export const LESS = 60;
const EQUALS = 61;
export const GREATER = 62;
export const QUESTION = 63;
export const LOWER_C = 99;
export const LOWER_F = 102;
export const LOWER_R = 114;
const LOWER_S = 115;
const LOWER_T = 116;
export const LOWER_V = 118;

/** Cell types by one character each; `t="str"` is told from `t="s"` as T. */
export const TYPE_NUMBER = 110;
export const TYPE_SHARED = 115;
export const TYPE_STRING = 116;
export const TYPE_INLINE = 105;
export const TYPE_BOOLEAN = 98;
export const TYPE_ERROR = 101;
export const TYPE_DATE = 100;

/** How far a search goes by itself before it leaves the rest to `indexOf`. */
const NEAR = 48;

/** As `indexOf` of one character. What is sought in a cell is a few characters away, where a loop wins. */
export function find(xml: string, code: number, mark: string, from: number): number {
  const limit = from + NEAR;
  for (let at = from; at < limit; at++) {
    if (xml.charCodeAt(at) === code) return at;
  }
  return xml.indexOf(mark, limit);
}

function typeOf(xml: string, start: number, end: number): number {
  const first = xml.charCodeAt(start);
  if (end - start === 1) return first;
  if (first === LOWER_S) return TYPE_STRING;
  return first === TYPE_INLINE ? TYPE_INLINE : TYPE_NUMBER;
}

/** Digits only and short enough to be exact; -1 for anything else. */
export function plainInteger(xml: string, start: number, end: number): number {
  const length = end - start;
  if (length === 0 || length > 15) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = xml.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Sets column and row of the cursor from `B12`; what is not a reference leaves them as they are. */
function readAddress(cursor: Cursor, xml: string, start: number, end: number): void {
  let column = 0;
  let at = start;
  for (; at < end; at++) {
    const code = xml.charCodeAt(at);
    if (code >= 65 && code <= 90) column = column * 26 + code - 64;
    else if (code >= 97 && code <= 122) column = column * 26 + code - 96;
    else break;
    if (column > MAX_COLUMN + 1) throw broken();
  }
  const row = plainInteger(xml, at, end);
  if (column > 0 && row > 0) {
    if (row > MAX_ROW + 1) throw broken();
    cursor.column = column - 1;
    cursor.row = row - 1;
  }
}

/** Puts the cursor behind a tag's name, with what holds where the tag does not say otherwise. */
export function startTag(cursor: Cursor, at: number): void {
  cursor.at = at;
  cursor.style = 0;
  cursor.type = TYPE_NUMBER;
  cursor.hidden = false;
}

/** Reads the attributes that matter of a `<row>` or `<c>` whose name ends at `cursor.at`. */
export function readAttributes(reading: Reading, isRow: boolean): void {
  const { xml, cursor } = reading;
  let at = cursor.at;
  for (;;) {
    let code = xml.charCodeAt(at);
    while (code <= SPACE) code = xml.charCodeAt(++at);
    if (code === GREATER || code === SLASH) break;
    const nameStart = at;
    while (code !== EQUALS && code !== GREATER && code > SPACE) code = xml.charCodeAt(++at);
    const nameLength = at - nameStart;
    while (code <= SPACE) code = xml.charCodeAt(++at);
    if (code !== EQUALS) throw broken();
    code = xml.charCodeAt(++at);
    while (code <= SPACE) code = xml.charCodeAt(++at);
    if (code !== QUOTE && code !== APOSTROPHE) throw broken();
    const start = at + 1;
    const end = find(xml, code, code === QUOTE ? '"' : "'", start);
    if (end < 0) throw broken();
    at = end + 1;
    if (nameLength === 1) {
      const name = xml.charCodeAt(nameStart);
      if (name === LOWER_R) {
        if (isRow) {
          const row = plainInteger(xml, start, end);
          if (row > MAX_ROW + 1) throw broken();
          if (row > 0) cursor.row = row - 1;
        } else readAddress(cursor, xml, start, end);
      } else if (name === LOWER_S) cursor.style = plainInteger(xml, start, end);
      else if (name === LOWER_T) cursor.type = typeOf(xml, start, end);
    } else if (isRow && nameLength === 6 && xml.startsWith('hidden', nameStart)) {
      cursor.hidden = isTrue(xml.slice(start, end));
    }
  }
  cursor.closed = xml.charCodeAt(at) === SLASH;
  const close = cursor.closed ? at + 1 : at;
  if (xml.charCodeAt(close) !== GREATER) throw broken();
  cursor.at = close + 1;
}
