import type { Quantity } from '../../model/quantity';
import { commensurable, isTenThousandfold } from '../../quantity/compare-quantity';
import type { Check } from '../check';
import { TARGET_ONLY } from '../check';
import { findingOf } from '../finding-of';
import { brief } from '../wording';

export const unitMismatch: Check = {
  id: 'unit-mismatch',
  code: 'JX410',
  severity: 'warning',
  basis: 'check.unit-mismatch.basis',
  kinds: TARGET_ONLY,
  scope: 'row',
  soundRow(context) {
    return ({ target, actual, actualCell, name }) => {
      if (actualCell === null || target.value === null || actual.value === null) return null;
      if (target.kind === 'date' || actual.kind === 'date') return null;
      const confused =
        target.unit === actual.unit
          ? isTenThousandfold(target.value, actual.value) && isMoneyLike(target.unit)
          : areOfOtherUnits(target, actual);
      if (!confused) return null;
      const money = isMoneyLike(target.unit) || isMoneyLike(actual.unit);
      return findingOf(unitMismatch, context, actualCell, {
        ...(money ? { variant: 'money' } : {}),
        data: { name: brief(name), unit: target.unit ?? '', actualUnit: actual.unit ?? '' },
        expected: brief(target.text),
        found: brief(actual.text),
      });
    };
  },
};

function areOfOtherUnits(target: Quantity, actual: Quantity): boolean {
  const figures = commensurable(target, actual);
  return 'problem' in figures && figures.problem === 'unit';
}

const MONEY = /[元万亿]/;

function isMoneyLike(unit: string | null): boolean {
  return unit !== null && MONEY.test(unit);
}
