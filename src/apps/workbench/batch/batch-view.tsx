import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowSortDown16Regular,
  ArrowSortUp16Regular,
  FolderOpen20Regular,
  Save20Regular,
  Table20Regular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { Badge, Field, Input, Select } from '../../../pane/controls';
import { scoreText, rateText } from '../../../pane/finding-items';
import { usePaneStyles } from '../../../pane/styles';
import type { BatchRow } from '../worker/protocol';
import {
  BATCH_COLUMNS,
  failureOf,
  figuresOf,
  filtered,
  ordered,
  type BatchColumn,
  type BatchFilter,
  type BatchOrder,
  type BatchState,
} from './batch';
import { useDesk } from '../books/desk-context';
import { Face } from '../../../pane/faces';
import { Working } from '../frame/working';
import { useWorkbenchSpeaker } from '../frame/speaker';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    padding: '16px 24px 24px',
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 600px)': { padding: '12px' },
  },
  figures: { display: 'flex', flexWrap: 'wrap', gap: '8px 32px', margin: 0 },
  one: { display: 'flex', flexDirection: 'column-reverse' },
  number: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  filters: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'flex-end' },
  search: { flexBasis: '240px' },
  frame: {
    flexShrink: 0,
    overflowX: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: { width: '100%', minWidth: '860px', borderCollapse: 'collapse' },
  head: {
    padding: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    textAlign: 'left',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  sort: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    width: '100%',
    minHeight: '36px',
    padding: '4px 12px',
    border: '0 none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'left',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  plainHead: { padding: '4px 12px', fontWeight: tokens.fontWeightSemibold },
  cell: {
    padding: '6px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  right: { textAlign: 'right', justifyContent: 'flex-end', fontVariantNumeric: 'tabular-nums' },
  narrow: { whiteSpace: 'nowrap' },
});

const NUMERIC: ReadonlySet<BatchColumn> = new Set([
  'score',
  'weight',
  'executionRate',
  'errors',
  'warnings',
  'infos',
]);

const SHOWN_AT_ONCE = 200;
const ONLY: readonly BatchFilter['only'][] = ['all', 'errors', 'incomplete', 'failed'];

/** 批量: a folder of forms as one table of projects. */
export function BatchView({ batch }: { readonly batch: BatchState }) {
  const { say, tell } = useWorkbenchSpeaker();
  const desk = useDesk();
  const own = useStyles();
  const styles = usePaneStyles();
  const pick = (
    <Button
      appearance={batch.kind === 'done' ? 'secondary' : 'primary'}
      icon={<FolderOpen20Regular />}
      onClick={() => void desk.pickBatch()}
    >
      {say('batch.pick')}
    </Button>
  );
  return (
    <main className={own.page} aria-labelledby="batch-heading">
      <div className={styles.spread}>
        <h2 className={styles.heading} id="batch-heading" tabIndex={-1}>
          {say('batch.title')}
        </h2>
        <Button onClick={() => desk.show('books')}>{say('batch.back')}</Button>
      </div>
      {batch.kind === 'none' && (
        <Face icon={<FolderOpen20Regular />} title={say('batch.empty')}>
          <p className={styles.text}>{say('batch.emptyText')}</p>
          {pick}
        </Face>
      )}
      {batch.kind === 'reading' && <Working label={say('batch.reading')} done={null} />}
      {batch.kind === 'running' && (
        <Working
          label={say('batch.running', { done: batch.done, total: batch.total })}
          done={batch.total > 0 ? batch.done / batch.total : 0}
          onCancel={() => desk.cancelBatch()}
        />
      )}
      {batch.kind === 'failed' && (
        <Face icon={<FolderOpen20Regular />} bad title={say('batch.failed')}>
          <p className={styles.text} role="alert">
            {tell({ key: `error.${batch.failure.code}.message`, data: batch.failure.data })}
          </p>
          {pick}
        </Face>
      )}
      {batch.kind === 'done' && (
        <BatchTable rows={batch.rows} writing={batch.writing} pick={pick} />
      )}
    </main>
  );
}

interface TableProps {
  readonly rows: readonly BatchRow[];
  readonly writing: boolean;
  readonly pick: React.ReactNode;
}

function BatchTable({ rows, writing, pick }: TableProps) {
  const { say } = useWorkbenchSpeaker();
  const desk = useDesk();
  const own = useStyles();
  const styles = usePaneStyles();
  const [order, setOrder] = useState<BatchOrder | null>(null);
  const [filter, setFilter] = useState<BatchFilter>({ text: '', only: 'all' });
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const shown = ordered(filtered(rows, filter), order);
  const figures = figuresOf(rows);
  return (
    <>
      <dl className={own.figures}>
        <Figure name={say('batch.projects')} value={String(figures.projects)} />
        <Figure
          name={say('batch.mean', { count: figures.graded })}
          value={scoreText(figures.meanScore)}
        />
        <Figure name={say('batch.withErrors')} value={String(figures.withErrors)} />
        <Figure name={say('batch.unreadable')} value={String(figures.failed)} />
      </dl>
      <div className={styles.row}>
        <Button
          appearance="primary"
          icon={<Save20Regular />}
          disabledFocusable={writing}
          onClick={() => void desk.saveBatch()}
        >
          {say('batch.saveAll')}
        </Button>
        <Button
          icon={<Table20Regular />}
          disabledFocusable={writing}
          onClick={() => void desk.saveBatchSummary()}
        >
          {say('batch.saveSummary')}
        </Button>
        {pick}
      </div>
      {writing && <Working label={say('batch.writing')} done={null} />}
      <div className={own.filters}>
        <div className={own.search}>
          <Field label={say('batch.search')}>
            <Input
              type="search"
              value={filter.text}
              onValue={(text) => setFilter({ ...filter, text })}
            />
          </Field>
        </div>
        <div>
          <Field label={say('batch.only')}>
            <Select
              value={filter.only}
              onValue={(value) =>
                setFilter({ ...filter, only: ONLY.find((one) => one === value) ?? 'all' })
              }
            >
              {ONLY.map((one) => (
                <option key={one} value={one}>
                  {say(`batch.only.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <p className={styles.quiet} role="status">
          {say('batch.shown', { shown: shown.length, all: rows.length })}
        </p>
      </div>
      <div className={own.frame} tabIndex={0} role="region" aria-label={say('batch.table')}>
        <table className={own.table}>
          <thead>
            <tr>
              {BATCH_COLUMNS.map((column) => (
                <HeadCell key={column} column={column} order={order} onOrder={setOrder} />
              ))}
              <th scope="col" className={mergeClasses(own.head, own.plainHead)}>
                {say('batch.open')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, most).map((row) => (
              <ProjectLine key={`${row.name} ${row.table}`} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length > most && (
        <div className={styles.row}>
          <Button onClick={() => setMost(most + SHOWN_AT_ONCE)}>
            {say('batch.more', { count: shown.length - most })}
          </Button>
        </div>
      )}
    </>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  const own = useStyles();
  const styles = usePaneStyles();
  return (
    <div className={own.one}>
      <dt className={styles.quiet}>{name}</dt>
      <dd className={own.number}>{value}</dd>
    </div>
  );
}

interface HeadProps {
  readonly column: BatchColumn;
  readonly order: BatchOrder | null;
  readonly onOrder: (order: BatchOrder) => void;
}

function HeadCell({ column, order, onOrder }: HeadProps) {
  const { say } = useWorkbenchSpeaker();
  const own = useStyles();
  const isSorted = order?.column === column;
  const descending = isSorted && order.descending;
  const Arrow = descending ? ArrowSortDown16Regular : ArrowSortUp16Regular;
  return (
    <th
      scope="col"
      className={own.head}
      aria-sort={isSorted ? (descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className={mergeClasses(own.sort, NUMERIC.has(column) && own.right)}
        onClick={() => onOrder({ column, descending: isSorted && !descending })}
      >
        {say(`batch.column.${column}`)}
        {isSorted && <Arrow aria-hidden />}
      </button>
    </th>
  );
}

function ProjectLine({ row }: { readonly row: BatchRow }) {
  const { say, tell } = useWorkbenchSpeaker();
  const desk = useDesk();
  const own = useStyles();
  const right = mergeClasses(own.cell, own.right, own.narrow);
  const failure = failureOf(row);
  return (
    <tr>
      <td className={own.cell}>{row.name}</td>
      {failure ? (
        <td className={own.cell} colSpan={BATCH_COLUMNS.length - 1}>
          <Badge tone="bad">{say('batch.cannot')}</Badge>{' '}
          {tell({ key: `error.${failure.code}.message`, data: failure.data })}{' '}
          {tell({ key: `error.${failure.code}.hint`, data: failure.data })}
        </td>
      ) : (
        <>
          <td className={own.cell}>{row.project ?? say('batch.noProject')}</td>
          <td className={right}>
            {row.score === null ? say('batch.incomplete') : scoreText(row.score)}
          </td>
          <td className={right}>{scoreText(row.weight)}</td>
          <td className={right}>{rateText(row.executionRate)}</td>
          <td className={own.cell}>{row.grade ?? '—'}</td>
          <td className={right}>
            {row.errors > 0 ? <Badge tone="bad">{row.errors}</Badge> : row.errors}
          </td>
          <td className={right}>{row.warnings}</td>
          <td className={right}>{row.infos}</td>
        </>
      )}
      <td className={own.cell}>
        <Button
          size="small"
          aria-label={say('batch.openNamed', { name: row.name })}
          onClick={() => void desk.openBatchFile(row.name)}
        >
          {say('batch.open')}
        </Button>
      </td>
    </tr>
  );
}
