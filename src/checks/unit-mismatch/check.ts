import { commensurable, isTenThousandfold } from '../../quantity/compare-quantity';
import type { Check } from '../check';
import { TARGET_ONLY } from '../check';
import { findingOf } from '../finding-of';
import { eachSoundRow } from '../row-findings';
import { brief } from '../wording';

export const unitMismatch: Check = {
  id: 'unit-mismatch',
  code: 'JX410',
  severity: 'warning',
  basis: 'check.unit-mismatch.basis',
  kinds: TARGET_ONLY,
  scope: 'row',
  find(context) {
    return eachSoundRow(context, ({ target, actual, actualCell, name }) => {
      if (actualCell === null || target.value === null || actual.value === null) return null;
      if (target.kind === 'date' || actual.kind === 'date') return null;
      const same = target.unit === actual.unit;
      if (same && !isMoneyLike(target.unit)) return null;
      const figures = commensurable(target, actual);
      const confused = same
        ? isTenThousandfold(target.value, actual.value)
        : 'problem' in figures && figures.problem === 'unit';
      if (!confused) return null;
      const money = isMoneyLike(target.unit) || isMoneyLike(actual.unit);
      return findingOf(unitMismatch, context, actualCell, {
        ...(money ? { variant: 'money' } : {}),
        data: { name: brief(name), unit: target.unit ?? '', actualUnit: actual.unit ?? '' },
        expected: brief(target.text),
        found: brief(actual.text),
      });
    });
  },
};

const MONEY = /[元万亿]/;

function isMoneyLike(unit: string | null): boolean {
  return unit !== null && MONEY.test(unit);
}
