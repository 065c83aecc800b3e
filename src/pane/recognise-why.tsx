import { rangeName } from '../model/grid';
import type { OtherTable, Table } from '../model/table';
import { whyJson } from '../report/why-json';
import { CellLink } from './controls';
import { useSpeaker } from './language';
import { usePaneTools } from './pane-context';
import { usePaneStyles } from './styles';

const ROWS = ['indicators', 'parts', 'levels', 'subtotals', 'templates'] as const;

/** What the table was taken for and on what evidence, and how many rows for what. */
export function WhyTable({ table }: { readonly table: Table }) {
  const { say } = useSpeaker();
  const styles = usePaneStyles();
  const { kind, rows } = whyJson(table, []);
  const counts = ROWS.filter((one) => rows[one] > 0).map((one) =>
    say(`recognise.rows.${one}`, { count: rows[one] }),
  );
  const byPoints = rows.decided.filter(({ by }) => !by.includes('words'));
  const total = say(rows.total ? 'recognise.rows.total' : 'recognise.rows.noTotal');
  return (
    <ul className={styles.list}>
      {kind.map(({ what, seen }, index) => (
        <li key={index} className={styles.quiet}>
          {say('recognise.seen', { what: say(`recognise.what.${what}`), seen })}
        </li>
      ))}
      {byPoints.map(({ row, as }) => (
        <li key={`row ${String(row)}`} className={styles.quiet}>
          {say(`recognise.decided.${as}`, { row })}
        </li>
      ))}
      <li className={styles.quiet}>{[...counts, total].join(say('recognise.between'))}</li>
    </ul>
  );
}

/** Tables that are read and never marked or scored, by name. */
export function OtherTables({ others }: { readonly others: readonly OtherTable[] }) {
  const { say } = useSpeaker();
  const { session } = usePaneTools();
  const styles = usePaneStyles();
  if (others.length === 0) return null;
  return (
    <>
      <h3 className={styles.subheading}>{say('recognise.others')}</h3>
      <p className={styles.quiet}>{say('recognise.othersText')}</p>
      <ul className={styles.list}>
        {others.map(({ what, table: { sheet, range } }) => (
          <li key={`${sheet} ${rangeName(range)}`} className={styles.text}>
            <CellLink
              onClick={() => void session.select(sheet, { row: range.top, column: range.left })}
            >
              {`${sheet} ${rangeName(range)}`}
            </CellLink>{' '}
            {say(`recognise.what.${what}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
