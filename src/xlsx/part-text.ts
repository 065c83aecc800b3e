import { Failure } from '../model/failure';

/** How many characters of an XML declaration are looked at. */
const DECLARATION_LENGTH = 200;

function encodingOf(bytes: Uint8Array): string {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0 && third !== 0) return 'utf-16le';
  if (first === 0 && second === 0x3c && fourth !== 0) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_LENGTH));
  return /^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1] ?? 'utf-8';
}

/** The text is UTF-8 from here on; a declaration that says otherwise would spoil it when written. */
function declareUtf8(text: string): string {
  const end = text.startsWith('<?xml') ? text.indexOf('?>') : -1;
  if (end < 0 || end > DECLARATION_LENGTH) return text;
  const head = text.slice(0, end);
  const match = /encoding\s*=\s*["']([^"']*)["']/.exec(head);
  if (!match || match[1]?.toLowerCase() === 'utf-8') return text;
  return head.replace(match[0], 'encoding="UTF-8"') + text.slice(end);
}

function refuseDeclarations(text: string, name: string): void {
  // `!` is rare where `<` is not.
  for (let at = text.indexOf('!'); at >= 0; at = text.indexOf('!', at + 1)) {
    const next = text[at + 1];
    if (text[at - 1] === '<' && next !== '-' && next !== '[') {
      throw new Failure('xml-forbidden', { part: name });
    }
  }
}

/**
 * Bytes of an XML part as text: UTF-8 or UTF-16 with or without byte order mark.
 * @throws Failure `xml-forbidden` for anything that begins `<!` but is no comment or CDATA;
 *   `file-damaged` where the bytes are not of the encoding, because writing them back would lose them.
 */
export function decodePart(bytes: Uint8Array, name: string): string {
  let text: string;
  try {
    text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Failure('file-damaged', { part: name }, { cause });
  }
  refuseDeclarations(text, name);
  return declareUtf8(text);
}

/** Text of a part as the bytes to store. */
export const encodeText = (text: string): Uint8Array =>
  (encoder ??= new TextEncoder()).encode(text);

/** Made when it is first needed: a window that only shows results may have none. */
let encoder: TextEncoder | null = null;
