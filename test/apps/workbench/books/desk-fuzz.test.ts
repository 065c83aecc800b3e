import fc from 'fast-check';
import { openStage } from '../../../../src/apps/workbench/books/steps/desk-data';
import type { DeskEvent } from '../../../../src/apps/workbench/books/steps/events';
import type { Source } from '../../../../src/apps/workbench/files/source';
import { fuzzRun } from '../../../support/fuzz-run';
import { endJob, expectAtRest, happen, holds, newWorld, started, type World } from './desk-world';

const KINDS = [
  'open',
  'openExample',
  'edit',
  'score',
  'save',
  'saveAs',
  'close',
  'requestClose',
  'saveAndClose',
  'cancelOpening',
  'activate',
  'select',
  'print',
  'session',
  'grid',
  'draftDue',
  'keepDrafts',
  'storeFull',
  'storeRoom',
  'crash',
  'reload',
  'end',
] as const;

interface Action {
  readonly kind: (typeof KINDS)[number];
  readonly which: number;
  readonly isWell: boolean;
}

const weightOf = (kind: Action['kind']): number =>
  ({ end: 24, edit: 6, save: 3, open: 3, grid: 2 })[kind as string] ?? 1;

const action: fc.Arbitrary<Action> = fc.record({
  kind: fc.oneof(
    ...KINDS.map((kind) => ({ weight: weightOf(kind), arbitrary: fc.constant(kind) })),
  ),
  which: fc.nat({ max: 5 }),
  isWell: fc.oneof(
    { weight: 6, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
});

let names = 0;

const source = (more: Partial<Source> = {}): Source => ({
  name: '附表.xlsx',
  bytes: () => Promise.resolve(new Uint8Array()),
  handle: null,
  ...more,
});

function open(world: World, opened: Source): void {
  names += 1;
  const id = `book${String(names)}`;
  happen(world, { kind: 'open', books: [{ id, source: opened }] });
  ask(world, (call) => ({ kind: 'openOne', id, call }));
}

let calls = 0;

/** `isTrue`: what a yes promises. */
function ask(
  world: World,
  event: (call: number) => DeskEvent,
  isTrue: () => boolean = () => true,
): void {
  calls += 1;
  world.calls.set(calls, () => {
    if (!isTrue()) throw new Error(`${event(0).kind} was answered with a yes that is not true`);
  });
  happen(world, event(calls));
}

/** The page goes and comes again: what is in drafts is offered, and taken up. */
function reload(world: World): void {
  const drafts = new Map(world.drafts);
  Object.assign(world, newWorld(drafts), { edits: world.edits });
  for (const draft of drafts.keys()) open(world, source({ draft }));
}

function edit(world: World, id: string): void {
  if (!openStage(world.data, id)) return;
  world.edits += 1;
  const cell = { row: 0, column: 0 };
  const typed = { sheetId: '附表', cell, value: world.edits, formula: null };
  happen(world, { kind: 'edited', id, edits: [typed] });
}

function score(world: World, id: string): void {
  const before = world.worker.get(id);
  if (!openStage(world.data, id) || !before || world.isBroken) return;
  world.edits += 1;
  world.worker.set(id, new Set([...before, world.edits]));
  const view = { revision: '', date1904: false, looks: [], sheets: [], unshown: [] };
  happen(world, { kind: 'viewChanged', id, view });
}

const ACTIONS: Readonly<Record<Action['kind'], (world: World, id: string, one: Action) => void>> = {
  open: (world) => open(world, source()),
  openExample: (world) => open(world, source({ example: true })),
  edit,
  score,
  save: (world, id) => save(world, id, false),
  saveAs: (world, id) => save(world, id, true),
  close: (world, id) => {
    world.discarded.add(id);
    happen(world, { kind: 'close', id });
  },
  requestClose: (world, id) =>
    ask(
      world,
      (call) => ({ kind: 'requestClose', id, call }),
      () => !world.data.held.has(id),
    ),
  saveAndClose: (world, id) =>
    ask(
      world,
      (call) => ({ kind: 'saveAndClose', id, call, tried: false }),
      () => !world.data.held.has(id),
    ),
  cancelOpening: (world, id) => happen(world, { kind: 'cancelOpening', id }),
  activate: (world, id) => happen(world, { kind: 'activate', id }),
  select: (world, id, { isWell }) => {
    const place = { sheet: '附表', cell: { row: 0, column: 0 }, seen: isWell };
    happen(world, { kind: 'selected', id, ...place });
  },
  print: (world) => happen(world, { kind: 'show', view: 'print' }),
  session: (world, shown, { isWell }) => {
    // A pane may be there only when its book is gone.
    const id = isWell ? shown : ([...world.discarded][0] ?? shown);
    const isOpening = world.data.held.has(id) && !openStage(world.data, id);
    if (world.sessions.has(id) || isOpening) return;
    happen(world, { kind: 'sessionStarted', id, session: started(world, id) });
  },
  grid: (world) => happen(world, { kind: 'gridAsked', container: NOWHERE }),
  draftDue: (world, id) => {
    if (world.timers.delete(id)) happen(world, { kind: 'draftDue', id });
  },
  keepDrafts: (world) => {
    for (const id of world.data.held.keys())
      ask(world, (call) => ({ kind: 'keepDraft', id, call }));
  },
  storeFull: (world) => {
    world.isFull = true;
  },
  storeRoom: (world) => {
    world.isFull = false;
  },
  crash: (world, _, { which }) => {
    if (which === 0) world.isBroken = true;
  },
  reload,
  end: (world, _, { which, isWell }) => endJob(world, which, isWell),
};

const NOWHERE = { clientWidth: 1 } as HTMLElement;

function save(world: World, id: string, as: boolean): void {
  const made = new Set(world.worker.get(id));
  ask(
    world,
    (call) => ({ kind: 'save', id, as, call }),
    () => holds(world.saved.get(id), made),
  );
}

/** What the runner would do before anything else. */
function settleNow(world: World): void {
  while (world.jobs[0]?.channel === 'now') endJob(world, 0, true);
}

function run(actions: readonly Action[]): World {
  const world = newWorld();
  const act = (one: Action): void => {
    const { books } = world.data.shown;
    const id = books[one.which % Math.max(1, books.length)]?.id ?? 'nobody';
    ACTIONS[one.kind](world, id, one);
    settleNow(world);
  };
  actions.forEach(act);
  while (world.jobs.length > 0 || world.timers.size > 0) {
    for (const id of world.timers) ACTIONS.draftDue(world, id, END);
    act(END);
  }
  return world;
}

const END: Action = { kind: 'end', which: 0, isWell: true };

test('in whatever order things happen at the desk, no edit is lost and nothing is left over', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60, size: 'max' }), (actions) => {
      expectAtRest(run(actions));
    }),
    fuzzRun(500),
  );
});
