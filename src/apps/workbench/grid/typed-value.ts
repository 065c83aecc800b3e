import { numfmt } from '@univerjs/core';
import type { CellValue } from '../../../model/snapshot';

export const ERRORS: ReadonlySet<string> = new Set([
  '#DIV/0!',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#REF!',
  '#VALUE!',
  '#SPILL!',
  '#CALC!',
  '#GETTING_DATA',
]);

/** Digits Excel keeps; a longer number, such as an identity card's, stays text. */
const DIGITS = 15;
const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/**
 * What typed text means in a cell of this number format. The format itself never changes, because
 * the workbook's stays as it is: so `95%` is a number only in a percent cell and `2024-12-31` only
 * in a date cell; elsewhere they stay the text that was typed. In a percent cell `95` means 95%, as
 * in Excel.
 */
export function typedValue(typed: string, format: string | null): CellValue {
  const text = typed.trim();
  if (typed === '') return null;
  if (text === '' || isTextFormat(format)) return typed;
  if (ERRORS.has(text)) return { error: text };
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  if (isPercentFormat(format)) {
    const percent = /^(.*)[%％]$/.exec(text);
    const number = readNumber(percent?.[1]?.trim() ?? text);
    if (number !== null) {
      return percent || Math.abs(number) >= 1 ? hundredth(number) : number;
    }
  }
  if (isDateFormat(format)) {
    const serial = readDate(text);
    if (serial !== null) return serial;
  }
  return readNumber(text) ?? typed;
}

/** What stands in the editor for a value: typed again unchanged, it means the same value. */
export function editText(value: CellValue, format: string | null): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'string') return value;
  const special = isPercentFormat(format)
    ? `${String(shift(value, 2))}%`
    : isDateFormat(format)
      ? dateText(value)
      : null;
  return special !== null && typedValue(special, format) === value ? special : String(value);
}

export function isDateFormat(format: string | null): boolean {
  return kindOf(format) === 'date';
}

export function isTextFormat(format: string | null): boolean {
  return format === '@';
}

function isPercentFormat(format: string | null): boolean {
  return kindOf(format) === 'percent';
}

type FormatKind = 'date' | 'percent' | 'other';
/** A workbook has a few dozen formats and many thousand cells. */
const kinds = new Map<string, FormatKind>();

function kindOf(format: string | null): FormatKind {
  if (format === null) return 'other';
  const known = kinds.get(format);
  if (known) return known;
  const kind = readKind(format);
  kinds.set(format, kind);
  return kind;
}

function readKind(format: string): FormatKind {
  if (isTextFormat(format) || !numfmt.isValidFormat(format)) return 'other';
  if (numfmt.isDateFormat(format)) return 'date';
  return numfmt.isPercentFormat(format) ? 'percent' : 'other';
}

function readNumber(text: string): number | null {
  const plain = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(',', '') : text;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return null;
  const digits = plain
    .replace(/e.*$/i, '')
    .replace(/[+\-.]/g, '')
    .replace(/^0+/, '');
  const value = Number(plain);
  return digits.replace(/0+$/, '').length > DIGITS || !Number.isFinite(value) ? null : value;
}

function hundredth(value: number): number {
  return shift(value, -2);
}

/** Times a power of ten without the error of a binary product. */
function shift(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${String(Number(exponent) + places)}`);
}

function readDate(text: string): number | null {
  const match =
    /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(?:(\d{1,2})日)?)(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(
      text,
    );
  if (!match) return null;
  const [year, month, day] = [
    Number(match[1]),
    Number(match[2] ?? match[4]),
    Number(match[3] ?? match[5] ?? 1),
  ];
  const [hour, minute, second] = [match[6], match[7], match[8]].map((part) => Number(part ?? 0));
  const at = new Date(Date.UTC(year, month - 1, day));
  const real = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && year >= 1900;
  if (!real || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return null;
  const days = Math.round((at.getTime() - EPOCH) / DAY);
  // Serial numbers before 1 March 1900 count a leap day that never was.
  if (days < 61) return null;
  return days + ((hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second ?? 0)) / 86_400;
}

function dateText(serial: number): string {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const at = new Date(EPOCH + Math.floor(serial) * DAY + seconds * 1000);
  if (!Number.isFinite(at.getTime())) return String(serial);
  const day = `${String(at.getUTCFullYear())}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
  const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':');
  return seconds === 0 ? day : `${day} ${time}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
