import type { Session } from '../../src/pane/session';
import { settled } from './pane-forms';
import { cellOf, item, items, ledgerOf, open, scored, stagesOf, steps } from './running';

/** So many steps after the first choice the second is made: before, during and after its turn. */
const GAPS = Array.from({ length: 16 }, (_, gap) => gap);

describe('two choices made quickly are both kept', () => {
  it.each(GAPS)('findings set aside, %i steps apart', async (gap) => {
    const { session, host } = await open();
    const [one, other] = [item(session, 'score-missing'), item(session, 'reason-missing')];
    const first = session.waive([one], '甲');
    await steps(gap);
    await Promise.all([first, session.waive([other], '乙')]);
    const waivers = (await ledgerOf(host))?.waivers ?? [];
    expect(waivers.map(({ reason }) => reason)).toEqual(['甲', '乙']);
  });

  it.each(GAPS)('columns, %i steps apart', async (gap) => {
    const { session, host } = await open();
    const first = session.setColumn('附表', 'unit', 'A');
    await steps(gap);
    await Promise.all([first, session.setColumn('附表', 'reason', 'B')]);
    expect((await ledgerOf(host))?.mapping).toEqual({ 附表: { unit: 'A', reason: 'B' } });
  });

  it.each(GAPS)('directions, %i steps apart', async (gap) => {
    const { session, host } = await open();
    const first = session.setDirection('附表', '受益人口', 'reverse');
    await steps(gap);
    await Promise.all([first, session.setDirection('附表', '水质达标率', 'reverse')]);
    expect((await ledgerOf(host))?.directions).toEqual({
      附表: { 受益人口: 'reverse', 水质达标率: 'reverse' },
    });
  });

  it.each(GAPS)('one adopted %i steps after an automatic recalculation began', async (gap) => {
    const { session, host, clock } = await scored({ settings: { autoRecalculate: true } });
    const finding = item(session, 'unmet-full-score');
    await host.edit('E8', '49%');
    clock.pass(700);
    await steps(gap);
    await session.adopt([finding]);
    await settled();
    expect(await cellOf(host, 'G7')).toBe(18);
    expect(await cellOf(host, 'G8')).toBe(15);
    expect(session.state().notice?.message.key).toBe('pane.notice.adopted');
  });

  it('scores adopted one after the other in a workbook not scored yet', async () => {
    const { session, host } = await open();
    await host.edit('G9', 30);
    await session.start();
    const findings = items(session).filter(({ finding }) => finding.check === 'unmet-full-score');
    await Promise.all(findings.map((one) => session.adopt([one])));
    await session.apply();
    expect([await cellOf(host, 'G7'), await cellOf(host, 'G9')]).toEqual([18, 27]);
  });
});

test.each<[string, (session: Session) => Promise<void>]>([
  ['a column', (session) => session.setColumn('附表', 'reason', 'B')],
  ['a direction', (session) => session.setDirection('附表', '受益人口', 'reverse')],
  ['a finding set aside', (session) => session.waive([item(session, 'reason-missing')], '已说明')],
])('while %s is being remembered the pane says that it works', async (_, work) => {
  const { session } = await open();
  const stages = await stagesOf(session, () => work(session));
  expect(stages).toContain('working');
  expect(session.state().stage.kind).toBe('ready');
});

test('a direction taken back again quickly is the one kept', async () => {
  const { session, host } = await open();
  const first = session.setDirection('附表', '受益人口', 'reverse');
  await steps(4);
  await Promise.all([first, session.setDirection('附表', '受益人口', null)]);
  expect((await ledgerOf(host))?.directions?.附表?.受益人口).toBeUndefined();
  expect(session.state().workbook?.result.tables[0]?.rows[2]?.score).toBe(27);
});

test('a score whose adoption was stopped is not told of as adopted', async () => {
  const { session } = await scored();
  const leave = session.subscribe(() => {
    const { stage } = session.state();
    if (stage.kind === 'working' && stage.step === 'writing') session.cancel();
  });
  await session.adopt([item(session, 'unmet-full-score')]);
  leave();
  const { workbook, choices, notice } = session.state();
  expect(notice?.message.key).toBe('pane.notice.cancelled');
  expect([workbook?.options.adopt?.size ?? 0, choices.adopt.size]).toEqual([0, 0]);
});

test('an adoption is forgotten with the preview that showed it, whatever takes its place', async () => {
  const { session, host } = await open();
  await session.adopt([item(session, 'unmet-full-score')]);
  await session.undo();
  expect(session.state().choices.adopt.size).toBe(0);
  await session.preview();
  await session.apply();
  expect(await cellOf(host, 'G7')).toBe(20);
});
