import { DEFAULT_OPTIONS } from '../../../engine/options';
import { asFailure, Failure } from '../../../model/failure';
import { isScored } from '../../../pane/session-state';
import { writeBatch } from '../batch/write-batch';
import type { Grid } from '../grid/grid';
import type { DeskParts } from './desk-parts';
import { failureNotice, savingFailure, type DeskState } from './desk-state';
import type { BatchPlace, EffectKind, EffectOf } from './steps/effects';
import { noteWithNextFrame } from './moments';
import type { DeskEvent } from './steps/events';
import type { Place } from './steps/desk-data';

/** What is in the desk's hands: its parts, and what of them runs. Nothing is decided by it. */
export interface Hands {
  readonly parts: DeskParts;
  readonly tell: (event: DeskEvent) => void;
  /** A cell that is chosen, once nothing is being typed that would be lost by it. */
  readonly select: (place: Place) => void;
  readonly calls: Map<number, (value: boolean) => void>;
  readonly openings: Map<string, AbortController>;
  /** Calls off a draft that is due. */
  readonly drafts: Map<string, () => void>;
  grid: Grid | null;
  container: HTMLElement | null;
  batch: AbortController | null;
}

type Perform<K extends EffectKind> = (hands: Hands, effect: EffectOf<K>) => Promise<void> | void;

const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);

/** Begins the work at once and tells how it ended. */
async function ending<T>(
  { tell }: Hands,
  work: () => Promise<T>,
  done: (value: T) => DeskEvent,
  failed: (failure: Failure) => DeskEvent,
): Promise<void> {
  let event: DeskEvent;
  try {
    event = done(await work());
  } catch (reason) {
    event = failed(asFailure(reason));
  }
  tell(event);
}

const openBook: Perform<'openBook'> = (hands, { id, source }) => {
  const { parts, tell, select, openings } = hands;
  const abort = new AbortController();
  const { signal } = abort;
  openings.set(id, abort);
  const work = async () => {
    const bytes = await source.bytes().catch((cause: unknown) => {
      throw new Failure('file-gone', { name: source.name }, { cause });
    });
    const size = bytes.length;
    if (signal.aborted) throw new Failure('cancelled');
    const question = { book: id, fileName: source.name, bytes };
    const opened = await parts.asker.ask('open', question, { signal });
    const host = parts.hostFor(id, {
      onView: (view, edited) =>
        tell({ kind: 'viewChanged', id, view, ...(edited === undefined ? {} : { edited }) }),
      onSelect: (sheet, cell) => select({ id, sheet, cell }),
      onWritten: (unasked) =>
        tell({ kind: 'wrote', id, unasked, after: hands.grid?.lastDone(id) ?? null }),
      onTakenBack: () => tell({ kind: 'takenBack', id }),
    });
    // Not every call of the grid says something new; the host knows.
    host.onEdit(() => tell({ kind: 'changed', id }));
    return { size, opened, host, engine: parts.engineFor(id) };
  };
  return ending(
    hands,
    () => work().finally(() => openings.delete(id)),
    (made) => ({ kind: 'opened', id, ...made }),
    (failure) => ({ kind: 'notOpened', id, failure }),
  );
};

const scoreExample: Perform<'scoreExample'> = async ({ tell }, { id, session }) => {
  const isWritten = (): boolean => {
    const { workbook } = session.state();
    return workbook !== null && isScored(workbook.snapshot);
  };
  // The session takes one thing after another; its first reading is asked for after this turn.
  await Promise.resolve();
  // The grid's first calculation may come between the two, and the writing is then refused.
  for (let attempt = 0; attempt < 3 && !isWritten(); attempt += 1) {
    await session.preview();
    await session.apply();
  }
  session.dismiss();
  tell({ kind: 'exampleScored', id });
};

const loadGrid: Perform<'loadGrid'> = async (hands, { container }) => {
  const { parts, tell } = hands;
  hands.container = container;
  try {
    const create = await parts.loadGrid();
    hands.grid = await create(container, {
      onEdits: (id, edits) => tell({ kind: 'edited', id, edits }),
      onRefused: (refused) => tell({ kind: 'refused', ...refused }),
    });
  } catch (reason) {
    console.error(reason);
    tell({ kind: 'gridFailed' });
    return;
  }
  tell({ kind: 'gridReady' });
};

const gridUpdate: Perform<'gridUpdate'> = ({ grid, tell }, { id, view, edited }) => {
  try {
    grid?.update(id, view, edited);
  } catch (reason) {
    // The book itself is right.
    console.error(reason);
    tell({ kind: 'gridBroke', id, view });
  }
};

const runBatch: Perform<'runBatch'> = (hands, { batch, files, language, call }) => {
  const { parts, tell } = hands;
  const abort = new AbortController();
  hands.batch = abort;
  const onProgress = (done: number, total: number): void =>
    tell({ kind: 'batchRuns', batch, done, total });
  const work = async () => {
    // One that cannot be read is a row that says so.
    const read = await Promise.all(
      files.map(async ({ name, file }) => ({ name, file: await file().catch(() => null) })),
    );
    onProgress(0, read.length);
    const question = { files: read, options: DEFAULT_OPTIONS, language };
    return parts.asker.ask('batch', question, { signal: abort.signal, onProgress });
  };
  return ending(
    hands,
    work,
    (rows) => ({ kind: 'batchDone', batch, files, rows, call }),
    (failure) => ({ kind: 'batchFailed', batch, failure, call }),
  );
};

