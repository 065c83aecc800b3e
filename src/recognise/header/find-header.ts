import type { Columns } from '../../model/table';
import { matchBudgetHead } from '../funds/budget-heads';
import type { HeadRole } from '../vocabulary/heads';
import { headsIn, LEVEL_ROLES, SUB_HEADS, VALUE_ROLES, type HeaderRows } from './head-candidates';
import { headLabel, isBrokenHead, LONGEST_HEAD, matchHead, type HeadMatch } from './match-head';
import { assignRoles, isOfSigns, type Candidate, type Chosen } from './assign-roles';
import { withLevelsBelow } from './class-above';
import { classHeadsIn } from './class-heads';
import { partsAt } from './halves';
import { withNamesInTargets } from './names-with-targets';
import { spreadNames } from './spread-names';
import { weighColumns, type Area } from './weigh-columns';
import { filledColumns, type SheetView } from '../sheet-view';

export interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly columns: Columns;
  /** The same heads again to the right, each from its column on. */
  readonly beside: readonly { readonly from: number; readonly columns: Columns }[];
  /** Known by what stands below it alone: the table is for a person to confirm. */
  readonly guessed: boolean;
}

interface RowHeads {
  readonly row: number;
  readonly heads: ReadonlyMap<number, HeadMatch>;
  readonly levels: number;
  readonly values: number;
  readonly filled: number;
}

function headsOfRow(view: SheetView, row: number): RowHeads | null {
  const values = view.sheet.values[row];
  if (!values || values.length === 0) return null;
  const heads = new Map<number, HeadMatch>();
  const levels = new Set<HeadRole>();
  const valueRoles = new Set<HeadRole>();
  let filled = 0;
  let budgetHeads = 0;
  for (let column = 0; column < values.length; column++) {
    const value = values[column];
    if (value === null || value === undefined || value === '') continue;
    filled++;
    if (typeof value !== 'string') continue;
    const match = matchHead(value);
    if (!match) {
      const funds = matchBudgetHead(value);
      if (funds === 'adjusted' || funds === 'executed' || funds === 'initial' || funds === 'rate') {
        budgetHeads++;
      }
      continue;
    }
    heads.set(column, match);
    if (LEVEL_ROLES.has(match.role)) levels.add(match.role);
    else if (VALUE_ROLES.has(match.role)) valueRoles.add(match.role);
  }
  if (heads.size === 0 || budgetHeads >= 2) return null;
  const classes = levels.size === 0 && valueRoles.size >= 2 ? classHeadsIn(view, row) : null;
  if (classes && classes.size > 0) {
    const all = new Map([...heads, ...classes]);
    return { row, heads: all, levels: 1, values: valueRoles.size, filled };
  }
  return { row, heads, levels: levels.size, values: valueRoles.size, filled };
}

/** A row that can stand alone as the head of an indicator block. */
function isHeader(heads: RowHeads): boolean {
  // 一级指标 | 二级指标 | 三级指标 | 得分: the weights stand in the names.
  const columns = heads.values >= 2 || (heads.levels >= 3 && heads.values === 1);
  // 名称 | 目标 | 完成 | 分值 | 得分: the one head that nobody knows is that of the names.
  const isNamed = heads.levels >= 1 || (heads.values >= 4 && heads.filled - heads.heads.size === 1);
  return isNamed && columns && heads.heads.size * 2 >= heads.filled;
}

/** `年度指标值` over three columns with 指标性质|指标值|度量单位 below: heads in two rows. */
function joined(upper: RowHeads, lower: RowHeads): RowHeads {
  const roles = [...upper.heads.values(), ...lower.heads.values()].map((head) => head.role);
  const count = (of: ReadonlySet<HeadRole>): number =>
    new Set(roles.filter((role) => of.has(role))).size;
  return {
    row: lower.row,
    heads: new Map([...upper.heads, ...lower.heads]),
    levels: count(LEVEL_ROLES),
    values: count(VALUE_ROLES),
    filled: Math.max(upper.filled, lower.filled),
  };
}

/**
 * Heads go on in the next row when all it holds are heads, sub-heads or parts of a head over several
 * columns. Beside as many that are heads, any short text below a head over several columns is one.
 */
function continues(view: SheetView, row: number): boolean {
  const columns = filledColumns(view, row);
  if (columns.length === 0) return false;
  const others = columns.filter((column) => !isHeadBelow(view, row, column));
  return (
    others.length * 2 <= columns.length &&
    others.every((column) => {
      const text = view.text(row, column);
      const isBelow = wideHeadOver(view, row, column) ?? lostWideHeadOver(view, row, column);
      return text.length <= LONGEST_HEAD && !/\d/.test(text) && isBelow !== null;
    })
  );
}

