import fc from 'fast-check';
import type { Task } from '../../../src/hosts/excel/queue';
import { planClear } from '../../../src/engine/plan';
import type { Patch, PatchReport } from '../../../src/model/patch';
import type { Snapshot } from '../../../src/model/snapshot';
import { planOf } from '../../support/excel-fake/form-book';
import { fuzzRun } from '../../support/fuzz-run';
import {
  answer,
  expectInLedger,
  happen,
  must,
  newWorld,
  pictureOf,
  reopen,
  type,
  type Outcome,
  type World,
} from './queue-world';

const ROWS = 4;
const CELLS = ['E6', 'E7', 'E8', 'G6', 'G8', 'H6'];

type Action =
  | { readonly kind: 'read' | 'score' | 'clear' | 'undo' | 'select' | 'reopen' }
  | { readonly kind: 'edit'; readonly cell: string; readonly value: string | number | null }
  | { readonly kind: 'answer'; readonly outcome: Outcome };

const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  { weight: 12, arbitrary: fc.constant('well' as const) },
  { weight: 1, arbitrary: fc.constant('refused' as const) },
  { weight: 1, arbitrary: fc.constant('much' as const) },
  { weight: 1, arbitrary: fc.nat({ max: 20 }).map((after) => ({ after })) },
);

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('answer' as const), outcome }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      cell: fc.constantFrom(...CELLS),
      value: fc.constantFrom('10个', '8个', 5, null),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('read', 'score', 'score', 'clear', 'undo', 'select', 'reopen'),
    }),
  },
);

/** A run of it: the workbook, and what the person knows of it. */
interface Run {
  readonly world: World;
  calls: number;
  /** What was read last, as it was answered. */
  snapshot: Snapshot | null;
  /** Edits so far. */
  edits: number;
  /** What stood before the last write, while nobody changed anything since; null: not known. */
  before: unknown;
}

const plans = new Map<string, Patch>();

/** The same workbook is scored the same. */
function planned(snapshot: Snapshot): Patch {
  const key = `${snapshot.revision} ${JSON.stringify(snapshot.ledger)}`;
  const known = plans.get(key);
  if (known) return known;
  const plan = planOf(snapshot, { summary: false, outline: false });
  if (plans.size > 20_000) plans.clear();
  plans.set(key, plan);
  return plan;
}

type Asked = Task extends infer T ? (T extends Task ? Omit<T, 'call'> : never) : never;

function ask(run: Run, task: Asked, answered: (value: unknown) => void = () => undefined): void {
  run.calls += 1;
  const { world, edits } = run;
  const before = pictureOf(world);
  const wasBusy = world.state.running !== null;
  world.calls.set(run.calls, {
    answered,
    failed: ({ code }) => {
      if (task.kind !== 'apply') run.before = null;
      // A write that failed is no write, unless it says so.
      const isCalm = !wasBusy && edits === run.edits;
      if (!isCalm || code === 'excel-partly-written' || task.kind !== 'apply') return;
      expect(pictureOf(world)).toEqual(before);
    },
  });
  happen(world, { kind: 'asked', task: { ...task, call: run.calls } });
}

function write(run: Run, plan: (snapshot: Snapshot) => Patch): void {
  const { snapshot, world, edits } = run;
  if (!snapshot || world.state.running) return;
  const before = pictureOf(world);
  run.before = null;
  ask(run, { kind: 'apply', patch: plan(snapshot) }, (value) => {
    const report = value as PatchReport;
    const changed = JSON.stringify(pictureOf(world)) !== JSON.stringify(before);
    run.before = changed && edits === run.edits ? before : null;
    const { known } = world.state;
    must(known === null || known.snapshot.revision === report.revision, 'another revision');
  });
}

function undo(run: Run): void {
  const { world, before, edits } = run;
  if (world.state.running) return;
  run.before = null;
  ask(run, { kind: 'undo' }, (value) => {
    const { undone, left } = value as {
      readonly undone: boolean;
      readonly left: readonly unknown[];
    };
    if (before === null || edits !== run.edits || left.length > 0) return;
    must(undone, 'there was something to take back');
    expect(pictureOf(world)).toEqual(before);
  });
}

function act(run: Run, one: Action): void {
  const { world } = run;
  switch (one.kind) {
    case 'answer':
      answer(world, one.outcome);
      break;
    case 'edit':
      type(world, one.cell, one.value);
      run.edits += 1;
      run.before = null;
      break;
    case 'read':
      ask(run, { kind: 'read' }, (value) => {
        run.snapshot = value as Snapshot;
      });
      break;
    case 'score':
      write(run, planned);
      break;
    case 'clear':
      write(run, planClear);
      break;
    case 'undo':
      undo(run);
      break;
    case 'select':
      ask(run, { kind: 'select', sheet: '1', cell: { row: 5, column: 6 } });
      break;
    case 'reopen':
      // A request on its way may have done anything; what was done at rest is remembered.
      if (world.state.running) run.before = null;
      reopen(world);
      run.snapshot = null;
  }
  expectInLedger(world);
}

function rest({ world }: Run): void {
  for (let trip = 0; world.asked !== null; trip += 1) {
    must(trip < 200, 'it never comes to rest');
    answer(world, 'well');
  }
  must(world.calls.size === 0, 'somebody waits for ever');
  must(world.areEventsOn || world.state.owedEvents !== null, 'events are off for ever');
}

test('whatever is asked of Excel in whatever order, and wherever it stops, the host says what is so', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 50, size: 'max' }), (actions) => {
      const world = newWorld(ROWS);
      const run: Run = { world, calls: 0, snapshot: null, edits: 0, before: null };
      for (const one of actions) act(run, one);
      rest(run);
      // Once Excel answers again, scoring comes out as ever.
      act(run, { kind: 'read' });
      rest(run);
      act(run, { kind: 'score' });
      rest(run);
    }),
    fuzzRun(60),
  );
}, 3_600_000);
