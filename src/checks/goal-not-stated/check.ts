import type { Finding } from '../../model/finding';
import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf } from '../finding-of';
import { brief, packed } from '../wording';

const BARE_NUMBER = /^[\d.,，]{1,20}(?:%|％|元|万元?|亿元?|个|项)?[。.]?$/;

export const goalNotStated: Check = {
  id: 'goal-not-stated',
  code: 'JX107',
  severity: 'warning',
  basis: 'check.goal-not-stated.basis',
  kinds: EVERY_KIND,
  scope: 'block',
  find(context) {
    const { table } = context;
    const { expected, achieved } = table.goal;
    const project = table.project === null ? null : plain(table.project.value);
    const found: Finding[] = [];
    for (const goal of [expected, achieved]) {
      if (goal === null) continue;
      const text = plain(goal.value);
      const variant = BARE_NUMBER.test(text) ? 'number' : text === project ? 'name' : null;
      if (variant === null || text === '') continue;
      found.push(
        findingOf(goalNotStated, context, goal.cell, { variant, found: brief(goal.value) }),
      );
    }
    if (found.length > 0 || expected === null || achieved === null) return found;
    const text = plain(expected.value);
    if (text === '' || text !== plain(achieved.value)) return found;
    const variant = 'same';
    return [findingOf(goalNotStated, context, achieved.cell, { variant, found: brief(text) })];
  },
};

/** Without spaces and closing punctuation. */
function plain(text: string): string {
  return packed(text).replace(/[。.;；,，]$/, '');
}
