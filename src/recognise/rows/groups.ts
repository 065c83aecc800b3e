import type { CellRef } from '../../model/grid';
import type {
  Indicator,
  RowDecision,
  Sourced,
  Subtotal,
  TemplateRow,
  TotalRow,
} from '../../model/table';
import { remembering } from '../../model/remember';
import { type LevelLabel, readLevelPath } from './level-label';
import { isSameFirst, lostLevel } from './lost-level';
import { weightCellAt } from '../point-cells';
import type { Layout } from './layout';
import { isEmptyMark } from './row-name';
import type { RunningSums } from './running-sums';

export interface OpenGroup {
  readonly level: 1 | 2 | 3;
  readonly label: string;
  readonly cell: CellRef;
  weight: Sourced<number> | null;
  readonly parent: number | null;
  readonly indicators: number[];
  complete: boolean;
  /** Its cell is blank: what it is called follows from the second level. */
  readonly isInferred?: true;
}

/** Points of the funds above the indicators; the weight is null where it is not printed. */
export interface FundsPoints {
  readonly weight: number | null;
  readonly score: number;
}

export interface OpenBody {
  readonly funds: FundsPoints | null;
  readonly indicators: Indicator[];
  readonly groups: OpenGroup[];
  readonly templateRows: TemplateRow[];
  readonly nameOnly: Sourced<string>[];
  readonly subtotals: Subtotal[];
  readonly decided: RowDecision[];
  readonly notes: Sourced<string>[];
  total: TotalRow | null;
  /** The total row came after the indicators; what follows is notes unless it is scored again. */
  closed: boolean;
  grade: Sourced<string> | null;
  /** Open group per level, outermost first. */
  open: (number | null)[];
  lastWeighted: number | null;
  sums: RunningSums;
}

const NO_STEPS: readonly LevelLabel[] = [];

export function stepsIn(text: string): readonly LevelLabel[] {
  return text === '' || isEmptyMark(text) ? NO_STEPS : readLevelPath(text);
}

/** `ownWeight` is the column of the weights where the row is a level's own. */
export function openGroups(layout: Layout, body: OpenBody, row: number, ownWeight?: number): void {
  openLost(layout, body, row);
  for (const { level, column, weight, steps: stepsOf } of layout.levels) {
    const steps = stepsOf(layout.view.text(row, column));
    for (let index = 0; index < steps.length; index++) {
      const step = steps[index];
      if (!step) continue;
      const at =
        steps.length === 1 ? stepLevel(body, level, column, step.label) : nested(level, index);
      if (step.label === '' && step.weight === null) continue;
      const printed = step.weight ?? weightBeside(layout, row, ownWeight ?? weight);
      openGroup(body, at, step.label, row, column, printed);
    }
  }
}

/** A first level whose name went with its merge opens by the class of the second. */
function openLost(layout: Layout, body: OpenBody, row: number): void {
  const { view, at } = layout;
  const { level1, level2 } = at;
  if (level1 === undefined || level2 === undefined || view.shown(row, level1) !== '') return;
  const second = view.text(row, level2);
  if (second === '') return;
  const open = openAt(body, 0);
  const label = lostLevel(
    row,
    second,
    open
      ? {
          label: open.label,
          isInferred: open.isInferred === true,
          merge: view.merge(open.cell.row, open.cell.column),
        }
      : null,
  );
  if (label === null) return;
  const again = body.groups.findLast(
    (group) => group.level === 1 && isSameFirst(group.label, label),
  );
  if (again) openGroup(body, 1, again.label, row, level1, again.weight?.value ?? null);
  else openGroup(body, 1, label, row, level1, null, true);
}

const CLASS =
  /^(产出)?(数量|质量|时效|成本)(指标)?$|(经济|社会|生态|可持续|环境).*(效益|影响)(指标)?$/;
const isClass = remembering(500, (label: string) => CLASS.test(label));

