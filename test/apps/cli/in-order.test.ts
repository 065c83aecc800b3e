import fc from 'fast-check';
import { inOrder } from '../../../src/apps/cli/in-order';

test('whatever is done first, all is given on in order, and never too much is held', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 40 })
        .chain((count) =>
          fc.shuffledSubarray([...Array(count).keys()], { minLength: count, maxLength: count }),
        ),
      (finished) => {
        const given: number[] = [];
        const order = inOrder<number>(8, (item) => given.push(item));
        for (const number of finished) order.put(number, number);
        expect(given).toEqual([...given.keys()]);
        expect(given).toHaveLength(finished.length);
      },
    ),
  );
});

test('there is room again when the one that was waited for is there', async () => {
  const order = inOrder<number>(2, () => undefined);
  const begun: number[] = [];
  const begin = (number: number) => order.room(number).then(() => begun.push(number));
  const all = Promise.all([0, 1, 2, 3].map(begin));
  await Promise.resolve();
  await Promise.resolve();
  expect(begun).toEqual([0, 1]);
  order.put(1, 1);
  await new Promise(setImmediate);
  expect(begun).toEqual([0, 1]);
  order.put(0, 0);
  await all;
  expect(begun).toEqual([0, 1, 2, 3]);
});

test('what waits for one that never comes is given on at the end', () => {
  const given: number[] = [];
  const order = inOrder<number>(8, (item) => given.push(item));
  for (const number of [3, 1, 0]) order.put(number, number);
  order.flush();
  expect(given).toEqual([0, 1, 3]);
});

test('when no more is to be begun, whoever waits for room goes on, and what is held keeps its turn', async () => {
  const given: number[] = [];
  const order = inOrder<number>(2, (item) => given.push(item));
  order.put(1, 1);
  const waiting = order.room(2);
  order.release();
  await waiting;
  expect(given).toEqual([]);
  order.put(0, 0);
  expect(given).toEqual([0, 1]);
});
