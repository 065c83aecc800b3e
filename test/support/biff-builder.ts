/** Records of an .xls workbook, written by hand (MS-XLS §2.4), for what no library writes for us. */

export type BiffRecord = readonly [type: number, body: readonly number[]];

export const u16 = (value: number): number[] => [value & 255, (value >>> 8) & 255];
export const u32 = (value: number): number[] => [...u16(value), ...u16(value >>> 16)];
const f64 = (value: number): number[] => [...new Uint8Array(Float64Array.of(value).buffer)];
const wide = (text: string): number[] => {
  const codes = Array.from({ length: text.length }, (_item, index) => text.charCodeAt(index));
  return [1, ...codes.flatMap(u16)];
};

const BIFF8 = 0x0600;
const GLOBALS = 0x0005;
const SHEET = 0x0010;

const bof = (kind: number): BiffRecord => [
  0x0809,
  [...u16(BIFF8), ...u16(kind), ...u16(0), ...u16(0), ...u32(0), ...u32(6)],
];
const END: BiffRecord = [0x000a, []];

export interface BiffXf {
  readonly font?: number;
  readonly format?: number;
  /** 0 … 7: general, left, center, right … */
  readonly horizontal?: number;
  /** 0 … 4: top, center, bottom … */
  readonly vertical?: number;
  readonly wrap?: boolean;
  /** Line of all four sides. */
  readonly border?: number;
  /** Colour number of a solid fill. */
  readonly fill?: number;
}

export const biff = {
  font: (name: string, twips: number, bold: boolean, color: number): BiffRecord => [
    0x0031,
    [
      ...u16(twips),
      ...u16(0),
      ...u16(color),
      ...u16(bold ? 700 : 400),
      ...u16(0),
      ...[0, 0, 134, 0, name.length],
      ...wide(name),
    ],
  ],
  format: (id: number, code: string): BiffRecord => [
    0x041e,
    [...u16(id), ...u16(code.length), ...wide(code)],
  ],
  palette: (colors: readonly (readonly number[])[]): BiffRecord => [
    0x0092,
    [...u16(colors.length), ...colors.flatMap((rgb) => [...rgb, 0])],
  ],
  xf: (xf: BiffXf): BiffRecord => {
    const alignment = (xf.horizontal ?? 0) | (xf.wrap ? 8 : 0) | ((xf.vertical ?? 2) << 4);
    const border = xf.border ?? 0;
    const lines = border | (border << 4) | (border << 8) | (border << 12);
    return [
      0x00e0,
      [
        ...u16(xf.font ?? 0),
        ...u16(xf.format ?? 0),
        ...u16(0),
        ...[alignment, 0, 0, 0],
        ...u32(lines),
        ...u32(xf.fill === undefined ? 0 : 1 << 26),
        ...u16(xf.fill ?? 0x40),
      ],
    ];
  },
  number: (row: number, column: number, xf: number, value: number): BiffRecord => [
    0x0203,
    [...u16(row), ...u16(column), ...u16(xf), ...f64(value)],
  ],
  label: (row: number, column: number, xf: number, text: string): BiffRecord => [
    0x0204,
    [...u16(row), ...u16(column), ...u16(xf), ...u16(text.length), ...wide(text)],
  ],
  blanks: (row: number, column: number, xfs: readonly number[]): BiffRecord => [
    0x00be,
    [...u16(row), ...u16(column), ...xfs.flatMap(u16), ...u16(column + xfs.length - 1)],
  ],
  error: (row: number, column: number, xf: number, code: number): BiffRecord => [
    0x0205,
    [...u16(row), ...u16(column), ...u16(xf), code, 1],
  ],
  merge: (top: number, bottom: number, left: number, right: number): BiffRecord => [
    0x00e5,
    [...u16(1), ...u16(top), ...u16(bottom), ...u16(left), ...u16(right)],
  ],
  filePass: [0x002f, [0, 0, 1, 2, 3, 4]] as BiffRecord,
};

export interface BiffSheet {
  readonly name: string;
  /** 0 visible, 1 hidden, 2 very hidden. */
  readonly hidden?: number;
  readonly records: readonly BiffRecord[];
}

const serialise = (records: readonly BiffRecord[]): number[] =>
  records.flatMap(([type, body]) => [...u16(type), ...u16(body.length), ...body]);

const boundSheet = (sheet: BiffSheet, at: number): BiffRecord => [
  0x0085,
  [...u32(at), sheet.hidden ?? 0, 0, sheet.name.length, ...wide(sheet.name)],
];

/** A bare workbook stream, without the compound file around it. */
export function buildBiff(
  globals: readonly BiffRecord[],
  sheets: readonly BiffSheet[],
): Uint8Array {
  const head = (offsets: readonly number[]): number[] =>
    serialise([
      bof(GLOBALS),
      ...globals,
      ...sheets.map((sheet, index) => boundSheet(sheet, offsets[index] ?? 0)),
      END,
    ]);
  const bodies = sheets.map((sheet) => serialise([bof(SHEET), ...sheet.records, END]));
  const offsets: number[] = [];
  let at = head([]).length;
  for (const body of bodies) {
    offsets.push(at);
    at += body.length;
  }
  return Uint8Array.from([...head(offsets), ...bodies.flat()]);
}
