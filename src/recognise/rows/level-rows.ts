import { normaliseText } from '../../quantity/normalise';
import { scoreCellAt, weightCellAt } from '../point-cells';
import { filledColumns, type SheetView } from '../sheet-view';
import { repeatsHeader } from './header-again';
import { type Layout, firstFilled } from './layout';
import { readLevelLabel } from './level-label';
import { FIRST_CLASS, SECOND_CLASS } from '../vocabulary/classes';

/** 1.数量指标: figures number the second level where a class follows, else the indicators. */
const FIGURE_NUMBER = /^\d{1,2}[.、)](?!\d)/;
const NUMBERED: readonly (readonly [RegExp, 1 | 2 | 3])[] = [
  [/^[一二三四五六七八九十]{1,3}[、.]/, 1],
  [/^\([一二三四五六七八九十]{1,3}\)/, 2],
];

/** A row of which nothing but a label and points is filled in: a level perhaps, above the rows it holds. */
export interface LevelCandidate {
  readonly row: number;
  readonly column: number;
  readonly level: 1 | 2 | 3;
  /** Without its number. */
  readonly label: string;
  readonly weight: number | null;
  readonly score: number | null;
  /** Points in its name. */
  readonly printed: number | null;
  /** What its label is called says that it is a level. */
  readonly isNamed: boolean;
  /** Its numbering or the points in its name do. */
  readonly isMarked: boolean;
}

/** Rows that are looked at below a level for those it holds. */
const REACH = 200;

/** A row of which nothing but a label and points is filled in; null for any other. */
export function levelCandidateAt(layout: Layout, row: number): LevelCandidate | null {
  return layout.at.name === undefined ? null : candidateAt(layout, row);
}

/** The one cell of a row with a label, where nothing but points stands beside it. */
function labelAt({ view, at, labels }: Layout, row: number): number | null {
  const values = view.sheet.values[row];
  if (!values) return null;
  let label: number | null = null;
  let outside: number | null = null;
  for (let column = 0; column < values.length; column++) {
    const value = values[column];
    if (value === null || value === undefined || value === '') continue;
    if (column === at.weight || column === at.score) continue;
    if (column < labels.from) outside = column;
    else if (typeof value !== 'string' || label !== null || column > labels.to) return null;
    else label = column;
  }
  if (label !== null || outside === null) return label;
  // 一、产出指标 in the column of numbers.
  return isNumberOfRow(view.text(row, outside)) ? null : outside;
}

const isNumberOfRow = (text: string): boolean =>
  /^\(?[\d一二三四五六七八九十]{0,3}\)?[.、)]?$/.test(normaliseText(text));

/** 四 in the column of numbers beside 预算执行, where the rows below are 8 and 9. */
const isNumberedBefore = ({ view, labels }: Layout, row: number, label: number): boolean =>
  filledColumns(view, row).some(
    (column) =>
      column < labels.from &&
      column < label &&
      /^\(?[一二三四五六七八九十]{1,3}\)?[、.]?$/.test(normaliseText(view.text(row, column))),
  );

function candidateAt(layout: Layout, row: number): LevelCandidate | null {
  const { view, at, levels } = layout;
  const label = labelAt(layout, row);
  if (label === null) return null;
  const text = normaliseText(view.text(row, label));
  if (text.length > 30) return null;
  const { label: plain, weight: printed } = readLevelLabel(text.replace(FIGURE_NUMBER, ''));
  const own = levels.find(({ column }) => column === label);
  const numbered = NUMBERED.find(([pattern]) => pattern.test(text));
  const one = FIRST_CLASS.test(plain);
  const two = SECOND_CLASS.test(plain);
  const isNamed = one || two;
  // Where no head is that of first levels they stand among the second ones.
  const isFirst = one && (!two || numbered?.[1] === 1) && at.level1 === undefined;
  const weight = at.weight === undefined ? null : weightCellAt(view, { row, column: at.weight });
  const score =
    at.score === undefined ? null : scoreCellAt(view, { row, column: at.score }, weight);
  return {
    row,
    column: label,
    label: plain,
    level: (own && isFirst ? 1 : own?.level) ?? numbered?.[1] ?? (one || !isNamed ? 1 : 2),
    weight: weight?.value ?? printed,
    score: score?.value ?? null,
    printed,
    isNamed: isNamed || own !== undefined,
    isMarked: numbered !== undefined || printed !== null || isNumberedBefore(layout, row, label),
  };
}

/** Points of the rows below that are no labels alone, up to the next level of its rank. */
export function pointsBelow(
  layout: Layout,
  { row: top, column, level }: LevelCandidate,
): { readonly weight: number; readonly score: number | null }[] {
  const { view, at } = layout;
  // A first level among second ones has these below it in its own column.
  const isAmong = layout.levels.some((one) => one.column === column && one.level > level);
  const points: { weight: number; score: number | null }[] = [];
  const end = Math.min(view.sheet.rowCount, top + REACH);
  for (let row = top + 1; row < end; row++) {
    if (firstFilled(view, row) === null || repeatsHeader(layout, row)) continue;
    const other = candidateAt(layout, row);
    if (other) {
      if (other.level <= level && (other.isNamed || other.isMarked)) break;
      continue;
    }
    // Under a level in a column of its own the rows below leave that column blank, or number themselves there.
    const isAnother = at.name !== column && !isAmong && !isNumberOfRow(view.text(row, column));
    if (isAnother || !isRow(view, at, row)) break;
    const weight = at.weight === undefined ? null : weightCellAt(view, { row, column: at.weight });
    const score =
      at.score === undefined ? null : scoreCellAt(view, { row, column: at.score }, weight);
    points.push({ weight: weight?.value ?? 0, score: score?.value ?? null });
  }
  return points;
}

const isRow = (view: SheetView, { name }: Layout['at'], row: number): boolean =>
  name !== undefined && view.text(row, name) !== '';
