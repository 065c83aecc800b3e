import type { SheetWrite } from '../model/patch';
import { isCellError, type CellValue, type SheetSnapshot } from '../model/snapshot';

/** Two lanes of FNV-1a over UTF-16 units. */
interface Lanes {
  a: number;
  b: number;
}

function add(lanes: Lanes, part: string): void {
  let { a, b } = lanes;
  for (let index = 0; index < part.length; index++) {
    const unit = part.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ (unit + index), 0x01000193);
  }
  lanes.a = Math.imul(a ^ 0x1f, 0x01000193);
  lanes.b = Math.imul(b ^ 0x1e, 0x01000193);
}

type Contents = (row: number, column: number) => string;

/**
 * A short fingerprint of what a sheet says: texts, numbers and formulas with their places, not
 * looks or cached results, so that recalculation and other programs' re-saving do not count as
 * an edit. 16 hex digits.
 */
function digest(rows: readonly (readonly unknown[])[], contentAt: Contents): string {
  const lanes: Lanes = { a: 0x811c9dc5, b: 0xcbf29ce4 };
  for (let row = 0; row < rows.length; row++) {
    const width = rows[row]?.length ?? 0;
    for (let column = 0; column < width; column++) {
      const content = contentAt(row, column);
      if (content === '') continue;
      add(lanes, `${row},${column}`);
      add(lanes, content);
    }
  }
  return hex(lanes.a) + hex(lanes.b);
}

const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0');

function contentOf(value: CellValue, formula: string | null): string {
  if (formula !== null) return `=${formula}`;
  if (value === null || value === '') return '';
  return isCellError(value) ? value.error : `${typeof value}:${String(value)}`;
}

export function digestOfWrite({ rows }: SheetWrite): string {
  return digest(rows, (row, column) => {
    const cell = rows[row]?.[column];
    return cell ? contentOf(cell.value, cell.formula ?? null) : '';
  });
}

export function digestOfSnapshot({ values, formulas }: SheetSnapshot): string {
  return digest(values, (row, column) =>
    contentOf(values[row]?.[column] ?? null, formulas[row]?.[column] ?? null),
  );
}
