import type { PackageEntry } from './package';

/** Compressed bytes and characters of a longest part that is remembered, and characters of all. */
const LONGEST = { bytes: 16 * 1024, signs: 256 * 1024 };
const MOST_SIGNS = 1024 * 1024;

interface Known {
  readonly raw: Uint8Array;
  readonly method: number;
  readonly text: string;
}

/** The text of a part; `read` where it is not known. */
export type KnownParts = (entry: PackageEntry, read: () => string) => string;

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/**
 * Remembers the texts of parts from workbook to workbook, by their compressed bytes: the forms of a
 * year come from few templates, and two thirds of their parts are those of the form before. Where
 * their texts would come to more than `MOST_SIGNS` it forgets all of them: few bytes may be a long text.
 */
export function rememberTexts(): KnownParts {
  const parts = new Map<number, Known>();
  let signs = 0;
  return (entry, read) => {
    const { crc, method, raw } = entry;
    const known = parts.get(crc);
    if (known?.method === method && isSame(known.raw, raw)) return known.text;
    const text = read();
    if (raw.length > LONGEST.bytes || text.length > LONGEST.signs) return text;
    if (signs + text.length > MOST_SIGNS) {
      parts.clear();
      signs = 0;
    }
    // Of a piece of the file the whole file would be held.
    parts.set(crc, { raw: raw.slice(), method, text });
    signs += text.length;
    return text;
  };
}
