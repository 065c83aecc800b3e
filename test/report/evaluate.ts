import { parseCellName, parseRangeName, type CellRef } from '../../src/model/grid';
import type { SheetWrite } from '../../src/model/patch';
import type { CellValue } from '../../src/model/snapshot';
import { cleanResidue, roundHalfUp } from '../../src/quantity/exact';

/** Value of a cell of the form, or of the written sheet when no sheet is named. */
type Read = (sheet: string | null, cell: CellRef) => CellValue;

const split = (reference: string): [string | null, string] => {
  const match = /^'((?:[^']|'')+)'!(.+)$/.exec(reference);
  return match ? [(match[1] ?? '').replaceAll("''", "'"), match[2] ?? ''] : [null, reference];
};

const one = (reference: string, read: Read): CellValue => {
  const [sheet, name] = split(reference);
  const cell = parseCellName(name);
  if (!cell) throw new Error(`not a cell: ${reference}`);
  return read(sheet, cell);
};

/** As spreadsheet programs do: texts and blanks in a range count for nothing. */
const sumArgument = (argument: string, read: Read): number => {
  const text = /^VALUE\((.+)\)$/.exec(argument);
  if (text) return Number(one(text[1] ?? '', read));
  if (/^-?[\d.]+$/.test(argument)) return Number(argument);
  const [sheet, name] = split(argument);
  const range = parseRangeName(name);
  if (!range) throw new Error(`not a range: ${argument}`);
  let total = 0;
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      const value = read(sheet, { row, column });
      if (typeof value === 'number') total += value;
    }
  }
  return total;
};

/** Evaluates the few shapes of formula the summary sheet writes; throws on any other. */
export function evaluate(formula: string, read: Read): number | string {
  const sum = /^SUM\((.+)\)$/.exec(formula);
  if (sum) {
    return (sum[1] ?? '').split(',').reduce((total, part) => total + sumArgument(part, read), 0);
  }
  const rate = /^IF\((\w+)=0,"",ROUND\((\w+)\/(\w+),4\)\)$/.exec(formula);
  if (rate) {
    const whole = Number(one(rate[1] ?? '', read));
    // ROUND in spreadsheet programs takes 0.40625 for a half, whatever its last binary digits are.
    const part = Number(one(rate[2] ?? '', read));
    return whole === 0 ? '' : roundHalfUp(cleanResidue(part / whole), 4);
  }
  const scaled = /^ROUND\((\w+)\*([\d.]+)\/([\d.]+),(\d)\)$/.exec(formula);
  if (scaled) {
    const points = Number(one(scaled[1] ?? '', read));
    const share = cleanResidue((points * Number(scaled[2])) / Number(scaled[3]));
    return roundHalfUp(share, Number(scaled[4]));
  }
  const difference = /^([A-Z]+\d+)-([A-Z]+\d+)$/.exec(formula);
  if (difference) {
    return Number(one(difference[1] ?? '', read)) - Number(one(difference[2] ?? '', read));
  }
  const text = /^VALUE\((.+)\)$/.exec(formula);
  if (text) return Number(one(text[1] ?? '', read));
  const value = one(formula, read);
  return typeof value === 'number' ? value : Number.NaN;
}

/** Reads cells of the written sheet itself, then those of the form. */
export const reader =
  (written: SheetWrite, form: ReadonlyMap<string, CellValue>): Read =>
  (sheet, cell) => {
    if (sheet === null) return written.rows[cell.row]?.[cell.column]?.value ?? null;
    return form.get(`${sheet}!${cell.row},${cell.column}`) ?? null;
  };
