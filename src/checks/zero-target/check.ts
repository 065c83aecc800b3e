import type { Check } from '../check';
import { TARGET_ONLY } from '../check';
import { findingOf } from '../finding-of';
import { eachSoundRow } from '../row-findings';
import { brief } from '../wording';

/** Silent for 0起, =0, ≤0 and 无: there no ratio is asked. */
export const zeroTarget: Check = {
  id: 'zero-target',
  code: 'JX411',
  severity: 'error',
  basis: 'check.zero-target.basis',
  kinds: TARGET_ONLY,
  scope: 'row',
  find(context) {
    return eachSoundRow(context, ({ target, targetCell, name }, score) => {
      if (target.value !== 0 || targetCell === null) return null;
      if (target.kind !== 'number' && target.kind !== 'percent') return null;
      const asked =
        target.op === '>=' ||
        target.op === '>' ||
        (target.op === null && score.achievement === null && isRatio(score.method));
      if (!asked) return null;
      const data = { name: brief(name) };
      return findingOf(zeroTarget, context, targetCell, { data, found: brief(target.text) });
    });
  },
};

function isRatio(method: string): boolean {
  return method === 'positive-ratio' || method === 'reverse-ratio' || method === 'reverse-linear';
}
