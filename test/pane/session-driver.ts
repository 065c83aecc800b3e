import { isBlank } from '../../src/model/blank';
import type { EditFrom } from '../../src/hosts/port';
import { Failure } from '../../src/model/failure';
import type { Patch } from '../../src/model/patch';
import type { CellValue } from '../../src/model/snapshot';
import { isScored, type Settings } from '../../src/pane/session-state';
import type { Job } from '../../src/pane/session/jobs';
import {
  openMachine,
  type Answer,
  type Effect,
  type Machine,
  type Request,
  type SessionEvent,
} from '../../src/pane/session/machine';
import { isCalledOff, step } from '../../src/pane/session/step';
import {
  answerOf,
  apply,
  openBook,
  planned,
  type,
  undo,
  valueOf,
  writesOf,
  type Book,
} from './session-model';

/**
 * `refuse`: the host fails before it does anything; `lose`: after it has done it; `busy`: somebody
 * types into a cell.
 */
export type How = 'go' | 'partly' | 'refuse' | 'lose' | 'busy';

/** What can happen to a session and the program beside it. */
export type Happening =
  | {
      readonly do: 'edit';
      readonly cell: string;
      readonly value: CellValue;
      readonly heard: boolean;
      /** Here unless said. */
      readonly from?: EditFrom;
    }
  | { readonly do: 'ask'; readonly job: Job }
  | { readonly do: 'agree' | 'cancel' | 'dismiss' | 'switch' | 'tick' | 'rest' | 'score' | 'move' }
  | { readonly do: 'change'; readonly settings: Partial<Settings> }
  /** One of the requests that are out goes on: the host begins it, or its answer arrives. */
  | { readonly do: 'let'; readonly which: number; readonly how: How }
  /** So many times the first, or the last, of them goes on. */
  | { readonly do: 'go-on'; readonly times: number; readonly late: boolean };

/** As a person does it who looks at the preview; the writing then begins. */
const SCORING: readonly Happening[] = [
  { do: 'ask', job: { kind: 'preview' } },
  { do: 'rest' },
  { do: 'agree' },
];

/** A request that is out; `answer` once the host has done it and the answer is on its way. */
interface Out {
  readonly turn: number;
  readonly request: Request;
  answer: Answer | Failure | null;
}

/** A session as pure data, with its program and clock in the hands of whoever drives it. */
export interface World {
  readonly books: readonly [Book, Book];
  /** The one in front. */
  book: Book;
  machine: Machine;
  out: readonly Out[];
  /** Time is waited for. */
  timer: boolean;
  now: number;
  asked: number;
  /** Asked for and not yet answered. */
  readonly waiting: Set<number>;
  /** Cells (`附表!G3`) a person agreed to have replaced. */
  readonly agreed: Set<string>;
  /** They agreed to have all of them replaced in the workbook in front. */
  consented: boolean;
}

const broken = (what: string): never => {
  throw new Error(what);
};

/** A session just started over the first of two workbooks. */
export function openWorld(settings: Partial<Settings>): World {
  const books = [openBook('附表'), openBook('另一张')] as const;
  const limits = { settleAfter: 700, automaticWrites: 5, undoes: true };
  const capabilities = { notes: true, editEvents: true, merges: true };
  const world: World = {
    books,
    book: books[0],
    machine: openMachine(capabilities, settings, limits),
    out: [],
    timer: false,
    now: 0,
    asked: 0,
    waiting: new Set(),
    agreed: new Set(),
    consented: false,
  };
  ask(world, (id) => ({ on: 'opened', id }));
  return world;
}

function send(world: World, event: SessionEvent): void {
  const before = world.machine;
  const [machine, effects] = step(before, event);
  world.machine = machine;
  checkQuiet(before, event, machine, effects);
  for (const effect of effects) perform(world, effect);
  checkShown(machine, world.book, world.consented);
}

function ask(world: World, eventOf: (id: number) => SessionEvent): void {
  world.asked += 1;
  world.waiting.add(world.asked);
  send(world, eventOf(world.asked));
}

