import type { CellValue } from '../model/snapshot';
import { cleanResidue, multiply, shareOf } from './exact';
import { normaliseText } from './normalise';
import { readNumberFormat } from './number-format';
import { readQuantity } from './read-quantity';
import { measureOf } from './units';

export interface NumberReading {
  readonly value: number | null;
  /** Stored as text although it reads as a number. */
  readonly asText: boolean;
}

const NOTHING: NumberReading = { value: null, asText: false };
const BRACKETS = /^\((.*)\)$/;

/** What a person adds to a figure that stays as it is: `36（扣4分）`, `10分（满分）`, `9分（因人数减少）`. */
const NOTE =
  /(?<=[\d分])\((?:共?扣|减|满分|[优良中差]|合格|因|由于)[^()]{0,20}\)$|(?<=\d分)\([^()\d]{2,20}\)$/;

/**
 * Reads a 分值 or 得分 cell: 8, `8分`, `（8分）`, `１０ `, `36（扣4分）`. A percentage is its fraction (`100.00%` is 1).
 * Null for blanks, marks such as / and —, wording, booleans and errors.
 */
export function readNumberCell(value: CellValue): NumberReading {
  if (typeof value === 'string') return readNumberText(value);
  return typeof value === 'number' && Number.isFinite(value)
    ? { value: cleanResidue(value), asText: false }
    : NOTHING;
}

function readNumberText(value: string): NumberReading {
  const text = normaliseText(value.length > 200 ? '' : value)
    .replace(BRACKETS, '$1')
    .replace(NOTE, '');
  const quantity = readQuantity(text, null);
  if (quantity.value === null || quantity.op !== null) return NOTHING;
  if (quantity.kind === 'percent') {
    return { value: multiply(quantity.value, 0.01), asText: true };
  }
  const plain = quantity.kind === 'number' && (quantity.unit === null || quantity.unit === '分');
  return plain ? { value: quantity.value, asText: true } : NOTHING;
}

/**
 * Reads an amount in the block's currency: `620.82万元` in a 元 block is 6208200, `5.8万` in a 万元
 * block is 5.8. Without a currency the figure stands as written. Null where there is no amount.
 */
export function readAmount(value: CellValue, currency: '万元' | '元' | null): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? cleanResidue(value) : null;
  if (typeof value !== 'string' || value.length > 200) return null;
  const quantity = readQuantity(value, null);
  if (quantity.value === null || quantity.kind !== 'number' || quantity.op !== null) return null;
  if (quantity.unit === null || currency === null) return quantity.value;
  const from = measureOf(quantity.unit);
  if (from.measure !== 'money' && from.measure !== 'number') return null;
  return shareOf(quantity.value, from.numerator, currency === '元' ? 1 : 10000, 8);
}

/** A bare rate above this is in hundredths: nobody executes 150 % of a budget. */
const LARGEST_FRACTION = 1.5;

/**
 * Reads a rate as a fraction: `86%`, 0.86 and 86 are all 0.86. A figure without % above 1.5
 * (above 1 under a head that says %) is in hundredths.
 */
export function readRate(
  value: CellValue,
  format: string | null,
  headHasPercent: boolean,
): number | null {
  const limit = headHasPercent ? 1 : LARGEST_FRACTION;
  const fraction = (figure: number): number | null =>
    Math.abs(figure) > limit ? multiply(figure, 0.01) : figure;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return null;
    const clean = cleanResidue(value);
    return readNumberFormat(format).kind === 'percent' ? clean : fraction(clean);
  }
  if (typeof value !== 'string' || value.length > 200) return null;
  const quantity = readQuantity(value, null);
  if (quantity.value === null || quantity.op !== null || quantity.unit === '‰') return null;
  if (quantity.kind === 'percent') return multiply(quantity.value, 0.01);
  return quantity.kind === 'number' && quantity.unit === null ? fraction(quantity.value) : null;
}
