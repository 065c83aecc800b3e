/** What bytes look like, before anything is read of them. */
export type Container =
  'zip' | 'cfb' | 'empty' | 'pdf' | 'html' | 'xml-spreadsheet' | 'text' | 'biff' | 'unknown';

const HEAD_LENGTH = 1024;

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

/** Words, commas and tabs without a byte no text holds; UTF-16 text has zeros, but then a mark first. */
function looksLikeText(head: Uint8Array): boolean {
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) return true;
  return head.every(
    (byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13 || byte === 12,
  );
}

/** Tells the container by its first bytes; names and extensions are not asked. */
export function sniffContainer(bytes: Uint8Array): Container {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) {
    return 'zip';
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'cfb';
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf';
  // A bare BIFF stream: BOF of Excel 2, 3, 4 or 5.
  if (bytes[0] === 0x09 && (bytes[1] === 0 || bytes[1] === 2 || bytes[1] === 4 || bytes[1] === 8)) {
    if (bytes[2] !== undefined && bytes[2] <= 16 && bytes[3] === 0) return 'biff';
  }
  const head = bytes.subarray(0, HEAD_LENGTH);
  const text = new TextDecoder('latin1').decode(head).replaceAll('\0', '').toLowerCase();
  if (/<(?:!doctype\s+html|html|head|body|table|meta|style)[\s>]/.test(text)) return 'html';
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml-spreadsheet';
  return looksLikeText(head) ? 'text' : 'unknown';
}
