import { isScored } from '../../src/pane/session-state';
import type { EditedHost } from './pane-forms';
import { cellOf, item, ledgerOf, open, type Running } from './running';

/** A host that once written to or undone cannot be read until it is told to. */
function unreadable() {
  let armed = false;
  let broken = false;
  const done = <T>(result: T): T => {
    broken = armed;
    return result;
  };
  return {
    nextTime: (): void => {
      armed = true;
    },
    mend: (): void => {
      armed = false;
      broken = false;
    },
    through: (host: EditedHost): EditedHost => ({
      ...host,
      read: () => (broken ? Promise.reject(new TypeError('x')) : host.read()),
      apply: async (patch, hooks) => done(await host.apply(patch, hooks)),
      undo: async () => done((await host.undo?.()) ?? false),
    }),
  };
}

describe('what was done is said although the workbook could not be read again', () => {
  it('after scoring', async () => {
    const { through, nextTime, mend } = unreadable();
    const { session, host } = await open({ through });
    await session.preview();
    nextTime();
    await session.apply();
    const { stage, notice, outcome, dirty, undoable } = session.state();
    expect(await cellOf(host, 'G8')).toBe(30);
    expect([stage.kind, notice?.tone, notice?.message.key]).toEqual([
      'ready',
      'warning',
      'pane.notice.unread',
    ]);
    expect(outcome?.report.cellsWritten).toBe(1);
    expect([dirty, undoable]).toEqual([true, true]);
    mend();
    await session.preview();
    const { workbook } = session.state();
    expect(workbook && isScored(workbook.snapshot)).toBe(true);
    expect(session.state().notice?.message.key).toBe('pane.notice.nothing');
  });

  it.each<[string, (running: Running) => Promise<void>]>([
    [
      'a finding set aside',
      ({ session }) => session.waive([item(session, 'reason-missing')], '乙'),
    ],
    ['a column', ({ session }) => session.setColumn('附表', 'reason', 'B')],
  ])('after remembering %s, which the next choice does not lose', async (_, work) => {
    const { through, nextTime, mend } = unreadable();
    const running = await open({ through });
    nextTime();
    await work(running);
    const { session, host } = running;
    const ledger = await ledgerOf(host);
    expect(session.state().notice?.message.key).toBe('pane.notice.unread');
    expect(session.state().dirty).toBe(true);
    mend();
    await session.waive([item(session, 'unmet-full-score')], '甲');
    const after = await ledgerOf(host);
    expect(after?.mapping).toEqual(ledger?.mapping);
    expect(after?.waivers.map(({ reason }) => reason)).toEqual([
      ...(ledger?.waivers ?? []).map(({ reason }) => reason),
      '甲',
    ]);
  });

  it('after undoing', async () => {
    const { through, nextTime } = unreadable();
    const { session, host } = await open({ through });
    await session.preview();
    await session.apply();
    nextTime();
    await session.undo();
    expect(await cellOf(host, 'G8')).toBeNull();
    const { stage, notice, outcome, dirty } = session.state();
    expect(stage.kind).toBe('ready');
    expect(notice).toMatchObject({
      tone: 'warning',
      message: { key: 'pane.notice.undoneUnread' },
    });
    expect([outcome, dirty]).toEqual([null, true]);
  });
});
