import { OTHER_YEARS, type HeadRole } from '../vocabulary/heads';
import type { SheetView } from '../sheet-view';
import type { Candidate } from './assign-roles';
import { classHeadsIn } from './class-heads';
import { headLabel, isBrokenHead, matchHead } from './match-head';

export const LEVEL_ROLES: ReadonlySet<HeadRole> = new Set([
  'level1',
  'level2',
  'level3',
  'level4',
  'name',
]);
export const VALUE_ROLES: ReadonlySet<HeadRole> = new Set([
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
export const SUB_HEADS: Readonly<Record<string, 'name' | 'weight'>> = {
  名称: 'name',
  指标名称: 'name',
  指标: 'name',
  权重: 'weight',
  分值: 'weight',
  分: 'weight',
  分数: 'weight',
};

/** Both ends included. */
export interface HeaderRows {
  readonly top: number;
  readonly bottom: number;
}

/** Every column of a header whose head the vocabulary has, with what it says that the column is. */
export function headsIn(view: SheetView, { top, bottom }: HeaderRows): readonly Candidate[] {
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
  return withoutOtherYears(view, withoutBlockLabels(view, bottom, named));
}

function withClassHeads(
  view: SheetView,
  { top, bottom }: HeaderRows,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const classes: Candidate[] = [];
  for (let row = top; row <= bottom; row++)
    for (const [column, match] of classHeadsIn(view, row)) {
      if (candidates.some((one) => one.column === column)) continue;
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

/**
 * 年度绩效指标 left of 一级指标 names the block of the form, not a column: one text for many rows. A
 * column that stands there has a cell for nearly every row, and not the same one.
 */
function withoutBlockLabels(
  view: SheetView,
  bottom: number,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const levels = candidates.filter(({ role }) => /^level\d$/.test(role));
  const [level] = levels;
  if (level === undefined) return candidates;
  const first = Math.min(...levels.map(({ column }) => column));
  const deepest = levels.reduce((one, other) => (other.role > one.role ? other : one), level);
  return candidates.filter(
    ({ role, column }) =>
      column > first ||
      !(VALUE_ROLES.has(role) || role === 'reason') ||
      isFilledBeside(view, bottom, column, deepest.column),
  );
}

const ROWS_LOOKED_AT = 40;

function isFilledBeside(view: SheetView, bottom: number, column: number, names: number): boolean {
  const cells: string[] = [];
  for (let row = bottom + 1; row <= bottom + ROWS_LOOKED_AT; row++)
    if (view.text(row, names) !== '') cells.push(view.text(row, column));
  const filled = cells.filter((text) => text !== '');
  return filled.length * 3 >= cells.length * 2 && new Set(filled).size >= 2;
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

/** A year, and not 截至2024年1月: until when a result of the year before was counted. */
const YEAR = /(?<!\d|截[至止]|至)(?:19|20)\d{2}(?!\d|年\d{1,2}月|[-./]\d)/;

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
