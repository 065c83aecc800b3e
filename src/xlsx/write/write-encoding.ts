import { readPart, type Package } from '../package';
import { encodeText } from '../part-text';

/** How a part was stored that is not plain UTF-8, so that it can be stored so again. */
export interface PartEncoding {
  readonly label: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly mark: boolean;
  /** The XML declaration as it stood, '' without one. */
  readonly declaration: string;
}

const MARK = '\ufeff';

const declarationOf = (text: string): string =>
  text.startsWith('<?xml') ? text.slice(0, text.indexOf('?>') + 2) : '';

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) {
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  }
  return bytes;
}

/** Stores a text the way its part was stored before. */
export function encodeLike(text: string, encoding: PartEncoding): Uint8Array {
  const body = encoding.declaration + text.slice(declarationOf(text).length);
  const whole = encoding.mark ? MARK + body : body;
  return encoding.label === 'utf-8'
    ? encodeText(whole)
    : encodeUtf16(whole, encoding.label === 'utf-16le');
}

function labelOf(bytes: Uint8Array): PartEncoding['label'] {
  if (bytes[0] === 0xff || bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0xfe || bytes[0] === 0) return 'utf-16be';
  return 'utf-8';
}

const sameBytes = (first: Uint8Array, second: Uint8Array): boolean =>
  first.length === second.length && first.every((byte, index) => byte === second[index]);

/**
 * The encoding of a part whose text is `text`; null where it is plain UTF-8 (the usual case, told by
 * the size alone) or cannot be reproduced.
 */
export function encodingOfPart(pkg: Package, name: string, text: string): PartEncoding | null {
  const entry = pkg.byName.get(name.toLowerCase());
  if (!entry || encodeText(text).length === entry.size) return null;
  const bytes = readPart(pkg, name);
  const label = labelOf(bytes);
  const original = new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
  const mark = original.startsWith(MARK);
  const encoding = { label, mark, declaration: declarationOf(mark ? original.slice(1) : original) };
  return sameBytes(encodeLike(text, encoding), bytes) ? encoding : null;
}
