import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useMemo } from 'react';
import { toldOf } from '../../model/failure';
import type { ReportFinding } from '../../report/text/report-finding';
import { countsOf, type CheckedReport } from '../../report/text/verified-lines';
import { verifyAgainst, type VerifiedAgainst } from '../../report/text/verify-report';
import { CellLink } from '../controls';
import { usePaneTools } from '../pane-context';
import { usePaneStyles } from '../styles';
import { readKeptReports } from './kept-reports';
import { pairsOf, type Pair } from './pairs';
import type { OneOfMany } from './report-desk';
import { formatOf } from './report-file';
import type { FaceProps } from './report-tab';
import { useReportSpeaker } from './report-texts';
import { SaveBar } from './save-bar';
import { useTableStyles } from './table-styles';
import { reasonIn } from './use-waivers';

const useStyles = makeStyles({
  counts: { width: '21%' },
});

/** A report of the list, with what was found in it once it is read. */
interface Line {
  readonly one: OneOfMany;
  readonly pairs: readonly Pair[];
  readonly verified: VerifiedAgainst | null;
}

function useLines({ reports, tables }: FaceProps): readonly Line[] {
  const { many, others } = reports;
  return useMemo(
    () =>
      many.map((one): Line => {
        if (one.checking.kind !== 'read') return { one, pairs: [], verified: null };
        const { report, name } = one.checking;
        const pairs = pairsOf(report, tables, others, false);
        const held = pairs.map(({ table }) => table);
        return { one, pairs, verified: verifyAgainst(report, held, formatOf(name)) };
      }),
    [many, others, tables],
  );
}

/** Reports that are checked together, a line each: what it is held against, what was found, a way in. */
export function ManyReports(props: FaceProps) {
  const { desk } = props;
  const { say } = useReportSpeaker();
  const styles = usePaneStyles();
  const own = { ...useTableStyles(), ...useStyles() };
  const lines = useLines(props);
  const head = mergeClasses(own.cell, own.head);
  const open = ({ one: { chosen, checking }, pairs }: Line): void => {
    const [only, ...more] = pairs;
    if (only?.book && more.length === 0) only.book.check(chosen);
    else if (checking.kind === 'read') desk.change({ checking, table: null });
  };
  return (
    <section className={styles.section} aria-labelledby="report-many">
      <h3 className={styles.subheading} id="report-many">
        {say('many', { count: lines.length })}
      </h3>
      <table className={own.table} aria-labelledby="report-many">
        <thead>
          <tr>
            <th scope="col" className={head}>
              {say('many.report')}
            </th>
            <th scope="col" className={mergeClasses(head, own.counts)}>
              {say('many.findings')}
            </th>
            <th scope="col" className={mergeClasses(head, own.counts)}>
              {say('many.facts')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <ReportLine key={index} line={line} onOpen={() => open(line)} />
          ))}
        </tbody>
      </table>
      <SaveAll lines={lines} />
    </section>
  );
}

interface LineProps {
  readonly line: Line;
  readonly onOpen: () => void;
}

function ReportLine({ line: { one, pairs, verified }, onOpen }: LineProps) {
  const { say, tell } = useReportSpeaker();
  const styles = usePaneStyles();
  const own = useTableStyles();
  const { name, ...checking } = one.checking;
  const of = (wanted: ReportFinding['severity']): number =>
    verified?.findings.filter(({ severity }) => severity === wanted).length ?? 0;
  const counts = countsOf(verified?.held.flatMap(({ comparisons }) => comparisons) ?? []);
  return (
    <tr>
      <th scope="row" className={own.cell}>
        {verified ? <CellLink onClick={onOpen}>{name}</CellLink> : name}
        {verified && <Against pairs={pairs} />}
        {checking.kind === 'reading' && <p className={styles.quiet}>{say('verify.reading')}</p>}
        {checking.kind === 'failed' && (
          <p className={styles.text}>
            {tell(toldOf(checking.failure).message)} {tell(toldOf(checking.failure).hint)}
          </p>
        )}
      </th>
      <td className={own.cell}>
        {verified &&
          say('many.counts', { error: of('error'), warning: of('warning'), info: of('info') })}
      </td>
      <td className={own.cell}>{pairs.length > 0 && say('many.compared', counts)}</td>
    </tr>
  );
}

/** What a report of the list is held against. */
function Against({ pairs }: Pick<Line, 'pairs'>) {
  const { say } = useReportSpeaker();
  const { surroundings } = usePaneTools();
  const styles = usePaneStyles();
  const names = pairs.map(({ table, book }) =>
    say('many.table', {
      document: book?.name ?? surroundings.documentName,
      sheet: table.table.sheet,
    }),
  );
  return (
    <p className={styles.quiet}>
      {names.length === 0 ? say('many.unpaired') : say('many.with', { tables: names })}
    </p>
  );
}

/** 核对报告 of all of them, in one document, once all are read. */
function SaveAll({ lines }: { readonly lines: readonly Line[] }) {
  const { say, tell } = useReportSpeaker();
  const { surroundings } = usePaneTools();
  if (lines.some(({ one }) => one.checking.kind === 'reading')) return null;
  const kept = readKeptReports(surroundings.reports?.read() ?? null);
  const documents = lines.map(({ one: { checking }, verified }): CheckedReport => ({
    name: checking.name,
    refused: checking.kind === 'failed' ? tell(toldOf(checking.failure).message) : null,
    findings: verified?.findings ?? [],
    held: verified?.held ?? [],
    layout: checking.kind === 'read' ? checking.layout : null,
    reasonOf: (finding) => reasonIn(kept, checking.name, finding),
  }));
  const called = say('many.file', { count: lines.length });
  return <SaveBar documents={documents} called={called} commented={null} />;
}
