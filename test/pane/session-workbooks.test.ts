import { createSession } from '../../src/pane/session';
import type { Settings } from '../../src/pane/session-state';
import type { HostPort } from '../../src/hosts/port';
import { FORM, openForm, settled, testClock, withEdits, type EditedHost } from './pane-forms';
import { cellOf, item, ledgerOf } from './running';

/** Two workbooks in one program, as in WPS: whichever is in front is the one read and written. */
async function twoBooks(settings: Partial<Settings> = {}) {
  const first = withEdits(await openForm());
  const second = withEdits(await openForm({ ...FORM, name: '另一张' }));
  const scoring = createSession({ host: second, clock: testClock() });
  await scoring.start();
  await scoring.preview();
  await scoring.apply();
  scoring.stop();
  let front: EditedHost = first;
  const host: HostPort = {
    capabilities: first.capabilities,
    read: () => front.read(),
    apply: (patch, hooks) => front.apply(patch, hooks),
    undo: () => front.undo?.() ?? false,
    onEdit: (callback) => {
      const leave = [first, second].map((one) => one.onEdit(callback));
      return () => leave.forEach((done) => done());
    },
  };
  const clock = testClock();
  const session = createSession({ host, clock, settings });
  await session.start();
  const written = second.patches.length;
  return {
    session,
    clock,
    first,
    second,
    toSecond: (): Promise<void> => {
      front = second;
      return session.start();
    },
    writesToSecond: () => second.patches.length - written,
  };
}

describe('when another workbook comes to the front', () => {
  it('consent to overwrite filled scores stays with the one it was given for', async () => {
    const { session, second, toSecond } = await twoBooks();
    await session.change({ overwriteScores: true });
    await toSecond();
    expect(session.state().settings.overwriteScores).toBe(false);
    await session.recalculate();
    expect(session.state().stage.kind).toBe('ready');
    expect(await cellOf(second, 'G7')).toBe(20);
  });

  it('what was done to the one before is not told of it', async () => {
    const { session, first, toSecond } = await twoBooks();
    await session.preview();
    await session.apply();
    await first.edit('E8', '49%');
    await toSecond();
    const { outcome, dirty, notice, choices } = session.state();
    expect({ outcome, dirty, notice }).toEqual({ outcome: null, dirty: false, notice: null });
    expect(choices.adopt.size).toBe(0);
  });

  it('an adoption not yet written is not made there', async () => {
    const { session, second, toSecond } = await twoBooks();
    await session.adopt([item(session, 'unmet-full-score')]);
    expect(session.state().stage.kind).toBe('preview');
    await toSecond();
    expect(session.state().choices.adopt.size).toBe(0);
    expect(await cellOf(second, 'G7')).toBe(20);
  });

  it('edits of the one before start no recalculation there', async () => {
    const { session, clock, first, second, toSecond, writesToSecond } = await twoBooks({
      autoRecalculate: true,
    });
    await second.file.apply({
      revision: (await second.file.read()).revision,
      values: [],
      flags: [],
      cached: [],
      sheets: [],
      removeSheets: ['汇总表'],
      ledger: undefined,
    });
    await first.edit('E8', '50%');
    await toSecond();
    expect(clock.waiting()).toBe(0);
    clock.pass(5000);
    await settled();
    expect(writesToSecond()).toBe(0);
    expect(session.state().stage.kind).toBe('ready');
  });

  it('what was asked of the one before is not done to it', async () => {
    const { session, second, toSecond, writesToSecond } = await twoBooks();
    const asked = [
      session.setColumn('另一张', 'reason', 'B'),
      session.waive([item(session, 'reason-missing')], '已说明'),
      session.recalculate(),
    ];
    await Promise.all([...asked, toSecond()]);
    expect(writesToSecond()).toBe(0);
    expect((await ledgerOf(second))?.mapping).toEqual({});
    const { stage, notice, workbook } = session.state();
    expect([stage.kind, notice]).toEqual(['ready', null]);
    expect(workbook?.result.tables[0]?.table.sheet).toBe('另一张');
  });

  it('a run that has not begun to write stops', async () => {
    const { session, second, toSecond, writesToSecond } = await twoBooks();
    await second.edit('E8', '49%');
    const turned: Promise<void>[] = [];
    session.subscribe(() => {
      const { stage } = session.state();
      if (stage.kind === 'working' && stage.step === 'reading' && turned.length === 0) {
        turned.push(toSecond());
      }
    });
    await session.recalculate();
    await Promise.all(turned);
    expect(writesToSecond()).toBe(0);
    expect(session.state().notice).toBeNull();
  });
});
