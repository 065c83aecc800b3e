import { contains, type CellRef } from '../model/grid';
import { rangeOfAddress } from './sheet-grid';

/** How long after a write its events may still come in, in milliseconds. */
const ECHO = 3_000;

export interface OwnWrite {
  /** Cells by sheet id; null: the whole sheet. */
  readonly cells: ReadonlyMap<string, readonly CellRef[] | null>;
  /** Ids of the sheets there were before; any other is one we made. */
  readonly present: ReadonlySet<string>;
  /** Ids of the sheets it takes away. */
  readonly removed: ReadonlySet<string>;
  /** Null while the write is going on. */
  until: number | null;
}

/** What this host wrote lately: below ExcelApi 1.14 an event does not say who caused it. */
export interface OwnWrites {
  /** Notes what is about to be written; the function given back starts the wait for its echo. */
  readonly open: (write: Omit<OwnWrite, 'until'>) => () => void;
  /** Whether an edit of this address is the echo of a write. */
  readonly covers: (sheetId: string, address: string) => boolean;
  /** Whether the end of a sheet is the echo of a write: others of a person's may go meanwhile. */
  readonly removes: (sheetId: string) => boolean;
  /** Whether a write is going on or its echo may still come. */
  readonly isRecent: () => boolean;
}

export function createOwnWrites(now: () => number): OwnWrites {
  const writes: OwnWrite[] = [];
  const current = (): readonly OwnWrite[] => {
    const time = now();
    for (let index = writes.length - 1; index >= 0; index--) {
      const until = writes[index]?.until;
      if (until !== null && until !== undefined && until < time) writes.splice(index, 1);
    }
    return writes;
  };
  return {
    open: (own) => {
      const write: OwnWrite = { ...own, until: null };
      writes.push(write);
      return () => {
        write.until = now() + ECHO;
      };
    },
    covers: (sheetId, address) => {
      const range = rangeOfAddress(address);
      return current().some(({ cells, present }) => {
        if (!present.has(sheetId)) return true;
        const own = cells.get(sheetId);
        if (own === undefined) return false;
        if (own === null) return true;
        // An echo covers nothing but what was written; a person's paste over it covers more.
        return range !== null && isWithin(range, own);
      });
    },
    removes: (sheetId) =>
      current().some(({ present, removed }) => removed.has(sheetId) || !present.has(sheetId)),
    isRecent: () => current().length > 0,
  };
}

function isWithin(
  range: {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  },
  own: readonly CellRef[],
): boolean {
  const rows = own.filter((cell) => cell.column >= range.left && cell.column <= range.right);
  const top = rows.reduce((least, { row }) => Math.min(least, row), Number.POSITIVE_INFINITY);
  const bottom = rows.reduce((most, { row }) => Math.max(most, row), -1);
  return (
    range.left === range.right &&
    range.top >= top &&
    range.bottom <= bottom &&
    own.some((cell) => contains(range, cell))
  );
}
