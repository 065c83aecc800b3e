import '../../pane/polyfills';
import { createRoot } from 'react-dom/client';
import { createWpsHost } from '../../hosts/wps/wps-host';
import type { EtApplication } from '../../hosts/wps/object-model';
import { createCommands, type CommandTarget } from '../../pane/commands';
import { Pane } from '../../pane/pane';
import type { PaneTab } from '../../pane/pane-tabs';
import type { Session } from '../../pane/session';
import type { Walk } from '../../pane/walk';
import { applicationOf, programOf } from './application';
import { runErrands } from './run-errands';
import { watchWorkbook } from './watch-workbook';
import { wpsSurroundings } from './wps-surroundings';

/** The task pane's page: the same pane as everywhere, over WPS 表格. */
const program = programOf(window);
const application = applicationOf(window) as EtApplication | null;
const root = document.getElementById('root');

if (root && program && application) {
  const surroundings = wpsSurroundings(program, window);
  let found: (target: CommandTarget) => void = () => undefined;
  const target = new Promise<CommandTarget>((resolve) => {
    found = resolve;
  });
  const commands = createCommands({
    target,
    clock: surroundings.clock,
    openPane: () => Promise.resolve(),
  });
  const host = createWpsHost(application);
  const onSession = (session: Session, show: (tab: PaneTab) => void, walk: Walk): void => {
    watchWorkbook(program, host.isInFront, () => void session.start());
    found({ session, show, walk });
  };
  const show = (): void => {
    createRoot(root).render(<Pane host={host} surroundings={surroundings} onSession={onSession} />);
  };
  show();
  runErrands(program.PluginStorage, surroundings.clock, (errand) =>
    commands[errand]({ completed: () => undefined }),
  );
} else document.body.classList.add('outside');
