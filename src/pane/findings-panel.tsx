import { Button } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useState } from 'react';
import { openCounts } from '../model/finding';
import type { Fix } from '../engine/fixes';
import { FindingsFilter, isFiltering } from './findings-filter';
import { FindingLineItem } from './finding-line';
import { findingLines, matches, NO_FILTER, type FindingItem } from './finding-items';
import { FixForm } from './fix-form';
import { useSpeaker } from './language';
import { OldReasonsCard } from './old-reasons-card';
import type { PanelProps } from './pane-context';
import { usePaneStyles } from './styles';

const PAGE = 50;

export interface FindingsProps extends PanelProps {
  readonly items: readonly FindingItem[];
  /** What can be put right without asking. */
  readonly fixes: readonly Fix[];
  readonly canWrite: boolean;
  /** The line that is walked to by keys, by its key; null: none. */
  readonly current: string | null;
  /** Fills in what can be computed, as the large button does. */
  readonly onScore: () => void;
}

/** 核查: a line for each cause, the most points first, each with what can be done about it. */
export function FindingsPanel(props: FindingsProps) {
  const { state, workbook, items, fixes, canWrite } = props;
  const { say, texts } = useSpeaker();
  const styles = usePaneStyles();
  const [filter, setFilter] = useState(NO_FILTER);
  const [open, setOpen] = useState(false);
  const wanted = useDeferredValue(filter);
  const matching = useMemo(
    () => items.filter((item) => matches(item, wanted, texts)),
    [items, wanted, texts],
  );
  const lines = useMemo(() => findingLines(matching, fixes), [matching, fixes]);
  const checked = workbook.result.tables.length > 0;
  return (
    <section className={styles.section} aria-labelledby="findings-heading">
      <div>
        <h2 className={styles.heading} id="findings-heading" tabIndex={-1} data-home>
          {say('findings.title')}
        </h2>
        {checked && (
          <p className={styles.quiet}>
            {say('findings.counts', openCounts(items.map(({ finding }) => finding)))}
          </p>
        )}
      </div>
      {items.length === 0 ? (
        <p className={styles.text}>{say(checked ? 'findings.none' : 'findings.noTable')}</p>
      ) : (
        <div className={styles.row}>
          <FixForm state={state} workbook={workbook} fixes={fixes} canWrite={canWrite} every />
          <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {say(isFiltering(filter) ? 'findings.filtering' : 'findings.filter')}
          </Button>
        </div>
      )}
      {open && items.length > 0 && (
        <FindingsFilter items={items} filter={filter} onFilter={setFilter} />
      )}
      <OldReasonsCard state={state} workbook={workbook} canWrite={canWrite} />
      {items.length > 0 && lines.length === 0 && (
        <p className={styles.text} role="status">
          {say(isFiltering(filter) ? 'findings.noMatch' : 'findings.allHandled')}
        </p>
      )}
      <Lines {...props} lines={lines} />
    </section>
  );
}

interface LinesProps extends FindingsProps {
  readonly lines: ReturnType<typeof findingLines>;
}

function Lines({ lines, ...props }: LinesProps) {
  const { say } = useSpeaker();
  const styles = usePaneStyles();
  const [shown, setShown] = useState(PAGE);
  const named = new Set(props.workbook.result.tables.map(({ table }) => table.sheet)).size > 1;
  return (
    <>
      {lines.slice(0, shown).map((line) => (
        <FindingLineItem key={line.entry.key} {...props} line={line} named={named} />
      ))}
      {lines.length > shown && (
        <Button onClick={() => setShown(shown + PAGE * 2)}>
          {say('more', { count: lines.length - shown })}
        </Button>
      )}
      {lines.length > 1 && <p className={styles.quiet}>{say('findings.keys')}</p>}
    </>
  );
}