/** A path opens one level per step. */
const nested = (level: 1 | 2 | 3, index: number): 1 | 2 | 3 =>
  Math.min(3, level + index) as 1 | 2 | 3;

/**
 * A single name that is a level-2 class under the last step of a path in its own column takes that
 * step's place (项目绩效85分/产出指标40分/数量指标15分, then 质量指标12分). Where the classes have a column
 * of their own, 成本指标 beside 产出指标 is a first level.
 */
function stepLevel(body: OpenBody, level: 1 | 2 | 3, column: number, label: string): 1 | 2 | 3 {
  if (level !== 1 || !isClass(label)) return level;
  for (const deeper of [3, 2] as const) {
    const group = openAt(body, deeper - 1);
    if (group?.cell.column === column && isClass(group.label)) return deeper;
  }
  return level;
}

/** The points beside a level; a share counts in points of a hundred. */
export function weightBeside(
  layout: Layout,
  row: number,
  column: number | undefined,
): number | null {
  if (column === undefined) return null;
  return weightCellAt(layout.view, { row, column })?.value ?? null;
}

/** Opens the level, or goes on with it where it is open or was. */
export function openGroup(
  body: OpenBody,
  level: 1 | 2 | 3,
  label: string,
  row: number,
  column: number,
  weight: number | null,
  isInferred = false,
): void {
  const parent = level === 1 ? null : innermost(body.open, level - 1);
  const current = body.open[level - 1];
  const existing = findGroup(body, level, label, weight, parent, current ?? null);
  if (existing !== null) {
    if (!isInferred) nameInferred(body, existing, { row, column }, weight);
    body.open[level - 1] = existing;
    if (existing !== current)
      for (let deeper = level; deeper < 3; deeper++) body.open[deeper] = null;
    return;
  }
  const cell = { row, column };
  body.groups.push({
    level,
    label,
    cell,
    weight: weight === null ? null : { value: weight, cell },
    parent,
    indicators: [],
    complete: true,
    ...(isInferred && { isInferred }),
  });
  body.open[level - 1] = body.groups.length - 1;
  for (let deeper = level; deeper < 3; deeper++) body.open[deeper] = null;
}

/** What only followed from the classes below stands here after all. */
function nameInferred(body: OpenBody, index: number, cell: CellRef, weight: number | null): void {
  const group = body.groups[index];
  if (!group?.isInferred) return;
  const { level, label, parent, indicators, complete } = group;
  const printed = weight === null ? null : { value: weight, cell };
  body.groups[index] = { level, label, parent, indicators, complete, cell, weight: printed };
}

/** The same name again under the same parent is the same group, repeated on each row or continued. */
function findGroup(
  body: OpenBody,
  level: number,
  label: string,
  weight: number | null,
  parent: number | null,
  current: number | null,
): number | null {
  const open = current === null ? undefined : body.groups[current];
  const isOpen = open !== undefined && open.label === label && open.parent === parent;
  // `(50分)` and `(30分)` are what is left of two names.
  if (label === '') return isOpen && open.weight?.value === weight ? current : null;
  if (isOpen) return current;
  const from = Math.max(0, body.groups.length - 60);
  for (let index = body.groups.length - 1; index >= from; index--) {
    const group = body.groups[index];
    if (group && group.level === level && group.label === label && group.parent === parent)
      return index;
  }
  return null;
}

export function innermost(open: readonly (number | null)[], upTo: number): number | null {
  for (let index = upTo - 1; index >= 0; index--) {
    const group = open[index];
    if (group !== null && group !== undefined) return group;
  }
  return null;
}

export function openAt(body: OpenBody, depth: number): OpenGroup | undefined {
  const open = body.open[depth];
  return open === null || open === undefined ? undefined : body.groups[open];
}

export const labelOf = (group: OpenGroup | undefined): string | null =>
  group && group.label !== '' ? group.label : null;
