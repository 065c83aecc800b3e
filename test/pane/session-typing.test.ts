import { createExcelHost } from '../../src/hosts/excel/excel-host';
import { Failure } from '../../src/model/failure';
import { createSession } from '../../src/pane/session';
import { cellAt, sheetNamed } from '../support/excel-fake/fake-book';
import { openFakeExcel } from '../support/excel-fake/fake-excel';
import { formBook } from '../support/excel-fake/form-book';
import { settled, testClock } from './pane-forms';
import { cellOf, scored } from './running';

/** 自动重算 while somebody goes on typing: docs work/delay-in-cell-edit. */

async function inExcel() {
  const excel = openFakeExcel({ book: formBook(20) });
  const clock = testClock();
  const host = createExcelHost(excel);
  const session = createSession({ host, clock, settings: { autoRecalculate: true } });
  await session.start();
  await session.preview();
  await session.apply();
  session.dismiss();
  await settled();
  return {
    excel,
    clock,
    session,
    pass: async (milliseconds: number): Promise<void> => {
      clock.pass(milliseconds);
      await settled();
    },
    score: () => cellAt(sheetNamed(excel.book, '附表'), 'G6').value,
  };
}

describe('a cell is open when the workbook is to be recalculated', () => {
  test.each(['InvalidOperation', 'InvalidOperationInCellEditMode'])(
    'nothing is said, and it is done once the person is through (%s)',
    async (code) => {
      const { excel, session, pass, score } = await inExcel();
      excel.type('附表', 'E6', '9个');
      await settled();
      excel.cellEdit = code;
      await pass(700);
      expect(session.state()).toMatchObject({
        dirty: true,
        notice: null,
        stage: { kind: 'ready' },
      });
      await pass(1_000);
      expect(session.state().notice).toBeNull();
      // Left with Esc: no edit follows.
      excel.cellEdit = null;
      await pass(2_000);
      expect(score()).toBe(4.05);
      expect(session.state().dirty).toBe(false);
      session.stop();
    },
  );

  test('after the third time it waits for another cell to be selected', async () => {
    const { excel, session, clock, pass, score } = await inExcel();
    excel.type('附表', 'E6', '9个');
    await settled();
    excel.cellEdit = 'InvalidOperationInCellEditMode';
    for (const time of [700, 1_000, 2_000, 4_000]) await pass(time);
    expect(clock.waiting()).toBe(0);
    expect(session.state()).toMatchObject({ dirty: true, notice: null });
    excel.cellEdit = null;
    excel.pick('附表', 'E7');
    await settled();
    await pass(700);
    expect(score()).toBe(4.05);
    session.stop();
  });

  test('selecting cells does nothing where nothing is owed', async () => {
    const { excel, session, clock } = await inExcel();
    excel.forgetTrips();
    for (const cell of ['A1', 'E7', 'G9']) excel.pick('附表', cell);
    await settled();
    expect([clock.waiting(), excel.trips.length]).toEqual([0, 0]);
    session.stop();
  });

  test('asked for by a person it is told all the same', async () => {
    const { excel, session } = await inExcel();
    excel.cellEdit = 'InvalidOperationInCellEditMode';
    await session.recalculate();
    expect(session.state().notice?.message.key).toBe('error.excel-cell-edit.message');
    session.stop();
  });
});

test('a form that changes under an automatic run is tried again without a word', async () => {
  let isStale = true;
  const { session, host, clock } = await scored({
    settings: { autoRecalculate: true },
    through: (inner) => ({
      ...inner,
      apply: (patch, hooks) => {
        if (!isStale || inner.patches.length === 0) return inner.apply(patch, hooks);
        return Promise.reject(new Failure('stale-snapshot'));
      },
    }),
  });
  session.dismiss();
  await host.edit('E8', '49%');
  // More often than automatic writes are counted as a sheet that answers itself.
  for (let turn = 0; turn < 3; turn++) {
    for (const time of [700, 1_000, 2_000, 4_000]) {
      clock.pass(time);
      await settled();
    }
    expect(session.state()).toMatchObject({ dirty: true, notice: null });
    host.rumour();
  }
  isStale = false;
  clock.pass(700);
  await settled();
  expect(await cellOf(host, 'G8')).toBe(15);
  expect(session.state().settings.autoRecalculate).toBe(true);
});

describe('others edit the same workbook', () => {
  test('the pane is out of date and writes nothing', async () => {
    const { excel, session, clock, pass, score } = await inExcel();
    const before = score();
    excel.forgetTrips();
    excel.typeElsewhere('附表', 'E6', '3个');
    await settled();
    await pass(10_000);
    expect([clock.waiting(), excel.trips.length, score()]).toEqual([0, 0, before]);
    expect(session.state().dirty).toBe(true);
    session.stop();
  });

  test('nor does it answer what they edit while it writes', async () => {
    const { excel, session, clock, pass, score } = await inExcel();
    const other = (): unknown => cellAt(sheetNamed(excel.book, '附表'), 'G8').value;
    const written = other();
    excel.type('附表', 'E8', '9个');
    await settled();
    let isOver = false;
    excel.between = () => {
      if (isOver || other() === written) return;
      isOver = true;
      excel.typeElsewhere('附表', 'E6', '3个');
    };
    await pass(700);
    await settled();
    expect(isOver).toBe(true);
    expect(clock.waiting()).toBe(0);
    expect(score()).not.toBe(1.35);
    expect(session.state().dirty).toBe(true);
    session.stop();
  });

  test('an edit of one’s own is answered beside theirs', async () => {
    const { excel, session, pass, score } = await inExcel();
    excel.type('附表', 'E6', '9个');
    excel.typeElsewhere('附表', 'E7', '3个');
    await settled();
    await pass(700);
    expect(score()).toBe(4.05);
    session.stop();
  });
});
