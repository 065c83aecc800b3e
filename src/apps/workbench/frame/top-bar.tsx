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

/** What can be done with files, and how the page speaks and looks. */
export function TopBar(props: TopBarProps) {
  const { narrow, view, canSave, canPrint, noPrint, saving, onSave, onPrint } = props;
  const { say } = useWorkbenchSpeaker();
  const desk = useDesk();
  const own = useStyles();
  const isBatch = view === 'batch';
  return (
    <header className={own.bar}>
      <h1 className={own.name}>
        <img src={icon} alt="" className={own.icon} />
        <span className={own.words}>{say('title')}</span>
      </h1>
      <Action
        narrow={narrow}
        name="open"
        icon={<Open20Regular />}
        onClick={() => void desk.pickFiles()}
      />
      <Action
        narrow={narrow}
        name={saving ? 'saving' : 'save'}
        icon={<Save20Regular />}
        disabled={!canSave}
        onClick={onSave}
      />
      <Action
        narrow={narrow}
        name="print"
        icon={<Print20Regular />}
        disabled={!canPrint}
        why={noPrint ? say('print.none') : undefined}
        onClick={onPrint}
      />
      <Action
        narrow={narrow}
        name="batch"
        icon={<FolderOpen20Regular />}
        pressed={isBatch}
        onClick={() => desk.show(isBatch ? 'books' : 'batch')}
      />
      <div className={own.end}>
        <PageChoices {...props} />
      </div>
    </header>
  );
}

interface ActionProps {
  readonly narrow: boolean;
  readonly name: 'open' | 'save' | 'saving' | 'batch' | 'print';
  readonly icon: ReactElement;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  /** Why it cannot be pressed. */
  readonly why?: string | undefined;
  readonly onClick: () => void;
}

/** A button with a picture, and with its name beside it where there is room. */
function Action({ narrow, name, icon: picture, disabled, pressed, why, onClick }: ActionProps) {
  const { say } = useWorkbenchSpeaker();
  return (
    <Button
      appearance="subtle"
      icon={picture}
      disabledFocusable={disabled === true}
      title={why ?? (narrow ? say(name) : undefined)}
      aria-label={narrow ? say(name) : undefined}
      aria-pressed={pressed}
      onClick={() => onClick()}
    >
      {narrow ? null : say(name)}
    </Button>
  );
}

/** How the page looks and speaks, and what is told of it; on a narrow page in a dialog. */
function PageChoices({ narrow, preferences, onPreferences, onAsk }: TopBarProps) {
  const own = useStyles();
  if (narrow) {
    return <Asking name="more" icon={<MoreHorizontal20Regular />} onAsk={onAsk} />;
  }
  return (
    <>
      <div className={own.choice}>
        <ThemeSelect preferences={preferences} onPreferences={onPreferences} />
      </div>
      <div className={own.choice}>
        <LanguageSelect preferences={preferences} onPreferences={onPreferences} />
      </div>
      <Asking name="shortcuts" icon={<Keyboard20Regular />} onAsk={onAsk} />
      <Asking name="about" icon={<Info20Regular />} onAsk={onAsk} />
    </>
  );
}

interface AskingProps extends Pick<TopBarProps, 'onAsk'> {
  readonly name: 'shortcuts' | 'about' | 'more';
  readonly icon: ReactElement;
}

/** A picture that opens a dialog. */
function Asking({ name, icon: picture, onAsk }: AskingProps) {
  const { say } = useWorkbenchSpeaker();
  return (
    <Button
      appearance="subtle"
      icon={picture}
      aria-label={say(name)}
      title={say(name)}
      onClick={() => onAsk(name)}
    />
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
