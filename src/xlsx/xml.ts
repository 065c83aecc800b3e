import { Failure } from '../model/failure';
import { decodeEntities } from './xml-text';

/**
 * A scanner over XML text without a tree: tags keep their positions, so that a writer can splice
 * the text. Names are local (`<x:c>` is `c`). Only markup of workbook parts is understood:
 * elements, attributes, text, CDATA, comments, processing instructions.
 */
export interface XmlTag {
  readonly kind: 'open' | 'close' | 'empty';
  /** Without the prefix. */
  readonly name: string;
  /** With its colon (`x:`), or ''. */
  readonly prefix: string;
  /** Position of `<`. */
  readonly start: number;
  /** Position after `>`. */
  readonly end: number;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

const MAX_DEPTH = 256;

const SPACE = 32;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const COLON = 58;
const EQUALS = 61;
const GREATER = 62;

const broken = (): Failure => new Failure('xml-damaged');

/**
 * Position after the comment, CDATA, processing instruction or declaration that starts at `at`
 * (where `<!` or `<?` stands).
 */
function skipNonElement(text: string, at: number): number {
  const [open, close] = text.startsWith('<!--', at)
    ? [4, '-->']
    : text.startsWith('<![CDATA[', at)
      ? [9, ']]>']
      : text.startsWith('<?', at)
        ? [2, '?>']
        : [2, '>'];
  const end = text.indexOf(close, at + open);
  if (end < 0) throw broken();
  return end + close.length;
}

/** Position of the `>` that closes a tag, looking over quoted values. */
function tagEnd(text: string, at: number): number {
  let end = text.indexOf('>', at);
  let from = at;
  for (;;) {
    if (end < 0) throw broken();
    // A `>` inside a quoted value is rare: an odd number of quotes before it gives it away.
    const open = openQuote(text, from, end);
    if (open === null) return end;
    const close = text.indexOf(open.quote, end);
    if (close < 0) throw broken();
    from = close + 1;
    end = text.indexOf('>', from);
  }
}

/** The quote still open at `end` when reading from `from`; null when none is. */
function openQuote(text: string, from: number, end: number): { readonly quote: string } | null {
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === QUOTE || code === APOSTROPHE) {
      const quote = code === QUOTE ? '"' : "'";
      const close = text.indexOf(quote, at + 1);
      if (close < 0 || close > end) return { quote };
      at = close;
    }
    at++;
  }
  return null;
}

/**
 * The next tag at or after `from`, over text, comments, CDATA and processing instructions;
 * null at the end of the text.
 * @throws Failure `xml-damaged` for a tag that is not closed.
 */
export function nextTag(text: string, from: number): XmlTag | null {
  let start = text.indexOf('<', from);
  while (start >= 0) {
    const mark = text[start + 1];
    if (mark !== '!' && mark !== '?') break;
    start = text.indexOf('<', skipNonElement(text, start));
  }
  if (start < 0) return null;
  const close = text.charCodeAt(start + 1) === SLASH;
  const nameStart = close ? start + 2 : start + 1;
  let nameEnd = nameStart;
  let local = nameStart;
  for (;;) {
    const code = text.charCodeAt(nameEnd);
    if (code <= SPACE || code === GREATER || code === SLASH || Number.isNaN(code)) break;
    if (code === COLON) local = nameEnd + 1;
    nameEnd++;
  }
  const end = tagEnd(text, nameEnd);
  const empty = !close && text.charCodeAt(end - 1) === SLASH;
  return {
    kind: close ? 'close' : empty ? 'empty' : 'open',
    name: text.slice(local, nameEnd),
    prefix: text.slice(nameStart, local),
    start,
    end: end + 1,
  };
}

/** The first open or empty tag of that local name at or after `from` and before `to`; null without. */
export function findTag(text: string, name: string, from = 0, to = text.length): XmlTag | null {
  for (let tag = nextTag(text, from); tag && tag.start < to; tag = nextTag(text, tag.end)) {
    if (tag.kind !== 'close' && tag.name === name) return tag;
  }
  return null;
}

/**
 * The closing tag of an element (the tag itself when it is empty).
 * @throws Failure `xml-damaged` where elements are not closed, `xml-too-deep` beyond `maxDepth`.
 */
export function closingTag(text: string, opening: XmlTag, maxDepth = MAX_DEPTH): XmlTag {
  if (opening.kind === 'empty') return opening;
  let depth = 1;
  for (let tag = nextTag(text, opening.end); tag; tag = nextTag(text, tag.end)) {
    if (tag.kind === 'open') depth++;
    if (tag.kind === 'close') depth--;
    if (depth === 0) return tag;
    if (depth > maxDepth) throw new Failure('xml-too-deep');
  }
  throw broken();
}

/** An element with what encloses it: `inner` is empty for `<a/>`, `outer` spans both tags. */
export interface XmlElement {
  readonly tag: XmlTag;
  readonly inner: Span;
  readonly outer: Span;
}

export function elementOf(text: string, tag: XmlTag): XmlElement {
  const close = closingTag(text, tag);
  return {
    tag,
    inner: { start: tag.end, end: close === tag ? tag.end : close.start },
    outer: { start: tag.start, end: close.end },
  };
}

