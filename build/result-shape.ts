import {
  count,
  either,
  flag,
  listOf,
  mapOf,
  number,
  only,
  optional,
  orNull,
  record,
  row,
  text,
  type Shape,
} from '../src/model/decode';
import type {
  ChangeJson,
  DocumentJson,
  FileJson,
  FindingJson,
  IndicatorJson,
  OtherJson,
  QuantityJson,
  TableJson,
} from '../src/report/result-json';
import type { FailedFileJson } from '../src/report/failed-file-json';
import type { BudgetJson, BudgetRowJson } from '../src/report/budget-json';
import type { GroupJson, ProjectFindingJson, SummaryJson } from '../src/report/summary-json';
import type { ProjectRow } from '../src/report/cross-project';
import type { WhyJson } from '../src/report/why-json';

/** One of the words of a type, all of which must be given. */
const wordOf = <T extends string>(words: Readonly<Record<T, true>>): Shape<T> =>
  only(...(Object.keys(words) as T[]));

const amount = orNull(number({ finite: true }));
const said = orNull(text());
const worth = orNull(either<[string, number]>(text(), number({ finite: true })));
const CELL = text({ pattern: /^[A-Z]{1,3}[1-9]\d*$/ });

const QUANTITY = record<QuantityJson>({
  text: text(),
  kind: wordOf({
    number: true,
    percent: true,
    date: true,
    range: true,
    qualitative: true,
    none: true,
  }),
  op: orNull(wordOf({ '>=': true, '<=': true, '>': true, '<': true, '=': true, range: true })),
  value: amount,
  unit: said,
});

const INDICATOR = record<IndicatorJson>({
  row: count,
  level1: said,
  level2: said,
  name: text(),
  target: QUANTITY,
  actual: QUANTITY,
  weight: amount,
  filledScore: amount,
  achievement: amount,
  score: amount,
  scoreRange: optional(row(number(), number())),
  part: optional(only(true)),
  method: wordOf({
    'positive-ratio': true,
    'reverse-ratio': true,
    'reverse-linear': true,
    'reverse-zero': true,
    equal: true,
    range: true,
    deadline: true,
    'qualitative-band': true,
    rubric: true,
    none: true,
  }),
  status: wordOf({ met: true, unmet: true, over: true, judged: true, unscored: true }),
  explanation: text(),
});

const BUDGET_ROW = record<BudgetRowJson>({
  label: text(),
  row: count,
  initial: amount,
  adjusted: amount,
  executed: amount,
  rate: amount,
  weight: amount,
  score: amount,
  total: optional(only(true)),
});

const BUDGET = record<BudgetJson>({
  currency: orNull(wordOf({ 万元: true, 元: true })),
  rows: listOf(BUDGET_ROW),
  rate: amount,
  score: amount,
  filledScore: amount,
  weight: amount,
});

const FINDING = record<FindingJson>({
  rule: text(),
  code: text({ pattern: /^JX\d{3}$/ }),
  severity: wordOf({ error: true, warning: true, info: true }),
  cell: CELL,
  cells: listOf(CELL),
  message: text(),
  expected: worth,
  found: worth,
  fix: said,
  points: amount,
  sheet: optional(text()),
  status: wordOf({ open: true, filled: true, adopted: true, waived: true }),
  reason: optional(text()),
});

const COLUMN_WHY = record<NonNullable<WhyJson['columns']['name']>>({
  head: text(),
  by: wordOf({
    head: true,
    'adds-up': true,
    'never-above': true,
    measured: true,
    'like-target': true,
    sentences: true,
    distinct: true,
  }),
  confidence: number({ finite: true }),
});

const WHY = record<WhyJson>({
  kind: listOf(
    record<WhyJson['kind'][number]>({
      what: wordOf({ self: true, target: true, monitor: true, 'other-score': true }),
      points: number({ finite: true }),
      seen: text(),
    }),
  ),
  columns: mapOf(COLUMN_WHY),
  rows: record<WhyJson['rows']>({
    indicators: count,
    parts: count,
    levels: count,
    subtotals: count,
    templates: count,
    total: flag,
    decided: listOf(
      record<WhyJson['rows']['decided'][number]>({
        row: number({ finite: true }),
        as: wordOf({ total: true, subtotal: true, level: true }),
        by: listOf(
          wordOf({ words: true, marked: true, bare: true, 'adds-up': true, 'below-total': true }),
        ),
        confidence: number({ finite: true }),
      }),
    ),
  }),
});

