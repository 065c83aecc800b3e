import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { Print20Regular } from '@fluentui/react-icons';
import { plannedSheet } from '../../../engine/plan';
import { speaker } from '../../../texts/catalogue';
import type { SheetCell } from '../../../model/patch';
import type { Workbook } from '../../../pane/session-state';
import { usePaneStyles } from '../../../pane/styles';
import { useDesk } from '../books/desk-context';
import { useWorkbenchSpeaker } from '../frame/speaker';

const INK = '#1b1b1b';
const LINE = '#8a8a8a';

const useStyles = makeStyles({
  view: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    padding: '16px',
    '@media print': { padding: 0, overflow: 'visible' },
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    alignItems: 'center',
    maxWidth: '1180px',
    margin: '0 auto 16px',
    '@media print': { display: 'none' },
  },
  paper: {
    boxSizing: 'border-box',
    maxWidth: '1180px',
    margin: '0 auto',
    padding: '32px',
    backgroundColor: '#ffffff',
    color: INK,
    boxShadow: '0 2px 8px rgba(0, 0, 0, 0.25)',
    overflowX: 'auto',
    '@media print': { maxWidth: 'none', padding: 0, boxShadow: 'none', overflowX: 'visible' },
    '@media (max-width: 600px)': { padding: '12px' },
  },
  title: { margin: '0 0 4px', fontSize: '20px', textAlign: 'center' },
  about: { margin: '0 0 12px', fontSize: '12px', textAlign: 'center' },
  table: {
    width: '100%',
    minWidth: '900px',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: '11px',
    lineHeight: '1.45',
    '@media print': { minWidth: 0, fontSize: '8.5pt' },
  },
  head: { display: 'table-header-group' },
  row: { breakInside: 'avoid' },
  cell: {
    padding: '3px 5px',
    border: `1px solid ${LINE}`,
    textAlign: 'left',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  whole: { overflowWrap: 'normal', wordBreak: 'keep-all', whiteSpace: 'nowrap' },
});

const HEADING_ROWS = 2;
/** Number, severity, code and cell are never broken; on paper they need this much room at least. */
const WHOLE: ReadonlyMap<number, number> = new Map([
  [0, 8],
  [1, 11],
  [2, 14],
  [4, 14],
]);

interface PrintProps {
  readonly name: string;
  readonly workbook: Workbook;
}

const textOf = (cell: SheetCell | null | undefined): string => {
  const value = cell?.value ?? null;
  return value === null || typeof value === 'object' ? '' : String(value);
};

/** 核查清单 as a document for paper: what the sheet of that name says. */
export function PrintFindings({ name, workbook }: PrintProps) {
  const { say, texts } = useWorkbenchSpeaker();
  const own = useStyles();
  const { snapshot, result, options } = workbook;
  const sheet = plannedSheet('findings', snapshot, result, options, texts, 'now');
  const { rows, widths } = sheet ?? { rows: [], widths: [] };
  const checked = result.tables.length > 0;
  const counts = rows[1];
  const date = new Date().toLocaleDateString(texts.language, { dateStyle: 'long' });
  return (
    <main className={own.view}>
      <PrintBar />
      <article className={own.paper} aria-labelledby="print-heading" tabIndex={0}>
        <h2 className={own.title} id="print-heading">
          {speaker('report', texts)('findings.title')}
        </h2>
        <p className={own.about}>{say('print.about', { name, date })}</p>
        <p className={own.about}>{checked ? textOf(counts?.[0]) : say('print.none')}</p>
        {checked && <PrintTable rows={rows.slice(HEADING_ROWS)} widths={widths} />}
      </article>
    </main>
  );
}

function PrintBar() {
  const { say } = useWorkbenchSpeaker();
  const desk = useDesk();
  const own = useStyles();
  const styles = usePaneStyles();
  return (
    <div className={own.bar}>
      <Button appearance="primary" icon={<Print20Regular />} onClick={() => window.print()}>
        {say('print.now')}
      </Button>
      <Button onClick={() => desk.show('books')}>{say('print.back')}</Button>
      <p className={styles.quiet}>{say('print.hint')}</p>
    </div>
  );
}

interface PrintTableProps {
  /** The heads first. */
  readonly rows: readonly (readonly (SheetCell | null)[])[];
  /** Of the sheet's columns. */
  readonly widths: readonly number[];
}

function PrintTable({ rows, widths: ofSheet }: PrintTableProps) {
  const own = useStyles();
  const [head, ...lines] = rows;
  const widths = ofSheet.map((width, column) => Math.max(width, WHOLE.get(column) ?? 0));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  if (!head) return null;
  return (
    <table className={own.table}>
      <colgroup>
        {widths.map((width, column) => (
          <col key={column} style={{ width: `${(width / whole) * 100}%` }} />
        ))}
      </colgroup>
      <thead className={own.head}>
        <tr>
          {head.map((cell, column) => (
            <th key={column} scope="col" className={own.cell}>
              {textOf(cell)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={index} className={own.row}>
            {line.map((cell, column) => (
              <td key={column} className={mergeClasses(own.cell, WHOLE.has(column) && own.whole)}>
                {textOf(cell)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