/** The first element of that local name between `from` and `to`; null without. */
export function findElement(
  text: string,
  name: string,
  from = 0,
  to = text.length,
): XmlElement | null {
  const tag = findTag(text, name, from, to);
  return tag ? elementOf(text, tag) : null;
}

/** The direct children of an element, in order. */
export function* childElements(text: string, parent: Span): Generator<XmlElement> {
  let at = parent.start;
  for (;;) {
    const tag = nextTag(text, at);
    if (!tag || tag.start >= parent.end || tag.kind === 'close') return;
    const element = elementOf(text, tag);
    yield element;
    at = element.outer.end;
  }
}

/** The root element. @throws Failure `xml-damaged` without one. */
export function rootElement(text: string): XmlElement {
  const tag = nextTag(text, 0);
  if (!tag || tag.kind === 'close') throw broken();
  return elementOf(text, tag);
}

export interface XmlAttribute {
  /** Without the prefix. */
  readonly name: string;
  /** With its colon, or ''. */
  readonly prefix: string;
  /** Of the name, prefix included. */
  readonly start: number;
  /** Of the value, quotes left out. */
  readonly value: Span;
  /** Position after the closing quote. */
  readonly end: number;
}

/** The attribute at or after `from` in a tag that ends (its `>`) at `limit`; null where no more comes. */
function attributeAfter(text: string, from: number, limit: number): XmlAttribute | null {
  let at = from;
  while (at < limit && text.charCodeAt(at) <= SPACE) at++;
  if (at >= limit || text.charCodeAt(at) === SLASH) return null;
  const start = at;
  let local = at;
  while (at < limit && text.charCodeAt(at) !== EQUALS && text.charCodeAt(at) > SPACE) {
    if (text.charCodeAt(at) === COLON) local = at + 1;
    at++;
  }
  const nameEnd = at;
  while (at < limit && text.charCodeAt(at) <= SPACE) at++;
  if (text.charCodeAt(at) !== EQUALS) throw broken();
  at++;
  while (at < limit && text.charCodeAt(at) <= SPACE) at++;
  const quote = text.charCodeAt(at);
  if (quote !== QUOTE && quote !== APOSTROPHE) throw broken();
  const valueStart = at + 1;
  const valueEnd = text.indexOf(quote === QUOTE ? '"' : "'", valueStart);
  if (valueEnd < 0 || valueEnd >= limit) throw broken();
  return {
    name: text.slice(local, nameEnd),
    prefix: text.slice(start, local),
    start,
    value: { start: valueStart, end: valueEnd },
    end: valueEnd + 1,
  };
}

const firstAttribute = (text: string, tag: XmlTag): XmlAttribute | null =>
  tag.kind === 'close'
    ? null
    : attributeAfter(text, tag.start + 1 + tag.prefix.length + tag.name.length, tag.end - 1);

/** The attributes of a tag, in order, as positions. Namespace declarations are among them. */
export function* attributesOf(text: string, tag: XmlTag): Generator<XmlAttribute> {
  let found = firstAttribute(text, tag);
  while (found) {
    yield found;
    found = attributeAfter(text, found.end, tag.end - 1);
  }
}

/**
 * The attribute of that local name, whatever its prefix (`id` finds `r:id`); one without a prefix
 * goes before one with. Namespace declarations are not attributes here. Null without.
 */
export function findAttribute(text: string, tag: XmlTag, name: string): XmlAttribute | null {
  let prefixed: XmlAttribute | null = null;
  let found = firstAttribute(text, tag);
  for (; found; found = attributeAfter(text, found.end, tag.end - 1)) {
    if (found.name !== name || found.prefix === 'xmlns:') continue;
    if (found.prefix === '') return found;
    prefixed ??= found;
  }
  return prefixed;
}

/** The decoded value of an attribute; null without it. */
export function attribute(text: string, tag: XmlTag, name: string): string | null {
  const found = findAttribute(text, tag, name);
  if (!found) return null;
  return decodeEntities(text.slice(found.value.start, found.value.end)).replace(/[\t\n\r]/g, ' ');
}

/** What a boolean attribute says: `1`, `true`, `on`, `t` are true. */
export function isTrue(value: string): boolean {
  return value === '1' || value === 'true' || value === 'on' || value === 't';
}

/** The characters between two positions: tags and comments left out, CDATA as it is. */
export function textContent(text: string, span: Span): string {
  const { start, end } = span;
  let at = text.indexOf('<', start);
  if (at < 0 || at >= end) return normaliseLines(decodeEntities(text.slice(start, end)));
  let content = '';
  let from = start;
  while (at >= 0 && at < end) {
    content += decodeEntities(text.slice(from, at));
    const mark = text[at + 1];
    if (mark === '!' || mark === '?') {
      const after = skipNonElement(text, at);
      if (text.startsWith('<![CDATA[', at)) content += text.slice(at + 9, after - 3);
      from = after;
    } else {
      from = tagEnd(text, at) + 1;
    }
    at = text.indexOf('<', from);
  }
  return normaliseLines(content + decodeEntities(text.slice(from, Math.max(from, end))));
}

function normaliseLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
