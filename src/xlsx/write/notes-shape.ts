import type { CellRef, Range } from '../../model/grid';
import { isPlainMarkup, elementAt, rawAttribute } from './write-markup';
import { findTag, isTrue, nextTag } from '../xml';

/** Widths and heights of a sheet in pixels at 96 dpi. */
export interface SheetGeometry {
  readonly columnWidth: (column: number) => number;
  readonly rowHeight: (row: number) => number;
}

/** Pixels of one character of the default font (11 pt); the width a file states already has the margin. */
const CHARACTER = 7;
const DEFAULT_WIDTH = 64;
const DEFAULT_HEIGHT = 20;
const POINT = 4 / 3;
const LAST_COLUMN = 16383;
const LAST_ROW = 1048575;

const pixels = (value: string | null, factor: number, otherwise: number): number => {
  const number = Number(value ?? Number.NaN);
  return Number.isFinite(number) && number >= 0 ? Math.round(number * factor) : otherwise;
};

/** Reads column widths and row heights from a worksheet part. */
export function readGeometry(text: string): SheetGeometry {
  const plain = isPlainMarkup(text);
  const data = findTag(text, 'sheetData');
  const limit = data?.start ?? text.length;
  const format = findTag(text, 'sheetFormatPr', 0, limit);
  const width = pixels(
    format && rawAttribute(text, format, 'defaultColWidth'),
    CHARACTER,
    DEFAULT_WIDTH,
  );
  const height = pixels(
    format && rawAttribute(text, format, 'defaultRowHeight'),
    POINT,
    DEFAULT_HEIGHT,
  );
  const columns: { readonly min: number; readonly max: number; readonly width: number }[] = [];
  const cols = findTag(text, 'cols', 0, limit);
  for (
    let tag = cols && nextTag(text, cols.end);
    tag?.name === 'col';
    tag = nextTag(text, tag.end)
  ) {
    if (tag.kind === 'close') continue;
    const hidden = isTrue(rawAttribute(text, tag, 'hidden') ?? '');
    columns.push({
      min: Number(rawAttribute(text, tag, 'min')) - 1,
      max: Number(rawAttribute(text, tag, 'max')) - 1,
      width: hidden ? 0 : pixels(rawAttribute(text, tag, 'width'), CHARACTER, width),
    });
  }
  const rows = new Map<number, number>();
  const end = data ? elementAt(text, data, plain).inner.end : 0;
  const opening = `<${data?.prefix ?? ''}row`;
  let row = -1;
  for (let at = text.indexOf(opening, limit); at >= 0 && at < end;) {
    const tag = nextTag(text, at);
    if (tag?.name === 'row') {
      const number = Number(rawAttribute(text, tag, 'r') ?? Number.NaN);
      row = Number.isInteger(number) ? number - 1 : row + 1;
      if (isTrue(rawAttribute(text, tag, 'hidden') ?? '')) rows.set(row, 0);
      else {
        const own = rawAttribute(text, tag, 'ht');
        if (own !== null) rows.set(row, pixels(own, POINT, height));
      }
    }
    at = text.indexOf(opening, at + 1);
  }
  return {
    columnWidth: (column) =>
      columns.find(({ min, max }) => column >= min && column <= max)?.width ?? width,
    rowHeight: (number) => rows.get(number) ?? height,
  };
}

/** A note's box is as wide as some twenty Chinese characters of 9 pt. */
const NOTE_WIDTH = 260;
const NOTE_MARGIN = 14;
const NOTE_LINE = 16;
const NOTE_MOST = 480;
const WIDE = 12;
const NARROW = 6.5;

function lineCount(text: string): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let length = 0;
    for (const character of paragraph) length += character > '\u2e7f' ? WIDE : NARROW;
    lines += Math.max(1, Math.ceil(length / (NOTE_WIDTH - NOTE_MARGIN)));
  }
  return lines;
}

/** Height in pixels that shows the whole text, up to a limit. */
const noteHeight = (text: string): number =>
  Math.min(NOTE_MOST, lineCount(text) * NOTE_LINE + NOTE_MARGIN);

/** Walks `length` pixels from the edge of `first`; a stretch of hidden rows does not go on for ever. */
function walk(
  first: number,
  offset: number,
  length: number,
  last: number,
  size: (index: number) => number,
): readonly [number, number] {
  let index = first;
  let rest = offset + length;
  while (index < last && index - first < 200 && rest > size(index)) {
    rest -= size(index);
    index++;
  }
  return [index, Math.min(rest, size(index))];
}

/** The hidden VML shape that shows a note beside its cell when the pointer is over it. */
export function noteShape(
  id: number,
  cell: CellRef,
  area: Range,
  text: string,
  geometry: SheetGeometry,
): string {
  const height = noteHeight(text);
  const left = Math.min(area.right + 1, LAST_COLUMN - 1);
  const top = Math.max(0, cell.row - 1);
  const down = cell.row === 0 ? 2 : 10;
  const [right, rightOffset] = walk(left, 15, NOTE_WIDTH, LAST_COLUMN, geometry.columnWidth);
  const [bottom, bottomOffset] = walk(top, down, height, LAST_ROW, geometry.rowHeight);
  const anchor = [left, 15, top, down, right, rightOffset, bottom, bottomOffset].join(', ');
  const style = `position:absolute;margin-left:60pt;margin-top:2pt;width:${NOTE_WIDTH * 0.75}pt;height:${height * 0.75}pt;z-index:1;visibility:hidden`;
  return (
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="${style}" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${cell.row}</x:Row><x:Column>${cell.column}</x:Column></x:ClientData></v:shape>`
  );
}

export const NOTE_SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** A drawing part with nothing but notes. `block` numbers its shapes: 1024 ids from `block × 1024`. */
export function noteDrawing(block: number, shapes: string): string {
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout>` +
    `${NOTE_SHAPE_TYPE}${shapes}</xml>`
  );
}
