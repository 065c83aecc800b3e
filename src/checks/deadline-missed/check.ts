import { keptDeadline } from '../../scoring/deadline';
import type { Check } from '../check';
import { TARGET_ONLY } from '../check';
import { findingOf } from '../finding-of';
import { brief } from '../wording';

/** A date is after the deadline only where its whole span is: 2021年12月 may be the 15th. */
export const deadlineMissed: Check = {
  id: 'deadline-missed',
  code: 'JX412',
  severity: 'warning',
  basis: 'check.deadline-missed.basis',
  kinds: TARGET_ONLY,
  scope: 'row',
  soundRow(context) {
    const { year } = context.table;
    return ({ target, actual, actualCell, name }) => {
      if (target.date === null || target.kind !== 'date' || actualCell === null) return null;
      if (actual.kind === 'none' || target.op === '>=' || target.op === '>') return null;
      const kept = actual.date && keptDeadline(target, actual, year?.value ?? null);
      if (kept !== null && kept !== 'late') return null;
      return findingOf(deadlineMissed, context, actualCell, {
        ...(kept === null ? { variant: 'undated' } : {}),
        data: { name: brief(name) },
        expected: brief(target.text),
        found: brief(actual.text),
      });
    };
  },
};
