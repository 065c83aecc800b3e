import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircle20Regular, Info20Regular, Warning20Regular } from '@fluentui/react-icons';
import { useDeferredValue, useMemo, useState } from 'react';
import { openCounts, type FindingSeverity } from '../model/finding';
import { cellName } from '../model/grid';
import { message } from '../texts/message';
import { Disclosure } from './disclosure';
import { FindingDetails } from './finding-details';
import { Badge, Checkbox, Field, Input, Select } from './controls';
import { groupBySeverity, kindCounts, matches, NO_FILTER, type FindingItem } from './finding-items';
import { useSpeaker } from './language';
import { OldReasonsCard } from './old-reasons-card';
import { usePaneTools, type PanelProps } from './pane-context';
import { usePaneStyles } from './styles';

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', gap: '8px' },
  header: { display: 'flex', flexDirection: 'column', minWidth: 0, textAlign: 'left' },
  item: {
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  error: { borderLeft: `4px solid ${tokens.colorPaletteRedBorder2}` },
  warning: { borderLeft: `4px solid ${tokens.colorPaletteYellowBorder2}` },
  info: { borderLeft: `4px solid ${tokens.colorBrandStroke1}` },
});

const ICONS: Readonly<Record<FindingSeverity, typeof Info20Regular>> = {
  error: ErrorCircle20Regular,
  warning: Warning20Regular,
  info: Info20Regular,
};
const BADGES = { error: 'bad', warning: 'doubtful', info: 'plain' } as const;
const PAGE = 50;

interface FindingsProps extends PanelProps {
  readonly items: readonly FindingItem[];
  readonly canWrite: boolean;
}

/** 核查: findings by severity, filtered, each with what can be done about it. */
export function FindingsPanel({ state, workbook, items, canWrite }: FindingsProps) {
  const { say, tell, texts } = useSpeaker();
  const styles = usePaneStyles();
  const [filter, setFilter] = useState(NO_FILTER);
  const [shown, setShown] = useState(PAGE);
  const wanted = useDeferredValue(filter);
  const kinds = useMemo(() => kindCounts(items, filter.handled), [items, filter.handled]);
  const matching = useMemo(
    () => items.filter((item) => matches(item, wanted, texts)),
    [items, wanted, texts],
  );
  const counts = openCounts(items.map(({ finding }) => finding));
  const handled = items.filter(({ finding }) => finding.status !== 'open').length;
  const groups = groupBySeverity(matching.slice(0, shown));
  return (
    <section className={styles.section} aria-labelledby="findings-heading">
      <h2 className={styles.heading} id="findings-heading" tabIndex={-1} data-home>
        {say('findings.title')}
      </h2>
      {workbook.result.tables.length > 0 && (
        <p className={styles.text}>{say('findings.counts', counts)}</p>
      )}
      <OldReasonsCard state={state} workbook={workbook} canWrite={canWrite} />
      {items.length === 0 ? (
        <p className={styles.text}>
          {say(workbook.result.tables.length > 0 ? 'findings.none' : 'findings.noTable')}
        </p>
      ) : (
        <>
          <Field label={say('findings.search')}>
            <Input
              type="search"
              value={filter.text}
              onValue={(value) => setFilter({ ...filter, text: value })}
            />
          </Field>
          <Field label={say('findings.kind')}>
            <Select
              value={filter.check ?? ''}
              onValue={(value) => setFilter({ ...filter, check: value === '' ? null : value })}
            >
              <option value="">{say('findings.allKinds')}</option>
              {[...kinds].map(([check, count]) => (
                <option key={check} value={check}>
                  {say('findings.kindOption', {
                    kind: tell(message(`check.${check}.title`)),
                    count,
                  })}
                </option>
              ))}
            </Select>
          </Field>
          {handled > 0 && (
            <Checkbox
              label={say('findings.handled', { count: handled })}
              checked={filter.handled}
              onCheck={(checked) => setFilter({ ...filter, handled: checked })}
            />
          )}
        </>
      )}
      {items.length > 0 && matching.length === 0 && (
        <p className={styles.text} role="status">
          {say('findings.noMatch')}
        </p>
      )}
      {groups.map(({ severity, items: group }) => (
        <SeverityGroup
          key={severity}
          severity={severity}
          count={matching.filter(({ finding }) => finding.severity === severity).length}
          group={group}
          all={items}
          state={state}
          canWrite={canWrite}
        />
      ))}
      {matching.length > shown && (
        <Button onClick={() => setShown(shown + PAGE * 2)}>
          {say('more', { count: matching.length - shown })}
        </Button>
      )}
    </section>
  );
}

interface GroupProps {
  readonly severity: FindingSeverity;
  readonly count: number;
  readonly group: readonly FindingItem[];
  readonly all: readonly FindingItem[];
  readonly state: PanelProps['state'];
  readonly canWrite: boolean;
}

function SeverityGroup({ severity, count, group, all, state, canWrite }: GroupProps) {
  const { say, tell } = useSpeaker();
  const { session } = usePaneTools();
  const own = useStyles();
  const styles = usePaneStyles();
  const Icon = ICONS[severity];
  return (
    <section className={own.group} aria-labelledby={`severity-${severity}`}>
      <h3 className={`${styles.subheading} ${styles.row}`} id={`severity-${severity}`}>
        <Icon aria-hidden />
        {say(`severity.${severity}`)}
        <Badge tone={BADGES[severity]}>{count}</Badge>
      </h3>
      {group.map((item) => (
        <Disclosure
          key={item.key}
          level="h4"
          className={mergeClasses(own.item, own[severity])}
          onOpen={() => void session.select(item.finding.sheet, item.finding.cell)}
          label={
            <span className={own.header}>
              <span className={styles.quiet}>
                {say('findings.place', {
                  code: item.finding.code,
                  sheet: item.finding.sheet,
                  cell: cellName(item.finding.cell),
                })}
              </span>
              <span className={styles.text}>{tell(item.finding.message)}</span>
              {item.finding.status !== 'open' && (
                <Badge tone="good">{say(`findings.status.${item.finding.status}`)}</Badge>
              )}
            </span>
          }
        >
          <FindingDetails item={item} all={all} state={state} canWrite={canWrite} />
        </Disclosure>
      ))}
    </section>
  );
}
