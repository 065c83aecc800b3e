import { subtract } from '../../quantity/exact';
import type { Check, PreparedContext } from '../check';
import { EVERY_KIND } from '../check';
import { distance, samePoints } from '../difference';
import { findingOf } from '../finding-of';
import { printsPart } from '../printed-part';

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
    if (isWithoutFunds(context, subtract(filledScore, printedScore))) return [];
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

/**
 * On a form whose 分值 come to the whole, the total row counts the indicators alone, in its 分值
 * (which `weight-total` lets pass) as in its 得分.
 */
function isWithoutFunds(context: PreparedContext, difference: number): boolean {
  const { budget, profile, totals } = context;
  if (budget?.filledScore == null || totals.printedWeight === null) return false;
  return (
    (budget.weight ?? 0) > 0 &&
    samePoints(totals.weight ?? 0, profile.tableTotal, profile) &&
    printsPart(context, totals.printedWeight) &&
    samePoints(difference, budget.filledScore, profile)
  );
}
