import { createOwnWrites } from '../../src/hosts/own-writes';

const ECHO_MS = 3_000;

test('the end of a sheet is our own only where the write takes it away or made it', () => {
  let now = 0;
  const writes = createOwnWrites(() => now);
  const close = writes.open({
    cells: new Map([['form', null]]),
    present: new Set(['form', 'persons', 'ours']),
    removed: new Set(['ours']),
  });
  const asked = (): readonly boolean[] =>
    ['form', 'persons', 'ours', 'made'].map((id) => writes.removes(id));
  expect(asked()).toEqual([false, false, true, true]);
  close();
  now += ECHO_MS;
  expect(asked()).toEqual([false, false, true, true]);
  now += 1;
  expect(asked()).toEqual([false, false, false, false]);
});
