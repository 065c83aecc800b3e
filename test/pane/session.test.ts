import { PANE_CHINESE } from '../../src/pane/chinese';
import { reasonText } from '../../src/pane/finding-items';
import { createSession, type Session } from '../../src/pane/session';
import { Failure } from '../../src/model/failure';
import { cellName } from '../../src/model/grid';
import { FORM, openForm, settled, testClock, withEdits } from './pane-forms';
import { cellOf, item, items, open, openCountsIn, scored } from './running';

describe('reading', () => {
  it('shows the tables without writing', async () => {
    const { session, host } = await open();
    expect(session.state().stage.kind).toBe('ready');
    expect(session.state().workbook?.result.tables).toHaveLength(1);
    expect(host.patches).toEqual([]);
  });

  it('says why a workbook cannot be read, and reads it when asked again', async () => {
    const { host, clock } = await open();
    let broken = true;
    const session = createSession({
      clock,
      host: {
        ...host,
        read: () => (broken ? Promise.reject(new Failure('file-damaged')) : host.file.read()),
      },
    });
    await session.start();
    expect(session.state().stage).toMatchObject({
      kind: 'failed',
      failure: { code: 'file-damaged' },
    });
    broken = false;
    await session.start();
    expect(session.state().stage.kind).toBe('ready');
  });

  it('takes anything else thrown for unexpected', async () => {
    const { host, clock } = await open();
    const session = createSession({
      clock,
      host: { ...host, read: () => Promise.reject(new TypeError('x')) },
    });
    await session.start();
    expect(session.state().stage).toMatchObject({ failure: { code: 'unexpected' } });
  });
});

describe('scoring', () => {
  it('first shows what would be written', async () => {
    const { session, host } = await open();
    await session.preview();
    const { stage } = session.state();
    if (stage.kind !== 'preview') throw new Error(stage.kind);
    expect(stage.preview.cells.map(({ label, before, after }) => [label, before, after])).toEqual([
      ['水质达标率', null, 30],
      [{ key: 'pane.change.total', data: {} }, 65, 95],
    ]);
    expect(stage.preview.sheets.map(({ name, isNew }) => [name, isNew])).toEqual([
      ['核查清单', true],
      ['汇总表', true],
      ['自评报告提纲', true],
    ]);
    expect(stage.preview.flags.error).toBeGreaterThan(0);
    expect(host.patches).toEqual([]);
  });

  it('writes what was shown, and shows what changed', async () => {
    const { session, host } = await scored();
    expect(await cellOf(host, 'G8')).toBe(30);
    expect(await cellOf(host, 'G7')).toBe(20);
    const { stage, outcome, notice, dirty } = session.state();
    expect(stage.kind).toBe('ready');
    expect(dirty).toBe(false);
    expect(outcome?.preview.cells).toHaveLength(2);
    expect(notice).toMatchObject({ tone: 'success', message: { key: 'pane.notice.scored' } });
  });

  it('writes nothing when left', async () => {
    const { session, host } = await open();
    await session.preview();
    session.cancel();
    await session.apply();
    expect(session.state().stage.kind).toBe('ready');
    expect(host.patches).toEqual([]);
  });

  it('stops before the first cell when told to', async () => {
    const { session, host } = await open();
    await session.preview();
    session.subscribe(() => {
      const { stage } = session.state();
      if (stage.kind === 'working' && stage.step === 'writing') session.cancel();
    });
    await session.apply();
    expect(host.patches).toEqual([]);
    expect(session.state().notice?.message.key).toBe('pane.notice.cancelled');
  });

  it('does not write over an edit made during the preview', async () => {
    const { session, host } = await open();
    await session.preview();
    await host.edit('E8', '49%');
    await session.apply();
    expect(host.patches).toEqual([]);
    expect(session.state().notice?.message.key).toBe('pane.notice.stale');
    await host.edit('H9', '人口外流');
    expect(session.state().notice).toBeNull();
    await session.preview();
    await session.apply();
    expect(await cellOf(host, 'G8')).toBe(15);
  });

  it('says that nothing is to be written the second time', async () => {
    const { session, host } = await scored();
    await session.recalculate();
    expect(host.patches).toHaveLength(1);
    expect(session.state().notice?.message.key).toBe('pane.notice.upToDate');
  });

  it('does not touch formulas and filled scores unless told', async () => {
    const { session, host } = await scored();
    expect(await cellOf(host, 'G7')).toBe(20);
    await session.change({ overwriteScores: true });
    expect(session.state().dirty).toBe(true);
    await session.recalculate();
    await session.apply();
    expect(await cellOf(host, 'G7')).toBe(18);
    expect((await host.file.read()).sheets[0]?.formulas[10]?.[6]).toBe('SUM(G5,G7:G10)');
  });
});

