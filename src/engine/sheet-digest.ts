import type { SheetWrite } from '../model/patch';
import { isCellError, type CellValue, type SheetSnapshot } from '../model/snapshot';

/**
 * A short fingerprint of what a sheet says: texts, numbers and formulas with their places, not
 * looks or cached results, so that recalculation and other programs' re-saving do not count as
 * an edit. FNV-1a over UTF-16 units, two lanes, 16 hex digits.
 */
function digest(parts: Iterable<string>): string {
  let a = 0x811c9dc5;
  let b = 0xcbf29ce4;
  for (const part of parts) {
    for (let index = 0; index < part.length; index++) {
      const unit = part.charCodeAt(index);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ (unit + index), 0x01000193);
    }
    a = Math.imul(a ^ 0x1f, 0x01000193);
    b = Math.imul(b ^ 0x1e, 0x01000193);
  }
  return [a, b].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}

function contentOf(value: CellValue, formula: string | null): string {
  if (formula !== null) return `=${formula}`;
  if (value === null || value === '') return '';
  return isCellError(value) ? value.error : `${typeof value}:${String(value)}`;
}

export function digestOfWrite(write: SheetWrite): string {
  return digest(
    write.rows.flatMap((row, index) =>
      row.flatMap((cell, column) => {
        const content = cell ? contentOf(cell.value, cell.formula ?? null) : '';
        return content === '' ? [] : [`${index},${column}`, content];
      }),
    ),
  );
}

export function digestOfSnapshot(sheet: SheetSnapshot): string {
  return digest(
    sheet.values.flatMap((row, index) =>
      row.flatMap((value, column) => {
        const content = contentOf(value, sheet.formulas[index]?.[column] ?? null);
        return content === '' ? [] : [`${index},${column}`, content];
      }),
    ),
  );
}
