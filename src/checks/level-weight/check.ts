import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf } from '../finding-of';
import { brief } from '../wording';

export const levelWeight: Check = {
  id: 'level-weight',
  code: 'JX202',
  severity: 'error',
  basis: 'check.level-weight.basis',
  kinds: EVERY_KIND,
  scope: 'block',
  find(context) {
    return context.facts.unevenLevels.map(({ group, printed, rows }) =>
      findingOf(levelWeight, context, group.cell, {
        data: { level: brief(group.label) },
        expected: printed,
        found: rows,
      }),
    );
  },
};