describe('scores a person filled, with consent to overwrite them', () => {
  const overwriting = { overwriteScores: true };
  const previewed = (session: Session) => {
    const { stage } = session.state();
    if (stage.kind !== 'preview') throw new Error(stage.kind);
    return stage.preview.cells.map(({ cell, before, after }) => [cellName(cell), before, after]);
  };

  it('are shown before 重新计算 replaces them', async () => {
    const { session, host } = await scored();
    await session.change(overwriting);
    await session.recalculate();
    expect(previewed(session)).toContainEqual(['G7', 20, 18]);
    expect(await cellOf(host, 'G7')).toBe(20);
    session.cancel();
    expect(session.state().dirty).toBe(true);
    await session.recalculate();
    await session.apply();
    expect(await cellOf(host, 'G7')).toBe(18);
  });

  it('are not asked about again once they are ours', async () => {
    const { session, host } = await open();
    await session.change(overwriting);
    await session.preview();
    await session.apply();
    expect(await cellOf(host, 'G7')).toBe(18);
    await host.edit('E7', '8处');
    await session.recalculate();
    expect(session.state().stage.kind).toBe('ready');
    expect(await cellOf(host, 'G7')).toBe(16);
  });

  it('are left alone by a recalculation nobody asked for', async () => {
    const { session, host, clock } = await scored({ settings: { autoRecalculate: true } });
    await session.change(overwriting);
    await host.edit('E8', '49%');
    clock.pass(700);
    await settled();
    expect(await cellOf(host, 'G8')).toBe(15);
    expect(await cellOf(host, 'G7')).toBe(20);
    expect(session.state().dirty).toBe(true);
    await session.recalculate();
    expect(previewed(session)).toContainEqual(['G7', 20, 18]);
  });

  it.each<[string, (session: Session) => Promise<void>]>([
    ['another is adopted', (session) => session.adopt([item(session, 'unmet-full-score')])],
    [
      'a finding is set aside',
      (session) => session.waive([item(session, 'reason-missing')], '已说明'),
    ],
    [
      'a reason is written',
      (session) => {
        const { draft } = item(session, 'reason-missing');
        if (!draft) throw new Error('no draft');
        return session.writeReasons([{ sheet: '附表', cell: draft.cell, text: '人口外流' }]);
      },
    ],
  ])('are left alone when %s', async (_, work) => {
    const { session, host } = await scored();
    await host.edit('G9', 30);
    await session.recalculate();
    await session.change(overwriting);
    await work(session);
    expect(session.state().stage.kind).toBe('ready');
    expect(await cellOf(host, 'G9')).toBe(30);
    expect(session.state().dirty).toBe(true);
  });
});

