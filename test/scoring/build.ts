import type { CellValue } from '../../src/model/snapshot';
import type { Budget, BudgetRow, Indicator, NumberCell, Table } from '../../src/model/table';
import { joinQuantity } from '../../src/quantity/join-quantity';
import { readQuantity } from '../../src/quantity/read-quantity';

const cell = { row: 0, column: 0 };

export const numberCell = (value: number | null): NumberCell => ({
  cell,
  raw: value,
  value,
  asText: false,
  formula: null,
});

export interface Row {
  readonly target?: CellValue;
  readonly targetFormat?: string;
  readonly actual?: CellValue;
  readonly actualFormat?: string;
  readonly sign?: string;
  readonly unit?: string;
  readonly weight?: number | null;
  readonly score?: number | null;
  readonly name?: string;
  readonly level2?: string;
  readonly direction?: 'positive' | 'reverse';
  readonly reason?: string | null;
}

export function indicator(row: Row): Indicator {
  const read = readQuantity(row.target ?? null, row.targetFormat ?? null, { role: 'target' });
  const weight = row.weight === undefined ? 10 : row.weight;
  return {
    row: 0,
    group: null,
    level1: '产出指标',
    level2: row.level2 ?? '数量指标',
    name: row.name ?? '完成数量',
    nameCell: cell,
    level1Cell: null,
    level2Cell: null,
    target: joinQuantity(row.sign ?? null, read, row.unit ?? null),
    targetCell: cell,
    signCell: null,
    direction: row.direction ?? null,
    actual: readQuantity(row.actual ?? null, row.actualFormat ?? null),
    actualCell: cell,
    weight: weight === null ? null : numberCell(weight),
    score: row.score === undefined ? null : numberCell(row.score),
    reviewScore: null,
    reason: row.reason ?? null,
    reasonCell: null,
    criteria: null,
    evidence: null,
    parent: null,
    errors: [],
  };
}

export interface Funds {
  readonly initial?: number | null;
  readonly adjusted?: number | null;
  readonly received?: number | null;
  readonly carried?: number | null;
  readonly executed?: number | null;
  readonly rate?: number | null;
  readonly weight?: number | null;
  readonly score?: number | null;
  readonly isTotal?: boolean;
}

export function budget(...rows: readonly Funds[]): Budget {
  const optional = (value: number | null | undefined): NumberCell | null =>
    value === undefined ? null : numberCell(value);
  return {
    range: { top: 0, left: 0, bottom: rows.length, right: 6 },
    currency: '万元',
    headerRow: 0,
    headerCells: {},
    rows: rows.map((row, index): BudgetRow => ({
      row: index + 1,
      label: index === 0 ? '年度资金总额' : '其中',
      labelCell: cell,
      isTotal: row.isTotal ?? index === 0,
      initial: optional(row.initial),
      adjusted: optional(row.adjusted),
      received: optional(row.received),
      carried: optional(row.carried),
      executed: optional(row.executed),
      rate: optional(row.rate),
      weight: optional(row.weight),
      score: optional(row.score),
      reason: null,
    })),
  };
}

export interface Form {
  readonly kind?: 'target' | 'rubric';
  readonly rows: readonly Row[];
  readonly budget?: Budget;
  readonly total?: { readonly weight: number | null; readonly score: number | null };
  readonly year?: number;
}

export function table(form: Form): Table {
  const column = { column: 5, header: cell, label: '分值', confidence: 1 };
  return {
    sheetId: 's1',
    sheet: '附表',
    range: { top: 0, left: 0, bottom: 30, right: 9 },
    kind: form.kind ?? 'target',
    scope: 'project',
    title: null,
    year: form.year === undefined ? null : { value: form.year, cell },
    project: null,
    department: null,
    unit: null,
    meta: [],
    goal: { expected: null, achieved: null },
    budget: form.budget ?? null,
    header: { top: 10, bottom: 10 },
    columns: form.rows.some((row) => row.weight !== null) ? { weight: column } : {},
    countsToOne: false,
    groups: [],
    indicators: form.rows.map(indicator),
    templateRows: [],
    nameOnly: [],
    decided: [],
    subtotals: [],
    total: form.total
      ? {
          row: 30,
          labelCell: cell,
          weight: numberCell(form.total.weight),
          score: numberCell(form.total.score),
        }
      : null,
    grade: null,
    notes: [],
    errors: [],
    evidence: [],
    confidence: 1,
    remarks: [],
  };
}
