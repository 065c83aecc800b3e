import { PANE_CHINESE } from '../../src/pane/chinese';
import { reasonText } from '../../src/pane/finding-items';
import { oldReasons } from '../../src/pane/old-figures';
import { createSession, type Session } from '../../src/pane/session';
import type { WorkbookResult } from '../../src/model/score';
import { openForm, testClock, withEdits, type EditedHost } from './pane-forms';

const WRITTEN = reasonText(
  { cell: { row: 8, column: 7 }, target: '30000', actual: '27000', rate: '90%' },
  '人口外流',
  '加强监测',
  PANE_CHINESE,
);

async function withReason(text: string): Promise<{ session: Session; host: EditedHost }> {
  const host = withEdits(await openForm());
  await host.edit('H9', text);
  const session = createSession({ host, clock: testClock() });
  await session.start();
  return { session, host };
}

const resultOf = (session: Session): WorkbookResult => {
  const { workbook } = session.state();
  if (!workbook) throw new Error('it is not read');
  return workbook.result;
};

test('a reason with the figures of its row is left alone', async () => {
  const { session } = await withReason(WRITTEN);
  expect(oldReasons(resultOf(session), PANE_CHINESE)).toEqual([]);
});

test('a person’s own words are not looked at, whatever figures they say', async () => {
  const { session } = await withReason('实际完成25000，因为人口外流');
  expect(oldReasons(resultOf(session), PANE_CHINESE)).toEqual([]);
});

test('a reason is written anew with the figures of now and the words of then', async () => {
  const { session, host } = await withReason(WRITTEN);
  await host.edit('E9', '24000');
  await session.start();
  const [old] = oldReasons(resultOf(session), PANE_CHINESE);
  if (!old) throw new Error('nothing is found');
  expect(old.wanted).toBe(
    '年度指标值30000，实际完成24000，完成率80%。偏差原因：人口外流。改进措施：加强监测。',
  );
  const edit = { sheet: old.sheet, cell: old.cell, text: old.wanted, instead: old.stands };
  await session.writeReasons([edit]);
  expect((await host.read()).sheets[0]?.values[8]?.[7]).toBe(old.wanted);
  expect(oldReasons(resultOf(session), PANE_CHINESE)).toEqual([]);
  // What a person wrote there meanwhile stays.
  await host.edit('H9', '我写的');
  await session.writeReasons([edit]);
  expect((await host.read()).sheets[0]?.values[8]?.[7]).toBe('我写的');
});
