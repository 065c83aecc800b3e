import { zipSync } from 'fflate';
import { PANE_CHINESE } from '../../../../src/pane/chinese';
import { engineHere } from '../../../../src/pane/session-engine';
import type { Clock } from '../../../../src/pane/session';
import type { CreateGrid, GridEvents } from '../../../../src/apps/workbench/grid/grid';
import type {
  BrowserStore,
  Draft,
  RecentFile,
} from '../../../../src/apps/workbench/files/browser-store';
import type {
  Asker,
  BookEvents,
  BookHost,
  DeskParts,
} from '../../../../src/apps/workbench/books/desk-parts';
import type { FileAccess } from '../../../../src/apps/workbench/files/file-access';
import type { BatchRow, Questions } from '../../../../src/apps/workbench/worker/protocol';
import { createFileHost, type FileHost } from '../../../../src/hosts/file/file-host';
import { Failure } from '../../../../src/model/failure';
import type { BookView } from '../../../../src/model/look';
import type { Snapshot } from '../../../../src/model/snapshot';
import { PLAIN_LOOK } from '../../../../src/xlsx/view/view-looks';

/** A desk's surroundings without a browser: real books in this thread, and a log of what the grid is told. */
export interface FakeSurroundings {
  readonly parts: DeskParts;
  readonly log: string[];
  readonly drafts: Map<string, Draft>;
  readonly recent: RecentFile[];
  readonly downloads: Map<string, Uint8Array>;
  readonly books: ReadonlyMap<string, FileHost>;
  readonly grid: {
    events: GridEvents | null;
    /** The book a cell of which is being typed in. */
    typing: string | null;
    /** What a person did in it, the last thing last. */
    readonly done: object[];
  };
  /** Answers the pickers; null: called off. */
  readonly answers: {
    files: Awaited<ReturnType<FileAccess['pickFiles']>>;
    folder: Awaited<ReturnType<FileAccess['pickFolder']>>;
    save: Awaited<ReturnType<FileAccess['pickSavePlace']>>;
    folderPlace: Awaited<ReturnType<FileAccess['pickFolderPlace']>>;
    batch: (files: Questions['batch'][0]['files']) => Promise<readonly BatchRow[]>;
    zip: Uint8Array;
    /** The browser's store takes no more. */
    full: boolean;
    /** Windows that live beside this one. */
    alive: ReadonlySet<string>;
  };
  /** Lets the clock's time go by. */
  pass(milliseconds: number): Promise<void>;
}

function viewOf(snapshot: Snapshot): BookView {
  return {
    revision: snapshot.revision,
    date1904: false,
    looks: [PLAIN_LOOK],
    sheets: snapshot.sheets.map((sheet) => ({
      ...sheet,
      looks: sheet.values.map((line) => line.map(() => 0)),
      notes: [],
      defaultWidth: 64,
      defaultHeight: 20,
      widths: new Map(),
      heights: new Map(),
      frozenRows: 0,
      frozenColumns: 0,
      gridLines: true,
    })),
    unshown: [],
  };
}

export const turns = async (count = 50): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
};

