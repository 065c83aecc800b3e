import { Failure } from '../../../../src/model/failure';
import type { BookView } from '../../../../src/model/look';
import { createSession, type Session } from '../../../../src/pane/session';
import { PANE_CHINESE } from '../../../../src/pane/chinese';
import { engineHere } from '../../../../src/pane/session-engine';
import type { BookHost } from '../../../../src/apps/workbench/books/desk-parts';
import {
  NO_DESK,
  openStage,
  type DeskData,
} from '../../../../src/apps/workbench/books/steps/desk-data';
import type { Effect } from '../../../../src/apps/workbench/books/steps/effects';
import type { DeskEvent } from '../../../../src/apps/workbench/books/steps/events';
import { step } from '../../../../src/apps/workbench/books/steps/step';
import type { SavePlace } from '../../../../src/apps/workbench/files/file-access';

/**
 * A desk's surroundings without promises: what the desk has done waits here, and ends when and how
 * the test says. A book is the set of edits in it, so that it can be seen where each of them is.
 */
export interface World {
  data: DeskData;
  /** Work under way. What has the same channel ends in order. */
  jobs: readonly Job[];
  /** Books in the worker; none answers once it is broken. */
  readonly worker: Map<string, ReadonlySet<number>>;
  isBroken: boolean;
  /** The browser's store, with whose work is in each draft. */
  readonly drafts: Map<string, ReadonlySet<number>>;
  isFull: boolean;
  /** The store refused something, so a draft may be missing. */
  wasFull: boolean;
  /** What is in files, by book. */
  readonly saved: Map<string, ReadonlySet<number>>;
  /** Places a person chose for a book and that did not refuse since. */
  readonly consent: Map<string, ReadonlySet<Target>>;
  /** Books a person closed knowing that what is unsaved is lost. */
  readonly discarded: Set<string>;
  /** The book each draft belongs to. */
  readonly owners: Map<string, string>;
  readonly timers: Set<string>;
  readonly grid: Set<string>;
  readonly sessions: Map<string, Session>;
  readonly stopped: Set<Session>;
  /** Questions not answered yet, and what must be true when the answer is yes. */
  readonly calls: Map<number, () => void>;
  edits: number;
}

export interface Job {
  readonly channel: string;
  readonly end: (isWell: boolean) => void;
  /** The book an edit of which it brings to the worker. */
  readonly editOf?: string;
}

const VIEW: BookView = { revision: '', date1904: false, looks: [], sheets: [], unshown: [] };

const nowhere = (): Promise<never> => Promise.reject(new Failure('unexpected'));

/** Nothing of it is used: edits go where the effect says. */
const HOST: BookHost = {
  capabilities: { notes: true, editEvents: true, merges: true },
  read: nowhere,
  apply: nowhere,
  onEdit: () => () => undefined,
  edited: nowhere,
};

type Target = SavePlace | 'download';

/** What a person answers; null: called off. */
const PLACES: readonly (Target | null)[] = [
  { name: '一.xlsx', write: nowhere },
  { name: '二.xlsx', write: nowhere },
  'download',
  null,
];

export const newWorld = (drafts: World['drafts'] = new Map()): World => ({
  data: NO_DESK,
  jobs: [],
  worker: new Map(),
  isBroken: false,
  drafts,
  isFull: false,
  wasFull: false,
  saved: new Map(),
  consent: new Map(),
  discarded: new Set(),
  owners: new Map(),
  timers: new Set(),
  grid: new Set(),
  sessions: new Map(),
  stopped: new Set(),
  calls: new Map(),
  edits: 0,
});

const NONE: ReadonlySet<number> = new Set();

export const holds = (whole: ReadonlySet<number> | undefined, part: ReadonlySet<number>): boolean =>
  [...part].every((edit) => whole?.has(edit));

const bookIn = ({ worker }: World, id: string): ReadonlySet<number> => worker.get(id) ?? NONE;

const unite = (one: ReadonlySet<number> | undefined, other: Iterable<number>): Set<number> =>
  new Set([...(one ?? []), ...other]);

function must(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(what);
}

/** An event happens; what the desk has done then begins. */
export function happen(world: World, event: DeskEvent): void {
  const before = world.data;
  const [after, effects] = step(before, event);
  world.data = after;
  for (const effect of effects) begin(world, effect);
  for (const { id } of before.shown.books) {
    if (!after.held.has(id) && !world.discarded.has(id) && !isExample(before, id)) {
      const isOnItsWay = world.jobs.some((job) => job.editOf === id);
      must(!isOnItsWay, `an edit of ${id} on its way is lost`);
      must(holds(world.saved.get(id), bookIn(world, id)), `an edit of ${id} is lost`);
    }
  }
  expectMarked(world);
}

/** Who would leave now is told of whatever is in no file. */
function expectMarked({ data, worker, saved }: World): void {
  for (const { id, unsaved } of data.shown.books) {
    const isSafe = holds(saved.get(id), worker.get(id) ?? NONE) || isExample(data, id);
    const isOnItsWay = (data.held.get(id)?.edits ?? 0) > 0;
    must(isSafe || unsaved || isOnItsWay, `${id} is not marked`);
  }
}

