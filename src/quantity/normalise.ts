/** Signs people use for one another, by character code. An empty text drops the character. */
const UNIFIED: ReadonlyMap<number, string> = new Map(
  [
    ['=', '﹦═⩵'],
    ['≥', '≧⩾≥'],
    ['≤', '≦⩽≤'],
    ['>', '﹥'],
    ['<', '﹤'],
    ['%', '﹪٪'],
    ['~', '〜∼˜～'],
    ['-', '–—―−‐‑‒─━﹣'],
    ['(', '﹙'],
    [')', '﹚'],
    ['¥', '￥'],
    [':', '﹕︰'],
    [',', '﹐'],
    [';', '﹔'],
    ['…', '⋯'],
    ['·', '•・‧'],
    ['', '\u00ad\u180e\ufeff\u0085\u00a0\u1680\u3000'],
  ].flatMap(([to = '', from = '']) =>
    Array.from(from, (sign) => [sign.charCodeAt(0), to] as const),
  ),
);

function unify(code: number): string | null {
  if (code <= 0x20 || code === 0x7f) return '';
  if (code < 0x80) return null;
  // Chinese characters, most of what is read.
  if (code >= 0x3400 && code <= 0x9fff) return null;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  // Spaces, zero-width and direction marks, variation selectors.
  if (code >= 0x2000 && code <= 0x200f) return '';
  if (code >= 0x2028 && code <= 0x202f) return '';
  if (code >= 0x205f && code <= 0x206f) return '';
  if (code >= 0xfe00 && code <= 0xfe0f) return '';
  return UNIFIED.get(code) ?? null;
}

/**
 * The text as it is matched: half-width, signs unified (（）：；，％＝≧～— and the like), and every
 * space, line break and zero-width character taken out. Linear; an already plain text comes back as is.
 */
export function normaliseText(text: string): string {
  let result = '';
  let kept = 0;
  for (let index = 0; index < text.length; index += 1) {
    const replacement = unify(text.charCodeAt(index));
    if (replacement === null) continue;
    result += text.slice(kept, index) + replacement;
    kept = index + 1;
  }
  return kept === 0 ? text : result + text.slice(kept);
}
