import { subtract } from '../../quantity/exact';
import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf, percent } from '../finding-of';
import { denominatorOf, rateOf, unevenAmounts } from '../funds';
import { brief } from '../wording';

/** Of the total row; silent where its own budget fails to match the parts (funds-sum says that). */
export const overspent: Check = {
  id: 'overspent',
  code: 'JX304',
  severity: 'warning',
  basis: 'check.overspent.basis',
  kinds: EVERY_KIND,
  scope: 'block',
  find(context) {
    const { facts, profile } = context;
    const { total, parts, scored } = facts.funds;
    const row = total ?? scored;
    const budget = row ? denominatorOf(row, profile) : null;
    if (!row?.executed || row.executed.value === null || budget === null) return [];
    const executed = row.executed.value;
    if (executed <= budget) return [];
    if (unevenAmounts(total, parts).some(({ amount }) => amount !== 'initial')) return [];
    const rate = budget > 0 ? percent(rateOf(row, profile) ?? 0) : '—';
    return [
      findingOf(overspent, context, row.executed.cell, {
        data: { name: brief(row.label), budget, rate, difference: subtract(executed, budget) },
        expected: budget,
        found: executed,
      }),
    ];
  },
};
