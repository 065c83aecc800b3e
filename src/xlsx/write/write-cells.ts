import { cellName, parseRangeName, rangeName, type CellRef } from '../../model/grid';
import { appendInside, attributeSplice, closeOf, elementAt, rawAttribute } from './write-markup';
import type { Splice } from './write-splice';
import { findTag, isTrue, nextTag, type XmlElement, type XmlTag } from '../xml';
import { columnOf, openSheetText, rowOf, type SheetText } from './sheet-text';
import { changedCell, newCell, type CellChange } from './cell-markup';

/** Row → column → change, both 0-based. */
export type CellChanges = ReadonlyMap<number, ReadonlyMap<number, CellChange>>;

export type PlacedChange = readonly [cell: CellRef, change: CellChange];

/** Changes of cells by row and column; of several of one cell the last. */
export function changesAt(changes: readonly PlacedChange[]): CellChanges {
  const rows = new Map<number, Map<number, CellChange>>();
  for (const [{ row, column }, change] of changes) {
    const line = rows.get(row);
    if (line) line.set(column, change);
    else rows.set(row, new Map([[column, change]]));
  }
  return rows;
}

interface Extent {
  top: number;
  left: number;
  bottom: number;
  right: number;
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
