import { compare, sum } from '../../quantity/exact';
import { normaliseText } from '../../quantity/normalise';
import { weightCellAt } from '../point-cells';
import type { SheetView } from '../sheet-view';
import { repeatsHeader } from './header-again';
import { type Layout, firstFilled } from './layout';
import { readLevelLabel } from './level-label';

/** A level that stands in a row of its own, above the rows that it holds. */
export interface LevelRow {
  readonly row: number;
  readonly column: number;
  readonly level: 1 | 2 | 3;
}

/** A level's class: 产出指标, 数量指标, 部门履职 … ; in the column of names nothing else is called so. */
const LEVEL_ONE =
  /^(项目|部门|单位)?(产出|效益|效果|满意度?|成本|决策|过程|投入|管理|绩效|履职)(指标|情况|类|类指标)?$/;
const LEVEL_TWO =
  /^(产出)?(数量|质量|时效|成本|进度)(指标)?$|(经济|社会|生态|可持续|环境).*(效益|影响)(指标)?$|(服务|受益)?.{0,6}满意度指标$/;
const NUMBERED: readonly (readonly [RegExp, 1 | 2 | 3])[] = [
  [/^[一二三四五六七八九十]{1,3}[、.]/, 1],
  [/^\([一二三四五六七八九十]{1,3}\)/, 2],
];

/** A row of which nothing but a label and points is filled in. */
interface Candidate extends LevelRow {
  readonly weight: number | null;
  /** What its label is called says that it is a level. */
  readonly isNamed: boolean;
  /** Its numbering or the points in its name do. */
  readonly isMarked: boolean;
}

/** Rows that are looked at below a level for those it holds. */
const REACH = 200;

/**
 * The level that stands alone in a row; null for any other row. A label alone is a level when it is
 * called one and rows follow it, or when its points are what the rows below it come to.
 */
export function levelRowAt(layout: Layout, row: number): LevelRow | null {
  if (layout.at.name === undefined) return null;
  const candidate = candidateAt(layout, row);
  return candidate && isLevel(layout, candidate) ? candidate : null;
}

function candidateAt({ view, at, levels, labels }: Layout, row: number): Candidate | null {
  const values = view.sheet.values[row];
  if (!values) return null;
  let label: number | null = null;
  for (let column = 0; column < values.length; column++) {
    const value = values[column];
    if (value === null || value === undefined || value === '') continue;
    if (column === at.weight || column === at.score || column < labels.from) continue;
    if (typeof value !== 'string' || label !== null || column > labels.to) return null;
    label = column;
  }
  if (label === null) return null;
  const text = normaliseText(view.text(row, label));
  if (text.length > 30) return null;
  const { label: plain, weight: printed } = readLevelLabel(text);
  const own = levels.find(({ column }) => column === label);
  const numbered = NUMBERED.find(([pattern]) => pattern.test(text));
  const one = LEVEL_ONE.test(plain);
  const isNamed = one || LEVEL_TWO.test(plain);
  const weight = at.weight === undefined ? null : weightCellAt(view, { row, column: at.weight });
  return {
    row,
    column: label,
    level: own?.level ?? numbered?.[1] ?? (one || !isNamed ? 1 : 2),
    weight: weight?.value ?? printed,
    isNamed: isNamed || own !== undefined,
    isMarked: numbered !== undefined || printed !== null,
  };
}

function isLevel(layout: Layout, candidate: Candidate): boolean {
  const { isNamed, isMarked, weight } = candidate;
  if (!isNamed && !isMarked) return false;
  const below = weightsBelow(layout, candidate);
  if (below.length === 0) return false;
  return isNamed || weight === null || comesTo(below, weight);
}

/** Weights of the rows below that are no labels alone, up to the next level of its rank. */
function weightsBelow(layout: Layout, { row: top, column, level }: Candidate): number[] {
  const { view, at } = layout;
  const weights: number[] = [];
  const end = Math.min(view.sheet.rowCount, top + REACH);
  for (let row = top + 1; row < end; row++) {
    if (firstFilled(view, row) === null || repeatsHeader(layout, row)) continue;
    const other = candidateAt(layout, row);
    if (other) {
      if (other.level <= level && (other.isNamed || other.isMarked)) break;
      continue;
    }
    // Under a level in a column of its own the rows below leave that column blank.
    const isAnother = at.name !== column && view.text(row, column) !== '';
    if (isAnother || !isRow(view, at, row)) break;
    const weight = at.weight === undefined ? null : weightCellAt(view, { row, column: at.weight });
    weights.push(weight?.value ?? 0);
  }
  return weights;
}

const isRow = (view: SheetView, { name }: Layout['at'], row: number): boolean =>
  name !== undefined && view.text(row, name) !== '';

/** The points are reached exactly at the end of a row. */
function comesTo(weights: readonly number[], points: number): boolean {
  const so: number[] = [];
  for (const weight of weights) {
    so.push(weight);
    if (compare(sum(so), points) === 0) return true;
  }
  return false;
}
