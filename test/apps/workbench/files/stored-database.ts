/**
 * A browser's database that is there already: as strict as a browser's on what a later program could
 * do wrong with it (an older version asked for, a shelf made twice or missing, a record without its
 * key), and records are copied in and out. Only what `browser-store` asks.
 */

export interface StoredShelf {
  readonly keyPath: string;
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

export interface StoredDatabase {
  readonly name: string;
  readonly version: number;
  readonly shelves: Readonly<Record<string, StoredShelf>>;
}

interface Shelf {
  readonly keyPath: string;
  readonly records: Map<string, unknown>;
}

interface Request {
  result?: unknown;
  error?: DOMException;
  onsuccess?: () => void;
  onerror?: () => void;
  onupgradeneeded?: () => void;
}

const refused = (name: string): DOMException => new DOMException(name, name);

/** Answers after the caller has put its listeners on, as a browser does. */
function answered(work: () => unknown): Request {
  const request: Request = {};
  setImmediate(() => {
    try {
      request.result = work();
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      request.error = error;
      request.onerror?.();
      return;
    }
    request.onsuccess?.();
  });
  return request;
}

const shelfOf = ({ keyPath, records }: StoredShelf): Shelf => ({
  keyPath,
  records: new Map(records.map((record) => [String(record[keyPath]), structuredClone(record)])),
});

function objectStore({ keyPath, records }: Shelf) {
  return {
    getAll: () => answered(() => structuredClone([...records.values()])),
    put: (record: Readonly<Record<string, unknown>>) =>
      answered(() => {
        const key = record[keyPath];
        if (typeof key !== 'string') throw refused('DataError');
        records.set(key, structuredClone(record));
        return key;
      }),
    delete: (key: string) => answered(() => void records.delete(key)),
  };
}

/** What stands in for `indexedDB` where `stored` is all there is. */
export function databasesWith(stored: StoredDatabase) {
  const shelves = new Map(
    Object.entries(stored.shelves).map(([name, shelf]) => [name, shelfOf(shelf)]),
  );
  const database = {
    createObjectStore: (name: string, { keyPath }: { keyPath: string }) => {
      if (shelves.has(name)) throw refused('ConstraintError');
      shelves.set(name, { keyPath, records: new Map() });
    },
    transaction: (name: string) => {
      const shelf = shelves.get(name);
      if (!shelf) throw refused('NotFoundError');
      return { objectStore: () => objectStore(shelf) };
    },
  };
  let version = stored.version;
  const open = (name: string, wanted: number): Request => {
    const request = answered(() => {
      if (name !== stored.name) throw refused('NotFoundError');
      if (wanted < version) throw refused('VersionError');
      request.result = database;
      if (wanted > version) request.onupgradeneeded?.();
      version = wanted;
      return database;
    });
    return request;
  };
  return { open };
}
