import { Failure } from '../../model/failure';
import { cellName, parseCellName, parseRangeName, rangeName, type CellRef } from '../../model/grid';
import { isCellError, type CellValue } from '../../model/snapshot';
import {
  appendInside,
  attributeSplice,
  closeOf,
  elementAt,
  isPlainMarkup,
  rawAttribute,
  tagWith,
} from './write-markup';
import type { Splice } from './write-splice';
import {
  encodeOoxmlString,
  escapeText,
  findTag,
  isTrue,
  nextTag,
  type XmlElement,
  type XmlTag,
} from '../xml';

/** What is to happen to one cell. */
export type CellChange =
  | { readonly kind: 'value'; readonly value: CellValue }
  /** The stored result of a formula cell; the formula stays. */
  | { readonly kind: 'cached'; readonly value: number | string }
  /** What a person put there: it takes the place of a formula too. */
  | { readonly kind: 'content'; readonly value: CellValue; readonly formula: string | null }
  /** Another result; a formula of the cell's own stays, and one that only reaches into it too. */
  | { readonly kind: 'result'; readonly value: CellValue }
  /** Another cell format, from the one the cell has (or would take from its row or column). */
  | {
      readonly kind: 'style';
      readonly style: (present: number) => number;
      readonly create: boolean;
    };

/** Row → column → change, both 0-based. */
export type CellChanges = ReadonlyMap<number, ReadonlyMap<number, CellChange>>;

interface SheetText {
  readonly text: string;
  readonly plain: boolean;
  readonly prefix: string;
  readonly data: XmlElement;
}

