import { cellAt } from '../model/address';
import { cellKey, parseCellName, parseRangeName } from '../model/grid';
import type { CellValue, SheetSnapshot } from '../model/snapshot';
import { sum } from '../quantity/exact';

const REFERENCE = /^\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?$/;

/**
 * Works out the plain totals of forms, `SUM(H13:H24)`, `SUM(H6,H13:H24)`, `H6+H25`, over the values
 * that will stand in the sheet. Null for anything else: the program recalculates that on opening.
 */
export function recalculateTotal(
  formula: string,
  sheet: SheetSnapshot,
  written: ReadonlyMap<number, CellValue>,
): number | null {
  const plain = formula.replace(/\s+/g, '').toUpperCase();
  const numbers: number[] = [];
  for (const term of splitTerms(plain)) {
    const inner = /^SUM\(([^()]*)\)$/.exec(term);
    const parts = inner ? (inner[1] ?? '').split(',') : [term];
    for (const part of parts) {
      const values = valuesOf(part, sheet, written);
      if (!values) return null;
      numbers.push(...values);
    }
  }
  return numbers.length === 0 ? null : sum(numbers);
}

function splitTerms(formula: string): string[] {
  return formula.replace(/^\+/, '').split('+');
}

function valuesOf(
  part: string,
  sheet: SheetSnapshot,
  written: ReadonlyMap<number, CellValue>,
): number[] | null {
  if (!REFERENCE.test(part)) return null;
  const range = parseRangeName(part.replace(/\$/g, '')) ?? singleCell(part);
  if (!range) return null;
  const values: number[] = [];
  const bottom = Math.min(range.bottom, sheet.rowCount - 1);
  for (let row = range.top; row <= bottom; row++) {
    for (let column = range.left; column <= range.right; column++) {
      const key = cellKey({ row, column });
      const value = written.has(key) ? written.get(key) : cellAt(sheet, { row, column });
      if (typeof value === 'number') values.push(value);
      else if (typeof value === 'object' && value !== null) return null;
    }
  }
  return values;
}

function singleCell(text: string) {
  const cell = parseCellName(text);
  return cell && { top: cell.row, bottom: cell.row, left: cell.column, right: cell.column };
}
