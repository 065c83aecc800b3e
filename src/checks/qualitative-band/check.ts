import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf } from '../finding-of';
import { brief } from '../wording';

export const qualitativeBand: Check = {
  id: 'qualitative-band',
  code: 'JX406',
  severity: 'error',
  basis: 'check.qualitative-band.basis',
  kinds: EVERY_KIND,
  scope: 'row',
  soundRow(context) {
    return (indicator, { band }, { weight, filled }) => {
      if (band === null || filled === null || weight === null || indicator.score === null)
        return null;
      if (filled < 0 || filled > weight) return null;
      const inside =
        filled >= band.from && (band.includesTo ? filled <= band.to : filled < band.to);
      if (inside) return null;
      return findingOf(qualitativeBand, context, indicator.score.cell, {
        variant: filled < band.from ? 'low' : 'high',
        data: {
          name: brief(indicator.name),
          actual: brief(indicator.actual.text),
          from: band.from,
          to: band.to,
        },
        expected: `${band.from}–${band.to}`,
        found: filled,
      });
    };
  },
};
