import { Failure } from '../../model/failure';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{1,8}));/g, (all, ten, hex, name) => {
    if (typeof name === 'string') return ENTITIES[name] ?? all;
    const code = typeof ten === 'string' ? Number(ten) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** Parts of a document that are not its text: deleted words, drawings' alternatives, field codes. */
const SKIPPED = new Set(['delText', 'instrText', 'Fallback']);

/**
 * The text of a document part (`word/document.xml` of a .docx), a paragraph a line, table cells as paragraphs in reading order.
 * @throws Failure `xml-forbidden` when the part declares a document type: entities are not expanded.
 */
export function docxText(documentXml: string): string {
  if (/<!DOCTYPE|<!ENTITY/i.test(documentXml))
    throw new Failure('xml-forbidden', { part: 'word/document.xml' });
  const lines: string[] = [];
  const open: string[] = [''];
  let inText = false;
  let skipped: string | null = null;
  let at = 0;
  while (at < documentXml.length) {
    const start = documentXml.indexOf('<', at);
    const textEnd = start < 0 ? documentXml.length : start;
    if (inText && skipped === null) {
      open[open.length - 1] = (open.at(-1) ?? '') + decoded(documentXml.slice(at, textEnd));
    }
    if (start < 0) break;
    const end = documentXml.indexOf('>', start);
    if (end < 0) break;
    at = end + 1;
    const tag = documentXml.slice(start + 1, Math.min(end, start + 64));
    const closing = tag.startsWith('/');
    const empty = documentXml.charAt(end - 1) === '/';
    const name = /^\/?(?:[\w.-]+:)?([\w.-]+)/.exec(tag)?.[1] ?? '';
    if (skipped !== null) {
      if (closing && name === skipped) skipped = null;
      continue;
    }
    if (SKIPPED.has(name) && !closing && !empty) skipped = name;
    else if (name === 't') inText = !closing && !empty;
    else if (name === 'tab' || name === 'br' || name === 'cr') {
      const space = name === 'tab' ? ' ' : '\n';
      if (!closing) open[open.length - 1] = `${open.at(-1) ?? ''}${space}`;
    } else if (name === 'p' && !closing && !empty) {
      // A text box holds paragraphs inside a paragraph.
      open.push('');
    } else if (name === 'p' && closing && open.length > 1) lines.push(open.pop() ?? '');
  }
  return lines.join('\n');
}
