import { Failure } from '../../model/failure';
import { parseRangeName, type Range } from '../../model/grid';
import type { CellValue, SheetSnapshot } from '../../model/snapshot';
import { shiftFormula, splitFormula, type FormulaPiece } from '../formula-shift';
import type { Limits } from '../limits';
import { readStringItem } from './read-strings';
import {
  attribute,
  closingTag,
  decodeEntities,
  decodeOoxmlString,
  isTrue,
  nextTag,
  textContent,
  type XmlTag,
} from '../xml';

/** What a sheet's cells refer to, and what is left of the workbook's allowance of cells. */
export interface SheetContext {
  readonly strings: readonly string[];
  /** Number format code per cell style. */
  readonly formats: readonly (string | null)[];
  readonly date1904: boolean;
  readonly limits: Limits;
  readonly spent: { cells: number };
}

export type SheetContent = Omit<SheetSnapshot, 'id' | 'name' | 'visibility'>;

/** A row while it is read: items up to the last one that says something. */
interface Row {
  readonly values: CellValue[];
  formulas: (string | null)[] | null;
  formats: (string | null)[] | null;
}

interface SharedFormula {
  readonly pieces: readonly FormulaPiece[];
  readonly row: number;
  readonly column: number;
}

interface Pending {
  readonly group: string;
  readonly row: number;
  readonly column: number;
}

interface ArrayFormula {
  readonly range: Range;
  readonly formula: string;
}

/** The cell that is being read. One object is reused for all cells, because there are millions. */
interface Cursor {
  at: number;
  row: number;
  column: number;
  style: number;
  type: number;
  closed: boolean;
  hidden: boolean;
}

interface Reading {
  readonly xml: string;
  readonly context: SheetContext;
  readonly cursor: Cursor;
  readonly rows: Map<number, Row>;
  /** The row asked for last: nearly always the one asked for next. */
  readonly latest: { index: number; row: Row };
  readonly shared: Map<string, SharedFormula>;
  readonly pending: Pending[];
  readonly arrays: ArrayFormula[];
  readonly hiddenRows: Set<number>;
  readonly mentionedRows: Set<number> | null;
}

const MAX_ROW = 1_048_575;
const MAX_COLUMN = 16_383;
const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

const SPACE = 32;
const EXCLAMATION = 33;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;
const LOWER_C = 99;
const LOWER_F = 102;
const LOWER_R = 114;
const LOWER_S = 115;
const LOWER_T = 116;
const LOWER_V = 118;

/** Cell types by one character each; `t="str"` is told from `t="s"` as T. */
const TYPE_NUMBER = 110;
const TYPE_SHARED = 115;
const TYPE_STRING = 116;
const TYPE_INLINE = 105;
const TYPE_BOOLEAN = 98;
const TYPE_ERROR = 101;
const TYPE_DATE = 100;

const broken = (): Failure => new Failure('xml-damaged');

/** How far a search goes by itself before it leaves the rest to `indexOf`. */
const NEAR = 48;

