const SPACE = 32;
const UNDERSCORE = 95;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function decodeEntity(whole: string, body: string): string {
  if (!body.startsWith('#')) return Object.hasOwn(NAMED, body) ? (NAMED[body] ?? whole) : whole;
  const hex = body[1] === 'x' || body[1] === 'X';
  const code = hex ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
  const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return valid ? String.fromCodePoint(code) : '\ufffd';
}

/** Resolves the five named entities and numeric ones. Others stay as they are: there is no DTD. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,8}|[a-z]{2,4});/g, decodeEntity);
}

/**
 * Resolves `_xHHHH_` of OOXML strings (ECMA-376 part 1, §22.9.2.19): `_x000D_` is a carriage
 * return and `_x005F_` an underscore that only looks like the start of one.
 */
export function decodeOoxmlString(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/** Whether the character at `at` must be written as `_xHHHH_`: XML cannot carry it, or it reads like one. */
function needsEscape(text: string, at: number, code: number): boolean {
  if (code < SPACE) return code !== 9 && code !== 10;
  if (code === UNDERSCORE) return /^_x[0-9A-Fa-f]{4}_/.test(text.slice(at, at + 7));
  if (code < 0xd800 || code === 0xfffd) return false;
  if (code >= 0xfffe) return true;
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (code < 0xdc00) return !(after >= 0xdc00 && after <= 0xdfff);
  return code <= 0xdfff && !(before >= 0xd800 && before <= 0xdbff);
}

/** Any character that might need it: most texts have none, and one search tells. */
const MAY_NEED_ESCAPE = /[^\t\n -^`-\ud7ff\ue000-\ufffd]/;

/** The inverse of `decodeOoxmlString`, and safe to store: what XML cannot carry becomes `_xHHHH_`. */
export function encodeOoxmlString(text: string): string {
  if (!MAY_NEED_ESCAPE.test(text)) return text;
  let encoded = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!needsEscape(text, at, code)) continue;
    encoded += `${text.slice(from, at)}_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
    from = at + 1;
  }
  return from === 0 ? text : encoded + text.slice(from);
}

/** Text for an element's content. Apply `encodeOoxmlString` first where the schema says ST_Xstring. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (found) =>
    found === '&' ? '&amp;' : found === '<' ? '&lt;' : '&gt;',
  );
}

/** Text for a double-quoted attribute; line breaks and tabs are kept by numeric entities. */
export function escapeAttribute(text: string): string {
  return escapeText(text)
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, (found) => `&#${found.charCodeAt(0)};`);
}
