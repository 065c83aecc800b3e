import type { Finding, ReviewedFinding } from '../../src/model/finding';
import { message } from '../../src/texts/message';
import type { Profile } from '../../src/model/profile';
import type { Quantity } from '../../src/model/quantity';
import type { RowScore, TableResult, WorkbookResult } from '../../src/model/score';
import type { BudgetRow, Indicator, NumberCell, Sourced, Table } from '../../src/model/table';
import type { CellValue } from '../../src/model/snapshot';

export const PROFILE: Profile = {
  id: 'cn-mof-2020',
  title: '财政部项目支出绩效自评',
  kind: 'target',
  levelWeights: { 产出: 50, 效益: 30, 满意度: 10 },
  optionalLevels: [],
  weightDecimals: null,
  notApplicable: 'ask',
  tableTotal: 100,
  positive: { floorRate: null },
  reverse: 'reverse-ratio',
  equal: 'as-positive',
  overAchieved: { info: 1.2, warning: 1.3, deduct: null },
  execution: {
    weight: null,
    denominator: 'adjusted',
    totalCaps: null,
    steps: null,
    tiers: null,
    explainBelow: 0.9,
    adjustmentExplainFrom: 0.1,
    scoreGap: 0.05,
  },
  qualitative: { bands: [] },
  bonusAllowed: false,
  stepRounding: null,
  rounding: { score: 2, rate: 4 },
  tolerance: { silent: 0.05, info: 0.5, error: 1 },
  heavyIndicator: 40,
  grades: [
    { from: 90, word: '优' },
    { from: 80, word: '良' },
    { from: 60, word: '中' },
    { from: 0, word: '差' },
  ],
  sources: {},
  marks: {},
};

export const number = (row: number, column: number, raw: CellValue): NumberCell => {
  const read = typeof raw === 'string' ? Number(raw) : raw;
  const value = typeof read === 'number' && Number.isFinite(read) && raw !== '' ? read : null;
  return {
    cell: { row, column },
    raw,
    value,
    asText: typeof raw === 'string' && value !== null,
    formula: null,
  };
};

export const quantity = (text: string, parts: Partial<Quantity> = {}): Quantity => ({
  text,
  kind: text === '' ? 'none' : 'number',
  op: null,
  value: null,
  upper: null,
  unit: null,
  date: null,
  ...parts,
});

export interface RowSpec {
  readonly level1?: string | null;
  readonly level2?: string | null;
  readonly name: string;
  readonly target?: Quantity;
  readonly actual?: Quantity;
  readonly weight?: CellValue;
  /** What stands in the 得分 cell. */
  readonly filled?: CellValue;
  readonly computed?: number | null;
  readonly achievement?: number | null;
  readonly status?: RowScore['status'];
  readonly method?: RowScore['method'];
  readonly reason?: string;
  readonly parent?: number | null;
}

const FIRST_ROW = 12;

export const indicator = (spec: RowSpec, index: number): Indicator => {
  const row = FIRST_ROW + index;
  return {
    row,
    group: null,
    level1: spec.level1 === undefined ? '产出指标' : spec.level1,
    level2: spec.level2 === undefined ? '数量指标' : spec.level2,
    name: spec.name,
    nameCell: { row, column: 2 },
    level1Cell: { row, column: 0 },
    level2Cell: { row, column: 1 },
    target: spec.target ?? quantity('≥10个', { op: '>=', value: 10, unit: '个' }),
    targetCell: { row, column: 3 },
    signCell: { row, column: 3 },
    direction: null,
    actual: spec.actual ?? quantity('10', { value: 10 }),
    actualCell: { row, column: 4 },
    weight: spec.weight === undefined ? null : number(row, 5, spec.weight),
    score: spec.filled === undefined ? null : number(row, 6, spec.filled),
    reviewScore: null,
    reason: spec.reason ?? '',
    reasonCell: { row, column: 7 },
    criteria: null,
    evidence: null,
    parent: spec.parent ?? null,
    errors: [],
  };
};

export const sourced = <T>(value: T, row: number, column = 1): Sourced<T> => ({
  value,
  cell: { row, column },
});

export const fundsRow = (
  row: number,
  label: string,
  cells: readonly CellValue[],
  isTotal = false,
): BudgetRow => {
  const at = (index: number) => {
    const raw = cells[index];
    return raw === undefined ? null : number(row, 2 + index, raw);
  };
  return {
    row,
    label,
    labelCell: { row, column: 1 },
    isTotal,
    initial: at(0),
    adjusted: at(1),
    received: null,
    carried: null,
    executed: at(2),
    weight: at(3),
    rate: at(4),
    score: at(5),
    reason: null,
  };
};

