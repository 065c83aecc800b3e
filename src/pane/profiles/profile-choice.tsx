import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { profileTitle } from '../../profiles/load-profile';
import { proposeProfile } from '../../profiles/propose-profile';
import { Field, Select } from '../controls';
import { useSpeaker } from '../language';
import type { PanelProps } from '../pane-context';
import { usePaneStyles } from '../styles';
import { chosenId, knownProfiles } from './known-profiles';
import type { ToolsProps } from './profile-tools';

/** What compares and edits profiles is a part of the pane that few need. */
const ProfileTools = lazy(async () => ({
  default: (await import('./profile-tools')).ProfileTools,
}));

/** Which profile is used and why, with the tools for comparing and copying behind one button. */
export function ProfileChoice({ state, workbook, onChange }: ToolsProps) {
  const { say, texts } = useSpeaker();
  const styles = usePaneStyles();
  const [open, setOpen] = useState(false);
  const { settings } = state;
  const { ledger } = workbook.snapshot;
  return (
    <>
      <Field label={say('settings.profile')}>
        <Select
          value={chosenId(settings, ledger) ?? ''}
          onValue={(id) => onChange({ profile: id === '' ? null : id, byForm: id === '' })}
        >
          <option value="">{say('settings.profileByKind')}</option>
          {knownProfiles(settings, ledger).map((profile) => (
            <option key={profile.id} value={profile.id}>
              {profileTitle(profile, texts.language)}
            </option>
          ))}
        </Select>
      </Field>
      <ProfilesUsed state={state} workbook={workbook} />
      <div className={styles.row}>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say('profiles.tools')}
        </Button>
      </div>
      {open && (
        <Suspense fallback={null}>
          <ProfileTools {...{ state, workbook, onChange }} />
        </Suspense>
      )}
    </>
  );
}

/** Which profile each table is scored by: one that is chosen applies to tables of its kind alone. */
function ProfilesUsed({ state, workbook }: PanelProps) {
  const { say, tell, texts } = useSpeaker();
  const styles = usePaneStyles();
  const { tables } = workbook.result;
  const { settings } = state;
  const { ledger } = workbook.snapshot;
  const id = chosenId(settings, ledger);
  const chosen = knownProfiles(settings, ledger).find((one) => one.id === id);
  const idle = chosen && tables.some(({ profile }) => profile.id !== chosen.id);
  return (
    <div role="status">
      {idle && (
        <p className={styles.text}>
          {say(`settings.profileOnly.${chosen.kind}`, {
            profile: profileTitle(chosen, texts.language),
          })}
        </p>
      )}
      {tables.length > 0 && (
        <ul className={styles.list}>
          {tables.map(({ table, profile }) => {
            const { profile: proposed, why } = proposeProfile(table);
            return (
              <li key={`${table.sheetId} ${table.range.top}`} className={styles.quiet}>
                {say('settings.profileUsed', {
                  sheet: table.sheet,
                  profile: profileTitle(profile, texts.language),
                })}
                {why && proposed.id === profile.id && ` ${tell(why)}`}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
