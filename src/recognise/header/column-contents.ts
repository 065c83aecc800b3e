import { isBlank } from '../../model/blank';
import type { CellRef } from '../../model/grid';
import { normaliseText } from '../../quantity/normalise';
import { readQuantity } from '../../quantity/read-quantity';
import { weightCellAt } from '../point-cells';
import { leadOf } from '../rows/row-kind';
import { type SheetView, filledColumns } from '../sheet-view';

/**
 * What stands below a head, as far as it tells what the column is. Maps go from the place in the list
 * of cells to what is read there, so that columns are held against each other row by row.
 */
export interface Contents {
  /** Cells that were looked at: those in rows of the body that are not blank. */
  readonly rows: number;
  readonly filled: number;
  readonly texts: ReadonlyMap<number, string>;
  /** Figures as points: 8, `8分`, `8%`. */
  readonly figures: ReadonlyMap<number, number>;
  /** What is measured, whatever its unit: 3 for `≥3公里`. */
  readonly values: ReadonlyMap<number, number>;
  /** Units of what is measured; `%` for shares. */
  readonly units: ReadonlyMap<number, string>;
  /** Rows with a date or a time: 6月底前. */
  readonly dates: ReadonlySet<number>;
  /** Cells that compare or carry a unit or a date: `≥95%`, `3公里`, `6月底前`. */
  readonly measured: number;
  /** Cells with a comparison in them. */
  readonly compared: number;
  /** Texts that tell something: long, or with a stop in them. */
  readonly sentences: number;
  /** Texts of something done: 已完成, 达成预期指标. */
  readonly done: number;
  /** Texts said in one row only. */
  readonly distinct: number;
}

/** Rows that are looked at: enough to tell, however long the form is. */
const PROBED_ROWS = 40;
/** A label alone is a level, whatever else its row is called. */
const FEWEST_CELLS = 3;
const SENTENCE = /[。；！]|[，,].{4,}/;
const LONG = 18;
/** 最多跑一次, 不高于上年. */
const BOUND = /^(?:最[多少]|至[多少]|不[高低]于|不超过)/;
const DONE =
  /^(已|全部|基本|部分|按|如期|按期|未)?.{0,4}(完成|达成|达到|实现|落实|到位|办结|达标|建成)/;

/** The rows below a header that tell what its columns are, down to the total; not the header printed again. */
export function bodyRows(view: SheetView, top: number, bottom: number): readonly number[] {
  const heads = new Set<string>();
  for (let row = top; row <= bottom; row++)
    for (const column of filledColumns(view, row)) heads.add(normaliseText(view.text(row, column)));
  const rows: number[] = [];
  const end = Math.min(view.sheet.rowCount, bottom + 1 + PROBED_ROWS * 2);
  for (let row = bottom + 1; row < end && rows.length < PROBED_ROWS; row++) {
    const filled = filledColumns(view, row);
    const [first] = filled;
    if (
      first === undefined ||
      filled.every((column) => heads.has(normaliseText(view.text(row, column))))
    )
      continue;
    const { lead } = leadOf(view, row, first);
    // 合计 may stand above its rows as well as below.
    if (lead.sum === 'total' && rows.length === 0) continue;
    if (lead.sum === 'total' || lead.isFormName) break;
    // 填表人：张三 | 联系电话 … below everything measures nothing.
    if (filled.length >= FEWEST_CELLS && !lead.isNote) rows.push(row);
  }
  return rows;
}

/** The cells of a column in the given rows. */
export const cellsOf = (rows: readonly number[], column: number): readonly CellRef[] =>
  rows.map((row) => ({ row, column }));

/** What stands in cells that one head is over. */
export function contentsOf(view: SheetView, cells: readonly CellRef[]): Contents {
  const texts = new Map<number, string>();
  const figures = new Map<number, number>();
  const values = new Map<number, number>();
  const units = new Map<number, string>();
  const dates = new Set<number>();
  const said = new Map<string, number>();
  let [measured, compared, sentences, done] = [0, 0, 0, 0];
  for (const [at, { row, column }] of cells.entries()) {
    const value = view.value(row, column);
    if (value === null || isBlank(value)) continue;
    const text =
      typeof value === 'string' ? normaliseText(value.slice(0, 200)) : view.text(row, column);
    texts.set(at, text);
    said.set(text, (said.get(text) ?? 0) + 1);
    const figure = weightCellAt(view, { row, column })?.value ?? null;
    if (figure !== null) figures.set(at, figure);
    const quantity = readQuantity(value, view.format(row, column));
    if (quantity.value !== null) values.set(at, quantity.value);
    if (quantity.unit !== null) units.set(at, quantity.unit);
    if (quantity.date !== null) dates.add(at);
    const isBound = quantity.op !== null || BOUND.test(text);
    if (isBound) compared++;
    if (isBound || quantity.unit !== null || quantity.date !== null) measured++;
    if (typeof value !== 'string' || figure !== null) continue;
    if (text.length > LONG || SENTENCE.test(text)) sentences++;
    if (DONE.test(text)) done++;
  }
  const distinct = [...said.values()].filter((times) => times === 1).length;
  return {
    rows: cells.length,
    filled: texts.size,
    texts,
    figures,
    values,
    units,
    dates,
    measured,
    compared,
    sentences,
    done,
    distinct,
  };
}
