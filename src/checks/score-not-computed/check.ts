import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { distance, loudness } from '../difference';
import { findingOf, percent } from '../finding-of';
import { brief } from '../wording';

/** Silent to 0.05 points, information to 0.5, warning above (the profile's tolerance). */
export const scoreNotComputed: Check = {
  id: 'score-not-computed',
  code: 'JX402',
  severity: 'warning',
  basis: 'check.score-not-computed.basis',
  kinds: EVERY_KIND,
  scope: 'row',
  soundRow(context) {
    const { profile } = context;
    return (indicator, score, { weight, filled }) => {
      if (score.status !== 'unmet' || score.score === null || score.method === 'deadline')
        return null;
      if (filled === null || weight === null || indicator.score === null) return null;
      if (filled === score.score || filled >= weight || filled < 0) return null;
      const severity = loudness(distance(filled, score.score), profile);
      if (severity === null) return null;
      return findingOf(scoreNotComputed, context, indicator.score.cell, {
        severity,
        ...(score.method === 'rubric' ? { variant: 'rubric' } : {}),
        data: {
          name: brief(indicator.name),
          target: brief(indicator.target.text),
          actual: brief(indicator.actual.text),
          rate: score.achievement === null ? '' : percent(score.achievement),
          difference: distance(filled, score.score),
        },
        expected: score.score,
        found: filled,
      });
    };
  },
};
