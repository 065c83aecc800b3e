import { isBlank } from '../../src/model/blank';
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

/** `refuse`: the host fails before it does anything; `lose`: after it has done it. */
export type How = 'go' | 'partly' | 'refuse' | 'lose';

/** What can happen to a session and the program beside it. */
export type Happening =
  | {
      readonly do: 'edit';
      readonly cell: string;
      readonly value: CellValue;
      readonly heard: boolean;
    }
  | { readonly do: 'ask'; readonly job: Job }
  | { readonly do: 'agree' | 'cancel' | 'dismiss' | 'switch' | 'tick' | 'rest' | 'score' }
  | { readonly do: 'change'; readonly settings: Partial<Settings> }
  /** One of the requests that are out goes on: the host begins it, or its answer arrives. */
  | { readonly do: 'let'; readonly which: number; readonly how: How }
  /** So many times the first of them goes on. */
  | { readonly do: 'go-on'; readonly times: number };

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

/** A session as pure data, its program and clock in the hands of whoever drives it. */
export interface Driver {
  readonly happen: (one: Happening) => void;
  /** Everything under way comes to its end, also what waits for time to pass. */
  readonly rest: () => void;
  readonly machine: () => Machine;
  readonly book: () => Book;
  readonly hanging: () => number;
}

const broken = (what: string): never => {
  throw new Error(what);
};

export function drive(settings: Partial<Settings>): Driver {
  const books = [openBook('附表'), openBook('另一张')] as const;
  let front: Book = books[0];
  let machine = openMachine({ notes: true, editEvents: true, merges: true }, settings, {
    settleAfter: 700,
    automaticWrites: 5,
    undoes: true,
  });
  let out: Out[] = [];
  let timer = false;
  let now = 0;
  let asked = 0;
  const waiting = new Set<number>();
  /** Cells a person agreed to have replaced in the workbook in front. */
  let agreed = new Set<string>();

  const perform = (effect: Effect): void => {
    if (effect.do === 'ask') {
      const { turn, request } = effect;
      out.push({ turn, request, answer: answerOf(request) });
      checkAlone(out);
    }
    if (effect.do === 'settle' && !waiting.delete(effect.id)) broken('settled twice');
    if (effect.do === 'wait') timer = true;
    if (effect.do === 'call-off') timer = false;
  };
  const send = (event: SessionEvent): void => {
    const [next, effects] = step(machine, event);
    machine = next;
    effects.forEach(perform);
    checkShown(machine, front);
  };
  const ask = (eventOf: (id: number) => SessionEvent): void => {
    asked += 1;
    waiting.add(asked);
    send(eventOf(asked));
  };
  const begin = (one: Out, how: How): void => {
    const { request } = one;
    if (how === 'refuse') {
      one.answer = new Failure('excel-refused');
      return;
    }
    one.answer = done(request, front, how === 'partly', isCalledOff(machine, one.turn), agreed);
    if (how === 'lose') one.answer = new Failure('excel-partly-written');
  };
  const deliver = (one: Out): void => {
    out = out.filter((other) => other !== one);
    const { turn, answer } = one;
    if (answer === null) return;
    if (answer instanceof Failure) send({ on: 'failed', turn, failure: answer });
    else send({ on: 'answered', turn, answer });
  };
  const goOn = (which: number, how: How): void => {
    const one = out[which % Math.max(1, out.length)];
    if (!one) return;
    if (one.answer === null) begin(one, how);
    else deliver(one);
  };
  const tick = (): void => {
    now += 700;
    if (!timer) return;
    timer = false;
    send({ on: 'due', now });
  };
  const rest = (): void => {
    for (let turn = 0; out.length > 0 || timer; turn++) {
      if (turn > 2_000) broken('no end');
      if (out.length > 0) goOn(0, 'go');
      else tick();
    }
  };
  const happen = (one: Happening): void => {
    switch (one.do) {
      case 'edit': {
        type(front, one.cell, one.value);
        if (one.heard) send({ on: 'edited' });
        else front.slipped.add(front.snapshot.revision);
        return;
      }
      case 'ask': {
        const { job } = one;
        if (job.kind === 'adopt') for (const place of job.places) agreed.add(place);
        ask((id) => ({ on: 'asked', id, job }));
        return;
      }
      case 'agree': {
        const { stage } = machine.shown;
        const cells = stage.kind === 'preview' ? writesOf(front, stage.patch) : [];
        for (const [cell] of cells) agreed.add(`${front.name}!${cell}`);
        ask((id) => ({ on: 'agreed', id }));
        return;
      }
      case 'change':
        ask((id) => ({ on: 'changed', id, settings: one.settings }));
        return;
      case 'switch':
        front = front === books[0] ? books[1] : books[0];
        agreed = new Set();
        ask((id) => ({ on: 'opened', id }));
        return;
      case 'cancel':
        send({ on: 'cancelled' });
        return;
      case 'dismiss':
        send({ on: 'dismissed' });
        return;
      case 'tick':
        tick();
        return;
      case 'rest':
        rest();
        return;
      case 'score':
        for (const next of SCORING) happen(next);
        return;
      case 'go-on':
        for (let time = 0; time < one.times; time++) goOn(0, 'go');
        return;
      case 'let':
        goOn(one.which, one.how);
    }
  };
  ask((id) => ({ on: 'opened', id }));
  return {
    happen,
    rest,
    machine: () => machine,
    book: () => front,
    hanging: () => waiting.size,
  };
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

/** One write at a time, and nothing beside it. */
function checkAlone(out: readonly Out[]): void {
  const writes = out.filter(({ request }) => ['apply', 'undo'].includes(request.ask));
  if (writes.length > 1) broken('two writes under way');
}

/** No edit is lost, and the ledger knows of each score. */
function checkWrite(book: Book, patch: Patch, agreed: ReadonlySet<string>): void {
  const { ledger } = book.snapshot;
  const after = patch.ledger === undefined ? ledger : patch.ledger;
  const ours = new Map((ledger?.scores ?? []).map(({ cell, wrote }) => [cell, wrote]));
  const known = new Map((after?.scores ?? []).map(({ cell, wrote }) => [cell, wrote]));
  for (const [cell, value] of writesOf(book, patch)) {
    const before = valueOf(book, cell);
    const isOurs = ours.has(cell) && ours.get(cell) === before;
    if (!isBlank(before) && !isOurs && !agreed.has(`${book.name}!${cell}`)) {
      broken(
        `${cell}: ${JSON.stringify(before)} of a person's replaced by ${JSON.stringify(value)}`,
      );
    }
    const isGivenBack = isOurs && !known.has(cell) && book.typed.get(cell) === value;
    if (typeof value === 'number' && known.get(cell) !== value && !isGivenBack) {
      broken(`${cell}: the ledger does not know of ${value}`);
    }
  }
}

/** Nothing is called up to date that is not, so far as the session can know. */
function checkShown({ shown, run, queue }: Machine, book: Book): void {
  const { stage, workbook, dirty } = shown;
  if (run || queue.length > 0) return;
  if (stage.kind === 'working' || stage.kind === 'loading') broken(`left at ${stage.kind}`);
  if (!workbook || dirty || stage.kind !== 'ready') return;
  const { snapshot, options } = workbook;
  const since = book.revisions.slice(book.revisions.indexOf(snapshot.revision) + 1);
  if (since.some((revision) => !book.slipped.has(revision))) {
    broken(`up to date at ${snapshot.revision}, the workbook is at ${book.snapshot.revision}`);
  }
  if (isScored(snapshot) && planned(snapshot, options).values.length > 0) {
    broken('up to date, with scores to write');
  }
}
