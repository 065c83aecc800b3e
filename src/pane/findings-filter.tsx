import { useMemo } from 'react';
import { message } from '../texts/message';
import { Checkbox, Field, Input, Select } from './controls';
import { kindCounts, type FindingFilter, type FindingItem } from './finding-items';
import { useSpeaker } from './language';
import { usePaneStyles } from './styles';

interface FilterProps {
  readonly items: readonly FindingItem[];
  readonly filter: FindingFilter;
  readonly onFilter: (filter: FindingFilter) => void;
}

/** Whether something may be left out of the list. */
export const isFiltering = ({ text, check }: FindingFilter): boolean =>
  text.trim() !== '' || check !== null;

/** What of the findings is shown: by words, by kind, and whether those that are settled are. */
export function FindingsFilter({ items, filter, onFilter }: FilterProps) {
  const { say, tell } = useSpeaker();
  const styles = usePaneStyles();
  const kinds = useMemo(() => kindCounts(items, filter.handled), [items, filter.handled]);
  const handled = items.filter(({ finding }) => finding.status !== 'open').length;
  return (
    <div className={styles.card}>
      <Field label={say('findings.search')}>
        <Input
          type="search"
          value={filter.text}
          onValue={(text) => onFilter({ ...filter, text })}
        />
      </Field>
      <Field label={say('findings.kind')}>
        <Select
          value={filter.check ?? ''}
          onValue={(value) => onFilter({ ...filter, check: value === '' ? null : value })}
        >
          <option value="">{say('findings.allKinds')}</option>
          {[...kinds].map(([check, count]) => (
            <option key={check} value={check}>
              {say('findings.kindOption', { kind: tell(message(`check.${check}.title`)), count })}
            </option>
          ))}
        </Select>
      </Field>
      {handled > 0 && (
        <Checkbox
          label={say('findings.handled', { count: handled })}
          checked={filter.handled}
          onCheck={(checked) => onFilter({ ...filter, handled: checked })}
        />
      )}
    </div>
  );
}
