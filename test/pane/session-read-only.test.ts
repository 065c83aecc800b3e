import type { Session } from '../../src/pane/session';
import type { Snapshot } from '../../src/model/snapshot';
import { settled, type EditedHost } from './pane-forms';
import { item, ledgerOf, open, scored } from './running';

const locked = (snapshot: Snapshot, hasOpenCells = false): Snapshot => ({
  ...snapshot,
  sheets: snapshot.sheets.map((sheet) =>
    sheet.name === '附表' ? { ...sheet, protected: true, hasOpenCells } : sheet,
  ),
});

/** A host whose form is protected from when it is told to. */
function protectable(from = false) {
  let on = from;
  return {
    protect: (): void => {
      on = true;
    },
    through: (host: EditedHost): EditedHost => ({
      ...host,
      read: async () => (on ? locked(await host.read()) : host.read()),
    }),
  };
}

test.each<[string, (session: Session) => Promise<void>]>([
  ['scored by a shortcut', (session) => session.preview()],
  ['recalculated by a shortcut', (session) => session.recalculate()],
  ['given a computed score', (session) => session.adopt([item(session, 'unmet-full-score')])],
])('a workbook that can only be read is not %s: the pane says why', async (_, work) => {
  const { session, host } = await open({ through: protectable(true).through });
  await work(session);
  const { stage, notice, choices } = session.state();
  expect(stage.kind).toBe('ready');
  expect(notice).toMatchObject({
    tone: 'error',
    message: { key: 'error.sheet-protected.message', data: { sheet: ['附表'] } },
  });
  expect(choices.adopt.size).toBe(0);
  expect(host.patches).toEqual([]);
});

test('what stood in a preview when the workbook was protected is not written', async () => {
  const { protect, through } = protectable();
  const { session, host } = await open({ through });
  await session.preview();
  protect();
  await session.preview();
  await session.apply();
  expect(host.patches).toEqual([]);
});

test('one protected since it was scored is not recalculated, and stays told as out of date', async () => {
  const { protect, through } = protectable();
  const { session, host, clock } = await scored({ settings: { autoRecalculate: true }, through });
  await host.edit('E8', '49%');
  protect();
  clock.pass(700);
  await settled();
  expect(host.patches).toHaveLength(1);
  expect([session.state().notice?.tone, session.state().dirty]).toEqual(['success', true]);
  await session.recalculate();
  expect(host.patches).toHaveLength(1);
  expect(session.state().notice?.message.key).toBe('error.sheet-protected.message');
});

test('what is recognised in it may still be corrected', async () => {
  const { session, host } = await open({ through: protectable(true).through });
  await session.setColumn('附表', 'reason', 'B');
  expect((await ledgerOf(host))?.mapping).toEqual({ 附表: { reason: 'B' } });
});

test('one whose score cells may be open is offered for scoring', async () => {
  const through = (host: EditedHost): EditedHost => ({
    ...host,
    read: async () => locked(await host.read(), true),
  });
  const { session } = await open({ through });
  await session.preview();
  expect(session.state().stage.kind).toBe('preview');
});
