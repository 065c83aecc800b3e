import { sum } from '../quantity/exact';
import type { PreparedContext } from './check';

/** Filled scores and weights of the rows; null while a score is missing or all are 0. */
export function indicatorPoints({
  facts,
}: PreparedContext): { readonly score: number; readonly weight: number } | null {
  const scores: number[] = [];
  const weights: number[] = [];
  for (const { weight, filled } of facts.rows) {
    if (weight === null) continue;
    if (filled === null) return null;
    weights.push(weight);
    scores.push(filled);
  }
  const score = sum(scores);
  return score > 0 ? { score, weight: sum(weights) } : null;
}