interface Extent {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

function openSheetText(text: string): SheetText {
  const plain = isPlainMarkup(text);
  const tag = findTag(text, 'sheetData');
  if (!tag) throw new Failure('xml-damaged');
  return { text, plain, prefix: tag.prefix, data: elementAt(text, tag, plain) };
}

/** The markup of a value: the cell's `t` and what stands inside it. Text is never a formula. */
export function valueMarkup(
  value: CellValue,
  prefix: string,
): { readonly type: string | null; readonly inner: string } {
  const p = `<${prefix}`;
  const close = `</${prefix}`;
  if (value === null || value === '') return { type: null, inner: '' };
  if (typeof value === 'number') return { type: null, inner: `${p}v>${value}${close}v>` };
  if (typeof value === 'boolean') return { type: 'b', inner: `${p}v>${value ? 1 : 0}${close}v>` };
  if (isCellError(value)) return { type: 'e', inner: `${p}v>${escapeText(value.error)}${close}v>` };
  const text = escapeText(encodeOoxmlString(value));
  return {
    type: 'inlineStr',
    inner: `${p}is>${p}t xml:space="preserve">${text}${close}t>${close}is>`,
  };
}

/** The markup of a formula's stored result. */
export function resultMarkup(
  value: CellValue,
  prefix: string,
): { readonly type: string | null; readonly inner: string } {
  if (typeof value !== 'string') return valueMarkup(value, prefix);
  const text = escapeText(encodeOoxmlString(value));
  const space = text.trim() === text ? '' : ' xml:space="preserve"';
  return { type: 'str', inner: `<${prefix}v${space}>${text}</${prefix}v>` };
}

/** The markup of a formula and its result, or of a value alone. */
function contentMarkup(
  value: CellValue,
  formula: string,
  prefix: string,
): { readonly type: string | null; readonly inner: string } {
  if (formula === '') return valueMarkup(value, prefix);
  const { type, inner } = resultMarkup(value, prefix);
  return { type, inner: formula + inner };
}

const formulaMarkup = (formula: string | null, prefix: string): string =>
  formula === null ? '' : `<${prefix}f>${escapeText(formula)}</${prefix}f>`;

const wrap = (tag: string, prefix: string, inner: string): string => {
  if (inner === '') return tag.endsWith('/>') ? tag : `${tag.slice(0, -1)}/>`;
  const open = tag.endsWith('/>') ? `${tag.slice(0, -2).trimEnd()}>` : tag;
  return `${open}${inner}</${prefix}c>`;
};

/** A cell's `<f>` with what it holds, or '' for a cell without. */
function formulaOf(text: string, cell: XmlElement): string {
  const tag = findTag(text, 'f', cell.inner.start, cell.inner.end);
  return tag ? text.slice(tag.start, closeOf(text, tag, false).end) : '';
}

function changedCell(sheet: SheetText, cell: XmlElement, change: CellChange, at: string): string {
  const { text, prefix } = sheet;
  if (change.kind === 'style') {
    const present = Number(rawAttribute(text, cell.tag, 's') ?? '0');
    const style = change.style(present);
    const tag = style === present ? null : tagWith(text, cell.tag, { s: String(style) });
    return (
      (tag ?? text.slice(cell.tag.start, cell.tag.end)) + text.slice(cell.tag.end, cell.outer.end)
    );
  }
  const formula = formulaOf(text, cell);
  if (change.kind === 'content' || change.kind === 'result') {
    const kept = change.kind === 'content' ? formulaMarkup(change.formula, prefix) : formula;
    const { type, inner } = contentMarkup(change.value, kept, prefix);
    const cm = change.kind === 'content' ? { cm: null } : {};
    return wrap(tagWith(text, cell.tag, { t: type, ...cm, vm: null }), prefix, inner);
  }
  if (change.kind === 'value') {
    if (formula !== '') throw new Failure('formula-kept', { cell: at });
    const { type, inner } = valueMarkup(change.value, prefix);
    return wrap(tagWith(text, cell.tag, { t: type, cm: null, vm: null }), prefix, inner);
  }
  if (formula === '') throw new Failure('patch-no-formula', { cell: at });
  const { type, inner } = resultMarkup(change.value, prefix);
  return wrap(tagWith(text, cell.tag, { t: type, vm: null }), prefix, formula + inner);
}

function newCell(
  sheet: SheetText,
  row: number,
  column: number,
  change: CellChange,
  inherited: number,
): string | null {
  const { prefix } = sheet;
  const name = cellName({ row, column });
  if (change.kind === 'cached') throw new Failure('patch-no-formula', { cell: name });
  const formula = formulaMarkup(change.kind === 'content' ? change.formula : null, prefix);
  if (change.kind === 'style' ? !change.create : change.value === null && formula === '')
    return null;
  const style = change.kind === 'style' ? change.style(inherited) : inherited;
  if (change.kind === 'style' && style === inherited) return null;
  const value = change.kind === 'style' ? null : change.value;
  const { type, inner } = contentMarkup(value, formula, prefix);
  const s = style > 0 ? ` s="${style}"` : '';
  const t = type === null ? '' : ` t="${type}"`;
  return wrap(`<${prefix}c r="${name}"${s}${t}>`, prefix, inner);
}

/** Reads the column of `<c r="C5">`; a cell without `r` follows the one before. */
export function columnOf(text: string, tag: XmlTag, previous: number): number {
  const reference = rawAttribute(text, tag, 'r');
  return (reference === null ? null : parseCellName(reference))?.column ?? previous + 1;
}

export function rowOf(text: string, tag: XmlTag, previous: number): number {
  const number = Number(rawAttribute(text, tag, 'r') ?? Number.NaN);
  return Number.isInteger(number) && number > 0 ? number - 1 : previous + 1;
}

const byNumber = <T>(map: ReadonlyMap<number, T>): readonly (readonly [number, T])[] =>
  [...map].sort((a, b) => a[0] - b[0]);

type InheritedStyle = (row: XmlTag | null, column: number) => number;

/** Where a cell that is not there takes its format from: its row's, else its column's. */
function inheritedStyles(sheet: SheetText): InheritedStyle {
  const { text } = sheet;
  const columns: { readonly min: number; readonly max: number; readonly style: number }[] = [];
  const cols = findTag(text, 'cols', 0, sheet.data.tag.start);
  for (let tag = cols && nextTag(text, cols.end); tag?.name === 'col';) {
    if (tag.kind !== 'close') {
      columns.push({
        min: Number(rawAttribute(text, tag, 'min')) - 1,
        max: Number(rawAttribute(text, tag, 'max')) - 1,
        style: Number(rawAttribute(text, tag, 'style') ?? '0'),
      });
    }
    tag = nextTag(text, tag.end);
  }
  return (row, column) => {
    if (row && isTrue(rawAttribute(text, row, 'customFormat') ?? '')) {
      return Number(rawAttribute(text, row, 's') ?? '0');
    }
    return columns.find(({ min, max }) => column >= min && column <= max)?.style ?? 0;
  };
}

/** `spans` only has to cover the row's cells; it is widened where it no longer does. */
function spansSplice(text: string, row: XmlTag, columns: readonly number[]): Splice | null {
  const spans = rawAttribute(text, row, 'spans');
  if (spans === null || columns.length === 0) return null;
  const pairs = spans
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':').map(Number));
  const covered = (column: number): boolean =>
    pairs.some(([first = 0, last = 0]) => column + 1 >= first && column + 1 <= last);
  if (columns.every(covered)) return null;
  const every = [...pairs.flat(), ...columns.map((column) => column + 1)].filter(Number.isInteger);
  return attributeSplice(text, row, 'spans', `${Math.min(...every)}:${Math.max(...every)}`);
}

