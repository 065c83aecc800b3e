import { openCounts } from '../model/finding';
import { ratio, subtract, sum } from '../quantity/exact';
import type { SummaryFile, SummaryTable } from './summary-file';

/**
 * One project's line in a 自评情况汇总表 over many workbooks. No official column list was found;
 * the columns are those reviewers ask for. Amounts are in the form's own `currency`.
 */
export interface ProjectRow {
  /** Null: it is a line about those above it. */
  readonly number: number | null;
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

function projectRow(number: number, path: string, table: SummaryTable): ProjectRow {
  const { totals, budget, state } = table;
  const funds = budget?.rows.find((row) => row.total === true);
  const own = table.indicators.filter(({ part }) => part !== true);
  const missed = own.filter(({ status }) => status === 'unmet');
  const filledScore =
    state.kind === 'complete' ? (totals.printedScore ?? totals.filledScore) : null;
  const open = openCounts(table.findings);
  return {
    number,
    path,
    sheet: table.sheet,
    year: table.year,
    project: table.project,
    department: table.department,
    unit: table.unit,
    currency: budget?.currency ?? null,
    initial: funds?.initial ?? null,
    adjusted: funds?.adjusted ?? null,
    executed: funds?.executed ?? null,
    rate: budget?.rate ?? null,
    indicators: own.length,
    met: own.filter(({ status }) => status === 'met' || status === 'over').length,
    unmet: missed.length,
    weight: totals.weight,
    filledScore,
    score: totals.score,
    difference:
      filledScore === null || totals.score === null ? null : subtract(filledScore, totals.score),
    grade: totals.grade,
    deviations: missed.map(({ name }) => name),
    errors: open.error,
    warnings: open.warning,
  };
}

/** One line per table of a file; `before`: how many lines there are already. */
export const projectRows = ({ path, tables }: SummaryFile, before: number): ProjectRow[] =>
  tables.map((table, index) => projectRow(before + index + 1, path, table));

/** By what projects are put together. */
export type ProjectGrouping = 'none' | 'department' | 'folder';

export interface ProjectGroup {
  /** Null: the projects do not say. */
  readonly name: string | null;
  readonly rows: readonly ProjectRow[];
}

/** Projects by group, each group where its first project stands; `none` is one group without a name. */
export function projectGroups(
  rows: readonly ProjectRow[],
  grouping: ProjectGrouping,
): readonly ProjectGroup[] {
  const groups = new Map<string | null, ProjectRow[]>();
  for (const row of rows) {
    const name = groupName(row, grouping);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return [...groups].map(([name, members]) => ({ name, rows: members }));
}

function groupName({ department, unit, path }: ProjectRow, grouping: ProjectGrouping) {
  switch (grouping) {
    case 'none':
      return null;
    case 'department':
      return department ?? unit;
    case 'folder':
      return path.replace(/[^/\\]*$/, '').replace(/[/\\]$/, '') || null;
  }
}

/**
 * What the projects of a group come to. Amounts only where all of them say theirs, in one currency;
 * no score: the projects weigh as much as a person says they do.
 */
export function groupTotal({ name, rows }: ProjectGroup): ProjectRow {
  const currency = only(rows.map((row) => row.currency));
  const amount = (of: (row: ProjectRow) => number | null): number | null => {
    const amounts = rows.flatMap((row) => of(row) ?? []);
    return currency === null || amounts.length < rows.length ? null : sum(amounts);
  };
  const count = (of: (row: ProjectRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  const adjusted = amount((row) => row.adjusted);
  const executed = amount((row) => row.executed);
  return {
    number: null,
    path: '',
    sheet: '',
    year: only(rows.map((row) => row.year)),
    project: name,
    department: only(rows.map((row) => row.department)),
    unit: only(rows.map((row) => row.unit)),
    currency,
    initial: amount((row) => row.initial),
    adjusted,
    executed,
    rate: adjusted === null || executed === null ? null : ratio(executed, adjusted, 4),
    indicators: count((row) => row.indicators),
    met: count((row) => row.met),
    unmet: count((row) => row.unmet),
    weight: null,
    filledScore: null,
    score: null,
    difference: null,
    grade: null,
    deviations: [],
    errors: count((row) => row.errors),
    warnings: count((row) => row.warnings),
  };
}

/** The one value there is; null where there are several. */
function only<T>(values: readonly (T | null)[]): T | null {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}
