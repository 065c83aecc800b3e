import type { Check } from '../check';
import { TARGET_ONLY } from '../check';
import { findingOf } from '../finding-of';
import { brief } from '../wording';

const BOUNDS = new Set(['>=', '<=', '>', '<']);

export const actualIsBound: Check = {
  id: 'actual-is-bound',
  code: 'JX407',
  severity: 'warning',
  basis: 'check.actual-is-bound.basis',
  kinds: TARGET_ONLY,
  scope: 'row',
  soundRow(context) {
    return ({ actual, actualCell, name }) => {
      if (actual.op === null || actualCell === null || !BOUNDS.has(actual.op)) return null;
      if (actual.kind !== 'number' && actual.kind !== 'percent') return null;
      const data = { name: brief(name) };
      return findingOf(actualIsBound, context, actualCell, { data, found: brief(actual.text) });
    };
  },
};
