import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { distance, samePoints } from '../difference';
import { findingOf } from '../finding-of';

export const scoreTotal: Check = {
  id: 'score-total',
  code: 'JX203',
  severity: 'error',
  basis: 'check.score-total.basis',
  kinds: EVERY_KIND,
  scope: 'table',
  find(context) {
    const { table, totals, profile, facts } = context;
    const { filledScore, printedScore } = totals;
    const cell = table.total?.score?.cell;
    if (!facts.whole || cell === undefined) return [];
    if (filledScore === null || printedScore === null) return [];
    // A blank 得分 is said first; the sum is open until it is filled.
    if (facts.rows.some((row) => row.weight !== null && row.filled === null)) return [];
    if (facts.funds.scored?.weight?.value != null && facts.funds.scored.score?.value == null)
      return [];
    if (samePoints(filledScore, printedScore, profile)) return [];
    const difference = distance(filledScore, printedScore);
    return [
      findingOf(scoreTotal, context, cell, {
        data: { difference },
        expected: filledScore,
        found: printedScore,
      }),
    ];
  },
};