function editRow(
  sheet: SheetText,
  element: XmlElement,
  row: number,
  changes: ReadonlyMap<number, CellChange>,
  inherited: InheritedStyle,
  splices: Splice[],
): readonly number[] {
  const { text, plain } = sheet;
  const pending = byNumber(changes);
  const created: number[] = [];
  const late: string[] = [];
  let next = 0;
  const create = (place: number | null, limit: number): void => {
    for (let item = pending[next]; item && item[0] < limit; item = pending[++next]) {
      const cell = newCell(sheet, row, item[0], item[1], inherited(element.tag, item[0]));
      if (cell === null) continue;
      created.push(item[0]);
      if (place === null) late.push(cell);
      else splices.push({ at: place, end: place, text: cell });
    }
  };
  const rowSplices = splices.length;
  let column = -1;
  let tag = element.tag.kind === 'empty' ? null : nextTag(text, element.inner.start);
  while (tag && tag.start < element.inner.end && next < pending.length) {
    const close = tag.kind === 'open' ? closeOf(text, tag, plain) : tag;
    if (tag.name === 'c') {
      column = columnOf(text, tag, column);
      create(tag.start, column);
      const item = pending[next];
      if (item && item[0] === column) {
        next++;
        const cell = elementAt(text, tag, plain);
        const markup = changedCell(sheet, cell, item[1], cellName({ row, column }));
        if (markup !== text.slice(cell.outer.start, cell.outer.end)) {
          splices.push({ at: cell.outer.start, end: cell.outer.end, text: markup });
        }
      }
    }
    tag = nextTag(text, close.end);
  }
  create(null, Number.POSITIVE_INFINITY);
  const spans = spansSplice(text, element.tag, created);
  if (spans) splices.splice(rowSplices, 0, spans);
  if (late.length > 0) splices.push(appendInside(element, late.join('')));
  return created;
}

function newRow(
  sheet: SheetText,
  row: number,
  changes: ReadonlyMap<number, CellChange>,
  inherited: InheritedStyle,
): { readonly markup: string; readonly columns: readonly number[] } {
  const columns: number[] = [];
  const cells: string[] = [];
  for (const [column, change] of byNumber(changes)) {
    const cell = newCell(sheet, row, column, change, inherited(null, column));
    if (cell === null) continue;
    columns.push(column);
    cells.push(cell);
  }
  const { prefix } = sheet;
  const markup =
    cells.length === 0 ? '' : `<${prefix}row r="${row + 1}">${cells.join('')}</${prefix}row>`;
  return { markup, columns };
}

function widen(extent: Extent | null, row: number, columns: readonly number[]): Extent | null {
  if (columns.length === 0) return extent;
  const left = Math.min(...columns);
  const right = Math.max(...columns);
  if (!extent) return { top: row, left, bottom: row, right };
  return {
    top: Math.min(extent.top, row),
    left: Math.min(extent.left, left),
    bottom: Math.max(extent.bottom, row),
    right: Math.max(extent.right, right),
  };
}

function dimensionSplice(sheet: SheetText, extent: Extent | null): Splice | null {
  const tag = extent ? findTag(sheet.text, 'dimension', 0, sheet.data.tag.start) : null;
  const range = tag && parseRangeName(rawAttribute(sheet.text, tag, 'ref') ?? '');
  if (!tag || !range || !extent) return null;
  const wide = {
    top: Math.min(range.top, extent.top),
    left: Math.min(range.left, extent.left),
    bottom: Math.max(range.bottom, extent.bottom),
    right: Math.max(range.right, extent.right),
  };
  if (rangeName(wide) === rangeName(range)) return null;
  return attributeSplice(sheet.text, tag, 'ref', rangeName(wide));
}

