import { asFailure, Failure } from '../../../model/failure';
import type { Session } from '../../../pane/session';
import type { Draft } from '../files/browser-store';
import type { ChosenFile, Dropped } from '../files/file-access';
import { newName } from '../files/other-windows';
import { sourceOf, type Source } from '../files/source';
import type { DeskParts } from './desk-parts';
import { failureNotice, type DeskState, type DeskView } from './desk-state';
import { noteMoment, type Moment } from './moments';
import { perform, type Hands } from './perform';
import { NO_DESK, type Call, type DeskData, type Place } from './steps/desk-data';
import type { DeskEvent } from './steps/events';
import { step } from './steps/step';

/** The files a person has open, and all that can be done with them; no part of it is drawn here. */
export interface Desk {
  readonly state: () => DeskState;
  readonly subscribe: (listener: () => void) => () => void;
  open(sources: readonly Source[]): Promise<void>;
  pickFiles(): Promise<void>;
  /** Done when all of it is open; the reports are the page's. */
  openDropped(reading: Promise<Omit<Dropped, 'reports'>>): Promise<void>;
  cancelOpening(id: string): void;
  activate(id: string): void;
  /** What is not saved is lost. */
  close(id: string): void;
  /** Closes it unless it holds what is not saved, what is being typed included; whether it is closed. */
  requestClose(id: string): Promise<boolean>;
  /** There is something that leaving the page would lose. */
  isUnsaved(): boolean;
  /** True when it is in a file, or on its way to the downloads. */
  save(id: string, as?: boolean): Promise<boolean>;
  /** Saves it and closes it unless something in it is unsaved still; whether it is closed. */
  saveAndClose(id: string): Promise<boolean>;
  show(view: DeskView): void;
  dismiss(): void;
  sessionStarted(id: string, session: Session): void;
  attachGrid(container: HTMLElement): void;
  /** The grid is in sight again: what was to be selected in it meanwhile is selected now. */
  gridShown(): void;
  setDark(dark: boolean): void;
  setLanguage(language: 'zh-CN' | 'en'): void;
  commitTyping(): Promise<void>;
  /** Takes back what was done last in the book, typed or written by the pane; false while a cell is open. */
  undo(id: string): boolean;
  pickBatch(): Promise<void>;
  runBatch(files: readonly ChosenFile[]): Promise<void>;
  cancelBatch(): void;
  openBatchFile(name: string): Promise<void>;
  saveBatch(): Promise<void>;
  saveBatchSummary(): Promise<void>;
  /** Keeps at once what would be kept a little later: the page may be about to go. */
  keepDrafts(): Promise<void>;
  /** Drafts of windows that are gone. */
  lostDrafts(): Promise<readonly Draft[]>;
}

/** The desk's data, and what brings its effects about: one event after another. */
interface Runner {
  readonly data: () => DeskData;
  readonly subscribe: Desk['subscribe'];
  readonly hands: Hands;
  /** What is being typed is in its cell before. */
  readonly afterTyping: (then: () => void) => void;
  readonly ask: (event: (call: Call) => DeskEvent) => Promise<boolean>;
}

const MOMENTS: Readonly<Partial<Record<DeskEvent['kind'], Moment>>> = {
  opened: 'opened',
  wrote: 'scored',
};

/** One event after another: what is told meanwhile waits its turn. */
function inTurn(happen: (event: DeskEvent) => void): (event: DeskEvent) => void {
  const events: DeskEvent[] = [];
  let isBusy = false;
  return (event) => {
    events.push(event);
    if (isBusy) return;
    isBusy = true;
    try {
      for (let next = events.shift(); next; next = events.shift()) happen(next);
    } finally {
      isBusy = false;
    }
  };
}

function createRunner(parts: DeskParts): Runner {
  const listeners = new Set<() => void>();
  let data = NO_DESK;
  let calls = 0;

  const happen = (event: DeskEvent): void => {
    const [after, effects] = step(data, event);
    const isSeen = after.shown !== data.shown;
    data = after;
    if (isSeen) for (const listener of listeners) listener();
    const moment = MOMENTS[event.kind];
    if (moment) noteMoment(moment);
    for (const effect of effects) {
      perform(hands, effect).catch((reason: unknown) => {
        console.error(reason);
        tell({ kind: 'notice', notice: failureNotice(asFailure(reason)) });
      });
    }
  };
  const tell = inTurn(happen);
  const afterTyping = (then: () => void): void => {
    if (hands.grid?.isTyping()) void hands.grid.endTyping().then(then, then);
    else then();
  };
  const select = (place: Place): void => {
    const now = (): void => tell({ kind: 'selected', ...place, seen: isGridSeen(hands) });
    if (data.shown.active === place.id) now();
    else afterTyping(now);
  };
  const hands: Hands = {
    parts,
    tell,
    select,
    calls: new Map(),
    openings: new Map(),
    drafts: new Map(),
    grid: null,
    container: null,
    batch: null,
  };
  return {
    data: () => data,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hands,
    afterTyping,
    ask: (event) =>
      new Promise((resolve) => {
        calls += 1;
        hands.calls.set(calls, resolve);
        tell(event(calls));
      }),
  };
}

