import { readMarkMemory, type MarkMemory } from '../../changes/mark-memory';
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

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;

function listOf<T>(value: unknown, read: (item: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  const items: T[] = [];
  for (const item of value as unknown[]) {
    const found = read(item);
    if (found === null) return null;
    items.push(found);
  }
  return items;
}

function readSplice(value: unknown): Splice | null {
  if (!Array.isArray(value)) return null;
  const [at, end, text] = value as unknown[];
  return isCount(at) && isCount(end) && isText(text) ? { at, end, text } : null;
}

function isEncoding(value: unknown): value is PartEncoding | null {
  if (value === null) return true;
  if (!isFields(value) || !isText(value.declaration) || typeof value.mark !== 'boolean')
    return false;
  return value.label === 'utf-8' || value.label === 'utf-16le' || value.label === 'utf-16be';
}

function readUndo(value: unknown): PartUndo | null {
  if (!isFields(value) || !isText(value.part) || !isText(value.digest)) return null;
  const splices = listOf(value.splices, readSplice);
  const encoding = value.encoding ?? null;
  if (splices === null || !isEncoding(encoding)) return null;
  return { part: value.part, digest: value.digest, splices, encoding };
}

const textOf = (value: unknown): string | null => (isText(value) ? value : null);

/** Reads what `storeState` left; null for anything else, however it came to be there. */
export function readState(value: unknown): FileState | null {
  const memory = readMarkMemory(value);
  if (!memory || !isFields(value)) return null;
  const undo = listOf(value.undo, readUndo);
  const created = listOf(value.created, textOf);
  return undo && created ? { version: 1, undo, created, ...memory } : null;
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