describe('recalculating after edits', () => {
  const automatic = { autoRecalculate: true };

  it('waits for the last edit of a burst and writes only what changed', async () => {
    const { session, host, clock } = await scored({ settings: automatic });
    await host.edit('E8', '60%');
    await host.edit('E8', '49%');
    expect(session.state().dirty).toBe(true);
    expect(clock.waiting()).toBe(1);
    clock.pass(700);
    await settled();
    expect(host.patches).toHaveLength(2);
    expect(host.patches[1]?.values.map(({ values }) => values)).toEqual([[[15]]]);
    expect(session.state().dirty).toBe(false);
  });

  it('does nothing but say so while it is off', async () => {
    const { session, host, clock } = await scored();
    await host.edit('E8', '49%');
    expect(clock.waiting()).toBe(0);
    expect(session.state().dirty).toBe(true);
    await session.recalculate();
    expect(await cellOf(host, 'G8')).toBe(15);
  });

  it('does not answer the echo of its own writes', async () => {
    const { host, clock } = await scored({ settings: automatic, echo: true });
    await host.edit('E8', '49%');
    for (let time = 0; time < 10; time++) {
      clock.pass(700);
      await settled();
    }
    expect(host.patches).toHaveLength(2);
    expect(clock.waiting()).toBe(0);
  });

  it('gives up on a sheet that answers every write with a change', async () => {
    const { session, host, clock } = await scored({ settings: automatic });
    for (let time = 0; time < 12; time++) {
      await host.edit('E8', `${time + 20}%`);
      clock.pass(700);
      await settled();
    }
    expect(host.patches).toHaveLength(1 + 5);
    expect(session.state().settings.autoRecalculate).toBe(false);
    expect(session.state().notice?.message.key).toBe('pane.notice.burst');
  });

  it('leaves a workbook alone that was never scored', async () => {
    const { host, clock } = await open({ settings: automatic });
    await host.edit('E8', '49%');
    clock.pass(700);
    await settled();
    expect(host.patches).toEqual([]);
  });

  it('hears nothing any more once stopped', async () => {
    const { session, host, clock } = await scored({ settings: automatic });
    await host.edit('E8', '49%');
    session.stop();
    expect(clock.waiting()).toBe(0);
    await host.edit('E8', '39%');
    clock.pass(5000);
    await settled();
    expect(host.patches).toHaveLength(1);
  });
});

describe('findings', () => {
  it('are settled by adopting the computed score', async () => {
    const { session, host } = await scored();
    const finding = item(session, 'unmet-full-score');
    expect(finding.finding.adoptable).toBe(18);
    await session.adopt([finding]);
    expect(await cellOf(host, 'G7')).toBe(18);
    expect(item(session, 'unmet-full-score').finding.status).toBe('adopted');
  });

  it('ask for a preview first where nothing was written yet', async () => {
    const { session, host } = await open();
    await session.adopt([item(session, 'unmet-full-score')]);
    expect(session.state().stage.kind).toBe('preview');
    expect(host.patches).toEqual([]);
    await session.apply();
    expect(await cellOf(host, 'G7')).toBe(18);
  });

  it('are answered by a reason with the figures of the row', async () => {
    const { session, host } = await scored();
    const finding = item(session, 'reason-missing');
    if (!finding.draft) throw new Error('no draft');
    const text = reasonText(finding.draft, '人口外流', '', PANE_CHINESE);
    expect(text).toBe('年度指标值30000，实际完成27000，完成率90%。偏差原因：人口外流。');
    await session.writeReasons([{ sheet: '附表', cell: finding.draft.cell, text }]);
    expect(await cellOf(host, 'H9')).toBe(text);
    const left = items(session).filter((one) => one.finding.check === 'reason-missing');
    expect(left.map((one) => one.finding.subject)).toEqual(['群众满意度']);
  });

  it('do not lose what a person wrote into the cell meanwhile', async () => {
    const { session, host } = await scored();
    const { draft } = item(session, 'reason-missing');
    if (!draft) throw new Error('no draft');
    await host.edit('H9', '我写的');
    await session.writeReasons([{ sheet: '附表', cell: draft.cell, text: '别的' }]);
    expect(await cellOf(host, 'H9')).toBe('我写的');
    expect(session.state().notice?.tone).toBe('warning');
  });

  it.each([['before scoring', open] as const, ['after scoring', scored] as const])(
    'set aside %s are kept in the workbook and taken up again',
    async (_, start) => {
      const { session, host } = await start();
      const before = openCountsIn(session);
      await session.waive([item(session, 'unmet-full-score')], '上级已同意');
      expect((await host.file.read()).ledger?.waivers).toEqual([
        { check: 'unmet-full-score', sheet: '附表', cell: 'G7', reason: '上级已同意' },
      ]);
      expect(openCountsIn(session).error).toBe(before.error - 1);
      expect(item(session, 'unmet-full-score').finding.reason).toBe('上级已同意');
      await session.unwaive([item(session, 'unmet-full-score')]);
      expect(openCountsIn(session)).toEqual(before);
    },
  );

  it('select their cell', async () => {
    const { session, host } = await open();
    const { finding } = item(session, 'unmet-full-score');
    await session.select(finding.sheet, finding.cell);
    expect(host.selected).toEqual(['附表!7,7']);
  });
});

