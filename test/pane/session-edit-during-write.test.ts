import { createExcelHost } from '../../src/hosts/excel/excel-host';
import type { HostPort } from '../../src/hosts/port';
import { createSession } from '../../src/pane/session';
import { cellAt, sheetNamed } from '../support/excel-fake/fake-book';
import { openFakeExcel } from '../support/excel-fake/fake-excel';
import { formBook } from '../support/excel-fake/form-book';
import { settled, testClock, type EditedHost } from './pane-forms';
import { cellOf, open, scored, steps } from './running';

/** Something happens once between a write and the reading after it. */
function between() {
  let happens: (() => Promise<void>) | null = null;
  return {
    next: (what: () => Promise<void>): void => {
      happens = what;
    },
    through: <T extends HostPort>(host: T): T => ({
      ...host,
      apply: async (patch, hooks) => {
        const report = await host.apply(patch, hooks);
        const what = happens;
        happens = null;
        await what?.();
        return report;
      },
    }),
  };
}

describe('an edit between a write and the reading after it', () => {
  it('leaves the pane out of date in Excel', async () => {
    const excel = openFakeExcel({ book: formBook(20) });
    const { next, through } = between();
    const session = createSession({ host: through(createExcelHost(excel)), clock: testClock() });
    await session.start();
    await session.preview();
    next(async () => {
      excel.type('附表', 'E6', '3个');
      await settled();
    });
    await session.apply();
    await settled();
    const sheet = sheetNamed(excel.book, '附表');
    expect(cellAt(sheet, 'G6').value).toBe(3.6);
    expect(session.state().dirty).toBe(true);
    await session.recalculate();
    expect(cellAt(sheet, 'G6').value).toBe(1.35);
    expect(session.state().dirty).toBe(false);
    session.stop();
  });

  it.each([
    ['told of', (host: EditedHost) => host.edit('E8', '49%')],
    ['not told of', (host: EditedHost) => host.slip('E8', '49%')],
  ])('leaves it out of date on a host that is slow, %s', async (_, edit) => {
    const { next, through } = between();
    const { session, host } = await open({ through });
    await session.preview();
    next(() => edit(host));
    await session.apply();
    expect(session.state().notice?.message.key).toBe('pane.notice.scored');
    expect(session.state().dirty).toBe(true);
    await session.recalculate();
    expect(await cellOf(host, 'G8')).toBe(15);
    expect(session.state().dirty).toBe(false);
  });

  it.each([
    ['told of', (host: EditedHost) => host.edit('E8', '49%')],
    ['not told of', (host: EditedHost) => host.slip('E8', '49%')],
  ])('is answered by another automatic recalculation, %s', async (_, edit) => {
    const { next, through } = between();
    const { session, host, clock } = await scored({
      settings: { autoRecalculate: true },
      through,
    });
    next(() => edit(host));
    await host.edit('E7', '8处');
    for (let time = 0; time < 2; time++) {
      clock.pass(700);
      await settled();
    }
    expect(await cellOf(host, 'G8')).toBe(15);
    expect(session.state().dirty).toBe(false);
    expect(clock.waiting()).toBe(0);
  });
});

test('what only others edited while it was written is shown, and not answered by a write', async () => {
  const { next, through } = between();
  let isOther = false;
  const { session, host, clock } = await scored({
    settings: { autoRecalculate: true },
    through: (one) => ({
      ...through(one),
      onEdit: (callback) => one.onEdit(() => callback(isOther ? 'elsewhere' : 'here')),
    }),
  });
  const before = await cellOf(host, 'G8');
  next(async () => {
    isOther = true;
    await host.edit('E8', '49%');
  });
  await host.edit('E7', '8处');
  clock.pass(700);
  await settled();
  expect([isOther, clock.waiting()]).toEqual([true, 0]);
  expect(await cellOf(host, 'G8')).toBe(before);
  expect(session.state().dirty).toBe(true);
});

test('an edit told of while the workbook is read again after a write is not called up to date', async () => {
  let reads = 0;
  let edit: (() => void) | null = null;
  const { session, host } = await open({
    through: (one) => ({
      ...one,
      read: async () => {
        const snapshot = await one.read();
        reads += 1;
        if (reads === 3) edit?.();
        return snapshot;
      },
    }),
  });
  edit = () => void host.edit('E8', '49%');
  await session.preview();
  await session.apply();
  expect(session.state().dirty).toBe(true);
  await settled();
  await session.recalculate();
  expect(await cellOf(host, 'G8')).toBe(15);
});

test('a run that failed after it had written shows what stands, and is not called up to date', async () => {
  let lost = false;
  const { session, host } = await scored({
    through: (one) => ({
      ...one,
      apply: async (patch, hooks) => {
        const report = await one.apply(patch, hooks);
        if (lost) throw new Error('the answer was lost');
        return report;
      },
    }),
  });
  await host.edit('E8', '49%');
  lost = true;
  await session.recalculate();
  const { workbook, notice, undoable } = session.state();
  expect(notice?.tone).toBe('error');
  expect(workbook?.snapshot.revision).toBe((await host.file.read()).revision);
  expect(undoable).toBe(true);
});

describe('an edit nobody was told of', () => {
  it('is told once a preview shows what comes of it, also where that is left', async () => {
    const { session, host } = await scored();
    await host.slip('E8', '49%');
    await session.preview();
    session.cancel();
    expect(session.state()).toMatchObject({ stage: { kind: 'ready' }, dirty: true });
  });

  it('is not shown as up to date where looking for it was stopped', async () => {
    const { session, host } = await scored();
    await host.slip('E8', '49%');
    const before = session.state().workbook;
    session.subscribe(() => {
      const { stage } = session.state();
      if (stage.kind === 'working' && stage.step === 'scoring')
        void steps(2).then(() => session.cancel());
    });
    await session.preview();
    const { workbook, dirty } = session.state();
    expect(workbook === before || dirty).toBe(true);
  });
});

describe('a workbook scored earlier', () => {
  const again = async (host: HostPort) => {
    const session = createSession({ host, clock: testClock() });
    await session.start();
    return session.state();
  };

  it.each([
    ['a figure', 'E8', '49%'],
    ['a score of ours', 'G8', null],
    ['a reason', 'H9', '人口外流'],
  ])('in which %s was changed since is opened as out of date', async (_, cell, value) => {
    const { session, host } = await scored();
    session.stop();
    await host.slip(cell, value);
    expect(await again(host)).toMatchObject({ stage: { kind: 'ready' }, dirty: true });
  });

  it('is opened as up to date where nothing was', async () => {
    const { session, host } = await scored();
    await session.change({ outline: false });
    await session.recalculate();
    expect(await again(host)).toMatchObject({ stage: { kind: 'ready' }, dirty: false });
  });

  it('on a host without notes is not taken for changed', async () => {
    const { host } = await scored();
    const silent: HostPort = {
      ...host,
      read: async () => {
        const snapshot = await host.read();
        const { ledger } = snapshot;
        const flags = (ledger?.flags ?? []).map((flag) => ({ ...flag, note: null }));
        return { ...snapshot, ledger: ledger && { ...ledger, flags } };
      },
    };
    expect((await again(silent)).dirty).toBe(false);
  });
});