const TABLE = record<TableJson>({
  sheet: text(),
  range: text({ pattern: /^[A-Z]+\d+(:[A-Z]+\d+)?$/ }),
  kind: wordOf({ target: true, rubric: true }),
  scope: wordOf({ project: true, unit: true, transfer: true }),
  title: said,
  year: amount,
  project: said,
  department: said,
  unit: said,
  columns: mapOf(text({ pattern: /^[A-Z]{1,3}$/ })),
  budget: orNull(BUDGET),
  indicators: listOf(INDICATOR),
  totals: record<TableJson['totals']>({
    weight: amount,
    score: amount,
    filledScore: amount,
    printedWeight: amount,
    printedScore: amount,
    grade: said,
  }),
  state: record<TableJson['state']>({
    kind: wordOf({ blank: true, incomplete: true, complete: true }),
    weighted: number({ finite: true }),
    scored: number({ finite: true }),
  }),
  why: WHY,
  findings: listOf(FINDING),
});

const OTHER = record<OtherJson>({
  sheet: text(),
  range: text({ pattern: /^[A-Z]{1,3}[1-9]\d*(:[A-Z]{1,3}[1-9]\d*)?$/ }),
  what: wordOf({ target: true, monitor: true, 'other-score': true }),
});

const CHANGE = record<ChangeJson>({
  sheet: text(),
  cell: CELL,
  rule: text(),
  before: worth,
  after: worth,
  formula: optional(text()),
});

const FILE = record<FileJson>({
  path: text(),
  ok: only(true),
  format: wordOf({ xlsx: true, xlsm: true, xls: true, et: true }),
  profile: record<FileJson['profile']>({ id: text(), title: text() }),
  outputs: record<FileJson['outputs']>({ workbook: said }),
  tables: listOf(TABLE),
  others: listOf(OTHER),
  findings: listOf(FINDING),
  changes: optional(listOf(CHANGE)),
});

const FAILED_FILE = record<FailedFileJson>({
  path: text(),
  ok: only(false),
  error: record<FailedFileJson['error']>({ code: text(), message: text(), hint: text() }),
});

/** The one JSON document of `score --json` and `check --format json`, field by field. */
export const RESULT = record<DocumentJson>({
  version: only(1),
  engine: text(),
  files: listOf(either<[FileJson, FailedFileJson]>(FILE, FAILED_FILE)),
});

const PROJECT = record<ProjectRow>({
  number: orNull(count),
  path: text(),
  sheet: text(),
  year: amount,
  project: said,
  department: said,
  unit: said,
  currency: orNull(wordOf({ 万元: true, 元: true })),
  initial: amount,
  adjusted: amount,
  executed: amount,
  rate: amount,
  indicators: count,
  met: count,
  unmet: count,
  weight: amount,
  filledScore: amount,
  score: amount,
  difference: amount,
  grade: said,
  deviations: listOf(text()),
  errors: count,
  warnings: count,
});

const GROUP = record<GroupJson>({
  name: said,
  projects: count,
  currency: orNull(wordOf({ 万元: true, 元: true })),
  initial: amount,
  adjusted: amount,
  executed: amount,
  rate: amount,
  indicators: count,
  met: count,
  unmet: count,
  errors: count,
  warnings: count,
});

const PROJECT_FINDING = record<ProjectFindingJson>({
  rule: text(),
  code: text({ pattern: /^JX\d{3}$/ }),
  severity: wordOf({ error: true, warning: true, info: true }),
  path: text(),
  sheet: text(),
  cell: CELL,
  places: listOf(
    record<ProjectFindingJson['places'][number]>({ path: text(), sheet: text(), cell: CELL }),
  ),
  message: text(),
  expected: worth,
  found: worth,
  fix: said,
});

/** The one JSON document of `summary --json`. */
export const SUMMARY = record<SummaryJson>({
  version: only(1),
  engine: text(),
  group: wordOf({ none: true, department: true, folder: true }),
  projects: listOf(PROJECT),
  groups: listOf(GROUP),
  findings: listOf(PROJECT_FINDING),
  failed: listOf(FAILED_FILE),
});
