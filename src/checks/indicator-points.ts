import { sum } from '../quantity/exact';
import { isLeftOut } from '../quantity/not-applicable';
import type { PreparedContext } from './check';
import type { RowFacts } from './table-facts';

/** The rows of `facts` whose points count: with a 分值, and not left out. */
export const countingRows = ({ table, facts, profile }: PreparedContext): readonly RowFacts[] =>
  table.indicators.flatMap((indicator, index) => {
    const row = facts.rows[index];
    return row === undefined || row.weight === null || isLeftOut(indicator, profile) ? [] : [row];
  });

/** Filled scores and weights of the rows that count; null while a score is missing or all are 0. */
export function indicatorPoints(
  context: PreparedContext,
): { readonly score: number; readonly weight: number } | null {
  const scores: number[] = [];
  const weights: number[] = [];
  for (const { weight, filled } of countingRows(context)) {
    if (weight === null) continue;
    if (filled === null) return null;
    weights.push(weight);
    scores.push(filled);
  }
  const score = sum(scores);
  return score > 0 ? { score, weight: sum(weights) } : null;
}
