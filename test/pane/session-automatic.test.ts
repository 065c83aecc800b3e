import { Failure } from '../../src/model/failure';
import { settled, type EditedHost } from './pane-forms';
import { cellOf, scored, type Running } from './running';

const automatic = { autoRecalculate: true };

async function due({ clock }: Running): Promise<void> {
  clock.pass(700);
  await settled();
}

/** A host that refuses once, when told to. */
function refusing() {
  let refuse = false;
  return {
    nextTime: (): void => {
      refuse = true;
    },
    through: (host: EditedHost): EditedHost => ({
      ...host,
      apply: (patch, hooks) => {
        if (!refuse) return host.apply(patch, hooks);
        refuse = false;
        return Promise.reject(new Failure('stale-snapshot'));
      },
    }),
  };
}

test('scores a refused run did not write are written by the next', async () => {
  const { nextTime, through } = refusing();
  const running = await scored({ settings: automatic, through });
  const { session, host } = running;
  nextTime();
  await host.edit('E8', '49%');
  await due(running);
  expect(session.state().dirty).toBe(true);
  host.rumour();
  await due(running);
  expect(await cellOf(host, 'G8')).toBe(15);
  expect(session.state().dirty).toBe(false);
});

test.each<[string, (running: Running) => Promise<void>]>([
  ['undone', ({ session }) => session.undo()],
  ['read anew', ({ session, host }) => Promise.resolve(host.undo?.()).then(() => session.start())],
])('scores of a run %s are not told as up to date', async (_, work) => {
  const running = await scored({ settings: automatic });
  const { session, host } = running;
  await host.edit('E8', '49%');
  await due(running);
  await work(running);
  expect(await cellOf(host, 'G8')).toBe(30);
  host.rumour();
  await due(running);
  expect(await cellOf(host, 'G8')).toBe(15);
  expect(session.state().dirty).toBe(false);
});

test('a score a person puts back by hand is theirs, and its cell is looked at again', async () => {
  const running = await scored({ settings: automatic });
  const { session, host } = running;
  await host.edit('E8', '49%');
  await session.recalculate();
  await host.edit('G8', 30);
  await due(running);
  const patchesThen = host.patches.length;
  await session.recalculate();
  expect(host.patches).toHaveLength(patchesThen);
});
