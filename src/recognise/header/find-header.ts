import type { Columns } from '../../model/table';
import { matchBudgetHead } from '../funds/budget-heads';
import { OTHER_YEARS, type HeadRole } from '../vocabulary/heads';
import { headLabel, isBrokenHead, LONGEST_HEAD, matchHead, type HeadMatch } from './match-head';
import { assignRoles, type Candidate, type Chosen } from './assign-roles';
import { matchClassHead } from './class-heads';
import { partsAt } from './halves';
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

const LEVEL_ROLES: ReadonlySet<HeadRole> = new Set([
  'level1',
  'level2',
  'level3',
  'level4',
  'name',
]);
const VALUE_ROLES: ReadonlySet<HeadRole> = new Set([
  'target',
  'actual',
  'weight',
  'score',
  'criteria',
  'reviewScore',
  'evidence',
  'sign',
]);
/** A head that only means something under the head above it. */
const SUB_HEADS: Readonly<Record<string, 'name' | 'weight'>> = {
  名称: 'name',
  指标名称: 'name',
  指标: 'name',
  权重: 'weight',
  分值: 'weight',
  分: 'weight',
  分数: 'weight',
};

interface RowHeads {
  readonly row: number;
  readonly heads: ReadonlyMap<number, HeadMatch>;
  readonly levels: number;
  readonly values: number;
  readonly filled: number;
}

function headsOfRow(view: SheetView, row: number): RowHeads | null {
  const values = view.sheet.values[row];
  if (!values) return null;
  const heads = new Map<number, HeadMatch>();
  const levels = new Set<HeadRole>();
  const valueRoles = new Set<HeadRole>();
  const classes = new Map<number, HeadMatch>();
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
      const named = matchClassHead(value);
      if (named) classes.set(column, named);
      continue;
    }
    heads.set(column, match);
    if (LEVEL_ROLES.has(match.role)) levels.add(match.role);
    else if (VALUE_ROLES.has(match.role)) valueRoles.add(match.role);
  }
  if (heads.size === 0 || budgetHeads >= 2) return null;
  if (levels.size === 0 && valueRoles.size >= 2 && classes.size > 0) {
    const all = new Map([...heads, ...classes]);
    return { row, heads: all, levels: 1, values: valueRoles.size, filled };
  }
  return { row, heads, levels: levels.size, values: valueRoles.size, filled };
}

/** A row that can stand alone as the head of an indicator block. */
function isHeader(heads: RowHeads): boolean {
  // 一级指标 | 二级指标 | 三级指标 | 得分: the weights stand in the names.
  const columns = heads.values >= 2 || (heads.levels >= 3 && heads.values === 1);
  return heads.levels >= 1 && columns && heads.heads.size * 2 >= heads.filled;
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
      return (
        text.length <= LONGEST_HEAD && !/\d/.test(text) && wideHeadOver(view, row, column) !== null
      );
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
    const above = previous?.row === row - 1 ? previous : null;
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
  return { top, bottom, ...readColumns(view, top, bottom) };
}

/** The lowest text over a column inside the header, and the one above that. */
function labelsOver(view: SheetView, top: number, bottom: number, column: number) {
  const labels: Label[] = [];
  for (let row = bottom; row >= top; row--) {
    const merge = view.merge(row, column);
    const text = view.shown(row, column);
    const origin = merge ? { row: merge.top, column: merge.left } : { row, column };
    if (text === '') continue;
    const last = labels.at(-1);
    if (last && last.row === origin.row && last.column === origin.column) continue;
    // Only a vertical merge or the cell itself names a column at the lowest level; a head merged
    // over several columns with nothing below it names the first of them.
    if (merge && merge.left !== column && row === bottom && merge.top === merge.bottom) continue;
    labels.push({ text, ...origin });
  }
  return labels;
}

function candidateFor(
  view: SheetView,
  top: number,
  bottom: number,
  column: number,
): Candidate | null {
  const [own, parent] = labelsOver(view, top, bottom, column);
  if (!own) return null;
  const parentMatch = parent ? matchHead(parent.text) : null;
  const label = headLabel(own.text);
  const sub = SUB_HEADS[label];
  const make = (role: HeadRole, confidence: number): Candidate => ({
    role,
    column,
    header: { row: own.row, column: own.column },
    label,
    confidence,
  });
  if (sub && parentMatch) {
    if (parentMatch.role === 'level1') return make(sub === 'weight' ? 'level1Weight' : 'level1', 1);
    if (parentMatch.role === 'level2') return make(sub === 'weight' ? 'level2Weight' : 'level2', 1);
    if (parentMatch.role === 'level3') return make(sub === 'weight' ? 'weight' : 'level3', 1);
  }
  if (parent && isBrokenHead(parent.text, own.text)) {
    const whole = matchHead(`${parent.text}${own.text}`);
    if (whole) return { ...make(whole.role, whole.confidence), label: whole.label };
  }
  if (parent && isOfOtherYear(view, own, parent)) return null;
  const match = matchHead(own.text);
  if (match) {
    // 得分 over 自评 | 专家: the lower head says whose score it is.
    return make(match.role, match.confidence);
  }
  if (parentMatch?.role === 'score' && REVIEWER.test(own.text)) return make('reviewScore', 0.8);
  if (parentMatch && (own.column === column || parent?.column === column)) {
    return make(parentMatch.role, parentMatch.confidence * 0.8);
  }
  return null;
}

