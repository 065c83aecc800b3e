import { CellValueType, type ICellData, type Nullable } from '@univerjs/core';
import { isCellError, sameValue, type CellValue } from '../../../model/snapshot';
import { fileFormula, gridFormula, isCalculable } from './formula-terms';
import { ERRORS, isDateFormat, isTextFormat, typedValue } from './typed-value';

/** What a cell says, in the workbook's terms: the pair a CellEdit carries. */
export interface CellContent {
  readonly value: CellValue;
  readonly formula: string | null;
}

/** What one has to know of the cell's place to read or write its content. */
export interface CellTerms {
  readonly format: string | null;
  readonly date1904: boolean;
}

/** The content part of the grid's cell; every part said, so that nothing of an older one stays. */
export type ContentCell = Required<Pick<ICellData, 'v' | 't' | 'f' | 'si' | 'p'>>;

export const EMPTY: CellContent = { value: null, formula: null };

/** The grid counts days from 1900; these are the days to the other epoch. */
const DAYS_TO_1904 = 1462;

/**
 * The grid's cell for a value and a formula of the workbook. A formula the grid cannot calculate
 * stays out of it: its result is shown, and never replaced by an error.
 */
export function cellOf(content: CellContent, terms: CellTerms): ContentCell {
  const f = isBeyondGrid(content) ? null : content.formula;
  return {
    ...typed(content.value, terms, f !== null),
    f: f === null ? null : `=${gridFormula(f)}`,
    si: null,
    p: null,
  };
}

function isBeyondGrid(content: CellContent): boolean {
  return content.formula !== null && !isCalculable(content.formula);
}

function typed(
  value: CellValue,
  terms: CellTerms,
  calculated: boolean,
): Pick<ContentCell, 'v' | 't'> {
  if (value === null) return { v: null, t: null };
  if (typeof value === 'number') return { v: value + epoch(terms), t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (isCellError(value)) return { v: value.error, t: CellValueType.STRING };
  const forced = calculated ? ERRORS.has(value) : wouldNotStay(value, terms.format);
  return { v: value, t: forced ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

function epoch(terms: CellTerms): number {
  return terms.date1904 && isDateFormat(terms.format) ? DAYS_TO_1904 : 0;
}

/** Text that would become something else if a person typed it into this cell. */
function wouldNotStay(text: string, format: string | null): boolean {
  if (isTextFormat(format)) return ERRORS.has(text);
  return /^[=']/.test(text) || typedValue(text, format) !== text;
}

/**
 * What stands in a cell of the grid, given what the workbook has or had there. A shared formula
 * must have been written out before.
 */
export function contentOf(
  cell: Nullable<ICellData>,
  terms: CellTerms,
  ...had: readonly CellContent[]
): CellContent {
  const again = had.find((content) => isWritten(cell, cellOf(content, terms)));
  if (again) return again;
  const f = cell?.f ?? '';
  const formula = f.startsWith('=') && f.length > 1 ? f.slice(1) : null;
  const value = cell ? valueOf(cell, terms) : null;
  if (formula === null) return value === null ? EMPTY : { value, formula };
  const known = had.find(
    (content) => content.formula !== null && gridFormula(content.formula) === formula,
  );
  return { value, formula: known?.formula ?? fileFormula(formula) };
}

/** Whether a cell is just what was written for a content. */
function isWritten(cell: Nullable<ICellData>, written: ContentCell): boolean {
  return (
    !cell?.p &&
    (cell?.v ?? null) === written.v &&
    (cell?.f ?? null) === written.f &&
    (written.v === null || cell?.t === written.t)
  );
}

function valueOf(cell: ICellData, terms: CellTerms): CellValue {
  const value = cell.p ? plainText(cell.p.body?.dataStream ?? '') : cell.v;
  if (value === null || value === undefined || value === '') return null;
  if (cell.t === CellValueType.BOOLEAN) return value === true || Number(value) === 1;
  if (typeof value === 'boolean') return value;
  const numeric = cell.t === CellValueType.NUMBER || (typeof value === 'number' && !cell.t);
  if (numeric && Number.isFinite(Number(value))) return Number(value) - epoch(terms);
  const text = String(value);
  return cell.t !== CellValueType.FORCE_STRING && ERRORS.has(text) ? { error: text } : text;
}

/** A rich text's stream without its closing marks; paragraphs are lines. */
export function plainText(stream: string): string {
  return stream.replace(/\r\n$/, '').replace(/\r/g, '\n');
}

/**
 * Results of a formula are the same where they agree in the fifteen digits a workbook shows: two
 * programs that calculate it may differ in the last bit.
 */
export function sameContent(one: CellContent, other: CellContent): boolean {
  if (one.formula !== other.formula) return false;
  return sameValue(one.value, other.value) || (one.formula !== null && sameResult(one, other));
}

function sameResult({ value: one }: CellContent, { value: other }: CellContent): boolean {
  return (
    typeof one === 'number' &&
    typeof other === 'number' &&
    (one.toPrecision(15) === other.toPrecision(15) ||
      Math.abs(one - other) <= 1e-14 * Math.max(Math.abs(one), Math.abs(other)))
  );
}
