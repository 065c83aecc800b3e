import { FluentProvider } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { TextsContext } from '../../../pane/language';
import { isDarkColour, usePaneTheme } from '../../../pane/theme';
import type { Desk } from '../books/desk';
import { DeskContext, useDeskState } from '../books/desk-context';
import { activeBook } from '../books/desk-state';
import type { BrowserStore, Draft } from '../files/browser-store';
import { Page } from './page';
import { usePageLife } from './page-life';
import { storedPreferences, type WorkbenchPreferences } from './preferences';
import { WorkbenchTextsContext, type WorkbenchLibrary, type WorkbenchTexts } from './speaker';
import { useStartedPanes, type StartedPanes } from './started-panes';

export interface WorkbenchProps {
  readonly desk: Desk;
  readonly library: WorkbenchLibrary;
  readonly store: BrowserStore;
  readonly first: WorkbenchPreferences;
  readonly lost: Promise<readonly Draft[]>;
}

/** The whole page: what it remembers, speaks and looks like, around what stands on the desk. */
export function Workbench({ desk, library, store, first, lost }: WorkbenchProps) {
  const state = useDeskState(desk);
  const [preferences, setPreferences] = useState(first);
  const onPreferences = useCallback((part: Partial<WorkbenchPreferences>) => {
    setPreferences((before) => ({ ...before, ...part }));
  }, []);
  useEffect(() => storedPreferences.keep(preferences), [preferences]);
  const theme = usePaneTheme(preferences.theme === 'system' ? null : preferences.theme === 'dark');
  const dark = isDarkColour(theme.colorNeutralBackground1);
  useEffect(() => {
    desk.setDark(dark);
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  }, [desk, dark]);
  const started = useStartedPanes(desk, library, state.books, preferences, onPreferences);
  const texts = useSpoken(desk, library, started.panes, first.language, preferences.language);
  usePageLife(desk);
  return (
    <FluentProvider theme={theme}>
      <WorkbenchTextsContext value={texts}>
        <TextsContext value={texts}>
          <DeskContext value={desk}>
            <Page
              desk={desk}
              book={activeBook(state)}
              dark={dark}
              store={store}
              lost={lost}
              preferences={preferences}
              onPreferences={onPreferences}
              started={started}
            />
          </DeskContext>
        </TextsContext>
      </WorkbenchTextsContext>
    </FluentProvider>
  );
}

/** The texts of the language chosen, once they are loaded; grid, document and panes follow them. */
function useSpoken(
  desk: Desk,
  library: WorkbenchLibrary,
  panes: StartedPanes['panes'],
  first: WorkbenchPreferences['language'],
  language: WorkbenchPreferences['language'],
): WorkbenchTexts {
  const [spoken, setSpoken] = useState(first);
  useEffect(() => {
    void library.load(language).then(() => {
      setSpoken(language);
      desk.setLanguage(language);
      document.documentElement.lang = language;
      for (const { session } of panes.current.values()) {
        if (session.state().settings.language !== language) void session.change({ language });
      }
    });
  }, [desk, library, panes, language]);
  return library.of(spoken);
}
