import { watchNewer } from '../../../src/apps/excel/newer-build';

const SCRIPT = 'pane.0cbe24e6.js';
const SAME = { version: '1.0.0', scripts: ['13.12610abe.js', SCRIPT], previous: [] };
const NEWER = { version: '1.1.0', scripts: ['pane.99999999.js'], previous: [SCRIPT] };

/** Questions answered one after another; time goes on when the test says so. */
function watching(answers: readonly unknown[]) {
  const told: string[] = [];
  const waits: number[] = [];
  let asked = 0;
  let next: (() => void) | null = null;
  const stop = watchNewer(
    {
      script: SCRIPT,
      clock: {
        after: (delay, work) => {
          waits.push(delay);
          next = work;
          return () => {
            next = null;
          };
        },
      },
      ask: () => {
        const answer = answers[asked];
        asked += 1;
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
    },
    (version) => told.push(version),
  );
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return {
    told,
    waits,
    asked: () => asked,
    stop,
    settle,
    pass: async (): Promise<void> => {
      const work = next;
      next = null;
      work?.();
      await settle();
    },
  };
}

test('the build it was loaded from is no news, a later one is told once', async () => {
  const one = watching([SAME, SAME, NEWER, NEWER]);
  await one.settle();
  expect(one.told).toEqual([]);
  await one.pass();
  await one.pass();
  expect(one.told).toEqual(['1.1.0']);
  await one.pass();
  expect(one.asked()).toBe(3);
  expect(one.waits).toEqual([30 * 60_000, 30 * 60_000]);
});

test('a build put back that still has this script is no news', async () => {
  const one = watching([{ ...SAME, version: '0.9.0' }]);
  await one.settle();
  expect(one.told).toEqual([]);
});

test.each([
  ['no such file', null],
  ['a server that is gone', new Error('Failed to fetch')],
  ['the page every unknown address leads to', '<!doctype html>'],
  ['another’s file', { version: 2, scripts: 'pane' }],
])('%s is no news, and is asked again later', async (_, answer) => {
  const one = watching([answer, NEWER]);
  await one.settle();
  expect(one.told).toEqual([]);
  await one.pass();
  expect(one.told).toEqual(['1.1.0']);
});

test('a pane that is closed asks no more and is told nothing', async () => {
  const one = watching([NEWER, NEWER]);
  one.stop();
  await one.settle();
  expect(one.told).toEqual([]);
  const other = watching([SAME, NEWER]);
  await other.settle();
  other.stop();
  await other.pass();
  expect(other.asked()).toBe(1);
});
