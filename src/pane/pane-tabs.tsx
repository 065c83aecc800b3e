import { Settings20Regular } from '@fluentui/react-icons';
import { openCounts } from '../model/finding';
import { Badge } from './controls';
import type { FindingItem } from './finding-items';
import { useSpeaker } from './language';
import { usePaneStyles } from './styles';
import { Tabs } from './tabs';

export type PaneTab = 'recognise' | 'score' | 'findings' | 'output' | 'report' | 'settings';
const TABS: readonly PaneTab[] = ['recognise', 'score', 'findings', 'output', 'report', 'settings'];

interface PaneTabsProps {
  readonly selected: PaneTab;
  readonly items: readonly FindingItem[];
  readonly onSelect: (tab: PaneTab) => void;
}

/** The steps of the work, with how many findings wait. */
export function PaneTabs({ selected, items, onSelect }: PaneTabsProps) {
  const { say } = useSpeaker();
  return (
    <Tabs
      label={say('tabs')}
      panel="panel"
      selected={selected}
      onSelect={onSelect}
      items={TABS.map((value) =>
        value === 'settings'
          ? { value, name: say('tab.settings'), content: <Settings20Regular aria-hidden /> }
          : {
              value,
              content: (
                <>
                  {say(`tab.${value}`)}
                  {value === 'findings' && <Waiting items={items} />}
                </>
              ),
            },
      )}
    />
  );
}

function Waiting({ items }: Pick<PaneTabsProps, 'items'>) {
  const { say } = useSpeaker();
  const styles = usePaneStyles();
  const open = openCounts(items.map(({ finding }) => finding));
  const count = open.error + open.warning + open.info;
  if (count === 0) return null;
  return (
    <>
      <span aria-hidden>
        <Badge tone={open.error > 0 ? 'bad' : 'plain'}>{count}</Badge>
      </span>
      <span className={styles.unseen}>{say('tab.waiting', { count })}</span>
    </>
  );
}
