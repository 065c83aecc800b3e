import type { Texts } from '../texts/catalogue';
import type { Range } from '../model/grid';
import type { SheetCell, SheetStyle } from '../model/patch';
import type { TableResult } from '../model/score';
import type { BudgetRow } from '../model/table';
import { cell, formulaCell, type Row, type Say } from './sheet-cells';
import type { LiveNumber, Written } from './sum-formula';

/** What the parts of the 汇总表 are built with. */

export const WIDTHS = [24, 11, 11, 11, 11, 11, 9, 9, 9, 9, 9];
export const LAST = WIDTHS.length - 1;

/** The sheet as it grows: rows from the top, merges beside them. */
export interface Page {
  readonly rows: Row[];
  readonly merges: Range[];
  /** Rows that are not parted when printed. */
  readonly blocks: { top: number; bottom: number }[];
}

export interface Setting {
  readonly say: Say;
  readonly texts: Texts;
  readonly written: Written;
}

export const live = (number: LiveNumber | null, style: SheetStyle = 'number'): SheetCell => {
  if (!number) return cell(null, style);
  return number.formula === null
    ? cell(number.value, style)
    : formulaCell(number.formula, number.value, style);
};

export const wide = (page: Page, text: string, style: SheetStyle) => {
  const row = page.rows.length;
  page.rows.push([cell(text, style)]);
  page.merges.push({ top: row, left: 0, bottom: row, right: LAST });
};

/** Keeps the rows on one page that `write` adds. */
export function together<Result>(page: Page, write: () => Result): Result {
  const top = page.rows.length;
  const result = write();
  if (page.rows.length > top) page.blocks.push({ top, bottom: page.rows.length - 1 });
  return result;
}

export const totalOf = (result: TableResult): BudgetRow | null =>
  result.table.budget?.rows.find((row) => row.isTotal) ?? null;
