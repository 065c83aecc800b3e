import type { Finding } from '../../model/finding';
import type { Check } from '../check';
import { TARGET_ONLY } from '../check';
import { findingOf } from '../finding-of';
import { brief } from '../wording';

export const actualMissing: Check = {
  id: 'actual-missing',
  code: 'JX102',
  severity: 'error',
  basis: 'check.actual-missing.basis',
  kinds: TARGET_ONLY,
  scope: 'row',
  find(context) {
    const { table, facts } = context;
    const found: Finding[] = [];
    table.indicators.forEach((indicator, index) => {
      const row = facts.rows[index];
      if (indicator.actual.kind !== 'none' || indicator.actualCell === null) return;
      if (!row || row.weight === null || row.rubric) return;
      found.push(
        findingOf(actualMissing, context, indicator.actualCell, {
          data: { name: brief(indicator.name), weight: row.weight },
        }),
      );
    });
    return found;
  },
};
