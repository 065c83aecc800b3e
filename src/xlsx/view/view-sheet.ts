import type { SheetView } from '../../model/look';
import type { SheetSnapshot } from '../../model/snapshot';
import { closeOf, elementAt, isPlainMarkup, rawAttribute } from '../write/write-markup';
import { columnOf, rowOf } from '../write/sheet-text';
import { findTag, isTrue, nextTag, type XmlTag } from '../xml';

/** What a worksheet part says of a sheet's look, besides its cells' content. */
type SheetLayout = Omit<SheetView, keyof Omit<SheetSnapshot, 'formats'> | 'notes' | 'looks'>;

/**
 * Widths are in digits of the default font, 7 pixels each in 11 pt Calibri or 宋体, which nearly all
 * forms use (ECMA-376 part 1, §18.3.1.13).
 */
const DIGIT = 7;
const POINT = 4 / 3;
const DEFAULT_WIDTH = 72;
const DEFAULT_HEIGHT = 20;
const MOST_PIXELS = 2000;
/** How far cells that only have a look are shown beyond the last that has a content. */
const LOOKS_BEYOND = { rows: 200, columns: 30 };

const widthOf = (digits: number): number =>
  Math.min(MOST_PIXELS, Math.trunc(((256 * digits + Math.trunc(128 / DIGIT)) / 256) * DIGIT));
const heightOf = (points: number): number => Math.min(MOST_PIXELS, Math.round(points * POINT));

function sized(value: string | null, measure: (size: number) => number): number | null {
  const size = Number(value ?? Number.NaN);
  return Number.isFinite(size) && size > 0 ? measure(size) : null;
}

interface ColumnLook {
  readonly from: number;
  readonly to: number;
  readonly style: number;
  readonly width: number | null;
}

function readColumns(text: string, limit: number): readonly ColumnLook[] {
  const columns: ColumnLook[] = [];
  const cols = findTag(text, 'cols', 0, limit);
  let tag = cols && nextTag(text, cols.end);
  for (; tag?.name === 'col'; tag = nextTag(text, tag.end)) {
    if (tag.kind === 'close') continue;
    columns.push({
      from: Number(rawAttribute(text, tag, 'min')) - 1,
      to: Number(rawAttribute(text, tag, 'max')) - 1,
      style: Number(rawAttribute(text, tag, 'style') ?? '0'),
      width: sized(rawAttribute(text, tag, 'width'), widthOf),
    });
  }
  return columns;
}

interface RowLook {
  /** Null: the row has no format of its own. */
  style: number | null;
  height: number | null;
  /** Column → cell format. */
  cells: Map<number, number>;
}

/** Formats of cells and heights of rows, as the part has them. */
function readRowLooks(text: string, data: XmlTag, last: number): ReadonlyMap<number, RowLook> {
  const plain = isPlainMarkup(text);
  const rows = new Map<number, RowLook>();
  const { end } = elementAt(text, data, plain).inner;
  let [row, column] = [-1, -1];
  let current: RowLook = { style: null, height: null, cells: new Map() };
  let tag = data.kind === 'empty' ? null : nextTag(text, data.end);
  while (tag && tag.start < end) {
    let next = tag.end;
    if (tag.kind !== 'close' && tag.name === 'row') {
      [row, column] = [rowOf(text, tag, row), -1];
      if (row > last) break;
      const isStyled = isTrue(rawAttribute(text, tag, 'customFormat') ?? '');
      current = {
        style: isStyled ? Number(rawAttribute(text, tag, 's') ?? '0') : null,
        height: sized(rawAttribute(text, tag, 'ht'), heightOf),
        cells: new Map(),
      };
      rows.set(row, current);
    } else if (tag.kind !== 'close' && tag.name === 'c') {
      column = columnOf(text, tag, column);
      current.cells.set(column, Number(rawAttribute(text, tag, 's') ?? '0'));
      if (tag.kind === 'open') next = closeOf(text, tag, plain).end;
    }
    tag = nextTag(text, next);
  }
  return rows;
}

interface Frozen {
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly gridLines: boolean;
}

function readFrozen(text: string, limit: number): Frozen {
  const view = findTag(text, 'sheetView', 0, limit);
  const gridLines = !view || isTrue(rawAttribute(text, view, 'showGridLines') ?? '1');
  const pane = findTag(text, 'pane', 0, limit);
  const state = pane && rawAttribute(text, pane, 'state');
  const isFrozen = state === 'frozen' || state === 'frozenSplit';
  const split = (name: string): number => {
    const count = isFrozen ? Number((pane && rawAttribute(text, pane, name)) ?? '0') : 0;
    return Number.isInteger(count) && count > 0 && count < 1000 ? count : 0;
  };
  return { frozenRows: split('ySplit'), frozenColumns: split('xSplit'), gridLines };
}

export interface SheetLooks extends SheetLayout {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly looks: readonly (readonly number[])[];
}

/**
 * Reads a worksheet part for what a grid shows besides contents. `seen` tells of each cell format
 * whether it shows where a cell is empty; such cells widen the shown part of the sheet a little.
 */
export function readSheetLooks(
  text: string,
  content: Pick<SheetSnapshot, 'rowCount' | 'columnCount'>,
  seen: readonly boolean[],
): SheetLooks {
  const data = findTag(text, 'sheetData');
  const limit = data?.start ?? text.length;
  const format = findTag(text, 'sheetFormatPr', 0, limit);
  const columns = readColumns(text, limit);
  const lastRow = content.rowCount + LOOKS_BEYOND.rows - 1;
  const lastColumn = content.columnCount + LOOKS_BEYOND.columns - 1;
  const rows = data ? readRowLooks(text, data, lastRow) : new Map<number, RowLook>();
  let { rowCount, columnCount } = content;
  for (const [row, { cells }] of rows) {
    for (const [column, style] of cells) {
      if (column > lastColumn || !seen[style]) continue;
      rowCount = Math.max(rowCount, row + 1);
      columnCount = Math.max(columnCount, column + 1);
    }
  }
  const widths = new Map<number, number>();
  const bare = Array<number>(columnCount).fill(0);
  for (const { from, to, style, width } of columns) {
    for (let column = from; column <= Math.min(to, columnCount + LOOKS_BEYOND.columns); column++) {
      if (width !== null) widths.set(column, width);
      if (column < columnCount) bare[column] = style < seen.length ? style : 0;
    }
  }
  const heights = new Map<number, number>();
  for (const [row, { height }] of rows) if (height !== null) heights.set(row, height);
  const looks: (readonly number[])[] = [];
  for (let row = 0; row < rowCount; row++) looks.push(lineOf(rows.get(row), bare, seen.length));
  const width = format && sized(rawAttribute(text, format, 'defaultColWidth'), widthOf);
  const height = format && sized(rawAttribute(text, format, 'defaultRowHeight'), heightOf);
  return {
    rowCount,
    columnCount,
    looks,
    widths,
    heights,
    defaultWidth: width ?? DEFAULT_WIDTH,
    defaultHeight: height ?? DEFAULT_HEIGHT,
    ...readFrozen(text, limit),
  };
}

/** Formats a file names but does not have are the first. */
function lineOf(
  row: RowLook | undefined,
  bare: readonly number[],
  formats: number,
): readonly number[] {
  if (!row || (row.style === null && row.cells.size === 0)) return bare;
  const { style } = row;
  const line = style === null ? [...bare] : bare.map(() => (style < formats ? style : 0));
  for (const [column, own] of row.cells) {
    if (column < line.length) line[column] = own < formats ? own : 0;
  }
  return line;
}
