import type { CheckId } from '../model/check-id';
import type { Finding } from '../model/finding';
import type { CellRef } from '../model/grid';
import { checkOf, CHECKS } from './registry';

/** Who silences a check on its row. */
const WINNERS = new Map<CheckId, readonly CheckId[]>();
for (const { id, silences } of CHECKS) {
  for (const loser of silences) WINNERS.set(loser, [...(WINNERS.get(loser) ?? []), id]);
}

/** Of several owners of one cell the first speaks. */
const OWNERS = CHECKS.filter(({ ownsCell }) => ownsCell).map(({ id }) => id);

/**
 * Takes out the findings that say a mistake a second time, by what the checks say of one another; of
 * a finding with several cells, only those where another speaks. Exceptions a check can see by itself
 * (an error value in the row, a rate that follows from another mistake) are in the check. Order is kept.
 */
export function applyPrecedence(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  const { onRow, owners } = speakers(findings);
  return findings.flatMap((finding) => {
    const { check, variant } = finding;
    const { onRow: first = [], inTable = [] } = checkOf(check).yields[variant] ?? {};
    const elsewhere =
      inTable.length > 0 && findings.some((one) => one !== finding && inTable.includes(one.check));
    if (elsewhere) return [];
    const before = [...(WINNERS.get(check) ?? []), ...first];
    const cells = finding.cells.filter((cell) => {
      if (before.some((id) => onRow.get(cell.row)?.has(id) ?? false)) return false;
      const owner = owners.size === 0 ? undefined : owners.get(placeOf(cell));
      return owner === undefined || owner === check;
    });
    const [cell] = cells;
    if (!cell) return [];
    return [cells.length === finding.cells.length ? finding : { ...finding, cell, cells }];
  });
}

const placeOf = ({ row, column }: CellRef): string => `${row},${column}`;

/** Which checks speak on each row, and the first owner of each cell that has one. */
function speakers(findings: readonly Finding[]) {
  const onRow = new Map<number, Set<CheckId>>();
  const owners = new Map<string, CheckId>();
  for (const { check, cells } of findings) {
    const rank = OWNERS.indexOf(check);
    for (const cell of cells) {
      const row = onRow.get(cell.row);
      if (row) row.add(check);
      else onRow.set(cell.row, new Set([check]));
      if (rank === -1) continue;
      const first = owners.get(placeOf(cell));
      if (first === undefined || rank < OWNERS.indexOf(first)) owners.set(placeOf(cell), check);
    }
  }
  return { onRow, owners };
}
