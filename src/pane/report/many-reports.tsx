import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { standingTables } from '../../engine/plan';
import { isFailure, toldOf } from '../../model/failure';
import type { TableResult } from '../../model/score';
import { chooseTable } from '../../report/text/against/choose-table';
import type { ReportText } from '../../report/text/read-report';
import { countsOf } from '../../report/text/verified-lines';
import { verifyReport } from '../../report/text/verify-report';
import { usePaneTools } from '../pane-context';
import { usePaneStyles } from '../styles';
import { placeOf, type OneOfMany, type OtherBook, type WorkbookRead } from './report-desk';
import { formatOf } from './report-file';
import type { FaceProps } from './report-tab';
import { useReportSpeaker } from './report-texts';

/** A table that a report is about; `book` null: of the workbook in front. */
interface Pair {
  readonly table: TableResult;
  readonly book: OtherBook | null;
}

const tablesRead = new WeakMap<WorkbookRead, readonly TableResult[]>();

/** Once for each reading of a workbook: every line asks. */
function tablesOf({ workbook }: OtherBook): readonly TableResult[] {
  const known = tablesRead.get(workbook);
  if (known) return known;
  const tables = standingTables(workbook.snapshot, workbook.result, workbook.options);
  tablesRead.set(workbook, tables);
  return tables;
}

/** The table of the project that a report names, in whichever open workbook; null for none or several. */
export function pairOf(
  report: ReportText,
  tables: readonly TableResult[],
  others: readonly OtherBook[],
): Pair | null {
  const all = [
    ...tables.map((table): Pair => ({ table, book: null })),
    ...others.flatMap((book) => tablesOf(book).map((table): Pair => ({ table, book }))),
  ];
  try {
    const chosen = chooseTable(
      report,
      all.map(({ table }) => table),
      null,
    );
    return all.find(({ table }) => table === chosen) ?? null;
  } catch (reason) {
    if (isFailure(reason)) return null;
    throw reason;
  }
}

/** Reports that are checked together, a line each: what it is held against, what was found, a way in. */
export function ManyReports({ desk, reports, tables }: FaceProps) {
  const { say } = useReportSpeaker();
  const styles = usePaneStyles();
  const { many, others } = reports;
  return (
    <section className={styles.section} aria-labelledby="report-many">
      <h3 className={styles.subheading} id="report-many">
        {say('many', { count: many.length })}
      </h3>
      <ul className={styles.list}>
        {many.map((one, index) => (
          <ReportLine key={index} {...{ one, tables, desk }} others={others()} />
        ))}
      </ul>
    </section>
  );
}

interface LineProps extends Pick<FaceProps, 'desk' | 'tables'> {
  readonly one: OneOfMany;
  readonly others: readonly OtherBook[];
}

function ReportLine({ one, tables, others, desk }: LineProps) {
  const { say, tell } = useReportSpeaker();
  const styles = usePaneStyles();
  const { checking, chosen } = one;
  return (
    <li className={styles.card}>
      <p className={styles.text}>
        <strong>{chosen.name}</strong>
      </p>
      {checking.kind === 'reading' && <p className={styles.quiet}>{say('verify.reading')}</p>}
      {checking.kind === 'failed' && (
        <p className={styles.text}>
          {tell(toldOf(checking.failure).message)} {tell(toldOf(checking.failure).hint)}
        </p>
      )}
      {checking.kind === 'read' && <ReadLine {...{ tables, others, desk, chosen, checking }} />}
    </li>
  );
}

interface ReadProps extends Omit<LineProps, 'one'>, Pick<OneOfMany, 'chosen'> {
  readonly checking: OneOfMany['checking'] & { readonly kind: 'read' };
}

function ReadLine({ tables, others, desk, chosen, checking }: ReadProps) {
  const { say } = useReportSpeaker();
  const { surroundings } = usePaneTools();
  const styles = usePaneStyles();
  const { report, name } = checking;
  const pair = pairOf(report, tables, others);
  const table = pair?.table ?? null;
  const { findings, comparisons } = useMemo(
    () => verifyReport(report, table, formatOf(name)),
    [report, table, name],
  );
  const of = (wanted: string): number =>
    findings.filter(({ severity }) => severity === wanted).length;
  const open = (): void => {
    if (pair?.book) pair.book.check(chosen);
    else desk.change({ checking, table: table && placeOf(table) });
  };
  return (
    <>
      <p className={styles.text}>
        {pair
          ? say('many.with', {
              document: pair.book?.name ?? surroundings.documentName,
              sheet: pair.table.table.sheet,
            })
          : say('many.unpaired')}
      </p>
      <p className={styles.text}>
        {say('many.counts', { error: of('error'), warning: of('warning'), info: of('info') })}
        {pair && ` ${say('facts.counts', countsOf(comparisons))}`}
      </p>
      <div className={styles.row}>
        <Button size="small" aria-label={say('many.open.named', { name })} onClick={open}>
          {say('many.open')}
        </Button>
      </div>
    </>
  );
}
