import { DEFAULT_OPTIONS } from '../../../engine/options';
import { render } from '../../../texts/catalogue';
import type { CellEdit } from '../../../model/edit';
import { Failure } from '../../../model/failure';
import type { BookView } from '../../../model/look';
import type { Session } from '../../../pane/session';
import { isScored } from '../../../pane/session-state';
import type { Grid, RefusedEdit } from '../grid/grid';
import { wasCalledOff, type BatchState } from '../batch/batch';
import type { Draft } from '../files/browser-store';
import {
  asFailure,
  failureNotice,
  told,
  type Book,
  type DeskState,
  type DeskView,
  type OpenBook,
} from './desk-state';
import type { DeskParts } from './desk-parts';
import type { Questions } from '../worker/protocol';
import type { ChosenFile, Dropped, SavePlace } from '../files/file-access';
import { baseName, saveName } from '../files/file-names';
import { newName } from '../files/other-windows';

/** Where a book's content comes from. */
export interface Source {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
  readonly handle: FileSystemFileHandle | null;
  readonly example?: boolean;
  /** The draft it is recovered from, of a window that is gone; it was never saved. */
  readonly draft?: string;
}

/** The files a person has open, and all that can be done with them; no part of it is drawn here. */
export interface Desk {
  readonly state: () => DeskState;
  readonly subscribe: (listener: () => void) => () => void;
  open(sources: readonly Source[]): Promise<void>;
  pickFiles(): Promise<void>;
  openDropped(reading: Promise<Dropped>): Promise<void>;
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

/** How long after a change a draft is kept; a large book takes a while to write. */
const DRAFT_AFTER = { small: 400, large: 5_000 };
const LARGE = 4 * 1024 * 1024;

/** What the desk holds of a book and nobody draws. */
interface Held {
  readonly abort: AbortController;
  size: number;
  /** What the grid must be given when it is there. */
  view: BookView | null;
  place: SavePlace | null;
  /** Null while every change is in a draft, or on its way into one. */
  callOffDraft: (() => void) | null;
  /** The draft it came from, until it is in a draft or a file of its own. */
  draft: string | null;
  /** Grows with every change; a save that began before the last one leaves the mark. */
  change: number;
  /** Edits on their way to the worker. */
  edits: Promise<void>;
  saving: Promise<boolean> | null;
  /** A person put something into a cell; results of formulas come of themselves. */
  touched: boolean;
}

export function sourceOf(chosen: ChosenFile): Source {
  return {
    name: baseName(chosen.name),
    bytes: async () => new Uint8Array(await (await chosen.file()).arrayBuffer()),
    handle: chosen.handle,
  };
}

const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);

const twoDigits = (part: number): string => String(part).padStart(2, '0');

const savingFailure = (reason: unknown, name: string): Failure => {
  const failure = asFailure(reason);
  return failure.code === 'unexpected' ? new Failure('save-failed', { name }) : failure;
};

const isWritten = (session: Session): boolean => {
  const { workbook } = session.state();
  return workbook !== null && isScored(workbook.snapshot);
};

