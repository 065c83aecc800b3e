import type { Budget, BudgetRow } from '../model/table';

/**
 * The funds row that carries the points: 年度资金总额, or on a form whose total row has none the first
 * part with a 分值. Null without a total row.
 */
export function scoredFundsRow({ rows }: Budget): BudgetRow | null {
  const total = rows.find(({ isTotal }) => isTotal) ?? null;
  if (total === null || total.weight?.value != null) return total;
  return rows.find(({ isTotal, weight }) => !isTotal && weight?.value != null) ?? total;
}
