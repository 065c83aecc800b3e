import { cellLabel } from '../model/address';
import type { TableResult } from '../model/score';
import type { NumberCell, Table } from '../model/table';
import { scoreTable } from '../scoring/score-table';

/**
 * The result as the workbook will read once the scores are written, for texts that speak of the
 * scores that stand: a blank the tool fills counts, and so does the form's own total. Its state stays
 * what a person left.
 * @param written sheet and cell (`附表!I15`) → the number that will stand there
 */
export function asWritten(result: TableResult, written: ReadonlyMap<string, number>): TableResult {
  if (written.size === 0) return result;
  const { table } = result;
  const standing = <Cell extends NumberCell | null>(cell: Cell): Cell => {
    const value = cell && written.get(cellLabel(table.sheet, cell.cell));
    return value == null ? cell : { ...cell, value };
  };
  const filled: Table = {
    ...table,
    indicators: table.indicators.map((one) => ({ ...one, score: standing(one.score) })),
    budget: table.budget && {
      ...table.budget,
      rows: table.budget.rows.map((row) => ({ ...row, score: standing(row.score) })),
    },
    total: table.total && { ...table.total, score: standing(table.total.score) },
  };
  const { state } = result;
  return { ...result, table: filled, ...scoreTable(filled, result.profile), state };
}
