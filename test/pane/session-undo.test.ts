import { cellOf, scored } from './running';

test('scores that an undo leaves behind what the form says are told as out of date', async () => {
  const { session, host } = await scored();
  await host.edit('E8', '49%');
  await session.recalculate();
  expect(session.state().dirty).toBe(false);
  await session.undo();
  expect(await cellOf(host, 'E8')).toBe('49%');
  expect(await cellOf(host, 'G8')).toBe(30);
  expect(session.state().dirty).toBe(true);
  await session.recalculate();
  expect(await cellOf(host, 'G8')).toBe(15);
});

test('a workbook that is as never scored after an undo is not out of date', async () => {
  const { session } = await scored();
  await session.undo();
  expect(session.state().dirty).toBe(false);
});

test('scores that still fit after an undo are not told as out of date', async () => {
  const { session } = await scored();
  await session.change({ outline: false });
  await session.recalculate();
  await session.change({ outline: true });
  await session.undo();
  expect(session.state().dirty).toBe(false);
});
