import fc from 'fast-check';
import { isBlank } from '../../src/model/blank';
import { createSession, type Session } from '../../src/pane/session';
import { fuzzRun } from '../support/fuzz-run';
import {
  DELIVERIES,
  ODDITIES,
  oddExcel,
  oddWps,
  type Delivery,
  type Oddity,
  type OddProgram,
  type Typed,
} from './odd-programs';
import { testClock, type TestClock } from './pane-forms';
import { items } from './running';

const COMMANDS = ['preview', 'apply', 'recalculate', 'adopt', 'undo', 'clear', 'start'] as const;
type Command = (typeof COMMANDS)[number];

type Happening =
  | {
      readonly do: 'edit';
      readonly row: number;
      readonly column: number;
      readonly value: string | number;
    }
  | { readonly do: 'odd'; readonly what: Oddity }
  | { readonly do: 'deliver'; readonly how: Delivery }
  | { readonly do: 'ask'; readonly what: Command }
  | { readonly do: 'set'; readonly overwrite: boolean }
  | { readonly do: 'cancel' | 'turn' | 'rest' };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      row: fc.nat(3),
      column: fc.nat(2),
      value: fc.constantFrom<string | number>('', '10个', '8个', 7.5, '—'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('odd' as const), what: fc.constantFrom(...ODDITIES) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('deliver' as const),
      how: fc.constantFrom(...DELIVERIES),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('ask' as const), what: fc.constantFrom(...COMMANDS) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('set' as const), overwrite: fc.boolean() }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom<'cancel' | 'turn' | 'rest'>('cancel', 'turn', 'turn', 'rest'),
    }),
  },
);

const sequence = fc.array(happening, { minLength: 2, maxLength: 16, size: 'max' });

interface World {
  readonly program: OddProgram;
  readonly session: Session;
  readonly clock: TestClock;
  readonly typed: Map<string, { readonly typed: Typed; readonly value: unknown }>;
  readonly waiting: Set<Promise<void>>;
  /** Scores of the person's that they agreed to lose. */
  consented: boolean;
}

type Open = (now: () => number, activated: () => void) => OddProgram;

function openWorld(open: Open): World {
  let activated = (): void => undefined;
  const clock = testClock();
  const program = open(
    () => clock.now(),
    () => activated(),
  );
  const session = createSession({ host: program.host, clock, settings: { autoRecalculate: true } });
  activated = () => void session.start();
  return { program, session, clock, typed: new Map(), waiting: new Set(), consented: false };
}

function ask(world: World, what: Command): Promise<void> {
  const { session } = world;
  if (what === 'clear') return session.clearMarks();
  if (what !== 'adopt') return session[what]();
  const found = session.state().workbook ? items(session) : [];
  const adoptable = found.filter(
    ({ finding }) => finding.status === 'open' && finding.adoptable !== null,
  );
  world.consented ||= adoptable.length > 0;
  return session.adopt(adoptable.slice(0, 1));
}

function waitFor(world: World, asked: Promise<void>): void {
  const kept = asked.finally(() => world.waiting.delete(kept));
  world.waiting.add(kept);
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve));
}

async function rest({ clock }: World): Promise<void> {
  await turns();
  clock.pass(4_000);
  await turns();
}

async function happen(world: World, one: Happening): Promise<void> {
  const { program, session } = world;
  switch (one.do) {
    case 'edit': {
      const cell = `${program.columns[one.column] ?? 'E'}${program.rows[one.row] ?? 7}`;
      const typed = program.type(cell, one.value);
      world.typed.set(typed.place, { typed, value: typed.now() });
      return;
    }
    case 'odd':
      program.odd(one.what);
      return;
    case 'deliver':
      program.deliver(one.how);
      return;
    case 'ask':
      waitFor(world, ask(world, one.what));
      return;
    case 'set':
      world.consented ||= one.overwrite;
      waitFor(world, session.change({ overwriteScores: one.overwrite }));
      return;
    case 'cancel':
      session.cancel();
      return;
    case 'turn':
      return new Promise((resolve) => setTimeout(resolve));
    case 'rest':
      return rest(world);
  }
}

/** Until every event has come and nothing is under way any more. */
async function comeToRest(world: World): Promise<void> {
  const { program, waiting, clock, session } = world;
  program.home();
  const isBusy = (): boolean => program.waits() || waiting.size > 0 || clock.waiting() > 0;
  for (let time = 0; time < 40 && (time < 2 || isBusy()); time++) {
    program.deliver('in order');
    await rest(world);
  }
  expect([program.waits(), waiting.size, clock.waiting()]).toEqual([false, 0, 0]);
  expect(['ready', 'preview', 'failed']).toContain(session.state().stage.kind);
}

/** What a person typed stands, but for scores: those may be filled, and replaced by consent. */
function expectNothingLost({ typed, program, consented }: World): void {
  const [, score] = program.columns;
  for (const [place, { typed: cell, value }] of typed) {
    const now = cell.now();
    if (now === value) continue;
    const isScore = place.replace(/^.*!/, '').startsWith(score);
    const mayBeFilled =
      consented || value === null || (typeof value === 'string' && isBlank(value));
    expect([place, value, now, isScore && mayBeFilled]).toEqual([place, value, now, true]);
  }
}

/** What is shown as up to date is. */
async function expectTruth({ program, session }: World): Promise<void> {
  const { workbook, dirty, stage } = session.state();
  const { revision } = await program.fresh().read();
  if (stage.kind === 'ready' && !dirty) expect(workbook?.snapshot.revision).toBe(revision);
}

/** One more scoring, and back. */
async function expectUndoGivesBack({ program, session }: World): Promise<void> {
  await session.change({ autoRecalculate: false, overwriteScores: false });
  await session.start();
  const before = program.picture();
  await session.preview();
  if (session.state().stage.kind === 'preview') await session.apply();
  expect(session.state().notice?.tone).not.toBe('error');
  const after = program.picture();
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  await session.undo();
  expect(program.picture()).toEqual(before);
}

async function holds(open: Open, happenings: readonly Happening[]): Promise<void> {
  const world = openWorld(open);
  // Not waited for: events may come before the workbook is read.
  waitFor(world, world.session.start());
  for (const one of happenings) await happen(world, one);
  await comeToRest(world);
  expectNothingLost(world);
  await expectTruth(world);
  await expectUndoGivesBack(world);
  world.session.stop();
}

test('in Excel, in whatever order its events come', async () => {
  await fc.assert(
    fc.asyncProperty(sequence, (happenings) => holds(oddExcel, happenings)),
    fuzzRun(8),
  );
}, 3_600_000);

test('in WPS, in whatever order its events come', async () => {
  await fc.assert(
    fc.asyncProperty(sequence, (happenings) => holds(oddWps, happenings)),
    fuzzRun(8),
  );
}, 3_600_000);
