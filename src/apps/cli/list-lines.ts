import { Failure } from '../../model/failure';

/** Two columns, the first padded; Chinese characters count double in neither since ids are ASCII. */
export function listLines(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(0, ...rows.map(([id]) => id.length));
  return rows.map(([id, text]) => `${id.padEnd(width)}  ${text}\n`).join('');
}

/** @throws Failure `usage-argument` for more than one word. */
export function singleWord(words: readonly string[]): string | null {
  const [word = null, extra] = words;
  if (extra !== undefined) throw new Failure('usage-argument', { argument: extra });
  return word;
}
