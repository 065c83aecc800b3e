import {
  count,
  either,
  fitting,
  listOf,
  number,
  only,
  openRecord,
  optional,
  orNull,
  text,
  type Shape,
} from '../model/decode';
import type { BudgetJson, BudgetRowJson } from './budget-json';
import type { FailedFileJson } from './failed-file-json';
import type { FindingJson, IndicatorJson, TableJson } from './result-json';

/** Of the result of a file, what a line per project is made of. A `FileJson` is one. */
export interface SummaryFile {
  readonly path: string;
  readonly tables: readonly SummaryTable[];
}

export interface SummaryTable extends Pick<
  TableJson,
  'sheet' | 'year' | 'project' | 'department' | 'unit'
> {
  readonly budget:
    | (Pick<BudgetJson, 'currency' | 'rate'> & {
        readonly rows: readonly Pick<
          BudgetRowJson,
          'initial' | 'adjusted' | 'executed' | 'total'
        >[];
      })
    | null;
  readonly indicators: readonly Pick<IndicatorJson, 'name' | 'status' | 'part'>[];
  readonly totals: Pick<
    TableJson['totals'],
    'weight' | 'score' | 'filledScore' | 'printedScore' | 'grade'
  >;
  readonly state: Pick<TableJson['state'], 'kind'>;
  readonly findings: readonly Pick<FindingJson, 'severity' | 'status'>[];
}

const amount = orNull(number());
const said = orNull(text());

const TABLE: Shape<SummaryTable> = openRecord<SummaryTable>({
  sheet: text(),
  year: amount,
  project: said,
  department: said,
  unit: said,
  budget: orNull(
    openRecord<NonNullable<SummaryTable['budget']>>({
      currency: orNull(only('万元', '元')),
      rate: amount,
      rows: listOf(
        openRecord<NonNullable<SummaryTable['budget']>['rows'][number]>({
          initial: amount,
          adjusted: amount,
          executed: amount,
          total: optional(only(true)),
        }),
      ),
    }),
  ),
  indicators: listOf(
    openRecord<SummaryTable['indicators'][number]>({
      name: text(),
      status: only('met', 'unmet', 'over', 'judged', 'unscored'),
      part: optional(only(true)),
    }),
  ),
  totals: openRecord<SummaryTable['totals']>({
    weight: amount,
    score: amount,
    filledScore: amount,
    printedScore: amount,
    grade: said,
  }),
  state: openRecord<SummaryTable['state']>({ kind: only('blank', 'incomplete', 'complete') }),
  findings: listOf(
    openRecord<SummaryTable['findings'][number]>({
      severity: only('error', 'warning', 'info'),
      status: only('open', 'filled', 'adopted', 'waived'),
    }),
  ),
});

interface DoneFile extends SummaryFile {
  readonly ok: true;
}

/** The last line of a run that came to its end. */
export interface RunEnd {
  readonly done: number;
  readonly failed: number;
}

const LINE = either<[DoneFile, FailedFileJson, RunEnd]>(
  openRecord<DoneFile>({ path: text(), ok: only(true), tables: listOf(TABLE) }),
  openRecord<FailedFileJson>({
    path: text(),
    ok: only(false),
    error: openRecord<FailedFileJson['error']>({ code: text(), message: text(), hint: text() }),
  }),
  openRecord<RunEnd>({ done: count, failed: count }),
);

/** A line that `--ndjson` wrote; null for anything else. */
export const resultLine = (value: unknown): DoneFile | FailedFileJson | RunEnd | null =>
  fitting(LINE, value);