function isHeadBelow(view: SheetView, row: number, column: number): boolean {
  const text = view.text(row, column);
  if (matchHead(text) !== null || SUB_HEADS[headLabel(text)] !== undefined) return true;
  if (isBrokenHead(view.shown(row - 1, column), text)) return true;
  // 数值 below 年度指标值 merged over three columns.
  const over = wideHeadOver(view, row, column);
  return over !== null && typeof view.value(row, column) === 'string' && matchHead(over) !== null;
}

/** The head over several columns right above a cell. */
function wideHeadOver(view: SheetView, row: number, column: number): string | null {
  const merge = view.merge(row - 1, column);
  const isWide = merge !== null && merge.bottom === row - 1 && merge.right > merge.left;
  return isWide ? view.shown(row - 1, column) : null;
}

/** The same where the merge is undone: 目标值 or signs about 要求, and blank over the 指标值 right of that. */
function lostWideHeadOver(view: SheetView, row: number, column: number): string | null {
  const over = view.text(row - 1, column);
  const next = filledColumns(view, row).find((other) => other > column);
  const ends = filledColumns(view, row - 1).find((other) => other > column) ?? Infinity;
  const isWide = next !== undefined && next < ends && isHeadBelow(view, row, next);
  if (!isWide || over === '' || view.merge(row - 1, column) !== null) return null;
  return matchHead(over) || isOfSigns(view, row, column) ? over : null;
}

/** The next header at or below `from`; null when there is none. Linear in the cells it passes. */
export function findHeader(view: SheetView, from: number): Header | null {
  let previous: RowHeads | null = null;
  for (let row = from; row < view.sheet.rowCount; row++) {
    const heads = headsOfRow(view, row);
    if (!heads) {
      previous = null;
      continue;
    }
    const single = isHeader(heads);
    // A lone text above the heads is the form's caption.
    const above = previous?.row === row - 1 && previous.filled > 1 ? previous : null;
    if (single || (above !== null && isHeader(joined(above, heads)))) {
      return headerAt(view, row, single && !usesRowAbove(view, heads, above) ? null : above);
    }
    previous = heads;
  }
  return null;
}

/** The row above belongs to the header when it names columns that this row leaves blank. */
function usesRowAbove(view: SheetView, heads: RowHeads, above: RowHeads | null): boolean {
  if (!above) return false;
  return [...above.heads.keys()].some(
    (column) => view.value(heads.row, column) === null && !heads.heads.has(column),
  );
}

function headerAt(view: SheetView, row: number, above: RowHeads | null): Header {
  const top = above ? above.row : row;
  let bottom = row;
  while (bottom < row + 2 && bottom + 1 < view.sheet.rowCount && continues(view, bottom + 1)) {
    bottom++;
  }
  return {
    top,
    bottom,
    guessed: false,
    ...partsOf(view, { top, bottom }, headsIn(view, { top, bottom })),
  };
}

/** The columns of the first or only list, and those of the lists to its right. */
function partsOf(
  view: SheetView,
  rows: HeaderRows,
  heads: readonly Candidate[],
): Pick<Header, 'columns' | 'beside'> {
  const starts = [0, ...partsAt(heads)];
  const firsts = starts.map((from) => heads.find(({ column }) => column >= from)?.column ?? from);
  const [left, ...beside] = starts.map((from, index) => {
    const to = (starts[index + 1] ?? view.sheet.columnCount) - 1;
    const own = heads.filter(({ column }) => column >= from && column <= to);
    const first = firsts[index] ?? from;
    const others = firsts.filter((other) => other !== first).map((other) => other - first);
    return { from, columns: rolesOf(view, { from, to, others, ...rows }, own) };
  });
  return { columns: left?.columns ?? {}, beside };
}

/** Roles by the words of heads, then by all that speaks for them. */
function rolesOf(view: SheetView, area: Area, heads: readonly Candidate[]): Columns {
  const columns: Chosen = { ...assignRoles(view, area.bottom, heads) };
  spreadNames(view, area, columns);
  const first = Math.min(...Object.values(columns).map(({ column }) => column));
  const own = { ...area, from: Math.max(area.from, first) };
  weighColumns(view, own, heads, columns);
  if (lacksResult(columns)) weighColumns(view, { ...own, headless: true }, heads, columns);
  return withLevelsBelow(view, area, withNamesInTargets(view, area, columns));
}

/** Targets are scored and no head says what was reached: the head of that column may be gone. */
const lacksResult = ({ target, actual, weight, score, criteria }: Chosen): boolean =>
  Boolean(target && weight && score) && !actual && !criteria;
