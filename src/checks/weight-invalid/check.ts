import type { Finding } from '../../model/finding';
import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf } from '../finding-of';
import { brief, isBlank, rawText } from '../wording';

export const weightInvalid: Check = {
  id: 'weight-invalid',
  code: 'JX105',
  severity: 'warning',
  basis: 'check.weight-invalid.basis',
  kinds: EVERY_KIND,
  scope: 'row',
  find(context) {
    const { table, facts } = context;
    const complete = table.total !== null;
    const found: Finding[] = [];
    table.indicators.forEach((indicator, index) => {
      const { weight } = indicator;
      const row = facts.rows[index];
      if (!row || row.weight !== null || row.broken) return;
      // A merged 分值 cell belongs to the row where it starts.
      if (weight === null || weight.cell.row !== indicator.row) return;
      const data = { name: brief(indicator.name) };
      if (weight.value !== null) {
        const variant = weight.value === 0 ? 'zero' : 'negative';
        found.push(
          findingOf(weightInvalid, context, weight.cell, { variant, data, found: weight.value }),
        );
        return;
      }
      if (!isBlank(weight.raw)) {
        const raw = rawText(weight.raw);
        found.push(
          findingOf(weightInvalid, context, weight.cell, { variant: 'text', data, found: raw }),
        );
        return;
      }
      const measured =
        complete && indicator.target.kind !== 'none' && indicator.actual.kind !== 'none';
      if (typeof weight.raw === 'string' && weight.raw.trim() !== '') return;
      if (indicator.parent !== null || !(row.filled !== null || measured)) return;
      found.push(findingOf(weightInvalid, context, weight.cell, { variant: 'blank', data }));
    });
    return found;
  },
};
