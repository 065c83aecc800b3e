import type { CellRef } from '../../model/grid';
import type { Columns } from '../../model/table';
import { sum } from '../../quantity/exact';
import { type LevelLabel, readLevelLabel } from '../rows/level-label';
import { filledColumns, type SheetView } from '../sheet-view';
import { FIRST_CLASS, SECOND_CLASS } from '../vocabulary/classes';

const LONGEST = 30;
const AND = /[和与及+]|(?<=[)）标])、/;
/** 绩效指标 above a list is what the whole of it is called. */
const OF_ALL = /绩效/;

export interface ClassAbove extends LevelLabel {
  readonly cell: CellRef;
}

/**
 * 产出指标（60分） above the heads of a list, and nothing beside it: the first level of all its rows.
 * 效益指标（30分）和满意度指标（10分） are one for both. Null where no class stands there.
 */
export function classAbove(
  view: SheetView,
  top: number,
  from = 0,
  to = view.sheet.columnCount - 1,
): ClassAbove | null {
  const row = top - 1;
  if (row < 0) return null;
  const [column, other] = filledColumns(view, row).filter((one) => one >= from && one <= to);
  if (column === undefined || other !== undefined) return null;
  const text = view.text(row, column);
  if (text.length > LONGEST) return null;
  const classes = text.split(AND).map(readLevelLabel);
  const areFirst = classes.every(({ label }) => FIRST_CLASS.test(label) && !OF_ALL.test(label));
  if (!areFirst) return null;
  const weights = classes.flatMap(({ weight }) => weight ?? []);
  return {
    cell: { row, column },
    label: classes.map(({ label }) => label).join('和'),
    weight: weights.length === classes.length ? sum(weights) : null,
  };
}

/** Below such a class 二级指标, or a column of second levels by another name, is the second level. */
export function withLevelsBelow(
  view: SheetView,
  { top, bottom, from, to }: { top: number; bottom: number; from: number; to: number },
  columns: Columns,
): Columns {
  const { level1, level2, ...rest } = columns;
  if (!level1 || columns.level3 || !classAbove(view, top, from, to)) return columns;
  const isSecond =
    /^二级/.test(level1.label) ||
    SECOND_CLASS.test(readLevelLabel(view.text(bottom + 1, level1.column)).label);
  if (!isSecond) return columns;
  return { ...rest, level2: level1, ...(level2 && { level3: level2 }) };
}
