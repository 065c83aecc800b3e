/** Two shelves of the browser's own database; every use of them may be refused (private windows, full disk). */

export interface RecentFile {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly handle: FileSystemFileHandle;
}

/** The bytes of a workbook that was not saved yet. */
export interface Draft {
  readonly id: string;
  /** The window it is open in. */
  readonly window: string;
  readonly name: string;
  readonly at: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface BrowserStore {
  recent(): Promise<readonly RecentFile[]>;
  remember(file: RecentFile): Promise<void>;
  forget(name: string): Promise<void>;
  drafts(): Promise<readonly Draft[]>;
  /** Whether it is kept. */
  keepDraft(draft: Draft): Promise<boolean>;
  dropDraft(id: string): Promise<void>;
}

const NAME = 'jixiao-workbench';
const SHELVES = { recent: 'name', drafts: 'id' } as const;
type Shelf = keyof typeof SHELVES;

const RECENT_KEPT = 8;

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      for (const [shelf, keyPath] of Object.entries(SHELVES)) {
        request.result.createObjectStore(shelf, { keyPath });
      }
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
    request.onblocked = () => reject(new Error('the database is blocked'));
  });
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the database refused'));
  });

/** Where there is no database nothing is remembered, and nothing fails because of it. */
export function createBrowserStore(): BrowserStore {
  let database: Promise<IDBDatabase> | null = null;
  const on = async <T>(
    shelf: Shelf,
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
    otherwise: T,
  ): Promise<T> => {
    try {
      database ??= openDatabase();
      const store = (await database).transaction(shelf, mode).objectStore(shelf);
      return await answer(work(store));
    } catch {
      return otherwise;
    }
  };
  const newestFirst = <T extends { readonly at: number }>(list: readonly T[]): readonly T[] =>
    [...list].sort((one, other) => other.at - one.at);
  const recent = async (): Promise<readonly RecentFile[]> =>
    newestFirst(
      await on<RecentFile[]>(
        'recent',
        'readonly',
        (store) => store.getAll() as IDBRequest<RecentFile[]>,
        [],
      ),
    );
  const forget = async (name: string): Promise<void> => {
    await on<undefined>('recent', 'readwrite', (store) => store.delete(name), undefined);
  };
  return {
    recent,
    forget,
    remember: async (file) => {
      await on<IDBValidKey>('recent', 'readwrite', (store) => store.put(file), '');
      for (const { name } of (await recent()).slice(RECENT_KEPT)) await forget(name);
    },
    drafts: async () =>
      newestFirst(
        await on<Draft[]>(
          'drafts',
          'readonly',
          (store) => store.getAll() as IDBRequest<Draft[]>,
          [],
        ),
      ),
    keepDraft: async (draft) =>
      (await on<IDBValidKey>('drafts', 'readwrite', (store) => store.put(draft), '')) === draft.id,
    dropDraft: async (id) => {
      await on<undefined>('drafts', 'readwrite', (store) => store.delete(id), undefined);
    },
  };
}