/**
 * The replacements in a worksheet part that make the given changes. Rows and cells that are not there
 * are put in at their place; `spans` and `dimension` are widened.
 * @throws Failure `formula-kept` for a value over a formula, `patch-no-formula` for a result without.
 */
export function cellSplices(text: string, changes: CellChanges): readonly Splice[] {
  const sheet = openSheetText(text);
  const inherited = inheritedStyles(sheet);
  const pending = byNumber(changes);
  const splices: Splice[] = [];
  const late: string[] = [];
  let extent: Extent | null = null;
  let next = 0;
  const create = (place: number | null, limit: number): void => {
    for (let item = pending[next]; item && item[0] < limit; item = pending[++next]) {
      const { markup, columns } = newRow(sheet, item[0], item[1], inherited);
      if (markup === '') continue;
      extent = widen(extent, item[0], columns);
      if (place === null) late.push(markup);
      else splices.push({ at: place, end: place, text: markup });
    }
  };
  let row = -1;
  let tag = sheet.data.tag.kind === 'empty' ? null : nextTag(text, sheet.data.inner.start);
  while (tag && tag.start < sheet.data.inner.end && next < pending.length) {
    const element = elementAt(text, tag, sheet.plain);
    if (tag.name === 'row') {
      row = rowOf(text, tag, row);
      create(tag.start, row);
      const item = pending[next];
      if (item && item[0] === row) {
        next++;
        extent = widen(extent, row, editRow(sheet, element, row, item[1], inherited, splices));
      }
    }
    tag = nextTag(text, element.outer.end);
  }
  create(null, Number.POSITIVE_INFINITY);
  if (late.length > 0) splices.push(appendInside(sheet.data, late.join('')));
  const dimension = dimensionSplice(sheet, extent);
  return dimension ? [dimension, ...splices] : splices;
}

/** A cell that takes part in a shared formula. */
export interface SharedCell {
  readonly cell: CellRef;
  readonly group: string;
  /** The formula itself stands here; the others of the group only point to it. */
  readonly isMaster: boolean;
}

/** The cells of a worksheet part whose formulas are shared, in their order. */
export function sharedCells(text: string): readonly SharedCell[] {
  if (!text.includes('shared')) return [];
  const sheet = openSheetText(text);
  const found: SharedCell[] = [];
  let row = -1;
  let column = -1;
  const { start, end } = sheet.data.inner;
  for (let tag = nextTag(text, start); tag && tag.start < end; tag = nextTag(text, tag.end)) {
    if (tag.kind === 'close') continue;
    if (tag.name === 'row') [row, column] = [rowOf(text, tag, row), -1];
    if (tag.name === 'c') column = columnOf(text, tag, column);
    if (tag.name !== 'f' || rawAttribute(text, tag, 't') !== 'shared') continue;
    const group = rawAttribute(text, tag, 'si') ?? '';
    const isMaster =
      !found.some((one) => one.group === group && one.isMaster) && tag.kind === 'open';
    found.push({ cell: { row, column }, group, isMaster });
  }
  return found;
}

/** Ranges filled by one formula (array formulas and data tables) that are more than one cell. */
export function formulaRanges(text: string): readonly string[] {
  const ranges: string[] = [];
  if (!text.includes('array') && !text.includes('dataTable')) return ranges;
  const sheet = openSheetText(text);
  const opening = `<${sheet.prefix}f`;
  const { start, end } = sheet.data.inner;
  for (
    let at = text.indexOf(opening, start);
    at >= 0 && at < end;
    at = text.indexOf(opening, at + 1)
  ) {
    const tag = nextTag(text, at);
    if (tag?.name !== 'f') continue;
    const type = rawAttribute(text, tag, 't');
    const reference = rawAttribute(text, tag, 'ref') ?? '';
    if ((type === 'array' || type === 'dataTable') && reference.includes(':'))
      ranges.push(reference);
  }
  return ranges;
}
