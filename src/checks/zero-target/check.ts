import { isReverseName } from '../../scoring/direction';
import type { Check } from '../check';
import { TARGET_ONLY } from '../check';
import { findingOf } from '../finding-of';
import { brief } from '../wording';

/**
 * Silent for 0起, =0, ≤0, 无 and a bare 0 of a name that says less is better: there no ratio is
 * asked. A bare 0 of any other name, and a bare 0 of any rate,
 * is a target nothing can be divided by.
 */
export const zeroTarget: Check = {
  id: 'zero-target',
  code: 'JX411',
  severity: 'error',
  basis: 'check.zero-target.basis',
  kinds: TARGET_ONLY,
  scope: 'row',
  soundRow(context) {
    const signColumn = context.table.columns.sign;
    return ({ target, targetCell, name }, score) => {
      if (target.value !== 0 || targetCell === null) return null;
      if (target.kind !== 'number' && target.kind !== 'percent') return null;
      const asked =
        target.op === '>=' ||
        target.op === '>' ||
        (target.op === null && score.achievement === null && isRatio(score.method));
      const bare =
        signColumn === undefined &&
        BARE_ZERO.test(target.text) &&
        (target.kind === 'percent' || RATE_NAME.test(name) || !isReverseName(name));
      if (!asked && !bare) return null;
      return findingOf(zeroTarget, context, targetCell, {
        ...(asked ? {} : { variant: 'bare' }),
        data: { name: brief(name) },
        found: brief(target.text),
      });
    };
  },
};

/** No =, no 起 or 次: only the figure. */
const BARE_ZERO = /^0(?:\.0+)?\s*%?$/;

const RATE_NAME = /率|比例|比重|占比/;

function isRatio(method: string): boolean {
  return method === 'positive-ratio' || method === 'reverse-ratio' || method === 'reverse-linear';
}
