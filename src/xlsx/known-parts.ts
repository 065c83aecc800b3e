import type { PackageEntry } from './package';

/** Compressed bytes of a longest part that is remembered, and how many parts. */
const LONGEST = 16 * 1024;
const MOST = 128;

interface Known {
  readonly raw: Uint8Array;
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
 * year come from few templates, and two thirds of their parts are those of the form before. After
 * `MOST` parts it forgets all of them.
 */
export function rememberTexts(): KnownParts {
  const parts = new Map<number, Known>();
  return (entry, read) => {
    const { crc, raw } = entry;
    const known = parts.get(crc);
    if (known && isSame(known.raw, raw)) return known.text;
    const text = read();
    if (raw.length > LONGEST) return text;
    if (parts.size >= MOST) parts.clear();
    // Of a piece of the file the whole file would be held.
    parts.set(crc, { raw: raw.slice(), text });
    return text;
  };
}
