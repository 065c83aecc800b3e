import { render, type Texts } from '../texts/catalogue';
import type { FindingSeverity, FindingStatus, ReviewedFinding } from '../model/finding';
import { cellName, columnName, rangeName } from '../model/grid';
import type { Comparison, Quantity, QuantityKind } from '../model/quantity';
import type {
  RowScore,
  ScoreStatus,
  ScoringMethod,
  TableResult,
  WorkbookResult,
} from '../model/score';
import type {
  ColumnRole,
  Columns,
  Indicator,
  OtherKind,
  Sourced,
  TableKind,
  TableScope,
} from '../model/table';
import { CHINESE, type ResultKey } from './chinese';
import { budgetJson, numberOf, type BudgetJson } from './budget-json';
import type { FailedFileJson } from './failed-file-json';
import { whyJson, type WhyJson } from './why-json';

export type WorkbookFormat = 'xlsx' | 'xlsm' | 'xls' | 'et';

export interface QuantityJson {
  readonly text: string;
  readonly kind: QuantityKind;
  readonly op: Comparison | null;
  readonly value: number | null;
  readonly unit: string | null;
}

export interface IndicatorJson {
  /** 1-based, as the program shows it. */
  readonly row: number;
  readonly level1: string | null;
  readonly level2: string | null;
  readonly name: string;
  readonly target: QuantityJson;
  readonly actual: QuantityJson;
  readonly weight: number | null;
  readonly filledScore: number | null;
  readonly achievement: number | null;
  readonly score: number | null;
  /** Where two readings of a 评分标准 are right, with `score: null`. */
  readonly scoreRange?: readonly [low: number, high: number];
  /** It is a part (其中) of the indicator above, and counts with that one. */
  readonly part?: true;
  readonly method: ScoringMethod;
  readonly status: ScoreStatus;
  readonly explanation: string;
}

export interface FindingJson {
  readonly rule: string;
  readonly code: string;
  readonly severity: FindingSeverity;
  /** The first of `cells`. */
  readonly cell: string;
  /** Every cell it speaks of, in reading order. */
  readonly cells: readonly string[];
  readonly message: string;
  readonly expected: string | number | null;
  readonly found: string | number | null;
  readonly fix: string | null;
  /** Points at stake; null where there are none. */
  readonly points: number | null;
  /** Of a workbook as a whole: the sheet of the cell. */
  readonly sheet?: string;
  readonly status: FindingStatus;
  /** Why a person set it aside; only where `waived`. */
  readonly reason?: string;
}

/** A cell that was put right. */
export interface ChangeJson {
  readonly sheet: string;
  readonly cell: string;
  readonly rule: string;
  /** What stood there; null: nothing. */
  readonly before: string | number | null;
  readonly after: string | number | null;
  /** The formula that was written, without `=`; `after` is its result. */
  readonly formula?: string;
}

export interface TableJson {
  readonly sheet: string;
  readonly range: string;
  readonly kind: TableKind;
  readonly scope: TableScope;
  readonly title: string | null;
  readonly year: number | null;
  readonly project: string | null;
  readonly department: string | null;
  readonly unit: string | null;
  readonly columns: Readonly<Partial<Record<ColumnRole, string>>>;
  readonly budget: BudgetJson | null;
  readonly indicators: readonly IndicatorJson[];
  readonly totals: TableResult['totals'];
  /** How far it has been filled in by a person. */
  readonly state: TableResult['state'];
  readonly why: WhyJson;
  readonly findings: readonly FindingJson[];
}

export interface OtherJson {
  readonly sheet: string;
  readonly range: string;
  readonly what: OtherKind;
}

export interface FileJson {
  readonly path: string;
  readonly ok: true;
  readonly format: WorkbookFormat;
  readonly profile: { readonly id: string; readonly title: string };
  readonly outputs: { readonly workbook: string | null };
  readonly tables: readonly TableJson[];
  /** Tables that are no self-evaluation: never marked or scored. */
  readonly others: readonly OtherJson[];
  /** Of the workbook as a whole; each also names its sheet. */
  readonly findings: readonly FindingJson[];
  /** What was put right; only of `fix`, all else is then told as it stands afterwards. */
  readonly changes?: readonly ChangeJson[];
}

export interface DocumentJson {
  readonly version: 1;
  readonly engine: string;
  readonly files: readonly (FileJson | FailedFileJson)[];
}

