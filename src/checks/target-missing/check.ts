import type { Finding } from '../../model/finding';
import type { Check } from '../check';
import { TARGET_ONLY } from '../check';
import { findingOf } from '../finding-of';
import { brief } from '../wording';

export const targetMissing: Check = {
  id: 'target-missing',
  code: 'JX104',
  severity: 'warning',
  basis: 'check.target-missing.basis',
  kinds: TARGET_ONLY,
  scope: 'row',
  find(context) {
    const { table, facts } = context;
    const found: Finding[] = [];
    table.indicators.forEach((indicator, index) => {
      const row = facts.rows[index];
      if (indicator.target.kind !== 'none' || indicator.targetCell === null) return;
      if (!row || row.weight === null || row.rubric || facts.carried.has(index)) return;
      found.push(
        findingOf(targetMissing, context, indicator.targetCell, {
          data: { name: brief(indicator.name), weight: row.weight },
        }),
      );
    });
    return found;
  },
};
