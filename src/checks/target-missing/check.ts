import { isNotApplicable } from '../../model/blank';
import type { Check } from '../check';
import { TARGET_ONLY } from '../check';
import { findingOf } from '../finding-of';
import { brief } from '../wording';

export const targetMissing: Check = {
  id: 'target-missing',
  code: 'JX104',
  severity: 'warning',
  basis: 'check.target-missing.basis',
  kinds: TARGET_ONLY,
  scope: 'row',
  everyRow(context) {
    const { carried } = context.facts;
    return ({ target, targetCell, name }, _score, { weight, rubric }, index) => {
      if (target.kind !== 'none' || targetCell === null || isNotApplicable(target.text))
        return null;
      if (weight === null || rubric || carried.has(index)) return null;
      return findingOf(targetMissing, context, targetCell, { data: { name: brief(name), weight } });
    };
  },
};