function enqueue(world: World, channel: string, end: Job['end'], editOf?: string): void {
  const job = { channel, end, ...(editOf === undefined ? {} : { editOf }) };
  world.jobs = [...world.jobs, job];
}

/** Ends the first work of a channel. */
export function endJob(world: World, which: number, isWell: boolean): void {
  const channels = [...new Set(world.jobs.map(({ channel }) => channel))];
  const channel = channels[which % Math.max(1, channels.length)];
  const job = world.jobs.find((one) => one.channel === channel);
  if (!job) return;
  world.jobs = world.jobs.filter((one) => one !== job);
  job.end(isWell);
}

const stopped = new Failure('worker-stopped');
const refused = new Failure('unexpected');

function begin(world: World, effect: Effect): void {
  const tell = (event: DeskEvent): void => happen(world, event);
  const ofBook = (id: string, end: Job['end']): void => enqueue(world, `book ${id}`, end);
  switch (effect.kind) {
    case 'answer': {
      const check = world.calls.get(effect.call);
      must(check !== undefined, 'a question is answered that nobody asked, or twice');
      world.calls.delete(effect.call);
      if (effect.value) check?.();
      return;
    }
    case 'tell':
      // As the runner does it: after what is under way.
      world.jobs = [{ channel: 'now', end: () => tell(effect.event) }, ...world.jobs];
      return;
    case 'openBook': {
      beginOpening(world, effect.id, effect.source.draft);
      return;
    }
    case 'closeBook': {
      ofBook(effect.id, () => world.worker.delete(effect.id));
      return;
    }
    case 'stopSession':
      world.stopped.add(effect.session);
      return;
    case 'scoreExample': {
      ofBook(effect.id, () => {
        editBook(world, effect.id);
        tell({ kind: 'viewChanged', id: effect.id, view: VIEW });
        if (isExample(world.data, effect.id)) world.saved.set(effect.id, bookIn(world, effect.id));
        tell({ kind: 'exampleScored', id: effect.id });
      });
      return;
    }
    case 'sendEdits': {
      const [edit] = effect.edits;
      const end = (): void => {
        // Where the worker is gone the grid shows it still.
        if (edit) editBook(world, effect.id, Number(edit.value));
        if (!world.isBroken) tell({ kind: 'changed', id: effect.id });
        tell({ kind: 'editsSent', id: effect.id, failure: world.isBroken ? stopped : null });
      };
      enqueue(world, `book ${effect.id}`, end, effect.id);
      return;
    }
    case 'startDraft':
      must(!world.timers.has(effect.id), 'a draft is due twice');
      world.timers.add(effect.id);
      return;
    case 'stopDraft':
      world.timers.delete(effect.id);
      return;
    case 'readDraft':
    case 'readBytes':
    case 'storeDraft':
    case 'dropDraft':
    case 'choosePlace':
    case 'write': {
      beginSaving(world, effect);
      return;
    }
    case 'commitTyping': {
      enqueue(world, 'grid', () => tell({ kind: 'typingCommitted', id: effect.id }));
      return;
    }
    case 'loadGrid': {
      enqueue(world, 'grid', (isWell) => tell({ kind: isWell ? 'gridReady' : 'gridFailed' }));
      return;
    }
    case 'gridOpen':
      must(!world.grid.has(effect.id), 'a book is in the grid twice');
      world.grid.add(effect.id);
      return;
    case 'gridClose':
      must(world.grid.delete(effect.id), 'the grid never had what it closes');
      return;
    case 'gridUpdate':
    case 'gridActivate':
      must(world.grid.has(effect.id), 'the grid has no such book');
      return;
    default:
  }
}

function editBook(world: World, id: string, edit = (world.edits += 1)): void {
  if (world.worker.has(id)) world.worker.set(id, unite(world.worker.get(id), [edit]));
}

function beginOpening(world: World, id: string, draft: string | undefined): void {
  if (draft !== undefined) world.owners.set(draft, id);
  enqueue(world, `book ${id}`, (isWell) => {
    if (world.isBroken || !isWell || !world.data.held.has(id)) {
      const failure = world.isBroken ? stopped : new Failure('file-damaged');
      happen(world, { kind: 'notOpened', id, failure });
      return;
    }
    world.worker.set(id, draft === undefined ? NONE : (world.drafts.get(draft) ?? NONE));
    const opened = { format: 'xlsx', converted: false, view: VIEW } as const;
    happen(world, {
      kind: 'opened',
      id,
      size: 1,
      opened,
      host: HOST,
      engine: engineHere(() => PANE_CHINESE),
    });
  });
}

type Saving = Extract<
  Effect,
  {
    readonly kind: 'readDraft' | 'readBytes' | 'storeDraft' | 'dropDraft' | 'choosePlace' | 'write';
  }
>;

const editsIn = (bytes: Uint8Array): ReadonlySet<number> => new Set(bytes);

