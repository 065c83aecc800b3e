import { remembering } from '../model/remember';

/** What a number format says of a cell, as far as reading it needs. */
export interface NumberFormat {
  readonly kind: 'number' | 'percent' | 'date';
  /** Decimals shown; null: as many as the number has. */
  readonly places: number | null;
  /** Literal text before and after the figure. */
  readonly before: string;
  readonly after: string;
  /** A date is shown with 年 and 月. */
  readonly chinese: boolean;
}

const GENERAL: NumberFormat = {
  kind: 'number',
  places: null,
  before: '',
  after: '',
  chinese: false,
};
const KNOWN_LIMIT = 500;
const parsed = remembering(KNOWN_LIMIT, parse);

/** Reads a format code (`0.00%`, `yyyy"年"m"月"`, `0"个"`); its first section is what counts. */
export function readNumberFormat(format: string | null): NumberFormat {
  if (format === null || format === 'General' || format === '') return GENERAL;
  return parsed(format);
}

function parse(format: string): NumberFormat {
  let before = '';
  let after = '';
  let codes = '';
  let places: number | null = null;
  let point = false;
  let figure = false;
  const literal = (text: string): void => {
    if (figure) after += text;
    else before += text;
  };
  for (let index = 0; index < format.length; index += 1) {
    const sign = format.charAt(index);
    if (sign === ';') break;
    if (sign === '"') {
      const end = format.indexOf('"', index + 1);
      const stop = end < 0 ? format.length : end;
      literal(format.slice(index + 1, stop));
      index = stop;
    } else if (sign === '[') {
      const end = format.indexOf(']', index);
      index = end < 0 ? format.length : end;
    } else if (sign === '\\') {
      index += 1;
      literal(format.charAt(index));
    } else if (sign === '_' || sign === '*') {
      index += 1;
    } else if (sign === '0' || sign === '#' || sign === '?') {
      figure = true;
      places ??= 0;
      if (point) places += 1;
    } else if (sign === '.') {
      point = true;
    } else {
      codes += sign;
      if (sign > '\u2e7f' || '+-()¥$≥≤><='.includes(sign)) literal(sign);
    }
  }
  const percent = codes.includes('%');
  const lower = codes.toLowerCase();
  const date = !figure && !lower.startsWith('general') && /[yd年日]|m(?!.*[hs])|月/.test(lower);
  if (date) return { ...GENERAL, kind: 'date', chinese: /[年月]/.test(format) };
  const simple = !lower.startsWith('general') && !lower.includes('e') && !/[hms/@]/.test(lower);
  if (!simple) return GENERAL;
  return { kind: percent ? 'percent' : 'number', places, before, after, chinese: false };
}
