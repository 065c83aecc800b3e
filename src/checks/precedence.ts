import type { CheckId } from '../model/check-id';
import type { Finding } from '../model/finding';
import { checkOf, CHECKS } from './registry';

/** Who silences a check on its row. */
const WINNERS = new Map<CheckId, readonly CheckId[]>();
for (const { id, silences } of CHECKS) {
  for (const loser of silences) WINNERS.set(loser, [...(WINNERS.get(loser) ?? []), id]);
}

/** Of several owners of one cell the first speaks. */
const OWNERS = CHECKS.filter(({ ownsCell }) => ownsCell).map(({ id }) => id);

/**
 * Takes out the findings that say a mistake a second time, by what the checks say of one another.
 * Exceptions a check can see by itself (an error value in the row, a rate that follows from another
 * mistake) are in the check. Order is kept.
 */
export function applyPrecedence(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  const onRow = new Map<number, Set<CheckId>>();
  const owners = new Map<string, CheckId>();
  for (const { check, cell } of findings) {
    const row = onRow.get(cell.row);
    if (row) row.add(check);
    else onRow.set(cell.row, new Set([check]));
    const rank = OWNERS.indexOf(check);
    if (rank === -1) continue;
    const key = `${cell.row},${cell.column}`;
    const first = owners.get(key);
    if (first === undefined || rank < OWNERS.indexOf(first)) owners.set(key, check);
  }
  return findings.filter((finding) => {
    const { check, cell, variant } = finding;
    const spoken = (id: CheckId): boolean => onRow.get(cell.row)?.has(id) ?? false;
    if (WINNERS.get(check)?.some(spoken)) return false;
    const { onRow: first = [], inTable = [] } = checkOf(check).yields[variant] ?? {};
    if (first.some(spoken)) return false;
    if (
      inTable.length > 0 &&
      findings.some((one) => one !== finding && inTable.includes(one.check))
    )
      return false;
    const owner = owners.size === 0 ? undefined : owners.get(`${cell.row},${cell.column}`);
    return owner === undefined || owner === check;
  });
}