/** The contract's ten roles first and in its order, then the further ones a form may have. */
const COLUMN_ORDER: readonly ColumnRole[] = [
  'level1',
  'level2',
  'name',
  'sign',
  'target',
  'unit',
  'actual',
  'weight',
  'score',
  'reason',
  'serial',
  'level1Weight',
  'level2Weight',
  'level3',
  'criteria',
  'evidence',
  'reviewScore',
];

const valueOf = <T>(fact: Sourced<T> | null): T | null => (fact ? fact.value : null);

function columnsJson(columns: Columns): TableJson['columns'] {
  const letters: Partial<Record<ColumnRole, string>> = {};
  for (const role of COLUMN_ORDER) {
    const column = columns[role];
    if (column) letters[role] = columnName(column.column);
  }
  return letters;
}

const quantityJson = ({ text, kind, op, value, unit }: Quantity): QuantityJson => ({
  text,
  kind,
  op,
  value,
  unit,
});

function indicatorJson(indicator: Indicator, row: RowScore, texts: Texts): IndicatorJson {
  return {
    row: indicator.row + 1,
    level1: indicator.level1,
    level2: indicator.level2,
    name: indicator.name,
    target: quantityJson(indicator.target),
    actual: quantityJson(indicator.actual),
    weight: numberOf(indicator.weight),
    filledScore: numberOf(indicator.score),
    achievement: row.achievement,
    score: row.score,
    ...(row.scoreRange === null ? {} : { scoreRange: row.scoreRange }),
    ...(indicator.parent === null ? {} : { part: true }),
    method: row.method,
    status: row.status,
    explanation: render(row.explanation, texts),
  };
}

const findingJson = (finding: ReviewedFinding, texts: Texts): FindingJson => ({
  rule: finding.check,
  code: finding.code,
  severity: finding.severity,
  cell: cellName(finding.cell),
  cells: finding.cells.map(cellName),
  message: render(finding.message, texts),
  expected: finding.expected,
  found: finding.found,
  fix: finding.fix ? render(finding.fix, texts) : null,
  points: finding.points,
  ...(finding.table === null ? { sheet: finding.sheet } : {}),
  status: finding.status,
  ...(finding.reason === null ? {} : { reason: finding.reason }),
});

function tableJson(
  result: TableResult,
  findings: readonly ReviewedFinding[],
  texts: Texts,
): TableJson {
  const { table, totals, state } = result;
  const indicators: IndicatorJson[] = [];
  table.indicators.forEach((indicator, index) => {
    const row = result.rows[index];
    if (row) indicators.push(indicatorJson(indicator, row, texts));
  });
  return {
    sheet: table.sheet,
    range: rangeName(table.range),
    kind: table.kind,
    scope: table.scope,
    title: valueOf(table.title),
    year: valueOf(table.year),
    project: valueOf(table.project),
    department: valueOf(table.department),
    unit: valueOf(table.unit),
    columns: columnsJson(table.columns),
    budget: budgetJson(result),
    indicators,
    totals: {
      weight: totals.weight,
      score: totals.score,
      filledScore: totals.filledScore,
      printedWeight: totals.printedWeight,
      printedScore: totals.printedScore,
      grade: totals.grade,
    },
    state: { kind: state.kind, weighted: state.weighted, scored: state.scored },
    why: whyJson(table, COLUMN_ORDER),
    findings: findings.map((finding) => findingJson(finding, texts)),
  };
}

/**
 * One scored file as the command line prints it; plain data, fields in a fixed order.
 * @param reviewed what became of each finding of the result
 */
export function fileJson(
  path: string,
  format: WorkbookFormat,
  result: WorkbookResult,
  reviewed: readonly ReviewedFinding[],
  outputs: FileJson['outputs'],
  texts: Texts<ResultKey> = CHINESE,
): FileJson {
  return {
    path,
    ok: true,
    format,
    profile: { id: result.profile.id, title: result.profile.title },
    outputs: { workbook: outputs.workbook },
    tables: result.tables.map((table, index) =>
      tableJson(
        table,
        reviewed.filter((finding) => finding.table === index),
        texts,
      ),
    ),
    others: result.others.map(({ what, table }) => ({
      sheet: table.sheet,
      range: rangeName(table.range),
      what,
    })),
    findings: reviewed
      .filter(({ table }) => table === null)
      .map((finding) => findingJson(finding, texts)),
  };
}

/** The one JSON document of a run. `engine` is the package's version. */
export function documentJson(
  engine: string,
  files: readonly (FileJson | FailedFileJson)[],
): DocumentJson {
  return { version: 1, engine, files };
}