function perform(world: World, effect: Effect): void {
  if (effect.do === 'ask') {
    const { turn, request } = effect;
    world.out = [...world.out, { turn, request, answer: answerOf(request) }];
    checkAlone(world.out);
  }
  if (effect.do === 'settle' && !world.waiting.delete(effect.id)) broken('settled twice');
  if (effect.do === 'wait') world.timer = true;
  if (effect.do === 'call-off') world.timer = false;
}

/** The host begins what it was asked, or its answer arrives. */
function goOn(world: World, which: number, how: How): void {
  const one = world.out[which % Math.max(1, world.out.length)];
  if (!one) return;
  if (one.answer === null) {
    one.answer = answered(world, one, how);
    return;
  }
  const { turn, answer } = one;
  world.out = world.out.filter((other) => other !== one);
  if (answer instanceof Failure) send(world, { on: 'failed', turn, failure: answer });
  else send(world, { on: 'answered', turn, answer });
}

function answered(world: World, { turn, request }: Out, how: How): Answer | Failure | null {
  if (how === 'refuse') return new Failure('excel-refused');
  if (how === 'busy') return new Failure('excel-cell-edit');
  const calledOff = isCalledOff(world.machine, turn);
  const answer = done(request, world.book, how === 'partly', calledOff, world.agreed);
  return how === 'lose' ? new Failure('excel-partly-written') : answer;
}

function tick(world: World): void {
  world.now += 700;
  if (!world.timer) return;
  world.timer = false;
  send(world, { on: 'due', now: world.now });
}

/** Everything under way comes to its end, also what waits for time to pass. */
export function rest(world: World): void {
  for (let turn = 0; world.out.length > 0 || world.timer; turn++) {
    if (turn > 2_000) broken('no end');
    if (world.out.length > 0) goOn(world, 0, 'go');
    else tick(world);
  }
}

export function happen(world: World, one: Happening): void {
  switch (one.do) {
    case 'edit':
      type(world.book, one.cell, one.value);
      if (one.heard) send(world, { on: 'edited', from: one.from ?? 'here' });
      else world.book.slipped.add(world.book.snapshot.revision);
      return;
    case 'ask': {
      const { job } = one;
      if (job.kind === 'adopt') for (const place of job.places) world.agreed.add(place);
      ask(world, (id) => ({ on: 'asked', id, job }));
      return;
    }
    case 'agree':
      agree(world);
      return;
    case 'score':
      for (const next of SCORING) happen(world, next);
      return;
    case 'change':
      world.consented = one.settings.overwriteScores ?? world.consented;
      ask(world, (id) => ({ on: 'changed', id, settings: one.settings }));
      return;
    case 'switch':
      world.book = world.books[world.book === world.books[0] ? 1 : 0];
      world.agreed.clear();
      world.consented = false;
      ask(world, (id) => ({ on: 'opened', id }));
      return;
    case 'cancel':
      send(world, { on: 'cancelled' });
      return;
    case 'dismiss':
      send(world, { on: 'dismissed' });
      return;
    case 'tick':
      tick(world);
      return;
    case 'move':
      send(world, { on: 'moved' });
      return;
    case 'rest':
      rest(world);
      return;
    case 'go-on':
      for (let time = 0; time < one.times; time++)
        goOn(world, one.late ? world.out.length - 1 : 0, 'go');
      return;
    case 'let':
      goOn(world, one.which, one.how);
  }
}

/** A person agrees to all that the preview shows. */
function agree(world: World): void {
  const { stage } = world.machine.shown;
  const cells = stage.kind === 'preview' ? writesOf(world.book, stage.patch) : [];
  for (const [cell] of cells) world.agreed.add(`${world.book.name}!${cell}`);
  ask(world, (id) => ({ on: 'agreed', id }));
}

/** The host does what it is asked. */
function done(
  request: Request,
  book: Book,
  partly: boolean,
  calledOff: boolean,
  agreed: ReadonlySet<string>,
): Answer | Failure | null {
  if (request.ask === 'read') return { is: 'read', snapshot: book.snapshot };
  if (request.ask === 'undo') return { is: 'undone', undone: takenBack(book), left: [] };
  if (request.ask !== 'apply') return null;
  if (calledOff) return new Failure('cancelled');
  if (request.patch.revision !== book.snapshot.revision) return new Failure('stale-snapshot');
  checkWrite(book, request.patch, agreed);
  return { is: 'applied', report: apply(book, request.patch, partly) };
}

