import type { Finding } from '../model/finding';
import type { CheckContext } from './check';
import { formBlank } from './form-blank/check';
import { applyPrecedence } from './precedence';
import { CHECKS } from './registry';
import { rowFindings } from './row-findings';
import { tableFacts } from './table-facts';

const ORDER = new Map(CHECKS.map((check, index) => [check.id, index]));

/**
 * Everything the checks find in one table, one finding per mistake, by row, column and then the
 * order of the registry. Of a form nobody has begun, only that is said. Checks of the whole table run only where there is a total row. Linear in
 * the number of indicators.
 */
export function runChecks(context: CheckContext): Finding[] {
  const { table } = context;
  const prepared = { facts: tableFacts(context), ...context };
  const blank = formBlank.find?.(prepared) ?? [];
  if (blank.length > 0) return [...blank];
  const due = CHECKS.filter(
    ({ kinds, scope }) => kinds.includes(table.kind) && (scope !== 'table' || table.total !== null),
  );
  const found = due.flatMap((check) => check.find?.(prepared) ?? []);
  for (const finding of rowFindings(due, prepared)) found.push(finding);
  return [...applyPrecedence(found)].sort(byPosition);
}

function byPosition(a: Finding, b: Finding): number {
  return (
    a.cell.row - b.cell.row ||
    a.cell.column - b.cell.column ||
    (ORDER.get(a.check) ?? 0) - (ORDER.get(b.check) ?? 0)
  );
}