const chooseBatchPlace: Perform<'chooseBatchPlace'> = (hands, { file, call }) => {
  const { files } = hands.parts;
  const chosen = async (): Promise<BatchPlace | null> => {
    if (file.what === 'summary') {
      const place = await files.pickSavePlace(file.name);
      return place === 'download' ? { kind: place } : place && { kind: 'file', file: place };
    }
    const place = await files.pickFolderPlace();
    return place === 'download' ? { kind: place } : place && { kind: 'folder', folder: place };
  };
  const answer = (place: BatchPlace | null, notice: DeskState['notice']): DeskEvent => ({
    kind: 'batchPlaceChosen',
    file,
    place,
    notice,
    call,
  });
  return ending(
    hands,
    chosen,
    (place) => answer(place, null),
    (failure) => answer(null, failureNotice(savingFailure(failure, file.name))),
  );
};

/** How each effect is brought about. */
const PERFORM: { readonly [K in EffectKind]: Perform<K> } = {
  answer: ({ calls }, { call, value }) => {
    calls.get(call)?.(value);
    calls.delete(call);
  },
  tell: ({ tell }, { event }) => tell(event),
  openBook,
  callOff: ({ openings }, { id }) => openings.get(id)?.abort(),
  closeBook: async ({ parts }, { id }) => {
    // A worker that is gone holds no book.
    await parts.asker.ask('close', { book: id }).catch(() => undefined);
  },
  remember: ({ parts: { store, clock } }, recent) =>
    store.remember({ name: recent.name, at: clock.now(), handle: recent.handle }),
  stopSession: (_, { session }) => session.stop(),
  scoreExample,
  sendEdits: (hands, { id, host, edits }) =>
    ending(
      hands,
      () => host.edited(edits),
      () => ({ kind: 'editsSent', id, failure: null }),
      (failure) => ({ kind: 'editsSent', id, failure }),
    ),
  startDraft: ({ parts, drafts, tell }, { id, after }) => {
    const due = parts.clock.after(after, () => {
      drafts.delete(id);
      tell({ kind: 'draftDue', id });
    });
    drafts.set(id, due);
  },
  stopDraft: ({ drafts }, { id }) => {
    drafts.get(id)?.();
    drafts.delete(id);
  },
  readDraft: (hands, { id, change, call }) =>
    ending(
      hands,
      () => hands.parts.asker.ask('save', { book: id }),
      (bytes) => ({ kind: 'draftRead', id, change, call, bytes: own(bytes) }),
      () => ({ kind: 'draftRead', id, change, call, bytes: null }),
    ),
  storeDraft: (hands, { id, name, bytes, change, call }) => {
    const { store, windows, clock } = hands.parts;
    return ending(
      hands,
      () => store.keepDraft({ id, window: windows.own, name, at: clock.now(), bytes }),
      (kept) => ({ kind: 'draftStored', id, change, call, kept }),
      () => ({ kind: 'draftStored', id, change, call, kept: false }),
    );
  },
  dropDraft: ({ parts }, { id }) => parts.store.dropDraft(id),
  choosePlace: (hands, { id, name }) =>
    ending(
      hands,
      () => hands.parts.files.pickSavePlace(name),
      (place) => ({ kind: 'placeChosen', id, place }),
      (failure) => ({ kind: 'notSaved', id, failure }),
    ),
  commitTyping: (hands, { id }) =>
    ending(
      hands,
      async () => hands.grid?.commitTyping(),
      () => ({ kind: 'typingCommitted', id }),
      (failure) => ({ kind: 'notSaved', id, failure }),
    ),
  readBytes: (hands, { id }) =>
    ending(
      hands,
      () => hands.parts.asker.ask('save', { book: id }),
      (bytes) => ({ kind: 'bytesRead', id, bytes: own(bytes) }),
      (failure) => ({ kind: 'notSaved', id, failure }),
    ),
  write: (hands, { id, name, place, bytes }) =>
    ending(
      hands,
      async () => {
        if (place === 'download') hands.parts.files.download(name, bytes);
        else await place.write(bytes);
      },
      () => ({ kind: 'written', id, place, name }),
      (failure) => ({ kind: 'notSaved', id, failure }),
    ),
  loadGrid,
  gridOpen: ({ grid }, { id, view }) => {
    grid?.open(id, view);
    noteWithNextFrame('drawn');
  },
  gridUpdate,
  gridActivate: ({ grid }, { id }) => grid?.activate(id),
  gridClose: ({ grid }, { id }) => grid?.close(id),
  gridSelect: ({ grid }, { id, sheet, cell }) => grid?.select(id, sheet, cell),
  gridUndo: ({ grid }, { id }) => grid?.undo(id),
  takeBack: async (_, { session, runs }) => {
    for (let run = 0; run < runs; run += 1) await session.undo();
  },
  gridDark: ({ grid }, { dark }) => grid?.setDark(dark),
  gridLanguage: ({ grid }, { language }) => grid?.setLanguage(language),
  runBatch,
  callOffBatch: ({ batch }) => batch?.abort(),
  chooseBatchPlace,
  writeBatch: (hands, { file, place, call }) =>
    ending(
      hands,
      () => writeBatch(hands.parts, file, place),
      (notice) => ({ kind: 'batchWritten', notice, call }),
      (failure) => ({
        kind: 'batchWritten',
        notice: failureNotice(savingFailure(failure, file.name)),
        call,
      }),
    ),
};

/** Brings an effect about; how it ended is told as an event. */
export async function perform<K extends EffectKind>(
  hands: Hands,
  effect: EffectOf<K>,
): Promise<void> {
  await PERFORM[effect.kind](hands, effect);
}
