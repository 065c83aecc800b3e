import type { Finding } from '../../model/finding';
import type { NumberCell } from '../../model/table';
import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf } from '../finding-of';
import { brief } from '../wording';

/** Silent where the form scores a part instead of the total. */
export const partRowScored: Check = {
  id: 'part-row-scored',
  code: 'JX307',
  severity: 'info',
  basis: 'check.part-row-scored.basis',
  kinds: EVERY_KIND,
  scope: 'block',
  find(context) {
    const { scored, parts } = context.facts.funds;
    const found: Finding[] = [];
    for (const part of parts) {
      if (part === scored) continue;
      const cell = numbered(part.weight) ?? numbered(part.score);
      if (!cell) continue;
      const data = { name: brief(part.label) };
      found.push(findingOf(partRowScored, context, cell.cell, { data, found: cell.value }));
    }
    return found;
  },
};

function numbered(cell: NumberCell | null): NumberCell | null {
  return cell !== null && cell.value !== null ? cell : null;
}
