import { compare, multiply, ratio, sum } from '../../quantity/exact';
import type { Check, PreparedContext } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf, percent } from '../finding-of';
import { fundsRate, sumRate } from '../funds';

/**
 * (score rate − execution rate) ÷ score rate above the profile's gap. The score rate is that of the
 * indicators, without the funds row's own points (domain-rules D29).
 */
export const scoreRateGap: Check = {
  id: 'score-rate-gap',
  code: 'JX415',
  severity: 'warning',
  basis: 'check.score-rate-gap.basis',
  kinds: EVERY_KIND,
  scope: 'table',
  find(context) {
    const { table, budget, profile, facts } = context;
    const rate = fundsRate(context);
    const { parts, scored } = facts.funds;
    const cell = table.total?.score?.cell ?? scored?.rate?.cell ?? scored?.executed?.cell;
    if (!facts.whole || rate === null || !cell) return [];
    if ((budget?.weight ?? null) === null && table.kind === 'rubric') return [];
    const ofParts = sumRate(parts, profile);
    if (ofParts !== null && ofParts > rate) return [];
    const points = indicatorPoints(context);
    if (points === null) return [];
    const { score, weight } = points;
    // (s/w − r) / (s/w) > gap  ⇔  r·w < (1 − gap)·s, without dividing.
    const least = multiply(sum([1, -profile.execution.scoreGap]), score);
    if (compare(multiply(rate, weight), least) >= 0) return [];
    const scoreRate = ratio(score, weight, profile.rounding.rate) ?? 0;
    return [
      findingOf(scoreRateGap, context, cell, {
        data: { score, weight, limit: percent(profile.execution.scoreGap) },
        expected: percent(rate),
        found: percent(scoreRate),
      }),
    ];
  },
};

/** Filled scores and weights of the rows; null while a score is missing. */
function indicatorPoints({ facts }: PreparedContext): { score: number; weight: number } | null {
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
