import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { samePoints } from '../difference';
import { findingOf } from '../finding-of';

export const allFull: Check = {
  id: 'all-full',
  code: 'JX416',
  severity: 'info',
  basis: 'check.all-full.basis',
  kinds: EVERY_KIND,
  scope: 'table',
  find(context) {
    const { table, totals, profile, facts } = context;
    const cell = table.total?.score?.cell;
    const score = totals.printedScore ?? totals.filledScore;
    if (
      !facts.whole ||
      !cell ||
      score === null ||
      !samePoints(score, profile.tableTotal, profile)
    ) {
      return [];
    }
    const scored = facts.rows.filter(({ weight }) => weight !== null);
    if (scored.length === 0 || scored.some(({ weight, filled }) => filled !== weight)) return [];
    const funds = facts.funds.scored;
    if (funds?.weight?.value != null && funds.score?.value !== funds.weight.value) return [];
    return [findingOf(allFull, context, cell, { data: { count: scored.length }, found: score })];
  },
};
