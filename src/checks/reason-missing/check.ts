import type { Finding } from '../../model/finding';
import type { Indicator } from '../../model/table';
import type { Check, PreparedContext } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf } from '../finding-of';
import { brief } from '../wording';
import type { RowScore } from '../../model/score';
import type { RowFacts } from '../table-facts';

/**
 * A missed target wants its reason also on a form without 分值, where no points can be lost. Where
 * the target was met, `met-not-full` (or `qualitative-band`) speaks of the lost points.
 */
export const reasonMissing: Check = {
  id: 'reason-missing',
  code: 'JX404',
  severity: 'error',
  basis: 'check.reason-missing.basis',
  kinds: EVERY_KIND,
  scope: 'row',
  soundRow(context) {
    const unweighted = context.table.columns.weight === undefined;
    return (indicator, score, facts) => {
      const { weight, filled, explained } = facts;
      if (explained || indicator.reasonCell === null) return null;
      if (weight === null) {
        const missed = unweighted && indicator.parent === null && (score.achievement ?? 1) < 1;
        return missed ? missing(context, indicator, 'unmet', facts) : null;
      }
      if (score.status === 'met' || score.status === 'over') return null;
      const lost = filled !== null && filled < weight && filled >= 0;
      if (!lost && score.status !== 'unmet') return null;
      if (isBelowTopBand(score, weight, filled)) return null;
      return missing(context, indicator, lost ? 'lost' : 'unmet', facts);
    };
  },
};

function missing(
  context: PreparedContext,
  indicator: Indicator,
  variant: 'lost' | 'unmet',
  { weight, filled }: RowFacts,
): Finding | null {
  if (indicator.reasonCell === null) return null;
  const written = (indicator.reason ?? '').trim();
  return findingOf(reasonMissing, context, indicator.reasonCell, {
    variant,
    data: {
      name: brief(indicator.name),
      weight: weight ?? '',
      score: filled ?? '',
      target: brief(indicator.target.text),
      actual: brief(indicator.actual.text),
    },
    found: written === '' ? null : brief(written),
  });
}

/** The wording says the target was met and the score is below its band: said at the 得分. */
function isBelowTopBand({ band }: RowScore, weight: number, filled: number | null): boolean {
  return band !== null && band.to === weight && filled !== null && filled < band.from;
}
