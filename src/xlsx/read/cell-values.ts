import type { CellValue } from '../../model/snapshot';
import { decodeEntities, decodeOoxmlString } from '../xml-text';
import { isTrue, textContent } from '../xml';
import {
  plainInteger,
  TYPE_BOOLEAN,
  TYPE_DATE,
  TYPE_ERROR,
  TYPE_INLINE,
  TYPE_NUMBER,
  TYPE_SHARED,
  TYPE_STRING,
} from './cell-tags';
import type { Reading } from './sheet-reading';

const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** An ISO date or time of day as a serial day; null for anything else. */
function serialOf(text: string, date1904: boolean): number | null {
  const time = /^(\d{1,2}):(\d\d):(\d\d(?:\.\d+)?)$/.exec(text);
  if (time) return (Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3])) / 86_400;
  const zoned = /[zZ]$|[+-]\d\d:\d\d$/.test(text) || !text.includes('T') ? text : `${text}Z`;
  const instant = Date.parse(zoned);
  if (Number.isNaN(instant)) return null;
  return (instant - (date1904 ? EPOCH_1904 : EPOCH_1900)) / DAY_MS;
}

export function valueOf(
  reading: Reading,
  type: number,
  start: number,
  end: number,
  plain: boolean,
): CellValue {
  const { xml, context } = reading;
  if (plain && (type === TYPE_SHARED || type === TYPE_NUMBER)) {
    const integer = plainInteger(xml, start, end);
    if (integer >= 0) return type === TYPE_NUMBER ? integer : (context.strings[integer] ?? null);
  }
  const text = plain ? decodeEntities(xml.slice(start, end)) : textContent(xml, { start, end });
  switch (type) {
    case TYPE_SHARED:
      return context.strings[Number(text)] ?? null;
    case TYPE_STRING:
    case TYPE_INLINE:
      return decodeOoxmlString(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
    case TYPE_BOOLEAN:
      return text.trim() === '' ? null : isTrue(text.trim().toLowerCase());
    case TYPE_ERROR:
      return text === '' ? null : { error: text };
    case TYPE_DATE:
      return serialOf(text.trim(), context.date1904) ?? text;
    default: {
      const trimmed = text.trim();
      if (trimmed === '') return null;
      const number = Number(trimmed);
      return Number.isFinite(number) ? number : trimmed;
    }
  }
}
