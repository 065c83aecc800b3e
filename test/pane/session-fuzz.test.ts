import fc from 'fast-check';
import type { Settings } from '../../src/pane/session-state';
import type { Job } from '../../src/pane/session/jobs';
import { fuzzRun } from '../support/fuzz-run';
import { happen, openWorld, rest, type Happening, type World } from './session-driver';
import { PERSONS_CELLS, valueOf } from './session-model';

const sheet = '附表';
const job: fc.Arbitrary<Job> = fc.constantFrom<Job[]>(
  { kind: 'preview' },
  { kind: 'recalculate' },
  { kind: 'clear' },
  { kind: 'undo' },
  { kind: 'adopt', places: ['附表!G3'] },
  {
    kind: 'reasons',
    edits: [{ sheet, cell: { row: 3, column: 7 }, text: '人口外流' }],
    of: 'reasons',
  },
  {
    kind: 'reasons',
    edits: [{ sheet, cell: { row: 3, column: 6 }, text: 27, instead: 30 }],
    of: 'fixes',
  },
  {
    kind: 'choose',
    choice: {
      of: 'waive',
      added: [{ check: 'unmet-full-score', sheet, cell: 'G3', reason: '已说明' }],
    },
  },
  {
    kind: 'choose',
    choice: { of: 'unwaive', gone: [{ check: 'unmet-full-score', sheet, cell: 'G3' }] },
  },
  {
    kind: 'choose',
    choice: { of: 'direction', sheet, indicator: '受益人口', direction: 'reverse' },
  },
);

const settings: fc.Arbitrary<Partial<Settings>> = fc.constantFrom<Partial<Settings>[]>(
  { overwriteScores: true },
  { overwriteScores: false },
  { autoRecalculate: true },
  { autoRecalculate: false },
  { outline: false },
  { outline: true },
);

const edit = fc.oneof(
  fc.record({
    cell: fc.constantFrom('E3', 'E4'),
    value: fc.constantFrom('10处', '8处', '30000', '15000', null),
  }),
  fc.record({ cell: fc.constantFrom('G3', 'G4'), value: fc.constantFrom(50, 45, 12, '—', null) }),
  fc.record({ cell: fc.constant('H4'), value: fc.constantFrom('我写的', null) }),
);

const disturbance: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        edit,
        heard: fc.boolean(),
        from: fc.constantFrom('here' as const, 'here' as const, 'elsewhere' as const),
      })
      .map((one) => ({ do: 'edit' as const, ...one.edit, heard: one.heard, from: one.from })),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('let' as const),
      which: fc.nat(2),
      how: fc.constantFrom('go', 'partly', 'refuse', 'lose', 'busy'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('change' as const), settings }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('agree', 'tick', 'cancel', 'switch', 'switch', 'dismiss', 'move'),
    }),
  },
);

const request: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ do: fc.constant('ask' as const), job }),
  fc.record({ do: fc.constantFrom('score', 'score', 'agree', 'tick', 'switch') }),
);

/** Something is asked for; how far it gets; what comes then; whether it is waited for. */
const scene = fc
  .record({
    request,
    times: fc.nat(14),
    late: fc.boolean(),
    disturbances: fc.array(disturbance, { maxLength: 3 }),
    waits: fc.boolean(),
  })
  .map(({ request: first, times, late, disturbances, waits }): readonly Happening[] => [
    first,
    { do: 'go-on', times, late },
    ...disturbances,
    ...(waits ? [{ do: 'rest' } as const] : []),
  ]);

/**
 * Taken back one by one, also while it recalculates by itself: what the person typed stands, all else
 * is as before the first write, and nothing of ours is left.
 */
function expectAllTakenBack(world: World): void {
  const { book } = world;
  for (let left = book.history.length; left > 0; left -= 1) {
    expect(book.history.length).toBe(left);
    happen(world, { do: 'ask', job: { kind: 'undo' } });
    rest(world);
  }
  expect(book.history).toEqual([]);
  const { ledger } = book.snapshot;
  expect([ledger?.scores ?? [], ledger?.flags ?? [], ledger?.sheets ?? []]).toEqual([[], [], []]);
  for (const cell of PERSONS_CELLS) {
    const typed = book.typed.get(cell) ?? null;
    // Who types what we wrote cannot be told from us.
    if (book.wrote.has(JSON.stringify([cell, typed]))) continue;
    expect([cell, valueOf(book, cell)]).toEqual([cell, typed]);
  }
}

test('whatever happens in whatever order, no edit is lost and nothing false is said', () => {
  fc.assert(
    fc.property(
      fc.array(scene, { maxLength: 10, size: 'max' }),
      fc.boolean(),
      (scenes, autoRecalculate) => {
        const world = openWorld({ autoRecalculate });
        for (const one of scenes.flat()) happen(world, one);
        rest(world);
        const { run, queue, shown } = world.machine;
        expect([run, queue, world.waiting.size]).toEqual([null, [], 0]);
        expect(['ready', 'preview', 'failed']).toContain(shown.stage.kind);
        // Once looked at again, everything is known, also what nobody was told of.
        happen(world, { do: 'ask', job: { kind: 'recalculate' } });
        rest(world);
        const { book, machine } = world;
        expect(machine.shown.workbook?.snapshot.revision).toBe(book.snapshot.revision);
        for (const cell of ['E3', 'E4']) {
          expect([cell, valueOf(book, cell)]).toEqual([cell, book.typed.get(cell)]);
        }
        expectAllTakenBack(world);
      },
    ),
    fuzzRun(150),
  );
}, 3_600_000);
