import { readMarkMemory, type MarkMemory } from '../../changes/mark-memory';
import {
  count,
  fitting,
  flag,
  listOf,
  only,
  openRecord,
  openRow,
  optional,
  orNull,
  text,
} from '../../model/decode';
import type { PartEncoding } from './write-encoding';
import type { PartUndo } from './write-plan';
import type { Splice } from './write-splice';

/**
 * What the file host leaves in `Ledger.host.file`: how every part goes back exactly (`undo`), and,
 * for files another program saved again since, what there was in words.
 */
export interface FileState extends MarkMemory {
  readonly version: 1;
  readonly undo: readonly PartUndo[];
  readonly created: readonly string[];
}

const ENCODING = openRecord<PartEncoding>({
  declaration: text(),
  mark: flag,
  label: only('utf-8', 'utf-16le', 'utf-16be'),
});

/** As `storeState` leaves it: replacements as short lists. */
interface Stored {
  readonly undo: readonly StoredUndo[];
  readonly created: readonly string[];
}

interface StoredUndo {
  readonly part: string;
  readonly digest: string;
  readonly splices: readonly (readonly [number, number, string])[];
  readonly encoding?: PartEncoding | null;
}

const STORED = openRecord<Stored>({
  undo: listOf(
    openRecord<StoredUndo>({
      part: text(),
      digest: text(),
      splices: listOf(openRow<[number, number, string]>(count, count, text())),
      encoding: optional(orNull(ENCODING)),
    }),
  ),
  created: listOf(text()),
});

/** Reads what `storeState` left; null for anything else, however it came to be there. */
export function readState(value: unknown): FileState | null {
  const memory = readMarkMemory(value);
  const stored = fitting(STORED, value);
  if (!memory || !stored) return null;
  const undo = stored.undo.map(({ part, digest, splices, encoding = null }) => ({
    ...{ part, digest, encoding },
    splices: splices.map(([at, end, content]): Splice => ({ at, end, text: content })),
  }));
  return { version: 1, undo, created: stored.created, ...memory };
}

/** The state as it is put into the ledger: replacements as short lists. */
export function storeState(state: FileState): Readonly<Record<string, unknown>> {
  return {
    ...state,
    undo: state.undo.map(({ part, digest, splices, encoding }) => ({
      part,
      digest,
      splices: splices.map(({ at, end, text }) => [at, end, text]),
      ...(encoding ? { encoding } : {}),
    })),
  };
}