export function createDesk(parts: DeskParts, now: () => Date = () => new Date()): Desk {
  const { asker, files, store, clock, windows } = parts;
  let state: DeskState = {
    books: [],
    active: null,
    view: 'books',
    grid: 'none',
    notice: null,
    batch: { kind: 'none' },
    selections: 0,
  };
  const listeners = new Set<() => void>();
  const held = new Map<string, Held>();
  let grid: Grid | null = null;
  let dark = false;
  let language: 'zh-CN' | 'en' = 'zh-CN';
  let batchAbort: AbortController | null = null;
  let isGridShown = (): boolean => false;
  let waiting: () => void = () => undefined;

  const set = (part: Partial<DeskState>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const bookOf = (id: string): Book | null => state.books.find((book) => book.id === id) ?? null;
  const change = (id: string, part: Partial<Book>): void =>
    set({ books: state.books.map((book) => (book.id === id ? { ...book, ...part } : book)) });
  const changeOpen = (id: string, part: Partial<OpenBook>): void => {
    const stage = bookOf(id)?.stage;
    if (stage?.kind === 'open') change(id, { stage: { ...stage, ...part } });
  };
  const openStage = (id: string): OpenBook | null => {
    const stage = bookOf(id)?.stage;
    return stage?.kind === 'open' ? stage : null;
  };

  const dropFirstDraft = (id: string): void => {
    const one = held.get(id);
    if (!one || one.draft === null) return;
    void store.dropDraft(one.draft);
    one.draft = null;
  };

  const keepDraft = async (id: string): Promise<void> => {
    const book = bookOf(id);
    if (!book?.unsaved) return;
    try {
      const bytes = own(await asker.ask('save', { book: id }));
      if (bookOf(id)?.unsaved !== true) return;
      const { name } = book;
      const draft = { id, window: windows.own, name, at: clock.now(), bytes };
      if (await store.keepDraft(draft)) dropFirstDraft(id);
    } catch {
      // The next change tries again; saving itself says what is wrong.
    }
  };

  const changed = (id: string): void => {
    const one = held.get(id);
    if (!one) return;
    one.change += 1;
    if (bookOf(id)?.unsaved === false) change(id, { unsaved: true });
    // Later changes do not put it off: who types on and on would never have a draft.
    if (one.callOffDraft !== null) return;
    const after = one.size > LARGE ? DRAFT_AFTER.large : DRAFT_AFTER.small;
    one.callOffDraft = clock.after(after, () => {
      one.callOffDraft = null;
      void keepDraft(id);
    });
  };

  const callOffDraft = (id: string): boolean => {
    const one = held.get(id);
    const pending = one?.callOffDraft ?? null;
    pending?.();
    if (one) one.callOffDraft = null;
    return pending !== null;
  };

  const keepDrafts = async (): Promise<void> => {
    const waiting = state.books.filter(({ id }) => callOffDraft(id));
    await Promise.all(waiting.map(({ id }) => keepDraft(id)));
  };

  const settled = (id: string): void => {
    callOffDraft(id);
    change(id, { unsaved: false });
    dropFirstDraft(id);
    void store.dropDraft(id);
  };

  const showView = (id: string, view: BookView, edited?: number): void => {
    changeOpen(id, { unshown: view.unshown });
    const one = held.get(id);
    if (!grid || one?.view) {
      if (one) one.view = view;
      return;
    }
    try {
      grid.update(id, view, edited);
    } catch (reason) {
      // The book itself is right; the grid begins anew with it.
      console.error(reason);
      grid.close(id);
      grid.open(id, view);
      if (id === state.active) grid.activate(id);
    }
  };

  const putIntoGrid = (id: string): void => {
    const one = held.get(id);
    if (!grid || !one?.view) return;
    grid.open(id, one.view);
    one.view = null;
    if (id === state.active) grid.activate(id);
  };

  const onRefused = ({ reason, sheet }: RefusedEdit): void =>
    set({ notice: told('info', `workbench.refused.${reason}`, { sheet }) });

  const openOne = async (id: string, source: Source): Promise<void> => {
    const one = held.get(id);
    if (!one) return;
    const { signal } = one.abort;
    try {
      const bytes = await source.bytes().catch((cause: unknown) => {
        throw new Failure('file-gone', { name: source.name }, { cause });
      });
      if (signal.aborted) return;
      one.size = bytes.length;
      const opened = await asker.ask(
        'open',
        { book: id, fileName: source.name, bytes },
        { signal },
      );
      if (bookOf(id) === null) return;
      const host = parts.hostFor(id, {
        onView: (view, edited) => {
          showView(id, view, edited);
          changed(id);
        },
        onSelect: (sheet, cell) => {
          if (state.active !== id) activate(id);
          const select = (): void => grid?.select(id, sheet, cell);
          if (isGridShown()) select();
          else waiting = select;
          set({ selections: state.selections + 1 });
        },
      });
      // Not every call of the grid says something new; the host knows.
      host.onEdit(() => changed(id));
      one.view = opened.view;
      const { format, converted, view } = opened;
      change(id, {
        stage: {
          kind: 'open',
          format,
          converted,
          unshown: view.unshown,
          host,
          engine: parts.engineFor(id),
          session: null,
        },
      });
      putIntoGrid(id);
      if (source.draft !== undefined) {
        changed(id);
        callOffDraft(id);
        await keepDraft(id);
      }
      if (source.handle) {
        await store.remember({ name: source.name, at: clock.now(), handle: source.handle });
      }
    } catch (reason) {
      if (wasCalledOff(reason)) return;
      change(id, { stage: { kind: 'failed', failure: asFailure(reason) } });
    }
  };

  /** Only while a cell is open for typing does `act` have to wait. */
  const afterTyping = (act: () => void): void => {
    if (grid?.isTyping()) void grid.endTyping().then(act, act);
    else act();
  };

  const activate = (id: string): void =>
    afterTyping(() => {
      if (!bookOf(id)) return;
      set({ active: id, view: 'books' });
      if (openStage(id) && held.get(id)?.view === null) grid?.activate(id);
    });

  const show = (view: DeskView): void => afterTyping(() => set({ view }));

  const open = async (sources: readonly Source[]): Promise<void> => {
    const added = sources.map((source): readonly [Book, Source] => [
      {
        id: newName(),
        name: source.name,
        stage: { kind: 'opening' },
        unsaved: false,
        saving: false,
        example: source.example === true,
      },
      source,
    ]);
    const first = added[0]?.[0].id;
    if (first === undefined) return;
    if (grid?.isTyping()) await grid.endTyping();
    for (const [{ id }, { draft = null }] of added) {
      held.set(id, {
        draft,
        abort: new AbortController(),
        size: 0,
        view: null,
        place: null,
        callOffDraft: null,
        change: 0,
        edits: Promise.resolve(),
        saving: null,
        touched: false,
      });
    }
    set({
      books: [...state.books, ...added.map(([book]) => book)],
      active: first,
      view: 'books',
      notice: null,
    });
    for (const [{ id }, source] of added) await openOne(id, source);
  };

  const close = (id: string): void => {
    const at = state.books.findIndex((book) => book.id === id);
    const one = held.get(id);
    if (at < 0 || !one) return;
    const stage = openStage(id);
    one.abort.abort();
    callOffDraft(id);
    // What could not be opened stays in its draft.
    if (stage) dropFirstDraft(id);
    stage?.session?.stop();
    held.delete(id);
    const books = state.books.filter((book) => book.id !== id);
    const next = books[Math.min(at, books.length - 1)]?.id ?? null;
    const active = state.active === id ? next : state.active;
    // The list of a file that is gone cannot be shown.
    const view = state.view === 'print' && active !== state.active ? 'books' : state.view;
    set({ books, active, view });
    if (stage && one.view === null) grid?.close(id);
    if (active !== null && openStage(active)) grid?.activate(active);
    void store.dropDraft(id);
    asker.ask('close', { book: id }).catch(() => undefined);
  };

  const requestClose = async (id: string): Promise<boolean> => {
    if (grid?.isTyping()) await grid.endTyping();
    await held.get(id)?.edits;
    if (bookOf(id)?.unsaved) return false;
    close(id);
    return true;
  };

  const commitTyping = async (): Promise<void> => {
    await grid?.commitTyping();
  };

  const writeOut = async (id: string, as: boolean): Promise<boolean> => {
    const book = bookOf(id);
    const stage = openStage(id);
    const one = held.get(id);
    if (!book || !stage || !one) return false;
    const others = state.books.filter((other) => other.id !== id).map(({ name }) => name);
    const name = saveName(book.name, stage.format, others);
    try {
      // A picker opens only in answer to a key or a click, so it comes before anything is awaited.
      const place = (as ? null : one.place) ?? (await files.pickSavePlace(name));
      if (place === null) return false;
      change(id, { saving: true });
      await commitTyping();
      await one.edits;
      const before = one.change;
      const bytes = own(await asker.ask('save', { book: id }));
      if (place === 'download') files.download(name, bytes);
      else {
        await place.write(bytes);
        one.place = place;
      }
      if (one.change === before) settled(id);
      const saved = place === 'download' ? name : place.name;
      const key = place === 'download' ? 'workbench.saved.download' : 'workbench.saved.file';
      set({ notice: told('success', key, { name: saved }) });
      return true;
    } catch (reason) {
      one.place = null;
      set({ notice: failureNotice(savingFailure(reason, name)) });
      return false;
    } finally {
      change(id, { saving: false });
    }
  };

  /** One at a time: who asks again meanwhile gets the answer to the first. */
  const save = (id: string, as = false): Promise<boolean> => {
    const one = held.get(id);
    if (!one) return Promise.resolve(false);
    one.saving ??= writeOut(id, as).finally(() => {
      one.saving = null;
    });
    return one.saving;
  };

  const saveAndClose = async (id: string): Promise<boolean> => {
    await held.get(id)?.saving;
    if (bookOf(id)?.unsaved) await save(id);
    if (bookOf(id)?.unsaved) return false;
    close(id);
    return true;
  };

  /** An example is scored as a person would do it; that is no work that could be lost. */
  const scoreExample = async (id: string, session: Session): Promise<void> => {
    // The grid's first calculation may come between the two, and the writing is then refused.
    for (let attempt = 0; attempt < 3 && !isWritten(session); attempt += 1) {
      await session.preview();
      await session.apply();
    }
    session.dismiss();
    if (openStage(id) && held.get(id)?.touched === false) settled(id);
  };

  /** What a person chose; null where nothing is to be done with it. */
  const readChoice = async <T>(choosing: Promise<T | null>): Promise<T | null> => {
    try {
      return await choosing;
    } catch (cause) {
      set({ notice: failureNotice(new Failure('choice-unreadable', {}, { cause })) });
      return null;
    }
  };

  const setBatch = (batch: BatchState): void => set({ batch });

  const runBatch = async (chosen: readonly ChosenFile[]): Promise<void> => {
    batchAbort?.abort();
    const abort = new AbortController();
    batchAbort = abort;
    if (grid?.isTyping()) await grid.endTyping();
    set({ view: 'batch', batch: { kind: 'reading' }, notice: null });
    try {
      const read = await Promise.all(
        // One that cannot be read is a row that says so.
        chosen.map(async ({ name, file }) => ({ name, file: await file().catch(() => null) })),
      );
      setBatch({ kind: 'running', done: 0, total: read.length });
      const options = { ...DEFAULT_OPTIONS, language };
      const rows = await asker.ask(
        'batch',
        { files: read, options },
        {
          signal: abort.signal,
          onProgress: (done, total) => {
            if (batchAbort === abort) setBatch({ kind: 'running', done, total });
          },
        },
      );
      if (batchAbort === abort) setBatch({ kind: 'done', rows, files: chosen, writing: false });
    } catch (reason) {
      if (batchAbort !== abort) return;
      setBatch(
        wasCalledOff(reason) ? { kind: 'none' } : { kind: 'failed', failure: asFailure(reason) },
      );
    }
  };

  const today = (): string => {
    const date = now();
    return [date.getFullYear(), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())].join(
      '-',
    );
  };

  const folderName = (): string => {
    const time = `${twoDigits(now().getHours())}${twoDigits(now().getMinutes())}`;
    const data = { date: today().replaceAll('-', ''), time };
    return render({ key: 'workbench.batch.folderName', data }, language);
  };

  const outputName = (kind: 'zip' | 'summary'): string =>
    render({ key: `workbench.batch.${kind}Name`, data: { date: today() } }, language);

  const writeBatch = async <P>(
    name: string,
    pick: () => Promise<P | null>,
    write: (place: P, output: Questions['batchOutput'][1]) => Promise<DeskState['notice']>,
  ): Promise<void> => {
    const refuse = (reason: unknown): null => {
      set({ notice: failureNotice(savingFailure(reason, name)) });
      return null;
    };
    const place = await pick().catch(refuse);
    const { batch } = state;
    if (place === null || batch.kind !== 'done' || batch.writing) return;
    setBatch({ ...batch, writing: true });
    try {
      const notice = await write(place, await asker.ask('batchOutput', { date: today() }));
      set({ notice });
    } catch (reason) {
      refuse(reason);
    } finally {
      if (state.batch.kind === 'done') setBatch({ ...state.batch, writing: false });
    }
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open,
    pickFiles: async () => {
      const chosen = await readChoice(files.pickFiles());
      if (chosen) await open(chosen.map(sourceOf));
    },
    openDropped: async (reading) => {
      const dropped = await readChoice(reading);
      if (!dropped) return;
      await open(dropped.files.map(sourceOf));
      if (dropped.folder) await runBatch(dropped.folder);
    },
    cancelOpening: close,
    activate,
    close,
    requestClose,
    isUnsaved: () => grid?.isTyping() === true || state.books.some(({ unsaved }) => unsaved),
    save,
    saveAndClose,
    show,
    dismiss: () => set({ notice: null }),
    sessionStarted: (id, session) => {
      const book = bookOf(id);
      changeOpen(id, { session });
      // The session takes one thing after another; its first reading is asked for after this call.
      if (book?.example) queueMicrotask(() => void scoreExample(id, session));
    },
    attachGrid: (container) => {
      if (state.grid !== 'none') return;
      set({ grid: 'loading' });
      isGridShown = () => container.clientWidth > 0;
      const onEdits = (id: string, edits: readonly CellEdit[]): void => {
        const one = held.get(id);
        const stage = openStage(id);
        if (!one || !stage) return;
        if (edits.some(({ formula }) => formula === null)) one.touched = true;
        const sent = stage.host.edited(edits).catch((reason: unknown) => {
          set({ notice: failureNotice(asFailure(reason)) });
        });
        one.edits = Promise.all([one.edits, sent]).then(() => undefined);
      };
      parts
        .loadGrid()
        .then((create) => create(container, { onEdits, onRefused }))
        .then((made) => {
          grid = made;
          made.setLanguage(language);
          made.setDark(dark);
          set({ grid: 'ready' });
          for (const { id } of state.books) putIntoGrid(id);
          if (state.active !== null && openStage(state.active)) made.activate(state.active);
        })
        .catch((reason: unknown) => {
          console.error(reason);
          set({ grid: 'failed' });
        });
    },
    gridShown: () => {
      if (!isGridShown()) return;
      waiting();
      waiting = () => undefined;
    },
    setDark: (value) => {
      dark = value;
      grid?.setDark(value);
    },
    setLanguage: (value) => {
      language = value;
      grid?.setLanguage(value);
    },
    commitTyping,
    pickBatch: async () => {
      const chosen = await readChoice(files.pickFolder());
      if (chosen) await runBatch(chosen);
    },
    runBatch,
    cancelBatch: () => {
      batchAbort?.abort();
      batchAbort = null;
      setBatch({ kind: 'none' });
    },
    openBatchFile: async (name) => {
      const { batch } = state;
      const chosen = batch.kind === 'done' && batch.files.find((file) => file.name === name);
      if (chosen) await open([sourceOf(chosen)]);
    },
    saveBatch: () => {
      const name = outputName('zip');
      const pick = () => files.pickFolderPlace();
      return writeBatch(name, pick, async (place, { zip }) => {
        if (place === 'download') {
          files.download(name, own(zip));
          return told('success', 'workbench.saved.download', { name });
        }
        const { unzipSync } = await import('fflate');
        const inside = Object.entries(unzipSync(zip));
        const folder = await place.newFolder(folderName());
        for (const [path, bytes] of inside) await folder.write(path, own(bytes));
        const data = { count: inside.length, name: folder.name };
        return told('success', 'workbench.batch.savedFolder', data);
      });
    },
    saveBatchSummary: () => {
      const name = outputName('summary');
      const pick = () => files.pickSavePlace(name);
      return writeBatch(name, pick, async (place, { summary }) => {
        if (place === 'download') {
          files.download(name, own(summary));
          return told('success', 'workbench.saved.download', { name });
        }
        await place.write(own(summary));
        return told('success', 'workbench.saved.file', { name: place.name });
      });
    },
    keepDrafts,
    lostDrafts: async () => {
      const [drafts, alive] = await Promise.all([store.drafts(), windows.alive()]);
      return drafts.filter(({ window }) => window !== windows.own && !alive.has(window));
    },
  };
}
