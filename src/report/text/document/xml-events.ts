import { Failure } from '../../../model/failure';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  mdash: '—',
  middot: '·',
};

/** Text with its character references read; unknown names stay as they are. */
export function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{1,8}));/g, (all, ten, hex, name) => {
    if (typeof name === 'string') return ENTITIES[name] ?? all;
    const code = typeof ten === 'string' ? Number(ten) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** A tag without its prefix, or the text between two. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly tag: string; readonly empty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const NAME = /^\/?(?:[\w.-]+:)?([\w.-]+)/;

/**
 * The tags and texts of a part, in their order.
 * @throws Failure `xml-forbidden` when it declares a document type: entities are not expanded.
 */
export function* xmlEvents(xml: string, part: string): Generator<XmlEvent> {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw new Failure('xml-forbidden', { part });
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf('<', at);
    const text = xml.slice(at, start < 0 ? xml.length : start);
    if (text !== '') yield { kind: 'text', text };
    const end = start < 0 ? -1 : xml.indexOf('>', start);
    if (end < 0) return;
    at = end + 1;
    const tag = xml.slice(start + 1, end);
    const name = NAME.exec(tag)?.[1] ?? '';
    if (name === '') continue;
    if (tag.startsWith('/')) yield { kind: 'close', name };
    else yield { kind: 'open', name, tag, empty: tag.endsWith('/') };
  }
}

/** The value of `w:val` in a tag; null without one. */
export const valueIn = (tag: string, attribute = 'val'): string | null =>
  new RegExp(`(?:^|[\\s:])${attribute}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? null;
