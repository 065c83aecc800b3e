import { contains, parseCellName, parseRangeName, type Range } from '../../model/grid';
import type { Profile } from '../../model/profile';
import type { Table } from '../../model/table';
import { isLeftOut } from '../../quantity/not-applicable';
import type { TableFacts } from '../table-facts';

const PLAIN_SUM =
  /^\+?(?:SUM\([A-Z\d$:,]+\)|\$?[A-Z]{1,3}\$?\d{1,7})(?:\+(?:SUM\([A-Z\d$:,]+\)|\$?[A-Z]{1,3}\$?\d{1,7}))*$/;
const REFERENCE = /\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?/g;

/**
 * Rows with points that the total's formula does not add, 0-based. Only of a plain sum over scores of
 * the form itself; where it adds sub-totals, or a row does not count and the total is no sum, nothing can be
 * said.
 */
export function leftOut(
  { total, indicators, subtotals, groups }: Table,
  facts: TableFacts,
  profile: Profile,
): number[] {
  if (indicators.some((indicator) => isLeftOut(indicator, profile))) return [];
  const formula = (total?.score?.formula ?? '').replace(/[\s=]/g, '').toUpperCase();
  if (formula === '' || !PLAIN_SUM.test(formula)) return [];
  const ranges = (formula.match(REFERENCE) ?? []).flatMap((text) => rangeOf(text) ?? []);
  const adds = (cell: { readonly row: number; readonly column: number }): boolean =>
    ranges.some((range) => contains(range, cell));
  const funds = facts.funds.scored;
  const scores = [
    ...(funds?.score && (funds.weight?.value ?? 0) > 0 ? [funds.score] : []),
    ...indicators.flatMap(({ score }, index) =>
      score && (facts.rows[index]?.weight ?? null) !== null ? [score] : [],
    ),
  ];
  const column = scores.at(-1)?.cell.column;
  const levels = groups.map(({ cell }) => ({ row: cell.row, column: column ?? cell.column }));
  const own = new Set(scores.map(({ cell }) => cell.row));
  const adjoined =
    subtotals.some(({ score }) => score !== null && adds(score.cell)) ||
    levels.some((cell) => !own.has(cell.row) && adds(cell));
  const missed = scores.filter(({ cell }) => !adds(cell));
  return adjoined || missed.length === scores.length ? [] : missed.map(({ cell }) => cell.row);
}

function rangeOf(text: string): Range | null {
  const name = text.replace(/\$/g, '');
  const range = parseRangeName(name);
  if (range) return range;
  const cell = parseCellName(name);
  return cell && { top: cell.row, bottom: cell.row, left: cell.column, right: cell.column };
}
