import { isNotApplicable } from '../../model/blank';
import type { Check } from '../check';
import { TARGET_ONLY } from '../check';
import { findingOf } from '../finding-of';
import { brief } from '../wording';

export const actualMissing: Check = {
  id: 'actual-missing',
  code: 'JX102',
  severity: 'error',
  basis: 'check.actual-missing.basis',
  kinds: TARGET_ONLY,
  scope: 'row',
  everyRow(context) {
    return ({ target, actual, actualCell, name }, _score, { weight, rubric }) => {
      if (actual.kind !== 'none' || actualCell === null || weight === null || rubric) return null;
      if (isNotApplicable(target.text) || isNotApplicable(actual.text)) return null;
      return findingOf(actualMissing, context, actualCell, { data: { name: brief(name), weight } });
    };
  },
};