export function fakeSurroundings(): FakeSurroundings {
  const log: string[] = [];
  const drafts = new Map<string, Draft>();
  const recent: RecentFile[] = [];
  const downloads = new Map<string, Uint8Array>();
  const books = new Map<string, FileHost>();
  const grid: FakeSurroundings['grid'] = { events: null, typing: null, done: [] };
  const answers: FakeSurroundings['answers'] = {
    files: null,
    folder: null,
    save: 'download',
    folderPlace: 'download',
    batch: () => Promise.resolve([]),
    zip: zipSync({}),
    full: false,
    alive: new Set(),
  };
  let now = 1_000_000;
  let timers: { at: number; work: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    after: (delay, work) => {
      const timer = { at: now + delay, work };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
  };
  const book = (name: string): FileHost => {
    const found = books.get(name);
    if (!found) throw new Failure('unexpected');
    return found;
  };
  const answer: { [K in keyof Questions]?: (question: Questions[K][0]) => Promise<unknown> } = {
    open: async ({ book: name, fileName, bytes }) => {
      const host = await createFileHost(bytes, { fileName });
      books.set(name, host);
      const { format, converted } = host;
      return { format, converted, view: viewOf(await host.read()) };
    },
    save: ({ book: name }) => Promise.resolve(book(name).bytes()),
    close: ({ book: name }) => {
      log.push(`close ${String(books.delete(name))}`);
      return Promise.resolve(null);
    },
    batch: ({ files }) => answers.batch(files),
    batchOutput: () => Promise.resolve({ zip: answers.zip, summary: new Uint8Array([1]) }),
  };
  const asker: Asker = {
    ask: async (name, question, hooks) => {
      const work = answer[name] as ((given: typeof question) => Promise<never>) | undefined;
      if (!work) throw new Failure('unexpected');
      hooks?.onProgress?.(0, 1);
      const result = await work(question);
      if (hooks?.signal?.aborted) throw new Failure('cancelled');
      return result;
    },
  };
  const hostFor = (name: string, events: BookEvents): BookHost => {
    const host = book(name);
    const listeners = new Set<() => void>();
    return {
      ...host,
      capabilities: { ...host.capabilities, editEvents: true },
      apply: async (patch, hooks) => {
        const report = await host.apply(patch);
        events.onView(viewOf(await host.read()));
        events.onWritten(hooks?.unasked === true);
        return report;
      },
      undo: () => {
        const undone = host.undo();
        if (undone) events.onTakenBack();
        return undone;
      },
      onEdit: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      select: (sheet, cell) => {
        events.onSelect(sheet, cell);
        return Promise.resolve();
      },
      edited: () => {
        for (const listener of listeners) listener();
        return Promise.resolve();
      },
    };
  };
  const createGrid: CreateGrid = (_, events) => {
    grid.events = events;
    const end = async (): Promise<void> => {
      await turns(1);
      const book = grid.typing;
      grid.typing = null;
      if (book !== null) events.onEdits(book, []);
    };
    return Promise.resolve({
      open: () => log.push('grid open'),
      update: () => log.push('grid update'),
      activate: () => log.push('grid activate'),
      close: () => log.push('grid close'),
      select: (_book, sheet, { row, column }) => log.push(`grid select ${sheet} ${row} ${column}`),
      lastDone: () => grid.done.at(-1) ?? null,
      undo: () => {
        grid.done.pop();
        log.push('grid undo');
      },
      setDark: (dark) => log.push(`grid dark ${String(dark)}`),
      setLanguage: (language) => log.push(`grid ${language}`),
      isTyping: () => grid.typing !== null,
      endTyping: () => {
        log.push('grid end');
        return end();
      },
      commitTyping: () => {
        log.push('grid commit');
        return end();
      },
      dispose: () => undefined,
    });
  };
  const store: BrowserStore = {
    recent: () => Promise.resolve(recent),
    remember: (file) => {
      recent.push(file);
      return Promise.resolve();
    },
    forget: () => Promise.resolve(),
    drafts: () => Promise.resolve([...drafts.values()]),
    keepDraft: (draft) => {
      if (answers.full) return Promise.resolve(false);
      drafts.set(draft.id, draft);
      return Promise.resolve(true);
    },
    dropDraft: (id) => {
      drafts.delete(id);
      return Promise.resolve();
    },
  };
  return {
    parts: {
      asker,
      hostFor,
      engineFor: () => engineHere(() => PANE_CHINESE),
      loadGrid: () => Promise.resolve(createGrid),
      files: {
        pickFiles: () => Promise.resolve(answers.files),
        pickFolder: () => Promise.resolve(answers.folder),
        pickSavePlace: () => Promise.resolve(answers.save),
        pickFolderPlace: () => Promise.resolve(answers.folderPlace),
        download: (name, bytes) => downloads.set(name, bytes),
      },
      store,
      windows: { own: 'this', alive: () => Promise.resolve(answers.alive) },
      clock,
    },
    log,
    drafts,
    recent,
    downloads,
    books,
    grid,
    answers,
    pass: async (milliseconds) => {
      now += milliseconds;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { work } of due) work();
      await turns();
    },
  };
}
