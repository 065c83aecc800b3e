import type { Check, PreparedContext } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf, percent } from '../finding-of';
import { denominatorOf, fundsRate, sumRate } from '../funds';
import { isReason, namesCause } from '../wording';

/** Any 偏差原因 of the table counts, and a cause named in the goal, the meta block or a remark. */
export const executionUnexplained: Check = {
  id: 'execution-unexplained',
  code: 'JX305',
  severity: 'warning',
  basis: 'check.execution-unexplained.basis',
  kinds: EVERY_KIND,
  scope: 'block',
  find(context) {
    const { facts, profile } = context;
    const { total, parts, scored } = facts.funds;
    const row = scored ?? total;
    const rate = fundsRate(context);
    if (row === null || rate === null || rate >= profile.execution.explainBelow) return [];
    if ((denominatorOf(row, profile) ?? 0) === 0 || facts.anyReason) return [];
    // Where the parts say the money was spent, the total row is the mistake (funds-sum).
    const ofParts = sumRate(parts, profile);
    if (ofParts !== null && ofParts >= profile.execution.explainBelow) return [];
    if (causeNamed(context)) return [];
    const cell = row.rate?.cell ?? row.executed?.cell;
    if (!cell) return [];
    const threshold = percent(profile.execution.explainBelow);
    const found = percent(rate);
    return [findingOf(executionUnexplained, context, cell, { expected: threshold, found })];
  },
};

function causeNamed({ table }: PreparedContext): boolean {
  if (namesCause(table.goal.achieved?.value ?? '')) return true;
  if (table.notes.some((note) => namesCause(note.value))) return true;
  return table.meta.some(({ label, value }) => /原因|说明/.test(label) && isReason(value));
}
