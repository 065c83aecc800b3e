import { Button, makeStyles, tokens } from '@fluentui/react-components';
import {
  FolderOpen20Regular,
  Info20Regular,
  Keyboard20Regular,
  MoreHorizontal20Regular,
  Open20Regular,
  Print20Regular,
  Save20Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import icon from '../../../../assets/icon-32.png';
import { Select } from '../../../pane/controls';
import { useDesk } from '../books/desk-context';
import type { DeskView } from '../books/desk-state';
import type { ThemeChoice, WorkbenchPreferences } from './preferences';
import { useWorkbenchSpeaker } from './speaker';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexShrink: 0,
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px',
    minHeight: '48px',
    padding: '4px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 899px)': { flexWrap: 'nowrap' },
  },
  name: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    margin: '0 12px 0 0',
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    '@media (max-width: 420px)': { marginRight: 0 },
  },
  words: { overflow: 'hidden', textOverflow: 'ellipsis' },
  icon: {
    flexShrink: 0,
    width: '24px',
    height: '24px',
    '@media (max-width: 340px)': { display: 'none' },
  },
  end: { display: 'flex', alignItems: 'center', gap: '4px', flexShrink: 0, marginLeft: 'auto' },
  choice: { width: '112px' },
});

interface TopBarProps {
  readonly narrow: boolean;
  readonly view: DeskView;
  readonly canSave: boolean;
  readonly canPrint: boolean;
  /** The file is read, and there is no table in it that was checked. */
  readonly noPrint: boolean;
  readonly saving: boolean;
  readonly preferences: WorkbenchPreferences;
  readonly onPreferences: (part: Partial<WorkbenchPreferences>) => void;
  readonly onSave: () => void;
  readonly onPrint: () => void;
  readonly onAsk: (asked: 'shortcuts' | 'about' | 'more') => void;
}

export function TopBar({
  narrow,
  view,
  canSave,
  canPrint,
  noPrint,
  saving,
  preferences,
  onPreferences,
  onSave,
  onPrint,
  onAsk,
}: TopBarProps) {
  const { say } = useWorkbenchSpeaker();
  const desk = useDesk();
  const own = useStyles();
  const action = (
    name: 'open' | 'save' | 'saving' | 'batch' | 'print',
    picture: ReactElement,
    onClick: () => void,
    more: {
      readonly disabled?: boolean;
      readonly pressed?: boolean;
      readonly why?: string | undefined;
    } = {},
  ): ReactElement => (
    <Button
      appearance="subtle"
      icon={picture}
      disabledFocusable={more.disabled === true}
      title={more.why ?? (narrow ? say(name) : undefined)}
      aria-label={narrow ? say(name) : undefined}
      aria-pressed={more.pressed}
      onClick={() => onClick()}
    >
      {narrow ? null : say(name)}
    </Button>
  );
  return (
    <header className={own.bar}>
      <h1 className={own.name}>
        <img src={icon} alt="" className={own.icon} />
        <span className={own.words}>{say('title')}</span>
      </h1>
      {action('open', <Open20Regular />, () => void desk.pickFiles())}
      {action(saving ? 'saving' : 'save', <Save20Regular />, onSave, { disabled: !canSave })}
      {action('print', <Print20Regular />, onPrint, {
        disabled: !canPrint,
        why: noPrint ? say('print.none') : undefined,
      })}
      {action(
        'batch',
        <FolderOpen20Regular />,
        () => desk.show(view === 'batch' ? 'books' : 'batch'),
        {
          pressed: view === 'batch',
        },
      )}
      <div className={own.end}>
        {narrow ? (
          <Button
            appearance="subtle"
            icon={<MoreHorizontal20Regular />}
            aria-label={say('more')}
            title={say('more')}
            onClick={() => onAsk('more')}
          />
        ) : (
          <>
            <div className={own.choice}>
              <ThemeSelect preferences={preferences} onPreferences={onPreferences} />
            </div>
            <div className={own.choice}>
              <LanguageSelect preferences={preferences} onPreferences={onPreferences} />
            </div>
            <Button
              appearance="subtle"
              icon={<Keyboard20Regular />}
              aria-label={say('shortcuts')}
              title={say('shortcuts')}
              onClick={() => onAsk('shortcuts')}
            />
            <Button
              appearance="subtle"
              icon={<Info20Regular />}
              aria-label={say('about')}
              title={say('about')}
              onClick={() => onAsk('about')}
            />
          </>
        )}
      </div>
    </header>
  );
}

type ChoiceProps = Pick<TopBarProps, 'preferences' | 'onPreferences'>;

const THEMES: readonly ThemeChoice[] = ['system', 'light', 'dark'];

export function ThemeSelect({ preferences, onPreferences }: ChoiceProps) {
  const { say } = useWorkbenchSpeaker();
  return (
    <Select
      aria-label={say('theme')}
      value={preferences.theme}
      onValue={(value) =>
        onPreferences({ theme: THEMES.find((theme) => theme === value) ?? 'system' })
      }
    >
      {THEMES.map((theme) => (
        <option key={theme} value={theme}>
          {say(`theme.${theme}`)}
        </option>
      ))}
    </Select>
  );
}

export function LanguageSelect({ preferences, onPreferences }: ChoiceProps) {
  const { say } = useWorkbenchSpeaker();
  return (
    <Select
      aria-label={say('language')}
      value={preferences.language}
      onValue={(value) => onPreferences({ language: value === 'en' ? 'en' : 'zh-CN' })}
    >
      <option value="zh-CN" lang="zh-CN">
        简体中文
      </option>
      <option value="en" lang="en">
        English
      </option>
    </Select>
  );
}
