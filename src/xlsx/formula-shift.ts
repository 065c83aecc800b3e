import { columnName } from '../model/grid';

/** A reference in a formula; -1 where it has no row (`A:C`) or no column (`1:3`). */
interface Reference {
  readonly column: number;
  readonly columnFixed: boolean;
  readonly row: number;
  readonly rowFixed: boolean;
}

export type FormulaPiece = string | Reference;

const MAX_ROW = 1_048_575;
const MAX_COLUMN = 16_383;

const isLetter = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Letters, digits, `_`, `.`, `\`, `?` and everything beyond ASCII may stand in a name. */
const isNamePart = (code: number): boolean =>
  isLetter(code) ||
  isDigit(code) ||
  code === 95 ||
  code === 46 ||
  code === 92 ||
  code === 63 ||
  code > 127;

/** Position after a quoted run that starts at `at`; a doubled quote stands for itself. */
function skipQuoted(text: string, at: number, quote: string): number {
  let end = text.indexOf(quote, at + 1);
  while (end >= 0 && text[end + 1] === quote) end = text.indexOf(quote, end + 2);
  return end < 0 ? text.length : end + 1;
}

/** Position after `[…]` with inner brackets (structured references, other workbooks). */
function skipBrackets(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < text.length; index++) {
    if (text[index] === "'") index++;
    else if (text[index] === '[') depth++;
    else if (text[index] === ']' && --depth === 0) return index + 1;
  }
  return text.length;
}

/** Reads `$A$1`, `$A` or `$1` at `at`; null where the word is something else. */
function readReference(
  text: string,
  at: number,
): { readonly reference: Reference; readonly end: number } | null {
  let end = at;
  const columnFixed = text[end] === '$' && isLetter(text.charCodeAt(end + 1));
  if (columnFixed) end++;
  let column = -1;
  const letters = end;
  while (end - letters < 4 && isLetter(text.charCodeAt(end))) {
    column = (column + 1) * 26 + (text.charCodeAt(end) & 31) - 1;
    end++;
  }
  const rowFixed = text[end] === '$';
  if (rowFixed) end++;
  let row = -1;
  const digits = end;
  while (end - digits < 8 && isDigit(text.charCodeAt(end))) end++;
  if (end > digits) row = Number(text.slice(digits, end)) - 1;
  else if (rowFixed) return null;
  if (column > MAX_COLUMN || row > MAX_ROW || (row < 0 && end > digits)) return null;
  const next = text.charCodeAt(end);
  // `LOG10(`, `Q1!A1` and `A1_total` are names that only begin like a cell.
  if (isNamePart(next) || next === 40 || next === 33) return null;
  if (column < 0 && row < 0) return null;
  return { reference: { column, columnFixed, row, rowFixed }, end };
}

/** A whole column or row counts only as a pair with a colon between: `A:C`, `1:3`. */
const isWhole = (reference: Reference): boolean => reference.column < 0 || reference.row < 0;

/** Splits a formula into text and references, for `shiftFormula`. */
export function splitFormula(formula: string): readonly FormulaPiece[] {
  const pieces: FormulaPiece[] = [];
  let from = 0;
  let at = 0;
  const emit = (reference: Reference, start: number, end: number): void => {
    if (start > from) pieces.push(formula.slice(from, start));
    pieces.push(reference);
    from = end;
  };
  while (at < formula.length) {
    const code = formula.charCodeAt(at);
    if (code === 34 || code === 39) {
      at = skipQuoted(formula, at, code === 34 ? '"' : "'");
    } else if (code === 91) {
      at = skipBrackets(formula, at);
    } else if (code === 36 || isNamePart(code)) {
      const found = readReference(formula, at);
      if (found && !isWhole(found.reference)) {
        emit(found.reference, at, found.end);
        at = found.end;
        continue;
      }
      const partner =
        found && formula[found.end] === ':' ? readReference(formula, found.end + 1) : null;
      if (found && partner && partner.reference.row < 0 === found.reference.row < 0) {
        emit(found.reference, at, found.end);
        emit(partner.reference, found.end + 1, partner.end);
        at = partner.end;
        continue;
      }
      at++;
      while (at < formula.length && isNamePart(formula.charCodeAt(at))) at++;
    } else {
      at++;
    }
  }
  if (from < formula.length) pieces.push(formula.slice(from));
  return pieces;
}

/** Moves along the sheet's edge and comes back at the other end, as Excel does for shared formulas. */
const wrap = (position: number, count: number): number => ((position % count) + count) % count;

function referenceText(reference: Reference, down: number, right: number): string {
  let text = '';
  if (reference.column >= 0) {
    const moved = reference.columnFixed
      ? reference.column
      : wrap(reference.column + right, MAX_COLUMN + 1);
    text += (reference.columnFixed ? '$' : '') + columnName(moved);
  }
  if (reference.row >= 0) {
    const moved = reference.rowFixed ? reference.row : wrap(reference.row + down, MAX_ROW + 1);
    text += (reference.rowFixed ? '$' : '') + String(moved + 1);
  }
  return text;
}

/**
 * A shared formula as it reads `down` rows below and `right` columns beside its master
 * (ECMA-376 part 1, §18.3.1.40): relative references move, fixed ones stay.
 */
export function shiftFormula(pieces: readonly FormulaPiece[], down: number, right: number): string {
  let text = '';
  for (const piece of pieces) {
    text += typeof piece === 'string' ? piece : referenceText(piece, down, right);
  }
  return text;
}
