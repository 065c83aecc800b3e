import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { FolderOpen20Regular, Save20Regular, Table20Regular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import { Field, Input, Select } from '../../../pane/controls';
import { Face } from '../../../pane/faces';
import { scoreText } from '../../../pane/finding-items';
import { usePaneStyles } from '../../../pane/styles';
import { useDesk } from '../books/desk-context';
import { useWorkbenchSpeaker } from '../frame/speaker';
import { Working } from '../frame/working';
import type { BatchRow } from '../worker/protocol';
import {
  figuresOf,
  filtered,
  ordered,
  type BatchFilter,
  type BatchOrder,
  type BatchState,
} from './batch';
import { ProjectsTable } from './projects-table';

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
});

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
        <BatchResults rows={batch.rows} writing={batch.writing} pick={pick} />
      )}
    </main>
  );
}

interface ResultsProps {
  readonly rows: readonly BatchRow[];
  readonly writing: boolean;
  /** Takes another folder. */
  readonly pick: ReactNode;
}

/** The figures of a batch, what can be saved of it, and its projects. */
function BatchResults({ rows, writing, pick }: ResultsProps) {
  const { say } = useWorkbenchSpeaker();
  const styles = usePaneStyles();
  const [order, setOrder] = useState<BatchOrder | null>(null);
  const [filter, setFilter] = useState<BatchFilter>({ text: '', only: 'all' });
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const shown = ordered(filtered(rows, filter), order);
  return (
    <>
      <Figures rows={rows} />
      <Savings writing={writing} pick={pick} />
      {writing && <Working label={say('batch.writing')} done={null} />}
      <Filters filter={filter} onFilter={setFilter}>
        {say('batch.shown', { shown: shown.length, all: rows.length })}
      </Filters>
      <ProjectsTable rows={shown.slice(0, most)} order={order} onOrder={setOrder} />
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

function Figures({ rows }: Pick<ResultsProps, 'rows'>) {
  const { say } = useWorkbenchSpeaker();
  const own = useStyles();
  const figures = figuresOf(rows);
  return (
    <dl className={own.figures}>
      <Figure name={say('batch.projects')} value={String(figures.projects)} />
      <Figure
        name={say('batch.mean', { count: figures.graded })}
        value={scoreText(figures.meanScore)}
      />
      <Figure name={say('batch.withErrors')} value={String(figures.withErrors)} />
      <Figure name={say('batch.unreadable')} value={String(figures.failed)} />
    </dl>
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

function Savings({ writing, pick }: Pick<ResultsProps, 'writing' | 'pick'>) {
  const { say } = useWorkbenchSpeaker();
  const desk = useDesk();
  const styles = usePaneStyles();
  return (
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
  );
}

interface FiltersProps {
  readonly filter: BatchFilter;
  readonly onFilter: (filter: BatchFilter) => void;
  /** How many are shown. */
  readonly children: ReactNode;
}

function Filters({ filter, onFilter, children }: FiltersProps) {
  const { say } = useWorkbenchSpeaker();
  const own = useStyles();
  const styles = usePaneStyles();
  return (
    <div className={own.filters}>
      <div className={own.search}>
        <Field label={say('batch.search')}>
          <Input
            type="search"
            value={filter.text}
            onValue={(text) => onFilter({ ...filter, text })}
          />
        </Field>
      </div>
      <div>
        <Field label={say('batch.only')}>
          <Select
            value={filter.only}
            onValue={(value) =>
              onFilter({ ...filter, only: ONLY.find((one) => one === value) ?? 'all' })
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
        {children}
      </p>
    </div>
  );
}
