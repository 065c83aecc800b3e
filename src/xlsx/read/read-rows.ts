import { parseRangeName } from '../../model/grid';
import type { CellValue } from '../../model/snapshot';
import { shiftFormula, splitFormula } from '../formula-shift';
import { attribute, closingTag, nextTag, textContent, type XmlTag } from '../xml';
import {
  COLON,
  EXCLAMATION,
  find,
  GREATER,
  LESS,
  LOWER_C,
  LOWER_F,
  LOWER_R,
  LOWER_V,
  QUESTION,
  readAttributes,
  SLASH,
  SPACE,
  startTag,
} from './cell-tags';
import { valueOf } from './cell-values';
import { readStringItem } from './read-strings';
import {
  broken,
  MAX_COLUMN,
  MAX_ROW,
  put,
  rowAt,
  spend,
  storeFormula,
  type Reading,
} from './sheet-reading';

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
export function readRows(reading: Reading, from: number): number {
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
export function resolvePending(reading: Reading): void {
  for (const { group, row, column } of reading.pending) {
    const master = reading.shared.get(group);
    if (!master) continue;
    const formula = shiftFormula(master.pieces, row - master.row, column - master.column);
    storeFormula(reading, row, column, formula);
  }
}
