import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Language } from '../texts/catalogue';
import { Checkbox, Field, Select } from './controls';
import { VERSION } from '../model/version';
import { PROFILES, profileTitle } from '../profiles/load-profile';
import { useSpeaker } from './language';
import { usePaneTools, type PanelProps } from './pane-context';
import { isScored, type Settings } from './session-state';
import { usePaneStyles } from './styles';
import { TextByHand } from './text-by-hand';

const LANGUAGES: Readonly<Record<Language, string>> = { 'zh-CN': '简体中文', en: 'English' };

interface SettingsProps extends PanelProps {
  readonly onChange: (settings: Partial<Settings>) => void;
  readonly onIntroduce: () => void;
}

/** Settings, and the two ways back: 清除标记 and 撤销本次评分. */
export function SettingsPanel({ state, workbook, onChange, onIntroduce }: SettingsProps) {
  const { say, texts } = useSpeaker();
  const { session, surroundings } = usePaneTools();
  const styles = usePaneStyles();
  const [asking, setAsking] = useState(false);
  const { settings, capabilities } = state;
  const busy = state.stage.kind === 'working';
  const scored = isScored(workbook.snapshot);
  return (
    <section className={styles.section} aria-labelledby="settings-heading">
      <h2 className={styles.heading} id="settings-heading" tabIndex={-1} data-home>
        {say('settings.title')}
      </h2>
      <Field label={say('settings.profile')}>
        <Select
          value={settings.profile ?? ''}
          onValue={(value) => onChange({ profile: value === '' ? null : value })}
        >
          <option value="">{say('settings.profileByKind')}</option>
          {PROFILES.map((profile) => (
            <option key={profile.id} value={profile.id}>
              {profileTitle(profile, texts.language)}
            </option>
          ))}
        </Select>
      </Field>
      <ProfilesUsed state={state} workbook={workbook} />
      <div>
        <Checkbox
          label={say('settings.overwrite')}
          describedBy="overwrite-hint"
          checked={settings.overwriteScores}
          onCheck={(checked) => onChange({ overwriteScores: checked })}
        />
        <p className={styles.quiet} id="overwrite-hint">
          {say('settings.overwriteHint')}
        </p>
      </div>
      <div>
        <Checkbox
          label={say('settings.automatic')}
          describedBy="automatic-hint"
          checked={settings.autoRecalculate && capabilities.editEvents}
          disabled={!capabilities.editEvents}
          onCheck={(checked) => onChange({ autoRecalculate: checked })}
        />
        <p className={styles.quiet} id="automatic-hint">
          {say(capabilities.editEvents ? 'settings.automaticHint' : 'settings.automaticNone')}
          {capabilities.clearsHistory && ` ${say('settings.automaticHistory')}`}
        </p>
      </div>
      <Field label={say('settings.language')}>
        <Select
          value={settings.language}
          onValue={(value) => onChange({ language: value === 'en' ? 'en' : 'zh-CN' })}
        >
          {Object.entries(LANGUAGES).map(([language, name]) => (
            <option key={language} value={language} lang={language}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.card}>
        <h3 className={styles.subheading}>{say('settings.back')}</h3>
        <p className={styles.quiet}>{say('settings.undoText')}</p>
        <div className={styles.row}>
          <Button disabledFocusable={busy || !state.undoable} onClick={() => void session.undo()}>
            {say('settings.undo')}
          </Button>
        </div>
        <p className={styles.quiet}>{say('settings.clearText')}</p>
        <div className={styles.row}>
          <Button
            aria-expanded={asking}
            disabledFocusable={busy || !scored}
            onClick={() => setAsking(!asking)}
          >
            {say('settings.clear')}
          </Button>
          {asking && scored && (
            <Button
              appearance="primary"
              disabledFocusable={busy}
              onClick={() => {
                setAsking(false);
                void session.clearMarks();
              }}
            >
              {say('settings.clearYes')}
            </Button>
          )}
        </div>
      </div>
      <div className={styles.row}>
        <Button appearance="subtle" size="small" onClick={onIntroduce}>
          {say('settings.introduce')}
        </Button>
        {surroundings.probe && (
          <Button appearance="subtle" size="small" onClick={surroundings.probe}>
            {say('settings.probe')}
          </Button>
        )}
      </div>
      <About />
    </section>
  );
}

/** Which version this is, and what to send along with a question. */
function About() {
  const { say } = useSpeaker();
  const { surroundings } = usePaneTools();
  const styles = usePaneStyles();
  const [told, setTold] = useState('');
  const [byHand, setByHand] = useState<string | null>(null);
  const { diagnostics, selfTest } = surroundings;
  const [busy, setBusy] = useState(false);
  const test = async (): Promise<void> => {
    if (!selfTest) return;
    setBusy(true);
    const text = await selfTest((done, total) => setTold(say('settings.testing', { done, total })));
    setBusy(false);
    setTold(say('settings.tested'));
    setByHand(text);
  };
  const copy = async (text: string): Promise<void> => {
    const copied = await surroundings.copy(text);
    setTold(say(copied ? 'settings.diagnosticsCopied' : 'output.byHand'));
    setByHand(copied ? null : text);
  };
  return (
    <div>
      <p className={styles.quiet}>{say('settings.version', { version: VERSION })}</p>
      {diagnostics && (
        <Button appearance="subtle" size="small" onClick={() => void copy(diagnostics())}>
          {say('settings.diagnostics')}
        </Button>
      )}
      {selfTest && (
        <>
          <Button
            appearance="subtle"
            size="small"
            disabledFocusable={busy}
            onClick={() => void test()}
          >
            {say('settings.probe')}
          </Button>
          <p className={styles.quiet}>{say('settings.testHint')}</p>
        </>
      )}
      <p className={styles.quiet} role="status">
        {told}
      </p>
      <TextByHand text={byHand} />
    </div>
  );
}

/** Which profile each table is scored by: one that is chosen applies to tables of its kind alone. */
function ProfilesUsed({ state, workbook }: PanelProps) {
  const { say, texts } = useSpeaker();
  const styles = usePaneStyles();
  const { tables } = workbook.result;
  const chosen = PROFILES.find(({ id }) => id === state.settings.profile);
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
          {tables.map(({ table, profile }) => (
            <li key={`${table.sheetId} ${table.range.top}`} className={styles.quiet}>
              {say('settings.profileUsed', {
                sheet: table.sheet,
                profile: profileTitle(profile, texts.language),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
