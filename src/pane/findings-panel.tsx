import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { Filter20Regular } from '@fluentui/react-icons';
import { useDeferredValue, useMemo, useState } from 'react';
import { joined } from '../texts/catalogue';
import { openCounts } from '../model/finding';
import type { Fix } from '../engine/fixes';
import { FindingsFilter, isFiltering } from './findings-filter';
import { FindingLineItem } from './finding-line';
import { findingLines, matches, NO_FILTER, type FindingItem } from './finding-items';
import { FixForm } from './fix-form';
import { useSpeaker } from './language';
import { OldReasonsCard } from './old-reasons-card';
import { usePaneTools, type PanelProps } from './pane-context';
import { usePaneStyles } from './styles';

const PAGE = 50;

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'baseline', gap: '8px' },
  title: { flexShrink: 0 },
  counts: { flexGrow: 1, minWidth: 0 },
});

export interface FindingsProps extends PanelProps {
  readonly items: readonly FindingItem[];
  /** What can be put right without asking. */
  readonly fixes: readonly Fix[];
  readonly canWrite: boolean;
  /** The line that is walked to by keys, by its key; null: none. */
  readonly current: string | null;
}

/** 核查: a line for each cause, the most points first, each with what can be done about it. */
export function FindingsPanel(props: FindingsProps) {
  const { state, workbook, items, fixes, canWrite } = props;
  const { say, texts } = useSpeaker();
  const own = useStyles();
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
      <div className={own.head}>
        <h2
          className={mergeClasses(styles.heading, own.title)}
          id="findings-heading"
          tabIndex={-1}
          data-home
        >
          {say('findings.title')}
        </h2>
        {checked && (
          <p className={mergeClasses(styles.quiet, own.counts)}>
            {say('findings.counts', openCounts(items.map(({ finding }) => finding)))}
          </p>
        )}
        {items.length > 0 && (
          <FilterButton
            open={open}
            filtering={isFiltering(filter)}
            onClick={() => setOpen(!open)}
          />
        )}
      </div>
      {items.length === 0 && (
        <p className={styles.text}>{say(checked ? 'findings.none' : 'findings.noTable')}</p>
      )}
      <FixForm state={state} workbook={workbook} fixes={fixes} canWrite={canWrite} every />
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

interface FilterButtonProps {
  readonly open: boolean;
  readonly filtering: boolean;
  readonly onClick: () => void;
}

/** Search and kinds behind one small button: in a narrow pane the findings come first. */
function FilterButton({ open, filtering, onClick }: FilterButtonProps) {
  const { say } = useSpeaker();
  const name = say(filtering ? 'findings.filtering' : 'findings.filter');
  return (
    <Button
      size="small"
      appearance={filtering ? 'primary' : 'subtle'}
      icon={<Filter20Regular />}
      aria-label={name}
      title={name}
      aria-expanded={open}
      onClick={onClick}
    />
  );
}

interface LinesProps extends FindingsProps {
  readonly lines: ReturnType<typeof findingLines>;
}

function Lines({ lines, ...props }: LinesProps) {
  const { say, texts } = useSpeaker();
  const styles = usePaneStyles();
  const { walkFromGrid } = usePaneTools().surroundings;
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
      {lines.length > 1 && (
        <p className={styles.quiet}>
          {joined(
            [say('findings.keys'), walkFromGrid ? say(`findings.keys.${walkFromGrid}`) : ''],
            texts.language,
          )}
        </p>
      )}
    </>
  );
}
