import { COMMAND_NAMES, createCommands, type CommandTarget } from '../../src/pane/commands';
import shortcuts from '../../src/apps/excel/commands/shortcuts.json';
import { createSession } from '../../src/pane/session';
import { openForm, settled, testClock, withEdits } from './pane-forms';

async function started() {
  const host = withEdits(await openForm());
  const clock = testClock();
  const session = createSession({ host, clock });
  await session.start();
  const shown: string[] = [];
  const walked: number[] = [];
  const target: CommandTarget = {
    session,
    show: (tab) => shown.push(tab),
    walk: (by) => walked.push(by),
  };
  return { host, clock, session, shown, walked, target };
}

const event = () => {
  let count = 0;
  return {
    completed: () => {
      count++;
    },
    count: () => count,
  };
};

describe('a ribbon command', () => {
  it.each(COMMAND_NAMES)('%s is completed once when it works', async (name) => {
    const { target, clock } = await started();
    const told = event();
    await createCommands({
      target: Promise.resolve(target),
      openPane: () => Promise.resolve(),
      clock,
    })[name](told);
    expect(told.count()).toBe(1);
    expect(clock.waiting()).toBe(0);
  });

  it.each(COMMAND_NAMES)('%s is completed once when the pane cannot be opened', async (name) => {
    const { target, clock } = await started();
    const told = event();
    const openPane = (): Promise<void> => Promise.reject(new Error('no pane'));
    await createCommands({ target: Promise.resolve(target), openPane, clock })[name](told);
    expect(told.count()).toBe(1);
  });

  it.each(COMMAND_NAMES)('%s is completed once when the pane never comes', async (name) => {
    const { clock } = await started();
    const told = event();
    const never = new Promise<CommandTarget>(() => undefined);
    const running = createCommands({ target: never, openPane: () => Promise.resolve(), clock })[
      name
    ](told);
    if (name !== 'openPane') expect(told.count()).toBe(0);
    await settled();
    clock.pass(60_000);
    await running;
    expect(told.count()).toBe(1);
  });

  it('评分 shows the preview and writes nothing by itself', async () => {
    const { host, target, session, shown, clock } = await started();
    const commands = createCommands({
      target: Promise.resolve(target),
      openPane: () => Promise.resolve(),
      clock,
    });
    await commands.scoreWorkbook(event());
    expect(shown).toEqual(['score']);
    expect(session.state().stage.kind).toBe('preview');
    expect(host.patches).toEqual([]);
  });

  it('核查清单 goes to the sheet once there is one', async () => {
    const { host, target, session, shown, clock } = await started();
    const commands = createCommands({
      target: Promise.resolve(target),
      openPane: () => Promise.resolve(),
      clock,
    });
    await commands.showFindings(event());
    expect(host.selected).toEqual([]);
    await session.preview();
    await session.apply();
    await commands.showFindings(event());
    expect(host.selected).toEqual(['核查清单!1,1']);
    expect(shown).toEqual(['findings', 'findings']);
  });

  it('goes from finding to finding from the sheet, where F8 is the program’s own', async () => {
    const { target, shown, walked, clock } = await started();
    const openPane = (): Promise<void> => Promise.resolve();
    const commands = createCommands({ target: Promise.resolve(target), openPane, clock });
    await commands.nextFinding(event());
    await commands.previousFinding(event());
    expect(walked).toEqual([1, -1]);
    expect(shown).toEqual(['findings', 'findings']);
  });
});

test('every shortcut is one that Office takes: two modifiers at least and one letter or digit', () => {
  for (const { key } of shortcuts.shortcuts) {
    expect(key.default).toMatch(/^(?:(?:Ctrl|Alt|Shift)\+){2,3}[A-Z0-9]$/);
  }
});

test('every shortcut calls a command', () => {
  const names: readonly string[] = COMMAND_NAMES;
  expect(shortcuts.actions.map(({ id }) => id)).toEqual(names);
  expect(shortcuts.shortcuts.map(({ action }) => action)).toEqual(names);
  const keys = shortcuts.shortcuts.map(({ key }) => key.default);
  expect(new Set(keys).size).toBe(keys.length);
});
