import type { HostPort } from '../../../hosts/port';
import type { CellEdit } from '../../../model/edit';
import { Failure } from '../../../model/failure';
import type { CellRef } from '../../../model/grid';
import type { BookView } from '../../../model/look';
import { remembersOnly } from '../../../model/patch';
import type { Snapshot } from '../../../model/snapshot';
import type { Reading, Usual } from './protocol';
import type { WorkerClient } from './worker-client';

export interface PageHostOptions {
  readonly client: WorkerClient;
  readonly book: string;
  /**
   * The book changed otherwise than by the grid. `edited`: how many calls of `edited` are in the
   * view already; absent: all.
   */
  readonly onView: (view: BookView, edited?: number) => void;
  readonly onSelect: (sheet: string, cell: CellRef) => void;
  /** A run of the pane's is in the book, asked for by a person or not. */
  readonly onWritten: (unasked: boolean) => void;
  /** The last of these runs is taken back. */
  readonly onTakenBack: () => void;
}

/** A book in the worker, as the pane's host; the grid's edits go in through it. */
export interface PageHost extends HostPort {
  /**
   * @throws Failure as `checkEdits`; then the grid is given the book as it is without them.
   */
  edited(edits: readonly CellEdit[]): Promise<void>;
}

export function createPageHost(options: PageHostOptions): PageHost {
  const { client, book, onView, onSelect, onWritten, onTakenBack } = options;
  const listeners = new Set<() => void>();
  let calls = 0;
  /** What the last run leaves, after so many calls: nothing else has changed the book if it was the last. */
  let left: { readonly reading: Promise<Snapshot>; readonly calls: number } | null = null;
  const readNow = async (): Promise<Snapshot> => {
    const { usual } = client.known;
    return taken(client, await client.ask('read', { book, usual }), usual);
  };
  return {
    capabilities: {
      notes: true,
      editEvents: true,
      merges: true,
    },
    read: async () => {
      const known = left;
      left = null;
      return known?.calls === calls ? known.reading : readNow();
    },
    apply: async (patch, hooks = {}) => {
      if (hooks.cancelled?.()) throw new Failure('cancelled');
      hooks.onProgress?.(0, 1);
      const included = calls;
      const applying = client.ask('apply', { book, patch });
      // It is read, scored and planned while the grid shows what was written.
      const reading = readNow();
      reading.catch(() => undefined);
      const { report, view } = await applying;
      left = { reading, calls: included };
      onView(view, included);
      if (!remembersOnly(patch)) onWritten(hooks.unasked === true);
      hooks.onProgress?.(1, 1);
      return report;
    },
    undo: async () => {
      const included = calls;
      left = null;
      const { undone, view } = await client.ask('undo', { book });
      onView(view, included);
      if (undone) onTakenBack();
      return undone;
    },
    onEdit: (callback) => {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    select: (sheet, cell) => {
      onSelect(sheet, cell);
      return Promise.resolve();
    },
    edited: async (edits) => {
      calls += 1;
      try {
        const { changes } = await client.ask('edit', { book, edits });
        if (changes) for (const listener of listeners) listener();
      } catch (reason) {
        const included = calls;
        onView(await client.ask('view', { book }), included);
        throw reason;
      }
    },
  };
}

/** A reading as its snapshot; the rest of it is known by that. */
function taken({ known }: WorkerClient, reading: Reading, how: Usual): Snapshot {
  const { snapshot, held, scored } = reading;
  known.held.set(snapshot, held);
  if (scored) {
    known.held.set(scored.result, scored.held);
    known.scored.set(snapshot, { how, result: scored.result, patch: scored.patch });
  }
  return snapshot;
}
