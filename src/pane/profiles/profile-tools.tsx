import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { parseJson } from '../../model/decode';
import { Failure } from '../../model/failure';
import type { Profile } from '../../model/profile';
import type { KnownColumns } from '../../model/known-columns';
import {
  loadProfileFile,
  type ProfileFile,
  PROFILES,
  profileTitle,
} from '../../profiles/load-profile';
import { Disclosure } from '../disclosure';
import { keptColumns, readKnownColumns } from '../kept-columns';
import { Field, Select } from '../controls';
import { useSpeaker } from '../language';
import { usePaneTools, type PanelProps } from '../pane-context';
import type { Settings } from '../session-state';
import { usePaneStyles } from '../styles';
import { chosenId, knownProfiles, newProfileId, withOwnId, withProfile } from './known-profiles';
import { ProfileCompare } from './profile-compare';
import { ProfileEdit } from './profile-edit';

export interface ToolsProps extends PanelProps {
  readonly onChange: (settings: Partial<Settings>) => void;
}

/** Compare two profiles, make a copy of one's own, take one from a file or give it away. */
export function ProfileTools({ state, workbook, onChange }: ToolsProps) {
  const { say } = useSpeaker();
  const { surroundings } = usePaneTools();
  const { ledger } = workbook.snapshot;
  const { settings } = state;
  const known = knownProfiles(settings, ledger);
  const chosen = known.find(({ id }) => id === chosenId(settings, ledger)) ?? null;
  const first = workbook.result.tables[0];
  const now = surroundings.clock.now();
  const base = chosen ?? known.find(({ id }) => id === first?.profile.id) ?? known[0];
  const keep = (profile: Profile): void => {
    const kept = surroundings.keepProfile?.(profile) ?? [profile];
    const ownProfiles = kept.reduce(withProfile, settings.ownProfiles);
    onChange({ ownProfiles, profile: profile.id, byForm: false });
  };
  const take = ({ profile, columns }: ProfileFile): void => {
    const { columns: store } = surroundings;
    if (columns.length > 0)
      store?.keep(JSON.stringify(keptColumns(readKnownColumns(store.read()), columns)));
    keep(withOwnId(profile, known, now));
  };
  return (
    <>
      <Disclosure level="h3" label={say('profiles.compare')}>
        <CompareWith {...{ known, chosen, workbook, onChange }} />
      </Disclosure>
      {base && (
        <Disclosure level="h3" label={say('profiles.edit')}>
          <ProfileEdit key={base.id} base={base} id={newProfileId(known, now)} onSave={keep} />
        </Disclosure>
      )}
      <Disclosure level="h3" label={say('profiles.exchange')}>
        <Exchange chosen={base ?? null} onImport={take} />
      </Disclosure>
    </>
  );
}

interface CompareWithProps extends Pick<ToolsProps, 'workbook' | 'onChange'> {
  readonly known: readonly Profile[];
  readonly chosen: Profile | null;
}

function CompareWith({ known, chosen, workbook, onChange }: CompareWithProps) {
  const { say, texts } = useSpeaker();
  const styles = usePaneStyles();
  const [other, setOther] = useState('');
  const { tables } = workbook.result;
  const kinds = new Set(tables.map(({ table }) => table.kind));
  const offered = known.filter(({ id, kind }) => kinds.has(kind) && id !== chosen?.id);
  const after = offered.find(({ id }) => id === other);
  const meant = tables.filter(({ table }) => table.kind === after?.kind);
  const now = chosen?.kind === after?.kind ? chosen : null;
  return (
    <div className={styles.section}>
      <Field label={say('profiles.with')}>
        <Select value={other} onValue={setOther}>
          <option value="">{say('profiles.choose')}</option>
          {offered.map((profile) => (
            <option key={profile.id} value={profile.id}>
              {profileTitle(profile, texts.language)}
            </option>
          ))}
        </Select>
      </Field>
      {after && <ProfileCompare tables={meant} before={now} after={after} />}
      {after && (
        <div className={styles.row}>
          <Button size="small" onClick={() => onChange({ profile: after.id, byForm: false })}>
            {say('profiles.use')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface ExchangeProps {
  /** What is given away. */
  readonly chosen: Profile | null;
  readonly onImport: (file: ProfileFile) => void;
}

/** @throws Failure as `loadProfileFile`; `profile-invalid` also where it is no JSON */
const profileIn = (text: string): ProfileFile => loadProfileFile(parseJson(text));

/** The columns a person named in forms go along: those who get the file need not name them again. */
const fileText = (profile: Profile, columns: readonly KnownColumns[]): string =>
  `${JSON.stringify(columns.length > 0 ? { ...profile, columns } : profile, null, 2)}\n`;

function Exchange({ chosen, onImport }: ExchangeProps) {
  const { say, tell, texts } = useSpeaker();
  const { surroundings } = usePaneTools();
  const styles = usePaneStyles();
  const [failure, setFailure] = useState<Failure | null>(null);
  const copyOf = (profile: Profile): Profile => ({
    ...profile,
    id: `own-${profile.id}`,
    title: say('profiles.copyOf', { title: profile.title }),
  });
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setFailure(null);
    try {
      onImport(profileIn(await file.text()));
    } catch (reason) {
      setFailure(reason instanceof Failure ? reason : new Failure('unexpected'));
    }
  };
  // A file may not bear the name of a profile that everybody has.
  const columns = readKnownColumns(surroundings.columns?.read() ?? null);
  const given = chosen && PROFILES.includes(chosen) ? copyOf(chosen) : chosen;
  return (
    <div className={styles.section}>
      <p className={styles.quiet}>{say('profiles.exchangeText')}</p>
      {columns.length > 0 && (
        <p className={styles.quiet}>
          {say('profiles.exchangeColumns', { count: String(columns.length) })}
        </p>
      )}
      <Field label={say('profiles.import')}>
        <input
          type="file"
          accept=".json,application/json"
          aria-label={say('profiles.import')}
          onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
        />
      </Field>
      {failure && (
        <p className={styles.text} role="alert">
          {tell({ key: `error.${failure.code}.message`, data: failure.data })}{' '}
          {tell({ key: `error.${failure.code}.hint`, data: failure.data })}
        </p>
      )}
      {given && (
        <div className={styles.row}>
          <Button
            size="small"
            onClick={() => surroundings.saveFile(`${given.id}.json`, fileText(given, columns))}
          >
            {say('profiles.export', { title: profileTitle(given, texts.language) })}
          </Button>
        </div>
      )}
    </div>
  );
}
