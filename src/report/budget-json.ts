import type { TableResult } from '../model/score';
import type { Budget, NumberCell } from '../model/table';

export interface BudgetRowJson {
  readonly label: string;
  readonly row: number;
  readonly initial: number | null;
  readonly adjusted: number | null;
  readonly executed: number | null;
  readonly rate: number | null;
  readonly weight: number | null;
  readonly score: number | null;
  /** It is the line of all funds together. */
  readonly total?: true;
}

export interface BudgetJson {
  readonly currency: Budget['currency'];
  readonly rows: readonly BudgetRowJson[];
  readonly rate: number | null;
  readonly score: number | null;
  readonly filledScore: number | null;
  readonly weight: number | null;
}

export const numberOf = (cell: NumberCell | null): number | null => (cell ? cell.value : null);

/** The funds block as it is filled in, and what it comes to; null where a table has none. */
export function budgetJson({ table, budget }: TableResult): BudgetJson | null {
  if (!table.budget) return null;
  return {
    currency: table.budget.currency,
    rows: table.budget.rows.map((row) => ({
      label: row.label,
      row: row.row + 1,
      initial: numberOf(row.initial),
      adjusted: numberOf(row.adjusted),
      executed: numberOf(row.executed),
      rate: numberOf(row.rate),
      weight: numberOf(row.weight),
      score: numberOf(row.score),
      ...(row.isTotal ? { total: true } : {}),
    })),
    rate: budget?.rate ?? null,
    score: budget?.score ?? null,
    filledScore: budget?.filledScore ?? null,
    weight: budget?.weight ?? null,
  };
}