function beginSaving(world: World, effect: Saving): void {
  const { id } = effect;
  const tell = (event: DeskEvent): void => happen(world, event);
  const bytesOf = (): Uint8Array<ArrayBuffer> | null =>
    world.isBroken || !world.worker.has(id) ? null : Uint8Array.from(world.worker.get(id) ?? []);
  switch (effect.kind) {
    case 'readDraft': {
      enqueue(world, `book ${id}`, () => {
        const { change, call } = effect;
        tell({ kind: 'draftRead', id, change, call, bytes: bytesOf() });
      });
      return;
    }
    case 'readBytes': {
      enqueue(world, `book ${id}`, () => {
        const bytes = bytesOf();
        tell(bytes ? { kind: 'bytesRead', id, bytes } : { kind: 'notSaved', id, failure: stopped });
      });
      return;
    }
    case 'storeDraft': {
      enqueue(world, 'store', () => {
        const { change, call, bytes } = effect;
        const kept = !world.isFull;
        if (kept) world.drafts.set(id, editsIn(bytes));
        else world.wasFull = true;
        world.owners.set(id, id);
        tell({ kind: 'draftStored', id, change, call, kept });
      });
      return;
    }
    case 'dropDraft': {
      enqueue(world, 'store', () => dropDraft(world, id));
      return;
    }
    case 'choosePlace': {
      enqueue(world, `picker ${id}`, (isWell) => {
        const place = PLACES[(world.edits + world.jobs.length) % PLACES.length] ?? null;
        if (!isWell) {
          tell({ kind: 'notSaved', id, failure: refused });
          return;
        }
        if (place !== null) {
          world.consent.set(id, new Set<Target>([...(world.consent.get(id) ?? []), place]));
        }
        tell({ kind: 'placeChosen', id, place });
      });
      return;
    }
    case 'write': {
      beginWriting(world, effect);
      return;
    }
  }
}

function beginWriting(world: World, effect: Extract<Effect, { readonly kind: 'write' }>): void {
  const { id, place, name, bytes } = effect;
  must(world.consent.get(id)?.has(place) === true, 'a file is written to that nobody chose');
  must(!world.jobs.some(({ channel }) => channel === `file ${id}`), 'a file is written to twice');
  enqueue(world, `file ${id}`, (isWell) => {
    if (!isWell) {
      world.consent.delete(id);
      happen(world, { kind: 'notSaved', id, failure: refused });
      return;
    }
    world.saved.set(id, unite(world.saved.get(id), editsIn(bytes)));
    happen(world, { kind: 'written', id, place, name });
  });
}

/** A draft goes when all of it is in a file or a later draft, or nobody wants it. */
function dropDraft(world: World, id: string): void {
  const draft = world.drafts.get(id);
  const owner = world.owners.get(id) ?? id;
  const isSafe =
    draft === undefined ||
    world.discarded.has(owner) ||
    holds(world.saved.get(owner), draft) ||
    (owner !== id && holds(world.drafts.get(owner), draft)) ||
    isExample(world.data, owner);
  must(isSafe, `a draft of ${owner} is dropped that is in no file`);
  world.drafts.delete(id);
}

/** An example nobody put anything into is no work. */
const isExample = (data: DeskData, id: string): boolean => {
  const book = data.shown.books.find((one) => one.id === id);
  return book?.example === true && data.held.get(id)?.touched === false;
};

/** Once nothing is under way: nobody waits, and nothing is left of what is gone. */
export function expectAtRest(world: World): void {
  const { data, worker, drafts } = world;
  must(world.calls.size === 0, 'somebody waits for ever');
  must(world.timers.size === 0, 'a draft is due for ever');
  const open = data.shown.books.filter(({ id }) => openStage(data, id)).map(({ id }) => id);
  if (!world.isBroken) expect([...worker.keys()].sort()).toEqual([...open].sort());
  if (data.shown.grid === 'ready') expect([...world.grid].sort()).toEqual([...open].sort());
  for (const [id, session] of world.sessions) {
    must(world.stopped.has(session) !== open.includes(id), `the session of ${id}`);
  }
  const { active, books } = data.shown;
  must(books.length === 0 ? active === null : books.some(({ id }) => id === active), 'active');
  for (const [id, { saving, edits, opening }] of data.held) {
    must(saving === null && edits === 0 && opening === null, `${id} is not at rest`);
  }
  if (world.isBroken) return;
  for (const { id, unsaved } of books) {
    if (!unsaved) must(!drafts.has(id), 'a draft of what is saved');
    else if (!world.wasFull) must(holds(drafts.get(id), worker.get(id) ?? NONE), 'no draft');
  }
  for (const [draft, owner] of world.owners) {
    const isThere = draft === owner && drafts.has(draft);
    must(!isThere || data.held.has(owner), 'a draft nobody takes up');
  }
}

export const started = (world: World, id: string): Session => {
  const session = createSession({
    host: HOST,
    clock: { now: () => 0, after: () => () => undefined },
  });
  world.sessions.set(id, session);
  return session;
};
