import { cellName } from '../model/grid';
import { Field, Select } from './controls';
import type { FindingItem } from './finding-items';
import { useSpeaker } from './language';

interface ScopeProps {
  readonly items: readonly FindingItem[];
  /** An item's key; empty: all of them. */
  readonly scope: string;
  readonly onScope: (scope: string) => void;
}

/** Those of several findings that are meant. */
export const inScope = (items: readonly FindingItem[], scope: string): readonly FindingItem[] =>
  scope === '' ? items : items.filter(({ key }) => key === scope);

/** All findings of a line, or one of them; nothing to choose where there is but one. */
export function ScopeSelect({ items, scope, onScope }: ScopeProps) {
  const { say } = useSpeaker();
  if (items.length < 2) return null;
  return (
    <Field label={say('finding.scope')}>
      <Select value={scope} onValue={onScope}>
        <option value="">{say('finding.scopeAll', { count: items.length })}</option>
        {items.map(({ key, finding }) => (
          <option key={key} value={key}>
            {`${cellName(finding.cell)} ${finding.subject}`}
          </option>
        ))}
      </Select>
    </Field>
  );
}
