import type { Column, ColumnRole, Columns } from '../../model/table';
import {
  headLabel,
  matchBudgetHead,
  matchHead,
  type HeadMatch,
  type HeadRole,
} from './column-vocabulary';
import { secondHalfAt } from './halves';
import { tellColumns } from './tell-columns';
import { filledColumns, type SheetView } from '../sheet-view';

export interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly columns: Columns;
  /** The same heads again to the right, from this column on; null for a form of one half. */
  readonly second: { readonly from: number; readonly columns: Columns } | null;
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

/** Heads go on in the next row when all it holds are heads, sub-heads or parts of a head over several columns. */
function continues(view: SheetView, row: number): boolean {
  const columns = filledColumns(view, row);
  if (columns.length === 0) return false;
  return columns.every((column) => {
    const text = view.text(row, column);
    return (
      matchHead(text) !== null ||
      SUB_HEADS[headLabel(text)] !== undefined ||
      isUnderWideHead(view, row, column)
    );
  });
}

/** `数值` below `年度指标值` merged over three columns. */
function isUnderWideHead(view: SheetView, row: number, column: number): boolean {
  const merge = view.merge(row - 1, column);
  return (
    merge !== null &&
    merge.bottom === row - 1 &&
    merge.right > merge.left &&
    typeof view.value(row, column) === 'string' &&
    matchHead(view.shown(row - 1, column)) !== null
  );
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

interface Candidate extends Column {
  readonly role: HeadRole;
}

/** The lowest text over a column inside the header, and the one above that. */
function labelsOver(view: SheetView, top: number, bottom: number, column: number) {
  const labels: { text: string; row: number; column: number }[] = [];
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
  const match = matchHead(own.text);
  if (match) {
    // 得分 over 自评 | 专家: the lower head says whose score it is.
    return make(match.role, match.confidence);
  }
  if (parentMatch && (own.column === column || parent?.column === column)) {
    return make(parentMatch.role, parentMatch.confidence * 0.8);
  }
  return null;
}

function readColumns(
  view: SheetView,
  top: number,
  bottom: number,
): Pick<Header, 'columns' | 'second'> {
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
  const heads = withoutBlockLabels(candidates);
  const from = secondHalfAt(heads);
  if (from === null) return { columns: rolesOf(view, top, bottom, heads), second: null };
  const half = (of: readonly Candidate[]): Columns => assignRoles(view, bottom, of);
  return {
    columns: half(heads.filter(({ column }) => column < from)),
    second: { from, columns: half(heads.filter(({ column }) => column >= from)) },
  };
}

/** Roles by the words of heads, then by what stands below. */
function rolesOf(
  view: SheetView,
  top: number,
  bottom: number,
  heads: readonly Candidate[],
): Columns {
  const columns: Chosen = { ...assignRoles(view, bottom, heads) };
  tellColumns(view, top, bottom, columns);
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

/** Words that make one of several columns of a role the one to use, best first. */
const PREFERRED: Readonly<Partial<Record<ColumnRole, readonly RegExp[]>>> = {
  score: [/自评|自验/, /^(指标)?得分$/],
  weight: [/分值|标准分/, /权重/],
  target: [/调整后|调整/, /年度|全年/],
  reason: [/原因/, /说明/],
};

/** A head the vocabulary has whole comes before one that only contains a word; any wording of a reason is as good. */
const isSure =
  (role: HeadRole) =>
  ({ confidence }: Candidate): boolean =>
    role === 'reason' || confidence === 1;

const PROBED_ROWS = 40;

function isFilled(view: SheetView, bottom: number, column: number): boolean {
  const last = Math.min(view.sheet.rowCount - 1, bottom + PROBED_ROWS);
  for (let row = bottom + 1; row <= last; row++) {
    if (view.value(row, column) !== null) return true;
  }
  return false;
}

/** 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值: a weight belongs to the level left of it. */
function withLevelWeights(candidates: readonly Candidate[]): Candidate[] {
  if (candidates.filter((candidate) => candidate.role === 'weight').length < 2)
    return [...candidates];
  return candidates.map((candidate, index) => {
    const left = candidates[index - 1];
    if (candidate.role !== 'weight' || !left) return candidate;
    if (left.role === 'level1') return { ...candidate, role: 'level1Weight' };
    if (left.role === 'level2') return { ...candidate, role: 'level2Weight' };
    return candidate;
  });
}

/** 评价内容 | 评价要点 | 评价标准: beside the standard, the point is what is scored. */
function withPointsAsNames(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.filter(({ role }) => role === 'criteria').length < 2) return candidates;
  return candidates.map((candidate) =>
    candidate.role === 'criteria' && /要点$/.test(candidate.label)
      ? { ...candidate, role: 'name' }
      : candidate,
  );
}

const SIMPLE_ROLES: readonly ColumnRole[] = [
  'serial',
  'sign',
  'target',
  'unit',
  'actual',
  'weight',
  'criteria',
  'evidence',
  'reviewScore',
  'reason',
  'level1Weight',
  'level2Weight',
];

type ByRole = ReadonlyMap<HeadRole, readonly Candidate[]>;
type Chosen = Partial<Record<ColumnRole, Column>>;

function assignRoles(view: SheetView, bottom: number, found: readonly Candidate[]): Columns {
  const byRole = groupedByRole(withPointsAsNames(withLevelWeights(found)));
  const pick = (role: HeadRole): Candidate | null =>
    bestOf(role, byRole.get(role) ?? [], (column) => isFilled(view, bottom, column));
  const columns: Chosen = {};
  const set = (role: ColumnRole, from: Candidate | null): void => {
    if (from) columns[role] = columnOf(from);
  };
  for (const role of SIMPLE_ROLES) set(role, pick(role));
  takeStandardsForCriteria(columns);
  takeExplanationForReason(columns, byRole);
  set('score', pick('score'));
  takeReviewForScore(columns);
  setLevels(pick, byRole.get('name') ?? [], set);
  const between = blankLevel(view, bottom, columns);
  if (between) columns.level2 = between;
  return columns;
}

function groupedByRole(candidates: readonly Candidate[]): ByRole {
  const byRole = new Map<HeadRole, Candidate[]>();
  for (const candidate of candidates) {
    const list = byRole.get(candidate.role);
    if (list) list.push(candidate);
    else byRole.set(candidate.role, [candidate]);
  }
  return byRole;
}

function bestOf(
  role: HeadRole,
  list: readonly Candidate[],
  hasValues: (column: number) => boolean,
): Candidate | null {
  if (list.length < 2) return list[0] ?? null;
  const filled = list.filter((candidate) => hasValues(candidate.column));
  const rest = filled.length > 0 ? filled : list;
  const sure = rest.filter(isSure(role));
  const pool = sure.length > 0 ? sure : rest;
  for (const pattern of PREFERRED[role as ColumnRole] ?? []) {
    const preferred = pool.find((candidate) => pattern.test(candidate.label));
    if (preferred) return preferred;
  }
  return pool[0] ?? null;
}

const columnOf = ({ column, header, label, confidence }: Candidate): Column => ({
  column,
  header,
  label,
  confidence,
});

/** 标准值 over scoring rules, with no result to hold against it. */
function takeStandardsForCriteria(columns: Chosen): void {
  const { target, actual, criteria } = columns;
  if (!target || !/标准/.test(target.label) || actual || criteria) return;
  columns.criteria = target;
  delete columns.target;
}

/** 实际完成值 | 完成情况说明: what only explains the result is the reason, where nothing else is. */
function takeExplanationForReason(columns: Chosen, byRole: ByRole): void {
  if (columns.reason) return;
  const explained = (byRole.get('actual') ?? []).find(
    ({ label, column }) => /说明$/.test(label) && column !== columns.actual?.column,
  );
  if (explained) columns.reason = columnOf(explained);
}

/** A form with one score column calls it what it likes. */
function takeReviewForScore(columns: Chosen): void {
  if (columns.score || !columns.reviewScore) return;
  columns.score = columns.reviewScore;
  delete columns.reviewScore;
}

/** Between 一级指标 and 三级指标 a column of 数量指标, 质量指标 … is the second level, head or none. */
function blankLevel(view: SheetView, bottom: number, columns: Columns): Column | null {
  const { level1, level2, name } = columns;
  if (!level1 || level2 || name?.column !== level1.column + 2) return null;
  const column = level1.column + 1;
  for (let row = bottom + 1; row <= bottom + 10; row++) {
    const text = headLabel(view.text(row, column));
    if (/(数量|质量|时效|成本|效益|影响|满意度?)指标$/.test(text)) {
      return { column, header: { row: bottom, column }, label: '', confidence: 0.8 };
    }
  }
  return null;
}

/**
 * The deepest level column is the indicator's name, unless a column is called a name outright.
 * Of several name-like columns (评价项目 | 评价内容) the last names the row, those before it are levels.
 */
function setLevels(
  pick: (role: HeadRole) => Candidate | null,
  names: readonly Candidate[],
  set: (role: ColumnRole, from: Candidate | null) => void,
): void {
  const numbered = [pick('level1'), pick('level2'), pick('level3'), pick('level4')].filter(
    (level): level is Candidate => level !== null,
  );
  const deepest = numbered.at(-1) ?? null;
  const last = names.at(-1) ?? null;
  const isLevelThree = deepest?.role === 'level3' || deepest?.role === 'level4';
  const isNamed =
    last !== null && (deepest === null || (last.column > deepest.column && !isLevelThree));
  const name = isNamed ? last : (deepest ?? last);
  const before = isNamed && numbered.length === 0 ? names.slice(0, -1) : [];
  const levels = [...numbered, ...before].filter((level) => level !== name);
  set('name', name);
  set('level1', levels[0] ?? null);
  set('level2', levels[1] ?? null);
  set('level3', levels[2] ?? null);
}
