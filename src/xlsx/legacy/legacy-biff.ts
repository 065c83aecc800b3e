import { INDEXED_COLOURS } from '../indexed-colours';
import { PLAIN_STYLE, type LegacyBorder, type LegacyFont, type LegacyStyle } from './legacy-book';
import { builtInFormat } from '../read/read-formats';

/**
 * What the library that reads old workbooks does not say: whether there is a password, the order
 * of tabs, and how cells look (fonts, borders, alignment). Record layouts: MS-XLS §2.4.
 */

/** Style per row and column, where the sheet has a cell. */
export type SheetStyles = ReadonlyMap<number, readonly (LegacyStyle | undefined)[]>;

export interface LegacyTab {
  readonly name: string;
  /** False for charts and macro sheets. */
  readonly worksheet: boolean;
  readonly styles: SheetStyles;
}

export interface LegacyBiff {
  readonly encrypted: boolean;
  /** Characters of the older versions need code pages. */
  readonly beforeBiff8: boolean;
  /** In tab order; empty before BIFF8. */
  readonly tabs: readonly LegacyTab[];
}

const BOF = 0x0809;
const EOF = 0x000a;
const FILEPASS = 0x002f;
const FONT = 0x0031;
const FORMAT = 0x041e;
const XF = 0x00e0;
const PALETTE = 0x0092;
const BOUNDSHEET = 0x0085;
const MULRK = 0x00bd;
const MULBLANK = 0x00be;
/** Records of one cell: row, column and style are their first three numbers. */
const CELLS: ReadonlySet<number> = new Set([
  0x0006, 0x00d6, 0x00fd, 0x0201, 0x0203, 0x0204, 0x0205, 0x027e,
]);
const BIFF8 = 0x0600;

const BORDERS: readonly (LegacyBorder | null)[] = [
  null,
  'thin',
  'medium',
  'dashed',
  'dotted',
  'thick',
  'double',
  'hair',
  'mediumDashed',
  'dashDot',
  'mediumDashDot',
  'dashDotDot',
  'mediumDashDotDot',
  'slantDashDot',
];

const HORIZONTAL: readonly (string | null)[] = [
  null,
  'left',
  'center',
  'right',
  'fill',
  'justify',
  'centerContinuous',
  'distributed',
];

/** Bottom is what a cell has anyway. */
const VERTICAL: readonly (string | null)[] = ['top', 'center', null, 'justify', 'distributed'];

interface BiffRecord {
  readonly type: number;
  /** Over the record's body only, so reading beyond it throws. */
  readonly body: DataView;
  readonly next: number;
}

function recordAt(stream: DataView, at: number): BiffRecord | null {
  if (at + 4 > stream.byteLength) return null;
  const length = stream.getUint16(at + 2, true);
  if (at + 4 + length > stream.byteLength) return null;
  return {
    type: stream.getUint16(at, true),
    body: new DataView(stream.buffer, stream.byteOffset + at + 4, length),
    next: at + 4 + length,
  };
}

/** Characters with their flag byte at `at`: one byte each (Latin) or two. */
function textAt(body: DataView, at: number, count: number): string {
  const wide = (body.getUint8(at) & 1) === 1;
  const codes: number[] = [];
  for (let index = 0; index < count; index++) {
    const from = at + 1 + (wide ? index * 2 : index);
    codes.push(wide ? body.getUint16(from, true) : body.getUint8(from));
  }
  return String.fromCharCode(...codes).replace(/\0+$/, '');
}

function colorOf(index: number, palette: readonly string[]): string | null {
  const own = index < 8 ? undefined : palette[index - 8];
  return own ?? INDEXED_COLOURS[index]?.toUpperCase() ?? null;
}

function readPalette(body: DataView): string[] {
  const colors: string[] = [];
  const count = Math.min(body.getUint16(0, true), 56);
  for (let index = 0; index < count; index++) {
    const rgb = body.getUint32(2 + index * 4, false) >>> 8;
    colors.push(rgb.toString(16).toUpperCase().padStart(6, '0'));
  }
  return colors;
}

function readFont(body: DataView, palette: readonly string[]): LegacyFont {
  const flags = body.getUint16(2, true);
  return {
    size: Math.min(Math.max(body.getUint16(0, true) / 20, 1), 409),
    italic: (flags & 0x02) !== 0,
    strike: (flags & 0x08) !== 0,
    color: colorOf(body.getUint16(4, true), palette),
    bold: body.getUint16(6, true) >= 600,
    underline: body.getUint8(10) !== 0,
    name: textAt(body, 15, body.getUint8(14)) || '宋体',
  };
}

interface Globals {
  readonly palette: string[];
  readonly fonts: DataView[];
  readonly formats: Map<number, string>;
  readonly xfs: DataView[];
  readonly tabs: { readonly name: string; readonly worksheet: boolean; readonly at: number }[];
}

