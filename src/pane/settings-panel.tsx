import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Language } from '../texts/catalogue';
import { Checkbox, Field, Select } from './controls';
import { AboutThis } from './about-this';
import { useSpeaker } from './language';
import { ProfileChoice } from './profiles/profile-choice';
import { usePaneTools, type PanelProps } from './pane-context';
import { isScored, type Settings } from './session-state';
import { usePaneStyles } from './styles';

const LANGUAGES: Readonly<Record<Language, string>> = { 'zh-CN': '简体中文', en: 'English' };

interface SettingsProps extends PanelProps {
  readonly onChange: (settings: Partial<Settings>) => void;
  readonly onIntroduce: () => void;
}

/** Settings, and the two ways back: 清除标记 and 撤销本次评分. */
export function SettingsPanel({ state, workbook, onChange, onIntroduce }: SettingsProps) {
  const { say } = useSpeaker();
  const { surroundings } = usePaneTools();
  const styles = usePaneStyles();
  const changing = { state, workbook, onChange };
  return (
    <section className={styles.section} aria-labelledby="settings-heading">
      <h2 className={styles.heading} id="settings-heading" tabIndex={-1} data-home>
        {say('settings.title')}
      </h2>
      <ProfileChoice {...changing} />
      <Switches {...changing} />
      <LanguageChoice {...changing} />
      <WaysBack state={state} workbook={workbook} />
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
      <AboutThis />
    </section>
  );
}

type ChangeProps = Omit<SettingsProps, 'onIntroduce'>;

/** What may be replaced, and what happens unasked. */
function Switches({ state: { settings, capabilities }, onChange }: ChangeProps) {
  const { say } = useSpeaker();
  const styles = usePaneStyles();
  return (
    <>
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
    </>
  );
}

function LanguageChoice({ state, onChange }: ChangeProps) {
  const { say } = useSpeaker();
  return (
    <Field label={say('settings.language')}>
      <Select
        value={state.settings.language}
        onValue={(value) => onChange({ language: value === 'en' ? 'en' : 'zh-CN' })}
      >
        {Object.entries(LANGUAGES).map(([language, name]) => (
          <option key={language} value={language} lang={language}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** 撤销本次评分 at once, 清除标记 after a second press. */
function WaysBack({ state, workbook }: PanelProps) {
  const { say } = useSpeaker();
  const { session } = usePaneTools();
  const styles = usePaneStyles();
  const [asking, setAsking] = useState(false);
  const busy = state.stage.kind === 'working';
  const scored = isScored(workbook.snapshot);
  const clear = (): void => {
    setAsking(false);
    void session.clearMarks();
  };
  return (
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
          <Button appearance="primary" disabledFocusable={busy} onClick={clear}>
            {say('settings.clearYes')}
          </Button>
        )}
      </div>
    </div>
  );
}
