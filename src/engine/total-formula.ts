import { rangeName, type CellRef } from '../model/grid';
import type { TableResult } from '../model/score';
import type { NumberCell } from '../model/table';
import { sumFormula, type LiveNumber, type Written } from '../report/sum-formula';
import { scoredFundsRow } from '../scoring/scored-funds-row';

/** `G6:G9`: in a formula of its own sheet a cell goes without the sheet's name. */
const withinSheet = (top: CellRef, bottom: CellRef = top): string =>
  rangeName({ top: top.row, left: top.column, bottom: bottom.row, right: bottom.column });

/**
 * The sum of a table's scores as a formula for its total, with the result it will have.
 * @param written numbers that will stand in its cells, by `附表!G5`
 */
export function totalFormula({ table }: TableResult, written: Written): LiveNumber {
  const funds = table.budget && scoredFundsRow(table.budget);
  const scores = [...(funds ? [funds] : []), ...table.indicators].flatMap(({ weight, score }) =>
    weight?.value == null || score === null ? [] : [score],
  );
  const sum = sumFormula(table.sheet, scores, written, withinSheet);
  // Shares of the whole add up to a share, which the sum of points is not.
  const areShares = [...scores, table.total?.score].some((score) => score?.inHundredths === true);
  return areShares ? { ...sum, formula: null } : sum;
}

/** Whether a form adds up by formulas: in another of its totals, or in its scores. */
export function addsUpByFormulas({ table }: TableResult): boolean {
  const isFormula = (cell: NumberCell | null): boolean => cell !== null && cell.formula !== null;
  const { total, subtotals, indicators } = table;
  return (
    isFormula(total?.weight ?? null) ||
    subtotals.some(({ weight, score }) => isFormula(weight) || isFormula(score)) ||
    indicators.some(({ score }) => isFormula(score))
  );
}