function readXf(body: DataView, globals: Globals, fonts: readonly LegacyFont[]): LegacyStyle {
  const fontIndex = body.getUint16(0, true);
  const formatId = body.getUint16(2, true);
  const format = globals.formats.get(formatId) ?? builtInFormat(formatId);
  const alignment = body.getUint8(6);
  const lines = body.getUint32(10, true);
  const pattern = body.getUint32(14, true) >>> 26;
  const fore = body.getUint16(18, true) & 0x7f;
  return {
    format: format === null || format === '' || format.toLowerCase() === 'general' ? null : format,
    // Font 4 does not exist: numbers beyond it are one too high.
    font: fonts[fontIndex > 4 ? fontIndex - 1 : fontIndex] ?? null,
    fill: pattern === 1 ? colorOf(fore, globals.palette) : null,
    borders: [0, 4, 8, 12].map((shift) => BORDERS[(lines >>> shift) & 0x0f] ?? null),
    horizontal: HORIZONTAL[alignment & 0x07] ?? null,
    vertical: VERTICAL[(alignment >> 4) & 0x07] ?? null,
    wrap: (alignment & 0x08) !== 0,
  };
}

function readGlobal(record: BiffRecord, globals: Globals): void {
  const { type, body } = record;
  if (type === FONT) globals.fonts.push(body);
  else if (type === XF) globals.xfs.push(body);
  else if (type === PALETTE) globals.palette.push(...readPalette(body));
  else if (type === FORMAT) {
    globals.formats.set(body.getUint16(0, true), textAt(body, 4, body.getUint16(2, true)));
  } else if (type === BOUNDSHEET) {
    const name = textAt(body, 7, body.getUint8(6));
    const worksheet = body.getUint8(5) === 0;
    globals.tabs.push({ name, worksheet, at: body.getUint32(0, true) });
  }
}

function readSheetStyles(
  stream: DataView,
  from: number,
  styles: readonly LegacyStyle[],
): SheetStyles {
  const rows = new Map<number, (LegacyStyle | undefined)[]>();
  const put = (row: number, column: number, xf: number): void => {
    const style = styles[xf];
    if (!style || column > 255) return;
    const cells = rows.get(row) ?? [];
    cells[column] = style;
    rows.set(row, cells);
  };
  let depth = 0;
  for (let record = recordAt(stream, from); record; record = recordAt(stream, record.next)) {
    const { type, body } = record;
    if (type === BOF) depth++;
    if (type === EOF && --depth <= 0) break;
    if (depth > 1 || body.byteLength < 6) continue;
    const row = body.getUint16(0, true);
    const column = body.getUint16(2, true);
    if (CELLS.has(type)) put(row, column, body.getUint16(4, true));
    if (type === MULBLANK || type === MULRK) {
      const size = type === MULBLANK ? 2 : 6;
      const count = Math.floor((body.byteLength - 6) / size);
      for (let index = 0; index < count; index++) {
        put(row, column + index, body.getUint16(4 + index * size, true));
      }
    }
  }
  return rows;
}

/** The same look is one object, so that it is written once. */
function shareStyles(styles: readonly LegacyStyle[]): LegacyStyle[] {
  const known = new Map([[JSON.stringify(PLAIN_STYLE), PLAIN_STYLE]]);
  return styles.map((style) => {
    const key = JSON.stringify(style);
    const shared = known.get(key) ?? style;
    known.set(key, shared);
    return shared;
  });
}

/** Reads a workbook stream. Never throws: what is damaged is left out, the library then judges. */
export function readBiff(bytes: Uint8Array): LegacyBiff {
  const stream = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = recordAt(stream, 0);
  const isBiff8 =
    first?.type === BOF && first.body.byteLength >= 2 && first.body.getUint16(0, true) === BIFF8;
  const globals: Globals = { palette: [], fonts: [], formats: new Map(), xfs: [], tabs: [] };
  let encrypted = false;
  try {
    for (let record = first; record; record = recordAt(stream, record.next)) {
      if (record.type === EOF) break;
      if (record.type === FILEPASS) encrypted = true;
      if (isBiff8 && !encrypted) readGlobal(record, globals);
    }
    if (encrypted || !isBiff8) return { encrypted, beforeBiff8: !isBiff8, tabs: [] };
    const fonts = globals.fonts.map((body) => readFont(body, globals.palette));
    const styles = shareStyles(globals.xfs.map((body) => readXf(body, globals, fonts)));
    const tabs = globals.tabs.map(({ name, worksheet, at }) => ({
      name,
      worksheet,
      styles: worksheet ? readSheetStyles(stream, at, styles) : new Map<number, never>(),
    }));
    return { encrypted, beforeBiff8: false, tabs };
  } catch (reason) {
    if (!(reason instanceof RangeError)) throw reason;
    return { encrypted, beforeBiff8: !isBiff8, tabs: [] };
  }
}
