import type { FindingSeverity } from '../model/finding';
import type { TableResult, WorkbookResult } from '../model/score';
import { subtract } from '../quantity/exact';

/**
 * One project's line in a 自评情况汇总表 over many workbooks. No official column list was found;
 * the columns are those reviewers ask for. Amounts are in the form's own `currency`.
 */
export interface ProjectRow {
  readonly number: number;
  /** The workbook it came from, as it was named to us. */
  readonly path: string;
  readonly sheet: string;
  readonly year: number | null;
  readonly project: string | null;
  readonly department: string | null;
  readonly unit: string | null;
  readonly currency: '万元' | '元' | null;
  readonly initial: number | null;
  readonly adjusted: number | null;
  readonly executed: number | null;
  readonly rate: number | null;
  readonly indicators: number;
  readonly met: number;
  readonly unmet: number;
  readonly weight: number | null;
  readonly filledScore: number | null;
  readonly score: number | null;
  /** filled − computed. */
  readonly difference: number | null;
  readonly grade: string | null;
  /** Names of the indicators that missed their targets, in the order of the form. */
  readonly deviations: readonly string[];
  readonly errors: number;
  readonly warnings: number;
}

export interface ScoredWorkbook {
  readonly path: string;
  readonly result: WorkbookResult;
}

function projectRow(number: number, path: string, result: TableResult): ProjectRow {
  const { table, totals, budget, state } = result;
  const funds = table.budget?.rows.find((row) => row.isTotal);
  const own = table.indicators.flatMap((indicator, index) => {
    const row = result.rows[index];
    return row && indicator.parent === null ? [{ indicator, row }] : [];
  });
  const missed = own.filter(({ row }) => row.status === 'unmet');
  const filledScore =
    state.kind === 'complete' ? (totals.printedScore ?? totals.filledScore) : null;
  const of = (severity: FindingSeverity) =>
    result.findings.filter((finding) => finding.severity === severity).length;
  return {
    number,
    path,
    sheet: table.sheet,
    year: table.year?.value ?? null,
    project: table.project?.value ?? null,
    department: table.department?.value ?? null,
    unit: table.unit?.value ?? null,
    currency: table.budget?.currency ?? null,
    initial: funds?.initial?.value ?? null,
    adjusted: funds?.adjusted?.value ?? null,
    executed: funds?.executed?.value ?? null,
    rate: budget?.rate ?? null,
    indicators: own.length,
    met: own.filter(({ row }) => row.status === 'met' || row.status === 'over').length,
    unmet: missed.length,
    weight: totals.weight,
    filledScore,
    score: totals.score,
    difference:
      filledScore === null || totals.score === null ? null : subtract(filledScore, totals.score),
    grade: totals.grade,
    deviations: missed.map(({ indicator }) => indicator.name),
    errors: of('error'),
    warnings: of('warning'),
  };
}

/** One line per table over all workbooks, numbered from 1 in the order given. */
export function projectRows(workbooks: readonly ScoredWorkbook[]): ProjectRow[] {
  const tables = workbooks.flatMap(({ path, result }) =>
    result.tables.map((table) => ({ path, table })),
  );
  return tables.map(({ path, table }, index) => projectRow(index + 1, path, table));
}
