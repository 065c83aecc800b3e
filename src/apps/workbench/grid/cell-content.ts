import { CellValueType, type ICellData, type Nullable } from '@univerjs/core';
import { isCellError, type CellValue } from '../../../model/snapshot';

/** What a cell says, in the grid's own terms or the workbook's: the pair a CellEdit carries. */
export interface CellContent {
  readonly value: CellValue;
  readonly formula: string | null;
}

export const EMPTY: CellContent = { value: null, formula: null };

const ERRORS: ReadonlySet<string> = new Set([
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

/** The content part of the grid's cell for a value and a formula of the workbook. */
export function cellOf(
  content: CellContent,
): Required<Pick<ICellData, 'v' | 't' | 'f' | 'si' | 'p'>> {
  const f = content.formula === null ? null : `=${content.formula}`;
  return { ...typedValue(content.value, f !== null), f, si: null, p: null };
}

function typedValue(value: CellValue, calculated: boolean): Required<Pick<ICellData, 'v' | 't'>> {
  if (value === null) return { v: null, t: null };
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (isCellError(value)) return { v: value.error, t: CellValueType.STRING };
  const t = !calculated && readsAsOther(value) ? CellValueType.FORCE_STRING : CellValueType.STRING;
  return { v: value, t };
}

/** Text that would become something else if somebody typed it. */
function readsAsOther(text: string): boolean {
  return (
    text.startsWith('=') ||
    text.startsWith("'") ||
    ERRORS.has(text) ||
    /^(true|false)$/i.test(text) ||
    /^[\s+\-(]*[¥￥$€£]?[\s+-]*[\d.]/.test(text)
  );
}

/**
 * What stands in a cell of the grid. `formula` is the cell's formula where it has one of its own or
 * a shared one, with the leading `=`.
 */
export function contentOf(cell: Nullable<ICellData>, formula: string | null): CellContent {
  if (!cell) return EMPTY;
  const own = formula !== null && formula.startsWith('=') && formula.length > 1;
  return { value: valueOf(cell), formula: own ? formula.slice(1) : null };
}

function valueOf(cell: ICellData): CellValue {
  const value = cell.p ? plainText(cell.p.body?.dataStream ?? '') : cell.v;
  if (value === null || value === undefined || value === '') return null;
  if (cell.t === CellValueType.BOOLEAN) return value === true || Number(value) === 1;
  if (typeof value === 'boolean') return value;
  if (cell.t === CellValueType.NUMBER && !cell.p && Number.isFinite(Number(value))) {
    return Number(value);
  }
  const text = String(value);
  const error = cell.t !== CellValueType.FORCE_STRING && ERRORS.has(text);
  if (error) return { error: text };
  return typeof value === 'number' && cell.t === undefined ? value : text;
}

/** A rich text's stream without its closing marks; paragraphs are lines. */
function plainText(stream: string): string {
  return stream.replace(/\r\n$/, '').replace(/\r/g, '\n');
}

export function sameContent(one: CellContent, other: CellContent): boolean {
  return one.formula === other.formula && sameValue(one.value, other.value);
}

function sameValue(one: CellValue, other: CellValue): boolean {
  if (isCellError(one)) return isCellError(other) && one.error === other.error;
  return one === other;
}