describe('corrections', () => {
  it('of a column are remembered in the workbook and taken back', async () => {
    const { session, host } = await open();
    await session.setColumn('附表', 'reason', 'B');
    expect((await host.file.read()).ledger?.mapping).toEqual({ 附表: { reason: 'B' } });
    expect(session.state().workbook?.result.tables[0]?.table.columns.reason?.column).toBe(1);
    await session.setColumn('附表', 'reason', null);
    expect((await host.file.read()).ledger?.mapping).toEqual({});
    expect(session.state().workbook?.result.tables[0]?.table.columns.reason?.column).toBe(7);
  });

  it('of a direction change the score and wait for 重新计算', async () => {
    const { session, host } = await scored();
    await session.setDirection('附表', '受益人口', 'reverse');
    expect((await host.file.read()).ledger?.directions).toEqual({ 附表: { 受益人口: 'reverse' } });
    expect(session.state().workbook?.result.tables[0]?.rows[2]?.score).toBe(30);
    expect(session.state().dirty).toBe(true);
    await session.setDirection('附表', '受益人口', null);
    expect(session.state().workbook?.result.tables[0]?.rows[2]?.score).toBe(27);
  });
});

describe('ways back', () => {
  it('undo brings back the very bytes', async () => {
    const running = await open();
    const before = running.host.file.bytes();
    await running.session.preview();
    await running.session.apply();
    expect(running.session.state().undoable).toBe(true);
    await running.session.undo();
    expect(Buffer.compare(running.host.file.bytes(), before)).toBe(0);
    expect(running.session.state().undoable).toBe(false);
    await running.session.undo();
    expect(running.session.state().notice?.message.key).toBe('pane.notice.nothingToUndo');
  });

  it('are there again for a workbook scored earlier, until there is nothing to take back', async () => {
    const { host } = await scored();
    const again = createSession({
      host: { ...host, undo: () => Promise.resolve(false) },
      clock: testClock(),
    });
    await again.start();
    expect(again.state().undoable).toBe(true);
    await again.undo();
    expect(again.state().undoable).toBe(false);
  });

  it('clearing takes marks and sheets away and leaves the scores', async () => {
    const { session, host } = await scored();
    await session.clearMarks();
    const snapshot = await host.file.read();
    expect(snapshot.sheets.map(({ name }) => name)).toEqual(['附表']);
    expect(snapshot.ledger).toBeNull();
    expect(await cellOf(host, 'G8')).toBe(30);
  });
});

test('the same form reads the same whatever its name', async () => {
  const host = withEdits(await openForm({ ...FORM, name: '表2' }));
  const session = createSession({ host, clock: testClock() });
  await session.start();
  expect(session.state().workbook?.result.tables[0]?.table.sheet).toBe('表2');
});
