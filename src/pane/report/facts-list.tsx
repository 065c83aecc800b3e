import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { cellName, type CellRef } from '../../model/grid';
import { valueIn, type Comparison } from '../../report/text/against/comparison';
import { countsOf, factOf, leftOutLines, VERDICT_MARKS } from '../../report/text/verified-lines';
import { speaker, type Language } from '../../texts/catalogue';
import { CellLink, Field, Select } from '../controls';
import { usePaneTools } from '../pane-context';
import { usePaneStyles } from '../styles';
import type { Pair } from './pairs';
import { useReportSpeaker } from './report-texts';
import { useTableStyles } from './table-styles';

const useStyles = makeStyles({
  verdict: { width: '21%' },
  value: { width: '24%' },
});

type Shown = Comparison['verdict'] | 'all';
const SHOWN: readonly Shown[] = ['all', 'differs', 'not-told', 'same'];
/** What is to be put right comes first; else as in the table. */
const ORDER: readonly Comparison['verdict'][] = ['differs', 'same', 'not-told'];

interface FactsProps {
  readonly pair: Pair;
  /** What its table is called, where there are several. */
  readonly name: string | null;
  readonly comparisons: readonly Comparison[];
}

/** Every fact of the table: told alike, otherwise or nowhere, side by side with what the report says. */
export function FactsList({ pair, name, comparisons }: FactsProps) {
  const heading = useId();
  const { say, verifiedTexts } = useReportSpeaker();
  const styles = usePaneStyles();
  const [shown, setShown] = useState<Shown>('all');
  const listed = ORDER.flatMap((wanted) =>
    comparisons.filter(({ verdict }) => verdict === wanted && ['all', verdict].includes(shown)),
  );
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <h3 className={styles.subheading} id={heading}>
        {name === null ? say('facts') : say('facts.of', { name })}
      </h3>
      <p className={styles.text}>{say('facts.counts', countsOf(comparisons))}</p>
      {leftOutLines(comparisons, verifiedTexts).map((line) => (
        <p key={line} className={styles.text}>
          {line}
        </p>
      ))}
      <Field label={say('facts.show')}>
        <Select
          value={shown}
          onValue={(value) => setShown(SHOWN.find((one) => one === value) ?? 'all')}
        >
          {SHOWN.map((one) => (
            <option key={one} value={one}>
              {one === 'all' ? say('facts.all') : say(`verdict.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      {listed.length === 0 ? (
        <p className={styles.text}>{say('facts.none')}</p>
      ) : (
        <FactsTable {...{ listed, pair, heading }} />
      )}
    </section>
  );
}

interface TableProps extends Pick<FactsProps, 'pair'> {
  readonly heading: string;
  readonly listed: readonly Comparison[];
}

function FactsTable({ pair, listed, heading }: TableProps) {
  const { say } = useReportSpeaker();
  const own = { ...useTableStyles(), ...useStyles() };
  const head = mergeClasses(own.cell, own.head);
  return (
    <table className={own.table} aria-labelledby={heading}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(head, own.verdict)}>
            {say('facts.verdict')}
          </th>
          <th scope="col" className={head}>
            {say('facts.fact')}
          </th>
          <th scope="col" className={mergeClasses(head, own.value)}>
            {say('facts.table')}
          </th>
          <th scope="col" className={mergeClasses(head, own.value)}>
            {say('facts.report')}
          </th>
        </tr>
      </thead>
      <tbody>
        {listed.map((one, index) => (
          <FactRow key={index} one={one} pair={pair} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends Pick<FactsProps, 'pair'> {
  readonly one: Comparison;
}

function FactRow({ one, pair }: RowProps) {
  const { say, verifiedTexts } = useReportSpeaker();
  const { session } = usePaneTools();
  const styles = usePaneStyles();
  const own = useTableStyles();
  const { cell, told, verdict } = one;
  const { language } = verifiedTexts;
  const { book, table } = pair;
  const go = (to: CellRef): void => {
    const { sheet } = table.table;
    if (book) book.select(sheet, to);
    else void session.select(sheet, to);
  };
  return (
    <tr>
      <td className={own.cell}>
        <span aria-hidden>{VERDICT_MARKS[verdict]} </span>
        {say(`verdict.${verdict}`)}
      </td>
      <th scope="row" className={own.cell}>
        {factOf(one, verifiedTexts)}
      </th>
      <td className={own.cell}>
        {valueIn(one, 'expected', language)}{' '}
        {cell && <CellLink onClick={() => go(cell)}>{cellName(cell)}</CellLink>}
      </td>
      <td className={own.cell}>
        {told && foundOf(one, language)}{' '}
        {told && (
          <span className={styles.quiet}>
            {speaker('reports', verifiedTexts)('paragraph', {
              paragraph: told.statement.paragraph,
            })}
          </span>
        )}
      </td>
    </tr>
  );
}

const foundOf = (one: Comparison, language: Language): string | number =>
  valueIn(one, one.found === '' && one.verdict === 'same' ? 'expected' : 'found', language);
