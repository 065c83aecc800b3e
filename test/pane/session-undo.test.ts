import type { UndoHooks } from '../../src/hosts/port';
import type { Session } from '../../src/pane/session';
import { cellOf, ledgerOf, open, scored } from './running';

test('scores that an undo leaves behind what the form says are told as out of date', async () => {
  const { session, host } = await scored();
  await host.edit('E8', '49%');
  await session.recalculate();
  expect(session.state().dirty).toBe(false);
  await session.undo();
  expect(await cellOf(host, 'E8')).toBe('49%');
  expect(await cellOf(host, 'G8')).toBe(30);
  expect(session.state().dirty).toBe(true);
  await session.recalculate();
  expect(await cellOf(host, 'G8')).toBe(15);
});

test('a workbook that is as never scored after an undo is not out of date', async () => {
  const { session } = await scored();
  await session.undo();
  expect(session.state().dirty).toBe(false);
});

test('scores that still fit after an undo are not told as out of date', async () => {
  const { session } = await scored();
  await session.change({ outline: false });
  await session.recalculate();
  await session.change({ outline: true });
  await session.undo();
  expect(session.state().dirty).toBe(false);
});

test.each<[string, (session: Session) => Promise<void>]>([
  ['a column', (session) => session.setColumn('附表', 'reason', 'B')],
  ['a direction', (session) => session.setDirection('附表', '受益人口', 'reverse')],
])('a scoring is taken back although %s was remembered since', async (_, work) => {
  const { session, host } = await scored();
  await work(session);
  await session.undo();
  expect(await cellOf(host, 'G8')).toBeNull();
  expect(await ledgerOf(host)).toBeNull();
  const { notice, undoable, dirty } = session.state();
  expect(notice?.message.key).toBe('pane.notice.undone');
  expect([undoable, dirty]).toEqual([false, false]);
});

test('what was remembered before a scoring stays when it is taken back', async () => {
  const { session, host } = await open();
  await session.setColumn('附表', 'reason', 'B');
  await session.preview();
  await session.apply();
  await session.undo();
  expect(await cellOf(host, 'G8')).toBeNull();
  expect((await ledgerOf(host))?.mapping).toEqual({ 附表: { reason: 'B' } });
  expect(session.state().undoable).toBe(false);
});

test('what an undo could not place is named', async () => {
  const { session, host } = await scored();
  Object.assign(host, {
    undo: (hooks?: UndoHooks) => {
      hooks?.onLeft?.([{ kind: 'undo-left', sheet: '附表', cell: { row: 7, column: 6 } }]);
      return host.file.undo();
    },
  });
  await session.undo();
  expect(session.state().notice?.message).toEqual({
    key: 'pane.notice.undoneLeft',
    data: { count: 1, places: '附表!G8' },
  });
});
