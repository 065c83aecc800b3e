import type { Quantity } from '../../model/quantity';
import { commensurable } from '../../quantity/compare-quantity';
import type { Check } from '../check';
import { TARGET_ONLY } from '../check';
import { findingOf } from '../finding-of';
import { brief } from '../wording';

const DIGIT = /[\d０-９]/;

/** A wording that carries a figure (完成抽检148批次) is not a mere wording; dates have their own check. */
export const kindMismatch: Check = {
  id: 'kind-mismatch',
  code: 'JX409',
  severity: 'warning',
  basis: 'check.kind-mismatch.basis',
  kinds: TARGET_ONLY,
  scope: 'row',
  soundRow(context) {
    return ({ target, actual, actualCell, name }) => {
      if (actualCell === null || target.kind === actual.kind) return null;
      const worded = isFigure(target) && isWording(actual);
      const figured = isWording(target) && isFigure(actual);
      if (!worded && !figured) return null;
      // 无 beside a target of 0 is the figure 0.
      if (worded && !('problem' in commensurable(target, actual))) return null;
      return findingOf(kindMismatch, context, actualCell, {
        variant: worded ? 'worded' : 'figured',
        data: { name: brief(name) },
        expected: brief(target.text),
        found: brief(actual.text),
      });
    };
  },
};

function isFigure({ kind }: Quantity): boolean {
  return kind === 'number' || kind === 'percent' || kind === 'range';
}

function isWording({ kind, text }: Quantity): boolean {
  return kind === 'qualitative' && !DIGIT.test(text);
}
