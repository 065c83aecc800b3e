import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf, percent } from '../finding-of';
import { brief } from '../wording';

/** Also where a reason is given: a reason explains lost points, it does not give them back. */
export const unmetFullScore: Check = {
  id: 'unmet-full-score',
  code: 'JX401',
  severity: 'error',
  basis: 'check.unmet-full-score.basis',
  kinds: EVERY_KIND,
  scope: 'row',
  soundRow(context) {
    return (indicator, score, { weight, filled }) => {
      if (score.status !== 'unmet' || score.method === 'deadline') return null;
      if (filled === null || weight === null || filled !== weight) return null;
      if (indicator.score === null || score.score === weight) return null;
      const { achievement } = score;
      return findingOf(unmetFullScore, context, indicator.score.cell, {
        ...(achievement === null || score.score === null ? { variant: 'uncomputed' } : {}),
        data: {
          name: brief(indicator.name),
          target: brief(indicator.target.text),
          actual: brief(indicator.actual.text),
          rate: achievement === null ? '' : percent(achievement),
          weight,
        },
        expected: score.score,
        found: filled,
      });
    };
  },
};
