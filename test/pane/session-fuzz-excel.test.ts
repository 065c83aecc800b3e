import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { createExcelHost } from '../../src/hosts/excel/excel-host';
import { isBlank } from '../../src/model/blank';
import type { Settings } from '../../src/pane/session-state';
import { createSession, type Session } from '../../src/pane/session';
import { cellAt, pictureOf, sheetNamed } from '../support/excel-fake/fake-book';
import { openFakeExcel, type FakeExcel, type Fault } from '../support/excel-fake/fake-excel';
import { formBook } from '../support/excel-fake/form-book';
import { fuzzRun } from '../support/fuzz-run';
import { testClock, type TestClock } from './pane-forms';
import { items } from './running';

const CELLS = [6, 7, 8, 9].flatMap((row) => [`E${row}`, `G${row}`, `H${row}`]);

type Command = 'preview' | 'apply' | 'recalculate' | 'adopt' | 'waive' | 'undo' | 'clear' | 'start';

type Happening =
  | {
      readonly do: 'edit';
      readonly cell: string;
      readonly value: string | number;
      /** Requests to Excel from now on before it comes; 0: now. */
      readonly after: number;
    }
  | { readonly do: Command | 'cancel' | 'wait' }
  | { readonly do: 'change'; readonly settings: Partial<Settings> }
  | { readonly do: 'fault'; readonly after: number; readonly fault: Fault };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      cell: fc.constantFrom(...CELLS),
      value: fc.constantFrom<string | number>('', '10个', '8个', 7.5, '—'),
      after: fc.nat(4),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom<Command | 'cancel' | 'wait'>(
        ...(['preview', 'apply', 'apply', 'recalculate', 'adopt', 'waive'] as const),
        ...(['undo', 'clear', 'start', 'cancel', 'wait', 'wait', 'wait', 'wait'] as const),
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      settings: fc.constantFrom<Partial<Settings>[]>(
        { autoRecalculate: true },
        { outline: false },
        { overwriteScores: true },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      after: fc.nat(3),
      fault: fc.constantFrom<Fault[]>(
        { kind: 'refuse', code: 'ServiceUnavailable' },
        { kind: 'halt', after: 40, code: 'GeneralException' },
        { kind: 'lost' },
      ),
    }),
  },
);

const WRITES = ['score', 'overwrite', 'adopt', 'clear', 'fewer'] as const;
type Write = (typeof WRITES)[number];

const scenes = fc.tuple(
  fc.array(happening, { maxLength: 14, size: 'max' }),
  fc.array(fc.constantFrom(...WRITES), { minLength: 1, maxLength: 4 }),
);

interface World {
  readonly excel: FakeExcel;
  readonly clock: TestClock;
  readonly session: Session;
  readonly typed: Map<string, unknown>;
  /** Asked for and not yet answered. */
  readonly waiting: Set<Promise<void>>;
  /** Scores of the person's that they agreed to lose. */
  consented: boolean;
}

const valueOf = ({ excel }: World, cell: string): unknown =>
  cellAt(sheetNamed(excel.book, '附表'), cell).value;

function typeInto(world: World, cell: string, value: string | number): void {
  world.excel.type('附表', cell, value);
  world.typed.set(cell, valueOf(world, cell));
}

function ask(world: World, what: Command): Promise<void> {
  const { session } = world;
  const { workbook } = session.state();
  const found = workbook ? items(session).filter(({ finding }) => finding.status === 'open') : [];
  switch (what) {
    case 'adopt':
      world.consented = true;
      return session.adopt(found.filter(({ finding }) => finding.adoptable !== null).slice(0, 1));
    case 'waive':
      return session.waive(found.slice(0, 1), '已说明');
    case 'clear':
      return session.clearMarks();
    default:
      return session[what]();
  }
}

