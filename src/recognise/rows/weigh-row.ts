import type { CellRef } from '../../model/grid';
import type { RowDecision, RowReason } from '../../model/table';
import { compare, sum } from '../../quantity/exact';
import { readNumberCell } from '../../quantity/read-number';
import { readQuantity } from '../../quantity/read-quantity';
import { scoreCellAt, weightCellAt } from '../point-cells';
import { filledColumns } from '../sheet-view';
import type { FundsPoints, OpenBody } from './groups';
import { type Layout, firstFilled } from './layout';
import { type LevelCandidate, levelCandidateAt, pointsBelow } from './level-rows';
import { sumsAbove, type SumOfRows } from './running-sums';
import { isNoteRow, leadOf, startsAnotherForm, type Lead } from './row-kind';

export type RowKind = RowDecision['kind'] | 'rows';

/** What a row is taken for, what spoke for it, and how much less the next best reading has. */
export interface WeighedRow {
  readonly kind: RowKind;
  readonly by: readonly RowReason[];
  /** 0…1 */
  readonly confidence: number;
}

interface Evidence {
  readonly kind: RowKind;
  readonly points: number;
  readonly by: RowReason;
}

/** What most rows are: an indicator, a detail of one, or a row of the empty form. */
const INDICATOR: WeighedRow = { kind: 'rows', by: [], confidence: 1 };
/** A row says what it is unless something else does. */
const USUAL = 0.5;
const WORDS = 1;
/** Points that come to those of the rows above or below, to the point. */
const ADDS_UP = 0.6;
/** The same of the weights alone. */
const WEIGHTS_ADD_UP = 0.35;
/** A label and points, and nothing that is measured. */
const BARE = 0.25;
const MARKED = 0.4;
const MISSED = -0.4;
const BELOW_TOTAL = 0.9;

/**
 * Weighs what a row is: the words it begins with, that nothing in it is measured, that its points come
 * to those of the rows above (a sum) or below (a level), and where it stands. Words alone do as long as
 * nothing speaks against them, and a label that nobody knows is a sum or a level by its points.
 */
export function weighRow(
  layout: Layout,
  body: OpenBody,
  row: number,
  first: number,
  lead: Lead,
): WeighedRow {
  const candidate = levelCandidateAt(layout, row);
  const bare = candidate ?? pointsAloneAt(layout, row);
  if (lead.sum === null && !lead.isNote && !body.closed && !bare) return INDICATOR;
  return best([
    ...sumWords(layout, row, first, lead),
    ...noteWords(layout, body, row, first, lead),
    ...(bare ? sumPoints(layout, body, row) : []),
    // A sum above its rows has their points, too.
    ...(candidate && lead.sum === null ? levelEvidence(layout, candidate) : []),
  ]);
}

/** A reading with words or figures for it, against that of a row like any other. */
function best(evidence: readonly Evidence[]): WeighedRow {
  const points = new Map<RowKind, number>([['rows', USUAL]]);
  for (const one of evidence) points.set(one.kind, (points.get(one.kind) ?? 0) + one.points);
  const [most, next] = [...points].sort(([, one], [, other]) => other - one);
  if (!most) return INDICATOR;
  const margin = most[1] - (next?.[1] ?? 0);
  const by = evidence.filter(({ kind, points: own }) => kind === most[0] && own > 0);
  return {
    kind: most[0],
    by: [...new Set(by.map((one) => one.by))],
    confidence: Math.max(0, Math.min(1, Math.round(margin * 100) / 100)),
  };
}

/** A sum says what its rows come to; what has a target and a result is measured, whatever its name. */
function sumWords(layout: Layout, row: number, first: number, { sum: said }: Lead): Evidence[] {
  if (said === null || first > layout.labelEnd) return [];
  return isMeasured(layout, row, first) ? [] : [{ kind: said, points: WORDS, by: 'words' }];
}

function isMeasured({ view, at }: Layout, row: number, first: number): boolean {
  const { name, target, actual } = at;
  if (first !== name || target === undefined || actual === undefined) return false;
  return [target, actual].every(
    (column) => readQuantity(view.value(row, column), view.format(row, column)).value !== null,
  );
}

function noteWords(
  layout: Layout,
  body: OpenBody,
  row: number,
  first: number,
  lead: Lead,
): Evidence[] {
  const evidence: Evidence[] = [];
  if (body.closed && !isScoredAgain(layout, row))
    evidence.push({ kind: 'note', points: BELOW_TOTAL, by: 'below-total' });
  if (lead.isNote && isNoteRow(layout, body, row, first))
    evidence.push({ kind: 'note', points: WORDS, by: 'words' });
  return evidence;
}

/** A row with a name and a weight below 合计: that was the sum of a block, not of the table. */
function isScoredAgain(layout: Layout, row: number): boolean {
  const { view, at } = layout;
  if (at.name === undefined || at.weight === undefined) return false;
  return view.text(row, at.name) !== '' && typeof view.value(row, at.weight) === 'number';
}

const MEASURES = ['target', 'actual', 'sign', 'unit', 'criteria', 'evidence'] as const;

/**
 * Points in a row with at most a label, wherever that stands left of them, or one that was lost; a grade
 * or a remark may stand beside them.
 */
function pointsAloneAt({ view, at, labels }: Layout, row: number): boolean {
  const points = at.weight ?? at.score;
  if (points === undefined || at.score === undefined) return false;
  const filled = filledColumns(view, row);
  if (!filled.includes(points) || MEASURES.some((role) => filled.includes(at[role] ?? -1)))
    return false;
  return filled.filter((column) => column <= labels.to && column !== points).length < 2;
}

