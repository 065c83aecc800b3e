import { multiply } from '../../quantity/exact';
import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { distance, loudness, samePoints } from '../difference';
import { findingOf, percent } from '../finding-of';
import { sumRate } from '../funds';
import { brief } from '../wording';

/** Silent to 0.05 points, information to 0.5, warning to 1, error above (the profile's tolerance). */
export const executionScore: Check = {
  id: 'execution-score',
  code: 'JX302',
  severity: 'warning',
  basis: 'check.execution-score.basis',
  kinds: EVERY_KIND,
  scope: 'block',
  find(context) {
    const { facts, budget, profile } = context;
    const row = facts.funds.scored;
    if (!row?.score || !budget || budget.score === null || budget.weight === null) return [];
    const filled = row.score.value;
    if (filled === null || filled < 0 || filled > budget.weight) return [];
    const difference = distance(filled, budget.score);
    const loud = loudness(difference, profile);
    if (loud === null) return [];
    // Computed from the printed rate, or from the parts of a wrong total: that mistake is said there.
    const weight = budget.weight;
    const fromRate = (rate: number | null): boolean =>
      rate !== null &&
      distance(rate, budget.rate ?? 0) > 0 &&
      samePoints(filled, Math.min(weight, multiply(rate, weight)), profile);
    if (fromRate(row.rate?.value ?? null)) return [];
    if (fromRate(sumRate(facts.funds.parts, profile))) return [];
    return [
      findingOf(executionScore, context, row.score.cell, {
        severity: difference > profile.tolerance.error ? 'error' : loud,
        data: { name: brief(row.label), weight, rate: percent(budget.rate ?? 0), difference },
        expected: budget.score,
        found: filled,
      }),
    ];
  },
};
