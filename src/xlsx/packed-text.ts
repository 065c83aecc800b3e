import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

/** Bytes a packed text may unpack to: what somebody else wrote must not fill the memory. */
const MOST_BYTES = 64 * 1024 * 1024;

export interface PackedText {
  /** Deflated UTF-8, in base64. */
  readonly content: string;
  /** Bytes of UTF-8 it unpacks to. */
  readonly bytes: number;
}

/** Packs a text where only text can be kept. The same text always packs to the same. */
export function packText(text: string): PackedText {
  const raw = strToU8(text);
  return { content: btoa(strFromU8(deflateSync(raw, { level: 6 }), true)), bytes: raw.length };
}

/** The text that was packed; null where it is damaged or unpacks to other than it says. */
export function unpackText({ content, bytes }: PackedText): string | null {
  if (!Number.isInteger(bytes) || bytes < 0 || bytes > MOST_BYTES) return null;
  try {
    // One spare byte shows that there is more than was said.
    const raw = inflateSync(strToU8(atob(content), true), { out: new Uint8Array(bytes + 1) });
    return raw.length === bytes ? strFromU8(raw) : null;
  } catch {
    return null;
  }
}