export const finding = (parts: Partial<Finding> = {}): Finding => ({
  check: 'score-not-computed',
  code: 'JX203',
  severity: 'warning',
  sheet: '附表',
  cell: parts.cell ?? { row: 13, column: 6 },
  cells: [parts.cell ?? { row: 13, column: 6 }],
  variant: 'plain',
  message: message('check.example.message', { expected: 9 }),
  fix: null,
  expected: 9,
  found: 10,
  points: 1,
  ...parts,
});

export function tableResult(
  specs: readonly RowSpec[],
  parts: Partial<TableResult> = {},
  tableParts: Partial<Table> = {},
): TableResult {
  const indicators = specs.map(indicator);
  const total = FIRST_ROW + specs.length;
  const head = (column: number, label: string) => ({
    column,
    header: { row: 11, column },
    label,
    confidence: 1,
  });
  const table: Table = {
    sheetId: 's1',
    sheet: '附表',
    range: { top: 0, left: 0, bottom: total, right: 7 },
    kind: 'target',
    scope: 'project',
    title: sourced('项目支出绩效自评表', 0, 0),
    year: sourced(2023, 0, 0),
    project: sourced('基层培训经费', 1),
    department: sourced('某市司法局', 2),
    unit: null,
    meta: [],
    goal: { expected: sourced('开展培训', 10), achieved: null },
    budget: {
      range: { top: 4, left: 0, bottom: 6, right: 7 },
      currency: '万元',
      headerRow: 4,
      rows: [
        fundsRow(5, '年度资金总额', [40, 43.2, 37.24, 10, 0.86, 9], true),
        fundsRow(6, '其中：本年财政拨款', [40, 43.2, 37.24]),
      ],
      headerCells: {},
    },
    header: { top: 11, bottom: 11 },
    columns: {
      reason: head(7, '偏差原因'),
      level1: head(0, '一级指标'),
      name: head(2, '三级指标'),
      score: head(6, '得分'),
      level3: head(2, '三级指标'),
    },
    countsToOne: false,
    groups: [],
    indicators,
    templateRows: [],
    nameOnly: [],
    decided: [],
    subtotals: [],
    total: {
      row: total,
      labelCell: { row: total, column: 0 },
      weight: number(total, 5, 100),
      score: number(total, 6, 96),
    },
    grade: null,
    notes: [],
    errors: [],
    evidence: [],
    confidence: 1,
    remarks: [],
    ...tableParts,
  };
  return {
    table,
    profile: PROFILE,
    budget: {
      rate: 0.862,
      weight: 10,
      score: 8.62,
      filledScore: 9,
      filledRate: 0.86,
      explanation: message('scoring.no-weight-column'),
    },
    rows: specs.map((spec) => ({
      method: spec.method ?? 'positive-ratio',
      achievement: spec.achievement === undefined ? 1 : spec.achievement,
      score: spec.computed === undefined ? null : spec.computed,
      status: spec.status ?? 'met',
      scoreRange: null,
      band: null,
      explanation: message('scoring.no-weight-column'),
    })),
    state: { kind: 'complete', weighted: specs.length + 1, scored: specs.length + 1 },
    totals: {
      weight: 100,
      score: 95.62,
      filledScore: 96,
      printedWeight: 100,
      printedScore: 96,
      grade: '优',
    },
    findings: [],
    ...parts,
  };
}

export const workbookResult = (
  tables: readonly TableResult[],
  findings: readonly Finding[] = [],
): WorkbookResult => ({ profile: PROFILE, offered: [], others: [], tables, findings });

/** The findings of a result as nobody has done anything about them. */
export const reviewed = ({ tables, findings }: WorkbookResult): ReviewedFinding[] => {
  const open = { status: 'open', reason: null, score: null, adoptable: null } as const;
  const rest = { ...open, asksReason: false };
  return [
    ...tables.flatMap(({ table: { indicators, project }, findings: own }, table) =>
      own.map((one) => {
        const row = indicators.find((indicator) => indicator.row === one.cell.row);
        return { ...one, ...rest, table, subject: row?.name ?? project?.value ?? '' };
      }),
    ),
    ...findings.map((one) => ({ ...one, ...rest, table: null, subject: '' })),
  ];
};
