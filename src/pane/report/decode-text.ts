import { Failure } from '../../model/failure';

/**
 * Text of a .txt or .md: UTF-8 or UTF-16 by its mark, else UTF-8, else GB 18030 as older Chinese
 * programs save it. `shown` is the path as people know it.
 * @throws Failure `report-not-text` for bytes that are none of these.
 */
export function decodeText(bytes: Uint8Array, shown: string): string {
  const marked = byMark(bytes);
  const encodings = marked === null ? ['utf-8', 'gb18030'] : [marked];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      continue;
    }
  }
  throw new Failure('report-not-text', { path: shown });
}

function byMark(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}
