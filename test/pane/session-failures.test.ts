import type { Session } from '../../src/pane/session';
import { NO_CHOICES } from '../../src/pane/session-state';
import { Failure } from '../../src/model/failure';
import { item, ledgerOf, open } from './running';

describe.each<[string, (session: Session) => Promise<void>]>([
  ['a finding set aside', (session) => session.waive([item(session, 'reason-missing')], '已说明')],
  ['a column', (session) => session.setColumn('附表', 'reason', 'B')],
  ['a direction', (session) => session.setDirection('附表', '受益人口', 'reverse')],
])('%s that could not be written', (_, work) => {
  it('is not shown as if it were', async () => {
    let refuses = true;
    const { session, host } = await open({
      through: (host) => ({
        ...host,
        apply: (patch, hooks) =>
          refuses
            ? Promise.reject(new Failure('sheet-protected', { sheet: '附表' }))
            : host.apply(patch, hooks),
      }),
    });
    const before = session.state().workbook?.result;
    await work(session);
    expect(session.state().notice?.message.key).toBe('error.sheet-protected.message');
    expect(session.state().choices).toEqual(NO_CHOICES);
    expect(item(session, 'reason-missing').finding.status).toBe('open');
    await session.change({ outline: false });
    expect(session.state().workbook?.result).toEqual(before);
    expect(item(session, 'reason-missing').finding.status).toBe('open');
    refuses = false;
    await session.waive([item(session, 'unmet-full-score')], '甲');
    const ledger = await ledgerOf(host);
    expect(ledger?.waivers.map(({ reason }) => reason)).toEqual(['甲']);
    expect([ledger?.mapping, ledger?.directions]).toEqual([{}, undefined]);
  });

  it('is not shown either when it was stopped', async () => {
    const { session, host } = await open();
    session.subscribe(() => {
      const { stage } = session.state();
      if (stage.kind === 'working' && stage.step === 'scoring') session.cancel();
    });
    await work(session);
    expect(session.state().notice?.message.key).toBe('pane.notice.cancelled');
    expect(session.state().choices).toEqual(NO_CHOICES);
    expect(host.patches).toEqual([]);
  });
});
