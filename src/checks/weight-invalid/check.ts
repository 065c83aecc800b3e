import { isBlank } from '../../model/blank';
import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf } from '../finding-of';
import { brief, isReason, rawText } from '../wording';

export const weightInvalid: Check = {
  id: 'weight-invalid',
  code: 'JX105',
  severity: 'warning',
  basis: 'check.weight-invalid.basis',
  kinds: EVERY_KIND,
  scope: 'row',
  soundRow(context) {
    const complete = context.table.total !== null;
    return (indicator, _score, facts) => {
      const { weight } = indicator;
      // A merged 分值 cell belongs to the row where it starts.
      if (facts.weight !== null || weight === null || weight.cell.row !== indicator.row)
        return null;
      const data = { name: brief(indicator.name) };
      if (weight.value !== null) {
        const variant = weight.value === 0 ? 'zero' : 'negative';
        return findingOf(weightInvalid, context, weight.cell, {
          variant,
          data,
          found: weight.value,
        });
      }
      const { raw } = weight;
      const saysNone = isBlank(raw) || (typeof raw === 'string' && !isReason(raw));
      if (!saysNone) {
        const found = rawText(raw);
        return findingOf(weightInvalid, context, weight.cell, { variant: 'text', data, found });
      }
      const measured =
        complete && indicator.target.kind !== 'none' && indicator.actual.kind !== 'none';
      if (typeof raw === 'string' && raw.trim() !== '') return null;
      if (indicator.parent !== null || !(facts.filled !== null || measured)) return null;
      return findingOf(weightInvalid, context, weight.cell, { variant: 'blank', data });
    };
  },
};
