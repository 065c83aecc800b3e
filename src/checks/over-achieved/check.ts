import type { Check } from '../check';
import { TARGET_ONLY } from '../check';
import { findingOf, percent } from '../finding-of';
import { brief } from '../wording';

/** Positive numeric targets only; thresholds and their ends (included) are the profile's. */
export const overAchieved: Check = {
  id: 'over-achieved',
  code: 'JX405',
  severity: 'warning',
  basis: 'check.over-achieved.basis',
  kinds: TARGET_ONLY,
  scope: 'row',
  soundRow(context) {
    const { info, warning } = context.profile.overAchieved;
    return (indicator, score, { explained }) => {
      const { achievement } = score;
      if (achievement === null || achievement < info) return null;
      if (score.method !== 'positive-ratio' && score.method !== 'equal') return null;
      const { target, actualCell, parent } = indicator;
      if ((target.value ?? 0) <= 0 || actualCell === null || parent !== null) return null;
      const loud = achievement >= warning && !explained;
      return findingOf(overAchieved, context, actualCell, {
        severity: loud ? 'warning' : 'info',
        ...(loud ? { variant: 'unexplained' } : {}),
        data: {
          name: brief(indicator.name),
          rate: percent(achievement),
          threshold: percent(loud ? warning : info),
        },
        expected: brief(target.text),
        found: brief(indicator.actual.text),
      });
    };
  },
};
