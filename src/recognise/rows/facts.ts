import type { CellRef } from '../../model/grid';
import type { Quantity } from '../../model/quantity';
import { isBlank } from '../../model/blank';
import { type CellValue, isCellError } from '../../model/snapshot';
import type { NumberCell, Sourced } from '../../model/table';
import { daysInDigits } from '../../quantity/days-in-digits';
import { joinQuantity } from '../../quantity/join-quantity';
import { type ReadingOptions, readQuantity } from '../../quantity/read-quantity';
import { readLevelLabel } from './level-label';
import { scoreCellAt, weightCellAt } from '../point-cells';
import type { SheetView } from '../sheet-view';
import { type Layout, cellIn } from './layout';
import { splitNamed } from './named-target';

export interface Facts {
  readonly weight: NumberCell | null;
  readonly score: NumberCell | null;
  readonly target: Quantity;
  readonly targetCell: CellRef | null;
  readonly actual: Quantity;
  readonly actualCell: CellRef | null;
  readonly hasValue: boolean;
  /** Weight or score is a number. */
  readonly isScored: boolean;
  /** Target or 完成值 says something. */
  readonly hasWords: boolean;
}

export function readFacts(layout: Layout, row: number): Facts {
  const { view, at } = layout;
  const weight =
    at.weight === undefined ? weightInName(layout, row) : weightBelow(view, row, at.weight);
  const score =
    at.score === undefined ? null : scoreCellAt(view, { row, column: at.score }, weight);
  const unit = at.unit === undefined ? null : view.text(row, at.unit);
  const sign = at.sign === undefined ? null : view.text(row, at.sign);
  const since = view.date1904 ? 1 : 0;
  const isScored = isFigure(weight) || isFigure(score);
  // A row with points of its own has the 年度指标值 it is merged with; the others are parts of the row above.
  const cellFor = (column: number | undefined): CellRef | null =>
    cellIn(isScored && column !== undefined ? startOf(view, row, column) : row, column);
  const targetCell = cellFor(targetColumn(layout, row));
  const actualCell = cellFor(at.actual);
  const read = (cell: CellRef, options: ReadingOptions): Quantity =>
    readQuantity(valueAt(layout, cell), view.format(cell.row, cell.column), options);
  const [target, actual] = daysInDigits(
    targetCell ? joinQuantity(sign, read(targetCell, AS_TARGET[since]), unit) : NONE,
    actualCell ? joinQuantity(null, read(actualCell, AS_ACTUAL[since]), unit) : NONE,
  );
  const hasWords = target.kind !== 'none' || actual.kind !== 'none';
  const hasError = isErrorCell(weight) || isErrorCell(score);
  return {
    weight,
    score,
    target,
    targetCell,
    actual,
    actualCell,
    isScored,
    hasWords,
    hasValue: isScored || hasWords || hasError,
  };
}

/** Of a cell that says the name, too, the target. */
function valueAt({ view, at }: Layout, { row, column }: CellRef): CellValue {
  const value = view.value(row, column);
  if (column !== at.name || typeof value !== 'string') return value;
  return splitNamed(value)?.target ?? value;
}

/** 调整后目标值, or where that says nothing 年初目标值. */
function targetColumn({ view, at, columns }: Layout, row: number): number | undefined {
  const first = columns.target?.first;
  if (at.target === undefined || first === undefined) return at.target;
  const value = view.value(startOf(view, row, at.target), at.target);
  return isBlank(value) || (typeof value === 'string' && NOT_ADJUSTED.test(value.trim()))
    ? first
    : at.target;
}
const NOT_ADJUSTED = /^(?:无|不变|同左|[未无不]调整|未作调整|不适用)$/;

/** The row where a cell merged downwards begins: what stands there speaks for the rows below too. */
export function startOf(view: SheetView, row: number, column: number): number {
  const merge = view.merge(row, column);
  return merge !== null && merge.left === column ? merge.top : row;
}

/** The 分值 of a row; one hidden by a merge from above is that of the row where it begins. */
function weightBelow(view: SheetView, row: number, column: number): NumberCell | null {
  const start = startOf(view, row, column);
  return start === row
    ? weightCellAt(view, { row, column })
    : { cell: { row: start, column }, raw: null, value: null, asText: false, formula: null };
}

/** `合格率（30分）` in a form without a column of weights. */
function weightInName({ view, at }: Layout, row: number): NumberCell | null {
  if (at.name === undefined) return null;
  const { weight } = readLevelLabel(view.text(row, at.name));
  if (weight === null) return null;
  const cell = { row, column: at.name };
  return { cell, raw: weight, value: weight, asText: false, formula: null };
}

/** How targets and actuals are read, by whether days are counted from 1904. */
const reading = (role: 'target' | 'actual') =>
  [
    { role, date1904: false },
    { role, date1904: true },
  ] as const satisfies readonly ReadingOptions[];
const AS_TARGET = reading('target');
const AS_ACTUAL = reading('actual');

const NONE: Quantity = {
  text: '',
  kind: 'none',
  op: null,
  value: null,
  upper: null,
  unit: null,
  date: null,
};

function isErrorCell(cell: NumberCell | null): boolean {
  return cell !== null && isCellError(cell.raw);
}

export function isFigure(cell: NumberCell | null): boolean {
  return cell !== null && cell.value !== null;
}

const NO_ERRORS: readonly Sourced<string>[] = [];

export function errorsIn({ view, needed }: Layout, row: number): readonly Sourced<string>[] {
  const values = view.sheet.values[row] ?? [];
  let errors: Sourced<string>[] | null = null;
  for (const column of needed) {
    const value = values[column] ?? null;
    if (isCellError(value)) (errors ??= []).push({ value: value.error, cell: { row, column } });
  }
  return errors ?? NO_ERRORS;
}