/** Fewer rows come to a figure by chance. */
const FEWEST = 2;

/**
 * Weight and score that are those of all rows above together make a total, those since the last sum a
 * subtotal. Both have to: a row that is not filled in yet may have the weight of those above.
 */
function sumPoints(layout: Layout, body: OpenBody, row: number): Evidence[] {
  const { view, at } = layout;
  if (at.score === undefined || body.closed) return [];
  if (at.weight === undefined) return sumOfScores(layout, body, { row, column: at.score });
  const weight = weightCellAt(view, { row, column: at.weight });
  const own = weight?.value ?? null;
  const score = scoreCellAt(view, { row, column: at.score }, weight)?.value ?? null;
  if (own === null || score === null) return [];
  const { all: rows, since } = sumsAbove(body);
  const of = { weight: own, score };
  const isLast = !hasPointsBelow(layout, at.weight, row);
  const totals = isLast ? [null, ...(body.funds ? [body.funds] : [])] : [];
  if (totals.some((funds) => isSumOf(rows, funds, of))) return summed('total', ADDS_UP);
  if (isSumOf(since, null, of)) return summed('subtotal', ADDS_UP);
  // Weights of a whole form that come out, and scores that do not: there is a mistake among those.
  const isWhole = WHOLES.includes(own) && totals.some((funds) => isWeightOf(rows, funds, own));
  return isWhole ? summed('total', WEIGHTS_ADD_UP) : [];
}

/** The same of a form without 分值: what the scores above come to, with those of the funds or without. */
function sumOfScores(layout: Layout, body: OpenBody, cell: CellRef): Evidence[] {
  const score = scoreCellAt(layout.view, cell, null)?.value ?? null;
  const scores = body.indicators.flatMap((one) =>
    one.parent === null ? (one.score?.value ?? []) : [],
  );
  if (score === null || scores.length < FEWEST || hasPointsBelow(layout, cell.column, cell.row))
    return [];
  const isSum = [0, body.funds?.score ?? 0].some(
    (funds) => compare(sum([...scores, funds]), score) === 0,
  );
  return isSum ? summed('total', ADDS_UP) : [];
}

const summed = (kind: 'total' | 'subtotal', points: number): Evidence[] => [
  { kind, points, by: 'adds-up' },
  { kind, points: BARE, by: 'bare' },
];

/** The whole of a form, in points or in fractions. */
const WHOLE = 100;
const WHOLES = [WHOLE, 1];

function isSumOf(
  rows: SumOfRows,
  funds: FundsPoints | null,
  is: { readonly weight: number; readonly score: number },
): boolean {
  if (!isWeightOf(rows, funds, is.weight)) return false;
  return compare(sum([rows.score, funds?.score ?? 0]), is.score) === 0;
}

function isWeightOf(rows: SumOfRows, funds: FundsPoints | null, weight: number): boolean {
  if (rows.rows < FEWEST) return false;
  const printed = funds?.weight ?? 0;
  // （10分） in the heading beside weights that are fractions.
  const points = weight <= 1 && printed > 1 ? printed / 100 : printed;
  const weights = sum([rows.weight, points]);
  const isWhole = funds?.weight === null && weight === WHOLE && weights < WHOLE;
  return isWhole || compare(weights, weight) === 0;
}

/** Whether the form goes on with points below a row. */
function hasPointsBelow(layout: Layout, weight: number, row: number): boolean {
  const { view } = layout;
  const end = Math.min(view.sheet.rowCount, row + REACH);
  for (let below = row + 1; below < end; below++) {
    const filled = firstFilled(view, below);
    if (filled === null) continue;
    const { first, lead } = leadOf(view, below, filled);
    if (startsAnotherForm(layout, below, first, lead)) return false;
    if (readNumberCell(view.value(below, weight)).value !== null) return true;
  }
  return false;
}

/** Rows looked at for points below a sum. */
const REACH = 100;

/**
 * A label alone is a level when it is called one and rows follow it, when it is numbered, or when its
 * points are what the rows below it come to.
 */
function levelEvidence(layout: Layout, candidate: LevelCandidate): Evidence[] {
  const { isNamed, isMarked, weight, score } = candidate;
  const below = pointsBelow(layout, candidate);
  if (below.length === 0) return [];
  const evidence: Evidence[] = [];
  const say = (points: number, by: RowReason): number =>
    evidence.push({ kind: 'level', points, by });
  if (isNamed) say(WORDS, 'words');
  else if (isMarked) say(MARKED, 'marked');
  if (isMarked && weight === null) say(BARE, 'bare');
  if (weight === null) return evidence;
  const until = comesTo(below, weight, isNamed || isMarked ? null : score);
  if (until >= (isNamed || isMarked ? 1 : FEWEST)) {
    say(ADDS_UP, 'adds-up');
    if (!isNamed && !isMarked) say(BARE, 'bare');
  } else if (!isNamed) say(MISSED, 'adds-up');
  return evidence;
}

/** How many rows below it takes to come to the points exactly; 0 where none do. */
function comesTo(
  below: readonly { readonly weight: number; readonly score: number | null }[],
  weight: number,
  score: number | null,
): number {
  let [weights, scores] = [0, 0];
  for (const [index, row] of below.entries()) {
    weights = sum([weights, row.weight]);
    scores = sum([scores, row.score ?? 0]);
    if (compare(weights, weight) !== 0) continue;
    if (score === null || compare(scores, score) === 0) return index + 1;
  }
  return 0;
}