const isGridSeen = ({ container }: Hands): boolean => (container?.clientWidth ?? 0) > 0;

/** What a person chose; null where nothing is to be done with it. */
async function readChoice<T>({ tell }: Hands, choosing: Promise<T | null>): Promise<T | null> {
  try {
    return await choosing;
  } catch (cause) {
    const failure = new Failure('choice-unreadable', {}, { cause });
    tell({ kind: 'notice', notice: failureNotice(failure) });
    return null;
  }
}

async function lostDrafts({ store, windows }: DeskParts): Promise<readonly Draft[]> {
  const [drafts, alive] = await Promise.all([store.drafts(), windows.alive()]);
  return drafts.filter(({ window }) => window !== windows.own && !alive.has(window));
}

type Opening = Pick<
  Desk,
  'open' | 'pickFiles' | 'openDropped' | 'pickBatch' | 'runBatch' | 'openBatchFile'
>;

/** Files come one after another: what is chosen is opened, or scored as a batch. */
function openingOf({ hands, data, ask, afterTyping }: Runner): Opening {
  const { files } = hands.parts;
  const typed = (): Promise<void> => new Promise(afterTyping);
  const open = async (sources: readonly Source[]): Promise<void> => {
    const books = sources.map((source) => ({ id: newName(), source }));
    // Where nothing is typed the tabs are there at once.
    if (hands.grid?.isTyping()) await typed();
    hands.tell({ kind: 'open', books });
    for (const { id } of books) await ask((call) => ({ kind: 'openOne', id, call }));
  };
  const runBatch = async (chosen: readonly ChosenFile[]): Promise<void> => {
    await typed();
    await ask((call) => ({ kind: 'runBatch', files: chosen, call }));
  };
  return {
    open,
    runBatch,
    pickFiles: async () => {
      const chosen = await readChoice(hands, files.pickFiles());
      if (chosen) await open(chosen.map(sourceOf));
    },
    openDropped: async (reading) => {
      const dropped = await readChoice(hands, reading);
      if (!dropped) return;
      await open(dropped.files.map(sourceOf));
      if (dropped.folder) await runBatch(dropped.folder);
    },
    pickBatch: async () => {
      const chosen = await readChoice(hands, files.pickFolder());
      if (chosen) await runBatch(chosen);
    },
    openBatchFile: async (name) => {
      const { batch } = data().shown;
      const chosen = batch.kind === 'done' && batch.files.find((file) => file.name === name);
      if (chosen) await open([sourceOf(chosen)]);
    },
  };
}

export function createDesk(parts: DeskParts, now: () => Date = () => new Date()): Desk {
  const runner = createRunner(parts);
  const { hands, data, ask, afterTyping } = runner;
  const { tell } = hands;
  const saveBatch = async (what: 'zip' | 'summary'): Promise<void> => {
    await ask((call) => ({ kind: 'saveBatch', what, at: now(), call }));
  };
  return {
    ...openingOf(runner),
    state: () => data().shown,
    subscribe: runner.subscribe,
    cancelOpening: (id) => tell({ kind: 'cancelOpening', id }),
    activate: (id) => afterTyping(() => tell({ kind: 'activate', id })),
    close: (id) => tell({ kind: 'close', id }),
    requestClose: async (id) => {
      await new Promise<void>(afterTyping);
      return ask((call) => ({ kind: 'requestClose', id, call }));
    },
    isUnsaved: () =>
      hands.grid?.isTyping() === true ||
      data().shown.books.some(({ unsaved }) => unsaved) ||
      [...data().held.values()].some(({ edits }) => edits > 0),
    save: (id, as = false) => ask((call) => ({ kind: 'save', id, as, call })),
    saveAndClose: (id) => ask((call) => ({ kind: 'saveAndClose', id, call, tried: false })),
    show: (view) => afterTyping(() => tell({ kind: 'show', view })),
    dismiss: () => tell({ kind: 'notice', notice: null }),
    sessionStarted: (id, session) => tell({ kind: 'sessionStarted', id, session }),
    attachGrid: (container) => tell({ kind: 'gridAsked', container }),
    gridShown: () => tell({ kind: 'gridShown', seen: isGridSeen(hands) }),
    setDark: (dark) => tell({ kind: 'dark', dark }),
    setLanguage: (language) => tell({ kind: 'language', language }),
    commitTyping: async () => hands.grid?.commitTyping(),
    undo: (id) => {
      if (hands.grid?.isTyping()) return false;
      tell({ kind: 'undo', id, last: hands.grid?.lastDone(id) ?? null });
      return true;
    },
    cancelBatch: () => tell({ kind: 'cancelBatch' }),
    saveBatch: () => saveBatch('zip'),
    saveBatchSummary: () => saveBatch('summary'),
    keepDrafts: async () => {
      const kept = [...data().held.keys()].map((id) =>
        ask((call) => ({ kind: 'keepDraft', id, call })),
      );
      await Promise.all(kept);
    },
    lostDrafts: () => lostDrafts(parts),
  };
}
