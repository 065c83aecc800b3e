import { correct } from '../../src/engine/correct';
import type { Fix } from '../../src/engine/fixes';
import type { Session } from '../../src/pane/session';
import { cellOf, ledgerOf, open, scored, steps } from './running';

function corrections(session: Session): readonly Fix[] {
  const { workbook } = session.state();
  return workbook ? correct(workbook.snapshot, workbook.options, null).fixes : [];
}

test('a blank score is filled in with the certain corrections, and remembered as the tool’s', async () => {
  const { session, host } = await open();
  await session.correct(corrections(session));
  expect(await cellOf(host, 'G8')).toBe(30);
  expect((await ledgerOf(host))?.scores).toEqual([
    { sheet: '附表', cell: 'G8', wrote: 30, before: null },
  ]);
  const { notice, undoable } = session.state();
  expect(notice?.message).toEqual({ key: 'pane.notice.fixes', data: { count: 1 } });
  expect(undoable).toBe(true);
});

test('it leaves no marks and no sheets, also where scores follow every edit', async () => {
  const { session, host, clock } = await open({ settings: { autoRecalculate: true } });
  await session.correct(corrections(session));
  clock.pass(5_000);
  await steps(200);
  const ledger = await ledgerOf(host);
  expect([ledger?.flags, ledger?.sheets]).toEqual([[], []]);
});

test('all of it is taken back in one step, what was remembered too', async () => {
  const { session, host } = await open();
  await session.correct(corrections(session));
  await session.undo();
  expect(await cellOf(host, 'G8')).toBeNull();
  expect(await ledgerOf(host)).toBeNull();
});

test('a score that somebody wrote meanwhile stays, and is not the tool’s', async () => {
  const { session, host } = await open();
  const fixes = corrections(session);
  await host.edit('G8', 28);
  await session.correct(fixes);
  expect(await cellOf(host, 'G8')).toBe(28);
  expect(await ledgerOf(host)).toBeNull();
  expect(session.state().notice?.message.key).toBe('pane.notice.stale');
});

test('a filled score follows its row from then on', async () => {
  const { session, host } = await open();
  await session.correct(corrections(session));
  await host.edit('E8', '49%');
  await session.recalculate();
  expect(await cellOf(host, 'G8')).toBe(15);
});

test('in a workbook that is scored, scoring fills in what is blank', async () => {
  const { session, host } = await scored();
  const [blank] = corrections((await open()).session);
  if (!blank) throw new Error('nothing to correct');
  await host.edit('G8', null);
  await session.correct([blank]);
  expect(await cellOf(host, 'G8')).toBe(30);
  expect((await ledgerOf(host))?.scores.filter(({ cell }) => cell === 'G8')).toHaveLength(1);
});
