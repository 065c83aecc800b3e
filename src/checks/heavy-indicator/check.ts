import { compare, multiply } from '../../quantity/exact';
import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf, percent } from '../finding-of';
import { brief } from '../wording';

export const heavyIndicator: Check = {
  id: 'heavy-indicator',
  code: 'JX111',
  severity: 'info',
  basis: 'check.heavy-indicator.basis',
  kinds: EVERY_KIND,
  scope: 'row',
  soundRow(context) {
    const { totals, profile } = context;
    const total = totals.printedWeight ?? profile.tableTotal;
    const limit = multiply(total, profile.heavyIndicator);
    return (indicator, _score, { weight }) => {
      if (weight === null || indicator.weight === null || compare(weight, limit) < 0) return null;
      const data = { name: brief(indicator.name), total, share: percent(profile.heavyIndicator) };
      return findingOf(heavyIndicator, context, indicator.weight.cell, { data, found: weight });
    };
  },
};
