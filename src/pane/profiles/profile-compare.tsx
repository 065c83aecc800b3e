import { useMemo } from 'react';
import {
  compareProfiles,
  type ProfileComparison,
  type RowChange,
  type RowUnder,
} from '../../engine/compare-profiles';
import type { Finding } from '../../model/finding';
import { cellName } from '../../model/grid';
import type { Profile } from '../../model/profile';
import type { TableResult } from '../../model/score';
import { figure } from '../../scoring/figures';
import { CellLink } from '../controls';
import { scoreText } from '../finding-items';
import { useSpeaker } from '../language';
import { usePaneTools } from '../pane-context';
import { usePaneStyles } from '../styles';
import { fieldName, valueWords } from './profile-words';

interface CompareProps {
  readonly tables: readonly TableResult[];
  /** Null: what the form itself proposes. */
  readonly before: Profile | null;
  readonly after: Profile | null;
}

/** What would change on each table under another profile; nothing is written. */
export function ProfileCompare({ tables, before, after }: CompareProps) {
  const { say } = useSpeaker();
  const styles = usePaneStyles();
  const compared = useMemo(
    () => tables.map(({ table }) => ({ table, comparison: compareProfiles(table, before, after) })),
    [tables, before, after],
  );
  if (compared.length === 0) return <p className={styles.text}>{say('profiles.noTable')}</p>;
  return compared.map(({ table, comparison }) => (
    <section key={`${table.sheetId} ${String(table.range.top)}`} className={styles.section}>
      <h4 className={styles.subheading}>{table.sheet}</h4>
      <Difference comparison={comparison} sheet={table.sheet} />
    </section>
  ));
}

interface DifferenceProps {
  readonly comparison: ProfileComparison;
  readonly sheet: string;
}

function Difference({ comparison, sheet }: DifferenceProps) {
  const { say, texts } = useSpeaker();
  const styles = usePaneStyles();
  const { rows, totals, values, gone, added, profiles } = comparison;
  const [was, is] = totals;
  return (
    <>
      <p className={styles.text}>
        {say('profiles.totals', { before: scoreText(was.score), after: scoreText(is.score) })}
      </p>
      {rows.length === 0 && <p className={styles.quiet}>{say('profiles.sameScores')}</p>}
      <ul className={styles.list}>
        {rows.map((row) => (
          <ChangedRow key={cellName(row.cell)} row={row} sheet={sheet} />
        ))}
      </ul>
      <Findings heading={say('profiles.gone', { count: gone.length })} findings={gone} />
      <Findings heading={say('profiles.added', { count: added.length })} findings={added} />
      {values.length > 0 && <p className={styles.quiet}>{say('profiles.values')}</p>}
      <ul className={styles.list}>
        {values.map(({ path, source }) => (
          <li key={path} className={styles.quiet}>
            {say('profiles.value', {
              name: fieldName(path, texts),
              before: valueWords(profiles[0], path, texts),
              after: valueWords(profiles[1], path, texts),
              source,
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

const pointsOf = ({ score, range }: RowUnder): string =>
  score === null && range ? range.map(figure).join('–') : scoreText(score);

function ChangedRow({ row, sheet }: { readonly row: RowChange; readonly sheet: string }) {
  const { say } = useSpeaker();
  const { session } = usePaneTools();
  const styles = usePaneStyles();
  const { cell, name, before, after } = row;
  return (
    <li className={styles.text}>
      <CellLink onClick={() => void session.select(sheet, cell)}>{cellName(cell)}</CellLink>{' '}
      {say('profiles.row', {
        name: name ?? say('score.funds'),
        before: pointsOf(before),
        after: pointsOf(after),
      })}
    </li>
  );
}

function Findings({
  heading,
  findings,
}: {
  readonly heading: string;
  readonly findings: readonly Finding[];
}) {
  const { tell } = useSpeaker();
  const styles = usePaneStyles();
  if (findings.length === 0) return null;
  return (
    <>
      <p className={styles.quiet}>{heading}</p>
      <ul className={styles.list}>
        {findings.map(({ code, cell, message }) => (
          <li key={`${code} ${cellName(cell)}`} className={styles.text}>
            {cellName(cell)} {tell(message)}
          </li>
        ))}
      </ul>
    </>
  );
}
