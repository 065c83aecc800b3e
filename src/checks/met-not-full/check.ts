import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { samePoints } from '../difference';
import { findingOf } from '../finding-of';
import { brief } from '../wording';

export const metNotFull: Check = {
  id: 'met-not-full',
  code: 'JX403',
  severity: 'warning',
  basis: 'check.met-not-full.basis',
  kinds: EVERY_KIND,
  scope: 'row',
  soundRow(context) {
    return (indicator, score, { weight, filled, explained }) => {
      if (score.status !== 'met' && score.status !== 'over') return null;
      if (filled === null || weight === null || filled >= weight || explained) return null;
      if (filled < 0 || indicator.score === null) return null;
      if (samePoints(filled, weight, context.profile)) return null;
      return findingOf(metNotFull, context, indicator.score.cell, {
        data: {
          name: brief(indicator.name),
          target: brief(indicator.target.text),
          actual: brief(indicator.actual.text),
        },
        expected: weight,
        found: filled,
      });
    };
  },
};
