import {
  attribute,
  attributesOf,
  childElements,
  nextTag,
  rootElement,
  type XmlElement,
  type XmlTag,
} from '../src/xlsx/xml';
import { isFailure } from '../src/model/failure';
import { ADDIN_NAME } from './wps-files';

/**
 * `publish.xml`, the list of add-ins of a person's own WPS, with our entry put in or taken out. Every
 * byte that is not of our entry stays, whatever the file's encoding, line ends and comments.
 */

export type Edited =
  | { readonly kind: 'list'; readonly bytes: Uint8Array }
  /** No XML, or not all of it. */
  | { readonly kind: 'damaged' }
  /** XML, and no list of add-ins. */
  | { readonly kind: 'foreign' };

/** A text whose characters can be put back into the very bytes they came from. */
interface Carrier {
  readonly text: string;
  readonly bytesOf: (text: string) => Uint8Array;
}

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

/** Where UTF-16 is not plain from its mark: `<` is two bytes then. */
function wideOrder([first, second]: Uint8Array): 'little' | 'big' | null {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'little';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'big';
  return null;
}

/**
 * Markup is ASCII in UTF-8, GBK and all other encodings but UTF-16, and no byte of a Chinese
 * character is a sign of markup: a character a byte is enough to find ours, and loses nothing.
 */
function carrierOf(bytes: Uint8Array): Carrier | null {
  const order = wideOrder(bytes);
  const buffer = Buffer.from(bytes);
  if (order === null) {
    return { text: buffer.toString('latin1'), bytesOf: (text) => Buffer.from(text, 'latin1') };
  }
  if (bytes.length % 2 === 1) return null;
  return order === 'little'
    ? { text: buffer.toString('utf16le'), bytesOf: (text) => Buffer.from(text, 'utf16le') }
    : {
        text: swapped(buffer).toString('utf16le'),
        bytesOf: (text) => swapped(Buffer.from(text, 'utf16le')),
      };
}

/** A byte order mark, read as UTF-16 or a character a byte. */
const MARK = /^(?:\ufeff|\u00ef\u00bb\u00bf)/;
const isSpace = (text: string): boolean => /^[ \t\r\n]*$/.test(text);
/** What may stand around the root element. */
const OUTSIDE = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?[^>]*>/g;

/** Every element closed by its own name, attributes that can be read, and one root. */
function isWellFormed(text: string): boolean {
  const open: string[] = [];
  let roots = 0;
  let first: number | null = null;
  let last = 0;
  for (let tag: XmlTag | null = nextTag(text, 0); tag; tag = nextTag(text, tag.end)) {
    first ??= tag.start;
    last = tag.end;
    const name = tag.prefix + tag.name;
    if (tag.kind === 'close') {
      if (open.pop() !== name) return false;
      continue;
    }
    if (!/^[A-Za-z_\u0080-\uffff]/.test(name)) return false;
    const names = [...attributesOf(text, tag)].map((one) => one.prefix + one.name);
    if (new Set(names).size < names.length) return false;
    if (open.length === 0) roots += 1;
    if (tag.kind === 'open') open.push(name);
  }
  const around = text.slice(0, first ?? 0).replace(MARK, '') + text.slice(last);
  return open.length === 0 && roots === 1 && isSpace(around.replace(OUTSIDE, ''));
}

interface List {
  readonly carrier: Carrier;
  readonly root: XmlElement;
  readonly entries: readonly XmlElement[];
  readonly own: readonly XmlElement[];
}

function listIn(bytes: Uint8Array): List | 'damaged' | 'foreign' {
  const carrier = carrierOf(bytes);
  try {
    if (carrier === null || !isWellFormed(carrier.text)) return 'damaged';
    const { text } = carrier;
    const root = rootElement(text);
    if (root.tag.name !== 'jsplugins') return 'foreign';
    const entries = [...childElements(text, root.inner)];
    // Two add-ins of one name push each other out, of whatever kind they are.
    const own = entries.filter(({ tag }) => attribute(text, tag, 'name') === ADDIN_NAME);
    return { carrier, root, entries, own };
  } catch (reason) {
    if (isFailure(reason)) return 'damaged';
    throw reason;
  }
}

/** The list without an element and the white space before it. */
function without(text: string, { outer }: XmlElement): string {
  // Not `trimEnd`: half a Chinese character may look like a space to it.
  return text.slice(0, outer.start).replace(/[ \t\r\n]+$/, '') + text.slice(outer.end);
}

function added(text: string, { root, entries }: List, entry: string): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const last = entries.at(-1);
  if (last) {
    const indent = /[ \t]*$/.exec(text.slice(0, last.outer.start))?.[0] ?? '';
    return `${text.slice(0, last.outer.end)}${newline}${indent}${entry}${text.slice(last.outer.end)}`;
  }
  const line = `${newline}  ${entry}`;
  const { tag, inner, outer } = root;
  if (tag.kind === 'empty') {
    const open = text.slice(tag.start, tag.end).replace(/\s*\/>$/, '>');
    const close = `</${tag.prefix}${tag.name}>`;
    return `${text.slice(0, outer.start)}${open}${line}${newline}${close}${text.slice(outer.end)}`;
  }
  const end = isSpace(text.slice(inner.start, inner.end)) ? newline : '';
  const rest = end === '' ? text.slice(inner.start) : text.slice(inner.end);
  return text.slice(0, inner.start) + line + end + rest;
}

/** Our entry in place of the first of ours; further ones of ours go. */
function updated(text: string, [first, ...more]: readonly XmlElement[], entry: string): string {
  if (!first) return text;
  const cut = [...more].reverse().reduce(without, text);
  return cut.slice(0, first.outer.start) + entry + cut.slice(first.outer.end);
}

/** @param entry markup of our element, ASCII. */
export function withEntry(bytes: Uint8Array, entry: string): Edited {
  const list = listIn(bytes);
  if (typeof list === 'string') return { kind: list };
  const { carrier, own } = list;
  const text =
    own.length > 0 ? updated(carrier.text, own, entry) : added(carrier.text, list, entry);
  return { kind: 'list', bytes: carrier.bytesOf(text) };
}

/** The list without our entries. */
export function withoutEntry(bytes: Uint8Array): Edited {
  const list = listIn(bytes);
  if (typeof list === 'string') return { kind: list };
  const text = [...list.own].reverse().reduce(without, list.carrier.text);
  return { kind: 'list', bytes: list.carrier.bytesOf(text) };
}

/** Whether nobody's add-in is on the list, and nothing else is written in it. */
export function isBare(bytes: Uint8Array): boolean {
  const list = listIn(bytes);
  if (typeof list === 'string') return false;
  const text = list.carrier.text.replace(MARK, '');
  return /^\s*(?:<\?xml[^>]*\?>)?\s*<jsplugins>\s*<\/jsplugins>\s*$/.test(text);
}
