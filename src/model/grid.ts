/** Positions in a sheet. Rows and columns are 0-based; ranges include both ends. */

export interface CellRef {
  readonly row: number;
  readonly column: number;
}

export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `columnName(0)` is `A`, `columnName(26)` is `AA`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** The address people read: `cellName({row: 18, column: 8})` is `I19`. */
export function cellName(cell: CellRef): string {
  return columnName(cell.column) + String(cell.row + 1);
}

/** One number per cell of a sheet, for maps. */
export const cellKey = ({ row, column }: CellRef): number => row * 16_384 + column;

/** `rangeName` writes `A1:J25`; a single cell is written without a colon. */
export function rangeName(range: Range): string {
  const first = cellName({ row: range.top, column: range.left });
  const last = cellName({ row: range.bottom, column: range.right });
  return first === last ? first : `${first}:${last}`;
}

/** Reads `I19` or `$I$19` (any case). Returns null for anything else or beyond XFD1048576. */
export function parseCellName(text: string): CellRef | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (!match) return null;
  const column = columnOf(match[1] ?? '');
  const row = Number(match[2]) - 1;
  return column > 16383 || row > 1048575 ? null : { row, column };
}

/** Reads `A` … `XFD` (any case) as a 0-based column; null for anything else. */
export const parseColumnName = (text: string): number | null =>
  /^[A-Za-z]{1,3}$/.test(text) ? columnOf(text) : null;

/** `a` and `A` are 1 in their last five bits. */
function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at++) column = column * 26 + (letters.charCodeAt(at) & 31);
  return column - 1;
}

/** Reads `A1:J25` or `A1`. Returns null for anything else. */
export function parseRangeName(text: string): Range | null {
  const [first = '', last = first, ...more] = text.split(':');
  const start = parseCellName(first);
  const end = parseCellName(last);
  if (!start || !end || more.length > 0) return null;
  return {
    top: Math.min(start.row, end.row),
    left: Math.min(start.column, end.column),
    bottom: Math.max(start.row, end.row),
    right: Math.max(start.column, end.column),
  };
}

export function contains(range: Range, cell: CellRef): boolean {
  return (
    cell.row >= range.top &&
    cell.row <= range.bottom &&
    cell.column >= range.left &&
    cell.column <= range.right
  );
}
