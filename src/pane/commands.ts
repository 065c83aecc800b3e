import type { Clock, Session } from './session';
import type { PaneTab } from './pane-tabs';
import type { Walk } from './walk';

/** What the ribbon hands to a command; it greys out until `completed` is called. */
export interface CommandEvent {
  completed(): void;
}

export interface CommandTarget {
  readonly session: Session;
  readonly show: (tab: PaneTab) => void;
  readonly walk: Walk;
}

export interface CommandHost {
  /** Once the pane's page runs; with the shared runtime that is the commands' own page. */
  readonly target: Promise<CommandTarget>;
  readonly openPane: () => Promise<void>;
  readonly clock: Clock;
}

export type Command = (event: CommandEvent) => Promise<void>;

/** Names of the manifest's function commands and of the shortcuts' actions. */
export const COMMAND_NAMES = [
  'scoreWorkbook',
  'recalculateWorkbook',
  'showFindings',
  'openPane',
  'nextFinding',
  'previousFinding',
] as const;

/** Longer than any run should take, shorter than the five minutes after which Office gives up. */
const LONGEST = 60_000;

/**
 * The commands. Each calls `completed` exactly once: when it is done, when it failed (the pane
 * then says why) or when it takes too long.
 */
export function createCommands(host: CommandHost): Record<(typeof COMMAND_NAMES)[number], Command> {
  const inPane =
    (tab: PaneTab | null, work: (target: CommandTarget) => Promise<void>): Command =>
    async (event) => {
      const running = (async () => {
        await host.openPane();
        const target = await host.target;
        if (tab) target.show(tab);
        await work(target);
      })();
      await atLatest(host.clock, running);
      event.completed();
    };
  const walking = (by: 1 | -1): Command =>
    inPane('findings', ({ walk }) => {
      walk(by);
      return Promise.resolve();
    });
  return {
    scoreWorkbook: inPane('score', ({ session }) => session.preview()),
    recalculateWorkbook: inPane('score', ({ session }) => session.recalculate()),
    showFindings: inPane('findings', async ({ session }) => {
      const sheets = session.state().workbook?.snapshot.ledger?.sheets ?? [];
      const list = sheets.find(({ role }) => role === 'findings');
      if (list) await session.select(list.name, { row: 0, column: 0 });
    }),
    openPane: inPane(null, () => Promise.resolve()),
    nextFinding: walking(1),
    previousFinding: walking(-1),
  };
}

/** Waits for work however it ends, but not for ever. */
function atLatest(clock: Clock, work: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const callOff = clock.after(LONGEST, resolve);
    const done = (): void => {
      callOff();
      resolve();
    };
    work.then(done, done);
  });
}
