import type { Splice } from './write-splice';
import { closingTag, findAttribute, nextTag, type XmlElement, type XmlTag } from '../xml';

/** No comments and CDATA: then a closing tag can be looked for instead of walked to. */
export const isPlainMarkup = (text: string): boolean => !text.includes('<!');

/** The closing tag of an element that does not hold itself (row, sheetData, c), found fast. */
export function closeOf(text: string, opening: XmlTag, plain: boolean): XmlTag {
  if (opening.kind === 'empty') return opening;
  if (!plain) return closingTag(text, opening);
  const wanted = `</${opening.prefix}${opening.name}`;
  for (let at = text.indexOf(wanted, opening.end); at >= 0; at = text.indexOf(wanted, at + 2)) {
    const tag = nextTag(text, at);
    if (tag?.kind === 'close' && tag.name === opening.name) return tag;
  }
  return closingTag(text, opening);
}

export function elementAt(text: string, tag: XmlTag, plain: boolean): XmlElement {
  const close = closeOf(text, tag, plain);
  return {
    tag,
    inner: { start: tag.end, end: close === tag ? tag.end : close.start },
    outer: { start: tag.start, end: close.end },
  };
}

/** The raw value (entities unread) of an attribute; null without it. */
export function rawAttribute(text: string, tag: XmlTag, name: string): string | null {
  const markup = text.slice(tag.start, tag.end);
  // Written the usual way, and no other quote could hide it: cells are read by the ten thousand.
  const at = markup.indexOf(` ${name}="`);
  if (at >= 0 && !markup.includes("'")) {
    const start = at + name.length + 3;
    return markup.slice(start, markup.indexOf('"', start));
  }
  const found = findAttribute(text, tag, name);
  return found ? text.slice(found.value.start, found.value.end) : null;
}

/** A tag's text with one attribute set (raw value) or, with null, taken away. */
export function tagWith(
  text: string,
  tag: XmlTag,
  changes: Readonly<Record<string, string | null>>,
): string {
  let result = text.slice(tag.start, tag.end);
  for (const [name, value] of Object.entries(changes)) {
    result = withAttribute(result, name, value);
  }
  return result;
}

/** An element's text with one attribute of its open tag set (raw value) or, with null, taken away. */
export function withAttribute(element: string, name: string, value: string | null): string {
  const tag = nextTag(element, 0);
  if (!tag) return element;
  const found = findAttribute(element, tag, name);
  if (found && value !== null) {
    return element.slice(0, found.value.start) + value + element.slice(found.value.end);
  }
  if (found) return element.slice(0, found.start).trimEnd() + element.slice(found.end);
  if (value === null) return element;
  const at = tag.end - (tag.kind === 'empty' ? 2 : 1);
  return `${element.slice(0, at).trimEnd()} ${name}="${value}"${element.slice(at)}`;
}

/** The change that sets an attribute of a tag in place, leaving the rest of the tag as it is. */
export function attributeSplice(text: string, tag: XmlTag, name: string, value: string): Splice {
  const found = findAttribute(text, tag, name);
  if (found) return { at: found.value.start, end: found.value.end, text: value };
  const at = tag.end - (tag.kind === 'empty' ? 2 : 1);
  return { at, end: at, text: ` ${name}="${value}"` };
}

/** Puts markup in as the last content of an element, opening an empty element tag where needed. */
export function appendInside(element: XmlElement, content: string): Splice {
  const { tag, inner } = element;
  if (tag.kind !== 'empty') return { at: inner.end, end: inner.end, text: content };
  return {
    at: tag.end - 2,
    end: tag.end,
    text: `>${content}</${tag.prefix}${tag.name}>`,
  };
}
