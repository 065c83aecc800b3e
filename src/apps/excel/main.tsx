/// <reference types="office-js" />
import { createRoot } from 'react-dom/client';
import { createExcelHost } from '../../hosts/excel/excel-host';
import type { HostPort } from '../../hosts/port';
import { asFailure } from '../../model/failure';
import {
  COMMAND_NAMES,
  createCommands,
  type CommandEvent,
  type CommandTarget,
} from '../../pane/commands';
import { registerFunctions } from './functions/register-functions';
import { PANE_CHINESE } from '../../pane/chinese';
import { createLibrary } from '../../pane/library';
import { Pane } from '../../pane/pane';
import type { PaneTab } from '../../pane/pane-tabs';
import type { Session } from '../../pane/session';
import { browserSurroundings } from '../../pane/surroundings';
import { isDarkColour } from '../../pane/theme';

/** The page of the shared runtime: pane, ribbon commands and custom functions are one program. */
void Office.onReady().then(() => {
  // English comes when it is asked for.
  const library = createLibrary(
    PANE_CHINESE,
    async () => (await import('../../pane/english')).PANE_ENGLISH,
  );
  const surroundings = browserSurroundings(library, Office.context.displayLanguage, documentName());
  let found: (target: CommandTarget) => void = () => undefined;
  const target = new Promise<CommandTarget>((resolve) => {
    found = resolve;
  });
  const commands = createCommands({
    target,
    clock: surroundings.clock,
    openPane: () => Office.addin.showAsTaskpane(),
  });
  for (const name of COMMAND_NAMES) {
    Office.actions.associate(name, (event: CommandEvent) => void commands[name](event));
  }
  registerFunctions(
    {
      associate: (id, run) => CustomFunctions.associate(id, run),
      notAvailable: (text) =>
        new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, text),
    },
    () => library.of(surroundings.preferences.language),
  );
  const onSession = (session: Session, show: (tab: PaneTab) => void): void =>
    found({ session, show });
  const show = (): void => {
    const root = document.getElementById('root');
    if (!root) return;
    createRoot(root).render(
      <Pane
        host={excelHost()}
        surroundings={surroundings}
        dark={officeDark()}
        onSession={onSession}
      />,
    );
  };
  void library.load(surroundings.preferences.language).then(show);
});

/** Where Excel is too old for the host, the pane says so as it says everything else. */
function excelHost(): HostPort {
  try {
    return createExcelHost({
      openContext: () => new Excel.RequestContext(),
      isSetSupported: (set, version) => Office.context.requirements.isSetSupported(set, version),
    });
  } catch (reason) {
    const refuse = (): Promise<never> => Promise.reject(asFailure(reason));
    return {
      capabilities: {
        notes: false,
        editEvents: false,
        merges: false,
      },
      read: refuse,
      apply: refuse,
      onEdit: () => () => undefined,
    };
  }
}

/** Null where this version of Office does not tell its theme. */
function officeDark(): boolean | null {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  return theme ? isDarkColour(theme.bodyBackgroundColor) : null;
}

function documentName(): string {
  const url = Office.context.document.url as string | undefined;
  const name = (url ?? '').split(/[\\/]/).at(-1) ?? '';
  return name === '' ? 'workbook.xlsx' : name;
}
