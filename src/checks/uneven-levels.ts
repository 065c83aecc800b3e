import { isNotApplicable } from '../model/blank';
import type { Profile } from '../model/profile';
import type { Group, Table } from '../model/table';
import { subtract, sum } from '../quantity/exact';
import { samePoints } from './difference';
import type { RowFacts } from './table-facts';

export interface UnevenLevel {
  readonly group: Group;
  readonly printed: number;
  readonly rows: number;
}

/**
 * Levels whose rows do not add up to the weight printed in their name. Where inner levels explain
 * the difference of the outer one, only the inner are given. An outer level stands before its inner
 * ones in `Table.groups`, so one walk from the end is enough.
 */
export function unevenLevels(
  table: Table,
  facts: readonly RowFacts[],
  profile: Profile,
): readonly UnevenLevel[] {
  const { groups } = table;
  const inner = new Map<number, number[]>();
  const uneven: UnevenLevel[] = [];
  for (let index = groups.length - 1; index >= 0; index--) {
    const group = groups[index];
    if (!group) continue;
    const below = inner.get(index);
    const explained = below ? sum(below) : 0;
    const rows = group.weight === null ? null : rowsOf(group, table, facts);
    let difference = explained;
    if (group.weight !== null && rows !== null) {
      difference = subtract(rows, group.weight.value);
      const quiet =
        samePoints(difference, 0, profile) || samePoints(difference, explained, profile);
      if (!quiet) uneven.push({ group, printed: group.weight.value, rows });
    }
    if (group.parent === null || difference === 0) continue;
    const siblings = inner.get(group.parent);
    if (siblings) siblings.push(difference);
    else inner.set(group.parent, [difference]);
  }
  return uneven.reverse();
}

/** Sum of the rows' weights; null where rows may be missing or a weight could not be read. */
function rowsOf(group: Group, table: Table, facts: readonly RowFacts[]): number | null {
  if (hasNamelessRow(group, table)) return null;
  const last = table.indicators.length - 1;
  const cutOff = table.total === null && group.indicators.at(-1) === last;
  if (!group.complete || cutOff || group.indicators.length === 0) return null;
  const weights: number[] = [];
  for (const index of group.indicators) {
    const indicator = table.indicators[index];
    if (!indicator || facts[index]?.broken === true) return null;
    const { weight } = indicator;
    if (weight === null) continue;
    if (weight.value !== null) weights.push(weight.value);
    else if (indicator.parent === null && weight.cell.row === indicator.row) return null;
  }
  return weights.length === 0 ? null : sum(weights);
}

/** A row named only by a dash (`——`) belongs to the level and shows no weight of its own. */
function hasNamelessRow(group: Group, { templateRows, groups }: Table): boolean {
  return templateRows.some(
    ({ text, row }) =>
      isNotApplicable(text) &&
      row > group.cell.row &&
      !groups.some(
        (other) =>
          other.level <= group.level && other.cell.row > group.cell.row && other.cell.row <= row,
      ),
  );
}