/** As `indexOf` of one character. What is sought in a cell is a few characters away, where a loop wins. */
function find(xml: string, code: number, mark: string, from: number): number {
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
function plainInteger(xml: string, start: number, end: number): number {
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
function startTag(cursor: Cursor, at: number): void {
  cursor.at = at;
  cursor.style = 0;
  cursor.type = TYPE_NUMBER;
  cursor.hidden = false;
}

/** Reads the attributes that matter of a `<row>` or `<c>` whose name ends at `cursor.at`. */
function readAttributes(reading: Reading, isRow: boolean): void {
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

/** An ISO date or time of day as a serial day; null for anything else. */
function serialOf(text: string, date1904: boolean): number | null {
  const time = /^(\d{1,2}):(\d\d):(\d\d(?:\.\d+)?)$/.exec(text);
  if (time) return (Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3])) / 86_400;
  const zoned = /[zZ]$|[+-]\d\d:\d\d$/.test(text) || !text.includes('T') ? text : `${text}Z`;
  const instant = Date.parse(zoned);
  if (Number.isNaN(instant)) return null;
  return (instant - (date1904 ? EPOCH_1904 : EPOCH_1900)) / DAY_MS;
}

function valueOf(
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

function rowAt(reading: Reading, index: number): Row {
  const { latest } = reading;
  if (latest.index === index) return latest.row;
  const row = reading.rows.get(index) ?? { values: [], formulas: null, formats: null };
  reading.rows.set(index, row);
  latest.index = index;
  latest.row = row;
  return row;
}

function spend(context: SheetContext, cells: number): void {
  context.spent.cells += cells;
  if (context.spent.cells > context.limits.cells) throw new Failure('sheet-too-large');
}

function put<T>(list: (T | null)[], column: number, item: T): void {
  while (list.length < column) list.push(null);
  list[column] = item;
}

function storeFormula(reading: Reading, row: number, column: number, formula: string): void {
  const target = rowAt(reading, row);
  target.formulas ??= [];
  put(target.formulas, column, formula);
}

/** Reads `<f>`; gives the position after it. */
function readFormula(reading: Reading, tag: XmlTag): number {
  const { xml, cursor } = reading;
  const { row, column } = cursor;
  const close = closingTag(xml, tag);
  const text = close === tag ? '' : textContent(xml, { start: tag.end, end: close.start });
  const kind = attribute(xml, tag, 't');
  if (kind === 'shared') {
    const group = attribute(xml, tag, 'si') ?? '';
    const master = reading.shared.get(group);
    if (text !== '') {
      // A dependent cell may carry its own text; the first of a group is the master.
      if (!master) reading.shared.set(group, { pieces: splitFormula(text), row, column });
      storeFormula(reading, row, column, text);
    } else if (master) {
      const { pieces } = master;
      storeFormula(
        reading,
        row,
        column,
        shiftFormula(pieces, row - master.row, column - master.column),
      );
    } else {
      reading.pending.push({ group, row, column });
    }
    return close.end;
  }
  if (kind === 'dataTable') {
    const inputs = [attribute(xml, tag, 'r1'), attribute(xml, tag, 'r2')];
    storeFormula(reading, row, column, `TABLE(${inputs.filter((input) => input).join(',')})`);
    return close.end;
  }
  if (text === '') return close.end;
  storeFormula(reading, row, column, text);
  if (kind === 'array') {
    const range = parseRangeName(attribute(xml, tag, 'ref') ?? '');
    if (range) reading.arrays.push({ range, formula: text });
  }
  return close.end;
}

/** Reads what stands between `<c …>` and `</c>`. */
function readCellContent(reading: Reading): CellValue {
  const { xml, cursor } = reading;
  let value: CellValue = null;
  let at = cursor.at;
  for (;;) {
    const open = find(xml, LESS, '<', at);
    if (open < 0) throw broken();
    const first = xml.charCodeAt(open + 1);
    const second = xml.charCodeAt(open + 2);
    if (first === SLASH) {
      const end = find(xml, GREATER, '>', open);
      if (end < 0) throw broken();
      cursor.at = end + 1;
      return value;
    }
    if (first === LOWER_V && second === GREATER) {
      const start = open + 3;
      const end = find(xml, LESS, '<', start);
      if (end >= 0 && xml.charCodeAt(end + 1) === SLASH) {
        value = valueOf(reading, cursor.type, start, end, true);
        at = find(xml, GREATER, '>', end) + 1;
        if (at === 0) throw broken();
        continue;
      }
    } else if (first === LOWER_F && second === GREATER) {
      const start = open + 3;
      const end = find(xml, LESS, '<', start);
      if (end > start && xml.charCodeAt(end + 1) === SLASH) {
        storeFormula(reading, cursor.row, cursor.column, textContent(xml, { start, end }));
        at = find(xml, GREATER, '>', end) + 1;
        if (at === 0) throw broken();
        continue;
      }
    }
    const tag = nextTag(xml, open);
    if (!tag) throw broken();
    if (tag.kind === 'close') {
      cursor.at = tag.end;
      return value;
    }
    if (tag.name === 'v' && tag.kind === 'open') {
      const close = closingTag(xml, tag);
      value = valueOf(reading, cursor.type, tag.end, close.start, false);
      at = close.end;
    } else if (tag.name === 'f') {
      at = readFormula(reading, tag);
    } else if (tag.name === 'is') {
      const item = readStringItem(xml, tag);
      value = item.text;
      at = item.end;
    } else {
      at = closingTag(xml, tag).end;
    }
  }
}

function readCell(reading: Reading): void {
  const { cursor, context } = reading;
  const value = cursor.closed ? null : readCellContent(reading);
  const format = context.formats[cursor.style] ?? null;
  if (value === null && format === null) return;
  const row = rowAt(reading, cursor.row);
  // A row is kept up to its last cell, so one cell far to the right costs all the room before it.
  const stored = Math.max(row.values.length, row.formats?.length ?? 0);
  spend(context, Math.max(1, cursor.column + 1 - stored));
  if (value !== null) put(row.values, cursor.column, value);
  if (format !== null) {
    row.formats ??= [];
    put(row.formats, cursor.column, format);
  }
}

/** Reads the rows after `<sheetData>`; gives the position after its closing tag. */
function readRows(reading: Reading, from: number): number {
  const { xml, cursor } = reading;
  cursor.at = from;
  for (;;) {
    const open = find(xml, LESS, '<', cursor.at);
    if (open < 0) throw broken();
    let at = open + 1;
    let code = xml.charCodeAt(at);
    if (code === EXCLAMATION || code === QUESTION) {
      const tag = nextTag(xml, open);
      if (!tag) throw broken();
      cursor.at = tag.start;
      continue;
    }
    if (code === SLASH) {
      const tag = nextTag(xml, open);
      if (!tag) throw broken();
      if (tag.name === 'sheetData') return tag.end;
      cursor.at = tag.end;
      continue;
    }
    let local = at;
    while (code > SPACE && code !== GREATER && code !== SLASH) {
      if (code === COLON) local = at + 1;
      code = xml.charCodeAt(++at);
    }
    const length = at - local;
    const name = xml.charCodeAt(local);
    if (length === 1 && name === LOWER_C) {
      startTag(cursor, at);
      cursor.column++;
      readAttributes(reading, false);
      if (cursor.column > MAX_COLUMN) throw broken();
      readCell(reading);
    } else if (length === 3 && name === LOWER_R && xml.startsWith('row', local)) {
      startTag(cursor, at);
      cursor.row++;
      cursor.column = -1;
      readAttributes(reading, true);
      if (cursor.row > MAX_ROW) throw broken();
      if (cursor.hidden) reading.hiddenRows.add(cursor.row);
      reading.mentionedRows?.add(cursor.row);
    } else {
      const tag = nextTag(xml, open);
      if (!tag) throw broken();
      cursor.at = closingTag(xml, tag).end;
    }
  }
}

/** A dependent cell that stands before its master gets its formula once all are known. */
function resolvePending(reading: Reading): void {
  for (const { group, row, column } of reading.pending) {
    const master = reading.shared.get(group);
    if (!master) continue;
    const formula = shiftFormula(master.pieces, row - master.row, column - master.column);
    storeFormula(reading, row, column, formula);
  }
}

/** Index of the first item not below `wanted` in an ascending list. */
function lowerBound(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Visits the stored cells of a range. Ranges that overlap without end are a way to waste time, so
 * all visits together may cost only so many steps: true while the allowance lasts.
 */
function visitStored(
  rows: ReadonlyMap<number, Row>,
  order: readonly number[],
  range: Range,
  allowance: { steps: number },
  visit: (row: Row, index: number, column: number) => void,
): boolean {
  for (let at = lowerBound(order, range.top); at < order.length; at++) {
    const index = order[at];
    if (index === undefined || index > range.bottom) break;
    const row = rows.get(index);
    if (!row) continue;
    const last = Math.min(range.right, Math.max(row.values.length, row.formulas?.length ?? 0) - 1);
    allowance.steps -= 1 + Math.max(0, last - range.left + 1);
    if (allowance.steps < 0) return false;
    for (let column = range.left; column <= last; column++) visit(row, index, column);
  }
  return true;
}

/** Members of an array formula show the formula too, so that nobody writes into one of them. */
function spreadArrays(
  reading: Reading,
  order: readonly number[],
  allowance: { steps: number },
): void {
  for (const { range, formula } of reading.arrays) {
    const lasts = visitStored(reading.rows, order, range, allowance, (row, _index, column) => {
      row.formulas ??= [];
      if ((row.formulas[column] ?? null) === null) put(row.formulas, column, formula);
    });
    if (!lasts) return;
  }
}

/** What a merge hides is neither seen nor meant, whatever an earlier edit left in it. */
function hideMerged(
  rows: ReadonlyMap<number, Row>,
  order: readonly number[],
  merges: readonly Range[],
  allowance: { steps: number },
): void {
  for (const range of merges) {
    const lasts = visitStored(rows, order, range, allowance, (row, index, column) => {
      if (index === range.top && column === range.left) return;
      if (column < row.values.length) row.values[column] = null;
      if (row.formulas && column < row.formulas.length) row.formulas[column] = null;
    });
    if (!lasts) return;
  }
}

/** Number of columns up to the last cell with a value or formula; an empty text is not one. */
function usedWidth(row: Row): number {
  let width = row.values.length;
  while (width > 0) {
    const value = row.values[width - 1];
    if (value !== null && value !== '') break;
    width--;
  }
  let formulas = row.formulas?.length ?? 0;
  while (formulas > width && row.formulas?.[formulas - 1] === null) formulas--;
  return Math.max(width, formulas);
}

/** Makes a row exactly `width` items wide; a sparse one stays as short as it is. */
function fit<T>(list: (T | null)[], width: number, isSparse: boolean): (T | null)[] {
  list.length = Math.min(list.length, width);
  while (!isSparse && list.length < width) list.push(null);
  return list;
}

/** A box so much larger than what is stored in it is not filled up. */
const SPARSE = { times: 8, cells: 100_000 };

interface Lines {
  readonly values: readonly (readonly CellValue[])[];
  readonly formulas: readonly (readonly (string | null)[])[];
  readonly formats: readonly (readonly (string | null)[])[];
}

/** One line for each row up to the last one that is used. */
function linesOf(
  rows: ReadonlyMap<number, Row>,
  order: readonly number[],
  rowCount: number,
  width: number,
  isSparse: boolean,
): Lines {
  const blank: readonly null[] = Object.freeze(new Array<null>(isSparse ? 0 : width).fill(null));
  const blanks = new Array<readonly null[]>(rowCount).fill(blank);
  const values: (readonly CellValue[])[] = blanks.slice();
  const formulas: (readonly (string | null)[])[] = blanks.slice();
  const formats: (readonly (string | null)[])[] = blanks;
  for (const index of order) {
    const row = rows.get(index);
    if (!row || index >= rowCount) continue;
    if (row.values.length > 0) values[index] = fit(row.values, width, isSparse);
    if (row.formulas) formulas[index] = fit(row.formulas, width, isSparse);
    if (row.formats) formats[index] = fit(row.formats, width, isSparse);
  }
  return { values, formulas, formats };
}

interface Head {
  readonly end: number;
  /** False when the part has no cells at all. */
  readonly hasRows: boolean;
  readonly hiddenByDefault: boolean;
  readonly hiddenColumns: readonly { readonly from: number; readonly to: number }[];
}

/** Everything before the rows. */
function readHead(xml: string): Head {
  const hiddenColumns: { from: number; to: number }[] = [];
  let hiddenByDefault = false;
  for (let tag = nextTag(xml, 0); tag; tag = nextTag(xml, tag.end)) {
    if (tag.kind === 'close') continue;
    if (tag.name === 'sheetData') {
      return { end: tag.end, hasRows: tag.kind === 'open', hiddenByDefault, hiddenColumns };
    }
    if (tag.name === 'sheetFormatPr') {
      hiddenByDefault = isTrue(attribute(xml, tag, 'zeroHeight') ?? '');
    }
    if (tag.name === 'col' && isTrue(attribute(xml, tag, 'hidden') ?? '')) {
      const from = Number(attribute(xml, tag, 'min')) - 1;
      const to = Number(attribute(xml, tag, 'max')) - 1;
      if (from >= 0 && to <= MAX_COLUMN) hiddenColumns.push({ from, to });
    }
  }
  return { end: xml.length, hasRows: false, hiddenByDefault, hiddenColumns };
}

interface Tail {
  readonly merges: readonly Range[];
  readonly protected: boolean;
}

/** Everything after the rows. */
function readTail(xml: string, from: number): Tail {
  const merges: Range[] = [];
  let isProtected = false;
  for (let tag = nextTag(xml, from); tag; tag = nextTag(xml, tag.end)) {
    if (tag.kind === 'close') continue;
    if (tag.name === 'sheetProtection') isProtected = isTrue(attribute(xml, tag, 'sheet') ?? '');
    if (tag.name !== 'mergeCell') continue;
    const range = parseRangeName(attribute(xml, tag, 'ref') ?? '');
    if (range && (range.top !== range.bottom || range.left !== range.right)) merges.push(range);
  }
  return { merges, protected: isProtected };
}

function hiddenSets(
  head: Head,
  reading: Reading,
  rowCount: number,
  width: number,
): Pick<SheetContent, 'hiddenRows' | 'hiddenColumns'> {
  const hiddenColumns = new Set<number>();
  for (const { from, to } of head.hiddenColumns) {
    for (let column = from; column <= Math.min(to, width - 1); column++) hiddenColumns.add(column);
  }
  const hiddenRows = new Set<number>();
  for (const row of reading.hiddenRows) if (row < rowCount) hiddenRows.add(row);
  if (reading.mentionedRows) {
    for (let row = 0; row < rowCount; row++) {
      if (!reading.mentionedRows.has(row)) hiddenRows.add(row);
    }
  }
  return { hiddenRows, hiddenColumns };
}

/**
 * Reads a worksheet part. The grid ends at the last cell with a value or formula, whatever the
 * file says of its dimension; hidden rows and columns beyond it are left out.
 * @throws Failure `xml-damaged`, `xml-too-deep`, `sheet-too-large`.
 */
export function readSheet(xml: string, context: SheetContext): SheetContent {
  const head = readHead(xml);
  const reading: Reading = {
    xml,
    context,
    cursor: {
      at: 0,
      row: -1,
      column: -1,
      style: 0,
      type: TYPE_NUMBER,
      closed: false,
      hidden: false,
    },
    rows: new Map(),
    latest: { index: -1, row: { values: [], formulas: null, formats: null } },
    shared: new Map(),
    pending: [],
    arrays: [],
    hiddenRows: new Set(),
    mentionedRows: head.hiddenByDefault ? new Set() : null,
  };
  const tailStart = head.hasRows ? readRows(reading, head.end) : head.end;
  const tail = readTail(xml, tailStart);
  resolvePending(reading);

  const { rows } = reading;
  const order = [...rows.keys()].sort((a, b) => a - b);
  let stored = order.length;
  for (const row of rows.values()) {
    stored += Math.max(row.values.length, row.formulas?.length ?? 0);
  }
  const allowance = { steps: 2 * stored + tail.merges.length + reading.arrays.length };
  spreadArrays(reading, order, allowance);
  hideMerged(rows, order, tail.merges, allowance);

  let rowCount = 0;
  let width = 0;
  for (const [index, row] of rows) {
    const used = usedWidth(row);
    if (used === 0) continue;
    width = Math.max(width, used);
    rowCount = Math.max(rowCount, index + 1);
  }
  const populated = lowerBound(order, rowCount) * width;
  const isSparse = rowCount * width > SPARSE.times * stored + SPARSE.cells;
  spend(context, rowCount + (isSparse ? 0 : Math.max(0, populated - stored)));

  return {
    protected: tail.protected,
    rowCount,
    columnCount: width,
    ...linesOf(rows, order, rowCount, width, isSparse),
    merges: tail.merges,
    ...hiddenSets(head, reading, rowCount, width),
  };
}
