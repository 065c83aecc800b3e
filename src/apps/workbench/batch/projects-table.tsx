import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowSortDown16Regular, ArrowSortUp16Regular } from '@fluentui/react-icons';
import { Badge } from '../../../pane/controls';
import { rateText, scoreText } from '../../../pane/finding-items';
import { useDesk } from '../books/desk-context';
import { useWorkbenchSpeaker } from '../frame/speaker';
import type { BatchRow } from '../worker/protocol';
import { BATCH_COLUMNS, failureOf, type BatchColumn, type BatchOrder } from './batch';

const useStyles = makeStyles({
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

interface TableProps {
  readonly rows: readonly BatchRow[];
  /** Null: as they were read. */
  readonly order: BatchOrder | null;
  readonly onOrder: (order: BatchOrder) => void;
}

/** A line for each project, ordered by the head that was pressed last. */
export function ProjectsTable({ rows, order, onOrder }: TableProps) {
  const { say } = useWorkbenchSpeaker();
  const own = useStyles();
  return (
    <div className={own.frame} tabIndex={0} role="region" aria-label={say('batch.table')}>
      <table className={own.table}>
        <thead>
          <tr>
            {BATCH_COLUMNS.map((column) => (
              <HeadCell key={column} column={column} order={order} onOrder={onOrder} />
            ))}
            <th scope="col" className={mergeClasses(own.head, own.plainHead)}>
              {say('batch.open')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ProjectLine key={`${row.name} ${row.table}`} row={row} />
          ))}
        </tbody>
      </table>
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
