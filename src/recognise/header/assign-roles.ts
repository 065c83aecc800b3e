import { readSign } from '../../quantity/join-quantity';
import { grouped } from '../../model/grouped';
import type { Column, ColumnRole, Columns } from '../../model/table';
import type { HeadRole } from '../vocabulary/heads';
import { headLabel } from './match-head';
import type { SheetView } from '../sheet-view';

/** A column with what its head's words say that it is. */
export interface Candidate extends Column {
  readonly role: HeadRole;
}

const ADJUSTED = /调整/;

/** Words that make one of several columns of a role the one to use, best first. */
const PREFERRED: Readonly<Partial<Record<ColumnRole, readonly RegExp[]>>> = {
  score: [/自评|自验/, /^(指标)?得分$/],
  weight: [/分值|标准分/, /权重/],
  target: [ADJUSTED, /年度|全年/],
  reason: [/原因/, /说明/],
};

/**
 * A head the vocabulary has whole comes before one that only contains a word; any wording of a reason is as
 * good, and of a target as it was adjusted.
 */
const isSure =
  (role: HeadRole) =>
  ({ confidence, label }: Candidate): boolean =>
    role === 'reason' || confidence === 1 || (role === 'target' && ADJUSTED.test(label));

const PROBED_ROWS = 40;

/** 指标说明 beside 评价标准: the standard is the one that gives and takes points. */
const POINTS = /\d分|扣|[得满]分/;

function isFilled(view: SheetView, bottom: number, column: number, wanted: RegExp | null): boolean {
  const last = Math.min(view.sheet.rowCount - 1, bottom + PROBED_ROWS);
  for (let row = bottom + 1; row <= last; row++) {
    if (view.value(row, column) === null) continue;
    if (wanted === null || wanted.test(view.text(row, column))) return true;
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
export type Chosen = Partial<Record<ColumnRole, Column>>;

/** One column for each role, by the words of the heads; the deepest level names the rows. */
export function assignRoles(view: SheetView, bottom: number, found: readonly Candidate[]): Columns {
  const byRole = groupedByRole(withSigns(view, bottom, withPointsAsNames(withLevelWeights(found))));
  const pick = (role: HeadRole): Candidate | null =>
    bestOf(role, byRole.get(role) ?? [], (column) =>
      isFilled(view, bottom, column, role === 'criteria' ? POINTS : null),
    );
  const columns: Chosen = {};
  const set = (role: ColumnRole, from: Candidate | null): void => {
    if (from) columns[role] = columnOf(from);
  };
  for (const role of SIMPLE_ROLES) set(role, pick(role));
  rememberFirstTargets(columns, byRole.get('target') ?? []);
  takeStandardsForCriteria(columns);
  takeExplanationForReason(columns, byRole);
  takeExplanationForFacts(view, bottom, columns, byRole.get('reason') ?? []);
  set('score', pick('score'));
  takeSignsBeside(view, bottom, columns, found);
  takeReviewForScore(columns);
  setLevels(view, bottom, pick, byRole.get('name') ?? [], set);
  const between = blankLevel(view, bottom, columns);
  if (between) columns.level2 = between;
  return columns;
}

/** 年初目标值 | 调整后目标值: the first stand for every row in which the second says nothing. */
function rememberFirstTargets(columns: Chosen, targets: readonly Candidate[]): void {
  const { target } = columns;
  if (!target || !ADJUSTED.test(target.label)) return;
  const first = targets.find(
    ({ label, column }) => column !== target.column && !ADJUSTED.test(label),
  );
  if (first) columns.target = { ...target, first: first.column };
}

/** ≥ | 460 | 公里: what stands left of the targets and is nothing but signs is their sign, whatever its head says. */
function takeSignsBeside(
  view: SheetView,
  bottom: number,
  columns: Chosen,
  found: readonly Candidate[],
): void {
  const column = (columns.target?.column ?? 0) - 1;
  if (columns.sign || column < 0 || found.some((one) => one.column === column)) return;
  const header = { row: bottom, column };
  if (isOfSigns(view, bottom, column))
    columns.sign = { column, header, label: headLabel(view.text(bottom, column)), confidence: 0.8 };
}

/** The same of a column that its head, 目标值 over all three, calls a target. */
const withSigns = (
  view: SheetView,
  bottom: number,
  candidates: readonly Candidate[],
): readonly Candidate[] =>
  candidates.some(({ role }) => role === 'sign')
    ? candidates
    : candidates.map((one) =>
        one.role === 'target' && isOfSigns(view, bottom, one.column)
          ? { ...one, role: 'sign' }
          : one,
      );

/** Whether below a header a column holds signs and nothing else. */
export function isOfSigns(view: SheetView, bottom: number, column: number): boolean {
  let signs = 0;
  for (let row = bottom + 1; row < Math.min(view.sheet.rowCount, bottom + PROBED_ROWS); row++) {
    const text = view.value(row, column) === null ? '' : view.text(row, column);
    if (text === '' || text === '定性') continue;
    if (readSign(text) === null) return false;
    signs++;
  }
  return signs > 0;
}

const groupedByRole = (candidates: readonly Candidate[]): ByRole =>
  grouped(candidates, ({ role }) => role);

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

/**
 * 评分标准 | 自评说明 | 扣分原因: of two that explain, the one with a text for nearly every row, and more than the
 * reasons have, tells what the standards are held against.
 */
function takeExplanationForFacts(
  view: SheetView,
  bottom: number,
  columns: Chosen,
  explained: readonly Candidate[],
): void {
  const { criteria, reason } = columns;
  if (!criteria || !reason || columns.evidence || columns.actual) return;
  const last = Math.min(view.sheet.rowCount, bottom + 1 + PROBED_ROWS);
  const rows = Array.from({ length: Math.max(0, last - bottom - 1) }, (_, at) => bottom + 1 + at);
  const judged = rows.filter((row) => view.text(row, criteria.column) !== '');
  const filledIn = ({ column }: Column): number =>
    judged.filter((row) => view.text(row, column) !== '').length;
  const facts = explained.find(
    (one) =>
      one.column !== reason.column &&
      filledIn(one) * 3 >= judged.length * 2 &&
      filledIn(one) > filledIn(reason),
  );
  if (facts) columns.evidence = columnOf(facts);
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
 * Of several name-like columns (评价项目 | 评价内容) the last names the row, those before it are levels, unless
 * one is blank beside the first row: 绩效指标 down the side of all rows is what they are called.
 */
function setLevels(
  view: SheetView,
  bottom: number,
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
  const filled = before.filter(({ column }) => view.text(bottom + 1, column) !== '');
  const levels = [...numbered, ...filled].filter((level) => level !== name);
  set('name', name);
  set('level1', levels[0] ?? null);
  set('level2', levels[1] ?? null);
  set('level3', levels[2] ?? null);
}