/** Until everything promised so far is done: nothing here waits for more than a turn of the loop. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve));
}

async function rest({ clock }: World): Promise<void> {
  await turns();
  clock.pass(700);
  await turns();
}

async function happen(world: World, one: Happening): Promise<void> {
  const { excel, session } = world;
  const at = excel.trips.length + ('after' in one ? one.after : 0);
  switch (one.do) {
    case 'edit':
      if (one.after === 0) typeInto(world, one.cell, one.value);
      else {
        excel.between = (trip) => {
          if (trip !== at) return;
          excel.between = null;
          typeInto(world, one.cell, one.value);
        };
      }
      return;
    case 'fault':
      excel.fault = (trip) => (trip === at ? one.fault : null);
      return;
    case 'change':
      world.consented ||= one.settings.overwriteScores === true;
      void session.change(one.settings);
      return;
    case 'cancel':
      session.cancel();
      return;
    case 'wait':
      await rest(world);
      return;
    default: {
      const asked = ask(world, one.do).finally(() => world.waiting.delete(asked));
      world.waiting.add(asked);
    }
  }
}

/** Until nothing is under way any more. */
async function comeToRest(world: World): Promise<void> {
  const { excel, waiting, clock, session } = world;
  excel.between = null;
  for (let time = 0; time < 40 && (waiting.size > 0 || clock.waiting() > 0 || time < 2); time++) {
    await rest(world);
    if (time === 20) excel.fault = () => null;
  }
  excel.fault = () => null;
  expect([waiting.size, clock.waiting()]).toEqual([0, 0]);
  expect(['ready', 'preview', 'failed']).toContain(session.state().stage.kind);
}

/** What a person typed stands, but for scores: those may be filled, and replaced by consent. */
function expectNothingLost(world: World): void {
  for (const [cell, value] of world.typed) {
    const now = valueOf(world, cell);
    if (now === value) continue;
    const mayBeFilled = typeof value === 'string' && isBlank(value);
    expect([cell, value, now, cell.startsWith('G') && (mayBeFilled || world.consented)]).toEqual([
      cell,
      value,
      now,
      true,
    ]);
  }
}

async function expectTruth(world: World): Promise<void> {
  const { workbook, dirty, stage } = world.session.state();
  const { revision } = await createExcelHost(world.excel).read();
  if (stage.kind !== 'ready' || dirty) return;
  expect(workbook?.snapshot.revision).toBe(revision);
}

async function write({ session }: World, what: Write): Promise<void> {
  const { workbook } = session.state();
  const open = workbook ? items(session).filter(({ finding }) => finding.status === 'open') : [];
  if (what === 'clear') return session.clearMarks();
  if (what === 'adopt') {
    return session.adopt(open.filter(({ finding }) => finding.adoptable !== null).slice(0, 1));
  }
  if (what === 'fewer') await session.waive(open.slice(0, 1), '已说明');
  if (what === 'overwrite') await session.change({ overwriteScores: true });
  await session.preview();
  if (session.state().stage.kind === 'preview') await session.apply();
  return undefined;
}

/** Whatever is written is taken back step by step: values, marks, notes and sheets of each stand again. */
async function expectUndoGivesBack(world: World, writes: readonly Write[]): Promise<void> {
  const { session, excel } = world;
  await session.change({ autoRecalculate: false, overwriteScores: false });
  await session.start();
  // A waiver stays: what is only remembered is no write to be taken back.
  const standing = (): unknown => {
    const {
      scores = [],
      flags = [],
      sheets = [],
    } = session.state().workbook?.snapshot.ledger ?? {};
    const names = excel.book.sheets.map(({ name }) => name);
    return [pictureOf(excel.book, names), { scores, flags, sheets }];
  };
  const before: unknown[] = [];
  for (const what of writes) {
    const picture = standing();
    await write(world, what);
    expect([what, session.state().notice?.tone]).not.toEqual([what, 'error']);
    if (!isDeepStrictEqual(standing(), picture)) before.push(picture);
  }
  for (const picture of before.reverse()) {
    await session.undo();
    expect(standing()).toEqual(picture);
  }
}

test('in Excel, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(scenes, async ([happenings, writes]) => {
      const excel = openFakeExcel({ book: formBook(4) });
      const clock = testClock();
      const session = createSession({ host: createExcelHost(excel), clock });
      const world: World = {
        excel,
        clock,
        session,
        typed: new Map(),
        waiting: new Set(),
        consented: false,
      };
      await session.start();
      for (const one of happenings) await happen(world, one);
      await comeToRest(world);
      expectNothingLost(world);
      await expectTruth(world);
      await expectUndoGivesBack(world, writes);
      session.stop();
    }),
    fuzzRun(8),
  );
}, 3_600_000);
