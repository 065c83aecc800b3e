import type { Finding } from '../../model/finding';
import type { NumberCell } from '../../model/table';
import type { Check, PreparedContext } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf } from '../finding-of';
import { brief } from '../wording';

/** A 评分标准 that grants points on top of the weight. */
const BONUS = /加分|最多加|另加|额外加|加\s*\d/;

/** Rows, the funds row, and the printed total (0 to the table's total). */
export const scoreOverWeight: Check = {
  id: 'score-over-weight',
  code: 'JX204',
  severity: 'error',
  basis: 'check.score-over-weight.basis',
  kinds: EVERY_KIND,
  scope: 'row',
  find(context) {
    const { table, facts, totals, profile } = context;
    const found: Finding[] = [];
    const funds = facts.funds.scored;
    if (funds?.score && funds.weight && outside(funds.score.value, funds.weight.value)) {
      found.push(over(context, funds.score, funds.weight.value ?? 0, funds.label, null));
    }
    const total = table.total?.score;
    const most = Math.max(totals.printedWeight ?? profile.tableTotal, profile.tableTotal);
    if (total && outside(total.value, most)) {
      const variant = (total.value ?? 0) < 0 ? 'negative' : 'total';
      const data = { name: '', weight: most };
      found.push(
        findingOf(scoreOverWeight, context, total.cell, {
          variant,
          data,
          expected: most,
          found: total.value,
        }),
      );
    }
    return found;
  },
  everyRow(context) {
    return ({ score, name, criteria }, _score, { filled, weight }) =>
      score === null || !outside(filled, weight)
        ? null
        : over(context, score, weight ?? 0, name, criteria);
  },
};

function over(
  context: PreparedContext,
  score: NumberCell,
  weight: number,
  name: string,
  criteria: string | null,
): Finding {
  const value = score.value ?? 0;
  const bonus = value > weight && criteria !== null && BONUS.test(criteria);
  const variant = value < 0 ? 'negative' : bonus ? 'bonus' : null;
  return findingOf(scoreOverWeight, context, score.cell, {
    ...(variant === null ? {} : { variant }),
    ...(bonus ? { severity: 'info' as const } : {}),
    data: { name: brief(name), weight },
    expected: weight,
    found: value,
  });
}

/** Below 0, or above a weight that can be read. */
function outside(score: number | null, weight: number | null): boolean {
  if (score === null) return false;
  return score < 0 || (weight !== null && score > weight);
}
