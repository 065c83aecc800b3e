import type { CheckContext } from '../../src/checks/check';
import type { Profile } from '../../src/model/profile';
import type { CellValue } from '../../src/model/snapshot';
import type {
  Budget,
  BudgetRow,
  Column,
  ColumnRole,
  Columns,
  Group,
  Indicator,
  NumberCell,
  Table,
} from '../../src/model/table';
import { profileById } from '../../src/profiles/load-profile';
import { readQuantity } from '../../src/quantity/read-quantity';
import { scoreTable } from '../../src/scoring/score-table';

/** Columns of the built table: A level 1, B level 2, C name, D target, E actual, F weight, G score, H reason. */
const ROLES: readonly ColumnRole[] = [
  'level1',
  'level2',
  'name',
  'target',
  'actual',
  'weight',
  'score',
  'reason',
];
/** The header stands in row 3; the first indicator in row 4. */
const HEADER_ROW = 2;

export interface RowSpec {
  readonly name?: string;
  readonly level1?: string;
  readonly level2?: string;
  readonly target?: CellValue;
  readonly actual?: CellValue;
  readonly weight?: number | null;
  readonly score?: number | null;
  readonly reason?: string | null;
  readonly parent?: number;
}

export interface TableSpec {
  readonly rows: readonly RowSpec[];
  /** 年度资金总额: 年初, 全年, 执行, 分值, 执行率 (fraction), 得分. */
  readonly funds?: readonly (number | null)[];
  /** Printed 分值 and 得分 of the total row; left out: no total row. */
  readonly total?: readonly [number | null, number | null];
  readonly groups?: readonly Group[];
  readonly over?: Partial<Table>;
}

const numberCell = (row: number, column: number, value: number | null): NumberCell => ({
  cell: { row, column },
  raw: value,
  value,
  asText: false,
  formula: null,
});

function indicatorOf(spec: RowSpec, index: number): Indicator {
  const row = HEADER_ROW + 1 + index;
  const at = (column: number): { row: number; column: number } => ({ row, column });
  return {
    row,
    group: null,
    level1: spec.level1 ?? '产出指标',
    level2: spec.level2 ?? '数量指标',
    name: spec.name ?? `修建道路第${String(index + 1)}段`,
    nameCell: at(2),
    level1Cell: at(0),
    level2Cell: at(1),
    target: readQuantity(spec.target ?? null, null, { role: 'target' }),
    targetCell: at(3),
    signCell: at(3),
    direction: null,
    actual: readQuantity(spec.actual ?? null, null, { role: 'actual' }),
    actualCell: at(4),
    weight: numberCell(row, 5, spec.weight ?? null),
    score: numberCell(row, 6, spec.score ?? null),
    reviewScore: null,
    reason: spec.reason === undefined ? '' : spec.reason,
    reasonCell: spec.reason === null ? null : at(7),
    criteria: null,
    evidence: null,
    parent: spec.parent ?? null,
    errors: [],
  };
}

function budgetOf([initial, adjusted, executed, weight, rate, score]: readonly (
  number | null
)[]): Budget {
  const row: BudgetRow = {
    row: 1,
    label: '年度资金总额',
    labelCell: { row: 1, column: 1 },
    isTotal: true,
    initial: numberCell(1, 2, initial ?? null),
    adjusted: numberCell(1, 3, adjusted ?? null),
    received: null,
    carried: null,
    executed: numberCell(1, 4, executed ?? null),
    weight: numberCell(1, 5, weight ?? null),
    rate: numberCell(1, 6, rate ?? null),
    score: numberCell(1, 7, score ?? null),
    reason: null,
  };
  return {
    range: { top: 0, left: 0, bottom: 1, right: 7 },
    currency: '万元',
    headerRow: 0,
    rows: [row],
    headerCells: {},
  };
}

/** A recognised target table built directly, without a sheet. */
export function tableOf({ rows, funds, total, groups = [], over = {} }: TableSpec): Table {
  const columns: Columns = Object.fromEntries(
    ROLES.map((role, column): [ColumnRole, Column] => [
      role,
      { column, header: { row: HEADER_ROW, column }, label: role, confidence: 1 },
    ]),
  );
  const last = HEADER_ROW + 1 + rows.length;
  return {
    sheetId: '1',
    sheet: '附表',
    range: { top: 0, left: 0, bottom: last, right: 7 },
    kind: 'target',
    scope: 'project',
    title: null,
    year: null,
    project: null,
    department: null,
    unit: null,
    meta: [],
    goal: { expected: null, achieved: null },
    budget: funds ? budgetOf(funds) : null,
    header: { top: HEADER_ROW, bottom: HEADER_ROW },
    columns,
    countsToOne: false,
    groups,
    indicators: rows.map(indicatorOf),
    templateRows: [],
    nameOnly: [],
    decided: [],
    subtotals: [],
    total: total
      ? {
          row: last,
          labelCell: { row: last, column: 0 },
          weight: numberCell(last, 5, total[0]),
          score: numberCell(last, 6, total[1]),
        }
      : null,
    grade: null,
    notes: [],
    errors: [],
    evidence: [],
    confidence: 1,
    remarks: [],
    ...over,
  };
}

/** The table scored, as the checks receive it. */
export function contextOf(
  spec: TableSpec,
  profile: Profile = profileById('cn-mof-2020'),
): CheckContext {
  const table = tableOf(spec);
  return { table, ...scoreTable(table, profile), profile };
}