function takenBack(book: Book): boolean {
  const last = book.history.at(-1);
  const undone = undo(book);
  for (const [cell, wrote] of last ? writesOf(book, last.patch) : []) {
    // What the person had typed is back, or what they typed since still stands.
    const value = valueOf(book, cell);
    if (value !== book.typed.get(cell) && value === wrote) broken(`undo left ${cell}`);
  }
  return undone;
}

/** Nobody is told of what they did not ask for, and others' edits lead to nothing. */
function checkQuiet(
  before: Machine,
  event: SessionEvent,
  after: Machine,
  effects: readonly Effect[],
): void {
  if (event.on === 'edited' && event.from === 'elsewhere') {
    if (effects.some((effect) => effect.do === 'wait')) broken('an answer to another’s edit');
  }
  const isUnasked = before.run?.job.kind === 'automatic' && event.on === 'failed';
  if (!isUnasked || event.failure.code !== 'excel-cell-edit') return;
  if (event.turn !== before.turn || before.run.abandoned) return;
  if (after.shown.notice !== before.shown.notice) broken('told that somebody is typing');
  if (!after.shown.dirty) broken('up to date, though nothing could be done');
}

/** One write at a time, and nothing beside it. */
function checkAlone(out: readonly Out[]): void {
  const writes = out.filter(({ request }) => ['apply', 'undo'].includes(request.ask));
  if (writes.length > 1) broken('two writes under way');
}

/** No edit is lost, and the ledger knows of each score. */
function checkWrite(book: Book, patch: Patch, agreed: ReadonlySet<string>): void {
  const { ledger } = book.snapshot;
  const after = patch.ledger === undefined ? ledger : patch.ledger;
  const ours = new Map((ledger?.scores ?? []).map((score) => [score.cell, score]));
  const known = new Map((after?.scores ?? []).map(({ cell, wrote }) => [cell, wrote]));
  for (const [cell, value] of writesOf(book, patch)) {
    const before = valueOf(book, cell);
    const own = ours.get(cell);
    const isOurs = own !== undefined && own.wrote === before;
    if (!isBlank(before) && !isOurs && !agreed.has(`${book.name}!${cell}`)) {
      broken(
        `${cell}: ${JSON.stringify(before)} of a person's replaced by ${JSON.stringify(value)}`,
      );
    }
    const isGivenBack = isOurs && !known.has(cell) && own.before === value;
    if (typeof value === 'number' && known.get(cell) !== value && !isGivenBack) {
      broken(`${cell}: the ledger does not know of ${value}`);
    }
  }
}

const NOTHING_CHOSEN = JSON.stringify({ adopt: 0, others: { mapping: {} } });

/** Nothing is called up to date that is not, so far as the session can know. */
function checkShown({ shown, run, queue }: Machine, book: Book, consented: boolean): void {
  const { stage, workbook, dirty, settings, choices } = shown;
  if (run || queue.length > 0) return;
  if (stage.kind === 'working' || stage.kind === 'loading') broken(`left at ${stage.kind}`);
  if (settings.overwriteScores && !consented) broken('consent of another workbook');
  if (!workbook || stage.kind !== 'ready') return;
  const { adopt, ...others } = choices;
  const chosen = { adopt: adopt.size, others };
  if (JSON.stringify(chosen) !== NOTHING_CHOSEN) broken('a choice is shown that is not made');
  if (dirty) return;
  const { snapshot, options } = workbook;
  const since = book.revisions.slice(book.revisions.indexOf(snapshot.revision) + 1);
  if (since.some((revision) => !book.slipped.has(revision))) {
    broken(`up to date at ${snapshot.revision}, the workbook is at ${book.snapshot.revision}`);
  }
  if (isScored(snapshot) && planned(snapshot, options).values.length > 0) {
    broken('up to date, with scores to write');
  }
}
