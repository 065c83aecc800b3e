import { isScored } from '../../src/pane/session-state';
import { cellOf, item, open, scored } from './running';

test('a setting changed while a write is under way does not bring back the reading before it', async () => {
  const { session } = await open();
  await session.preview();
  await Promise.all([session.apply(), session.change({ outline: false })]);
  const { workbook, dirty, notice } = session.state();
  expect(workbook && isScored(workbook.snapshot)).toBe(true);
  expect(dirty).toBe(true);
  expect(notice?.message.key).toBe('pane.notice.scored');
});

test('a setting changed while the workbook is first read holds for what is shown', async () => {
  const { session } = await open();
  await Promise.all([session.start(), session.change({ outline: false })]);
  expect(session.state().workbook?.options.outline).toBe(false);
});

test('a setting that leaves a preview leaves the adoption it showed', async () => {
  const { session, host } = await open();
  await session.adopt([item(session, 'unmet-full-score')]);
  expect(session.state().stage.kind).toBe('preview');
  await session.change({ outline: false });
  expect(session.state().stage.kind).toBe('ready');
  await session.preview();
  await session.apply();
  expect(await cellOf(host, 'G7')).toBe(20);
  expect(await cellOf(host, 'G8')).toBe(30);
});

test('one that changes nothing shown leaves a preview and its adoption alone', async () => {
  const { session, host } = await open();
  await session.adopt([item(session, 'unmet-full-score')]);
  await session.change({ autoRecalculate: true });
  await session.apply();
  expect(await cellOf(host, 'G7')).toBe(18);
});

test('two settings changed quickly both stand', async () => {
  const { session } = await scored();
  await Promise.all([session.change({ outline: false }), session.change({ summary: false })]);
  expect(session.state().workbook?.options).toMatchObject({ outline: false, summary: false });
  await session.recalculate();
  const names = session.state().workbook?.snapshot.sheets.map(({ name }) => name);
  expect(names).toEqual(['附表', '核查清单']);
});