/** Below 得分: whose marks they are, if not the unit's own. */
const REVIEWER = /专家|财政|主管|第三方|评审|复核|审核|核查|上级|考核组/;

interface Label {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

const YEAR = /(?:19|20)\d{2}/;

/** Of 2023年 | 2024年 below one head only the last is the form's own year. */
function isOfOtherYear(view: SheetView, own: Label, parent: Label): boolean {
  if (OTHER_YEARS.test(own.text)) return true;
  const year = YEAR.exec(own.text)?.[0];
  const wide = view.merge(parent.row, parent.column);
  if (year === undefined || wide === null) return false;
  for (let column = wide.left; column <= wide.right; column++) {
    const other = YEAR.exec(view.text(own.row, column))?.[0];
    if (other !== undefined && other > year) return true;
  }
  return false;
}

function readColumns(
  view: SheetView,
  top: number,
  bottom: number,
): Pick<Header, 'columns' | 'beside' | 'guessed'> {
  const candidates: Candidate[] = [];
  const seen = new Set<number>();
  for (let column = 0; column < view.sheet.columnCount; column++) {
    const candidate = candidateFor(view, top, bottom, column);
    if (!candidate) continue;
    // A head merged over several columns is one column: the first.
    const key = candidate.header.row * 16_384 + candidate.header.column;
    if (seen.has(key)) continue;
    seen.add(key);
    candidates.push(candidate);
  }
  const named = candidates.some(({ role }) => LEVEL_ROLES.has(role))
    ? candidates
    : withClassHeads(view, { top, bottom }, candidates);
  const heads = withoutOtherYears(view, withoutBlockLabels(named));
  return { ...partsOf(view, { top, bottom }, heads), guessed: false };
}

interface Rows {
  readonly top: number;
  readonly bottom: number;
}

/** The columns of the first or only list, and those of the lists to its right. */
function partsOf(
  view: SheetView,
  rows: Rows,
  heads: readonly Candidate[],
): Pick<Header, 'columns' | 'beside'> {
  const starts = [0, ...partsAt(heads)];
  const firsts = starts.map((from) => heads.find(({ column }) => column >= from)?.column ?? from);
  const [left, ...beside] = starts.map((from, index) => {
    const to = (starts[index + 1] ?? view.sheet.columnCount) - 1;
    const own = heads.filter(({ column }) => column >= from && column <= to);
    const first = firsts[index] ?? from;
    const others = firsts.filter((other) => other !== first).map((other) => other - first);
    return { from, columns: rolesOf(view, { ...rows, from, to, others }, own) };
  });
  return { columns: left?.columns ?? {}, beside };
}

function withClassHeads(
  view: SheetView,
  { top, bottom }: Rows,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const classes: Candidate[] = [];
  for (let row = top; row <= bottom; row++)
    for (const column of filledColumns(view, row)) {
      const match = matchClassHead(view.text(row, column));
      if (match && !candidates.some((one) => one.column === column))
        classes.push({ ...match, column, header: { row, column } });
    }
  return [...candidates, ...classes].sort((one, other) => one.column - other.column);
}

/** 2024年实际完成值 beside 2025年目标值 is what was reached before. */
function withoutOtherYears(
  view: SheetView,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const yearOf = ({ header }: Candidate): string =>
    YEAR.exec(view.text(header.row, header.column))?.[0] ?? '';
  const last = candidates.map(yearOf).sort().at(-1) ?? '';
  return candidates.filter((candidate) => [last, ''].includes(yearOf(candidate)));
}

/** Roles by the words of heads, then by all that speaks for them. */
function rolesOf(view: SheetView, area: Area, heads: readonly Candidate[]): Columns {
  const columns: Chosen = { ...assignRoles(view, area.bottom, heads) };
  spreadNames(view, area, columns);
  const first = Math.min(...Object.values(columns).map(({ column }) => column));
  weighColumns(view, { ...area, from: Math.max(area.from, first) }, heads, columns);
  return columns;
}

/** 年度绩效指标 left of 一级指标 names the block of the form, not a column. */
function withoutBlockLabels(candidates: readonly Candidate[]): readonly Candidate[] {
  const levels = candidates.filter(({ role }) => /^level\d$/.test(role));
  if (levels.length === 0) return candidates;
  const first = Math.min(...levels.map(({ column }) => column));
  return candidates.filter(
    ({ role, column }) => column > first || !(VALUE_ROLES.has(role) || role === 'reason'),
  );
}
