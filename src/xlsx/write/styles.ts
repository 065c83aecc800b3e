import { TONE_FILLS } from '../../changes/fill-memory';
import type { SheetStyle } from '../../model/patch';
import {
  appendInside,
  attributeSplice,
  rawAttribute,
  tagWith,
  withAttribute,
} from './write-markup';
import type { Splice } from './write-splice';
import { rememberingParts } from '../remember-parts';
import { childElements, findTag, isTrue, nextTag, rootElement, type XmlElement } from '../xml';

export type StyleKind = 'numFmts' | 'fonts' | 'fills' | 'borders' | 'cellXfs';

const KINDS: readonly StyleKind[] = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs'];

interface StyleList {
  /** Null where the part does not have the list. */
  readonly element: XmlElement | null;
  /** As they stand in the part, prefix included; for a list that is missing, what it must start with. */
  readonly items: readonly string[];
  readonly added: string[];
  /** Text → index. */
  readonly places: ReadonlyMap<string, number>;
  readonly addedPlaces: Map<string, number>;
}

/** A list of the part, to which nothing is appended. */
type PresentList = Omit<StyleList, 'added' | 'addedPlaces'>;

/** A style part and what is to be appended to it. Indexes that are in use never move. */
export interface StyleBook {
  readonly text: string;
  readonly prefix: string;
  readonly root: XmlElement;
  readonly children: readonly XmlElement[];
  readonly lists: Readonly<Record<StyleKind, StyleList>>;
  /** Formats given another fill so far: format and fill → format. */
  readonly refilled: Map<string, number>;
  /** Formats of our own sheets so far. */
  readonly ours: Map<SheetStyle, number>;
}

/** The order the schema asks for in a style part (ECMA-376 part 1, §18.8.39). */
const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

/** What a list holds where a file leaves it out; the first two fills are reserved. */
function defaultItems(kind: StyleKind, p: string): readonly string[] {
  switch (kind) {
    case 'numFmts':
      return [];
    case 'fonts':
      return [`<${p}font><${p}sz val="11"/><${p}name val="宋体"/></${p}font>`];
    case 'fills':
      return ['none', 'gray125'].map(
        (pattern) => `<${p}fill><${p}patternFill patternType="${pattern}"/></${p}fill>`,
      );
    case 'borders':
      return [
        `<${p}border><${p}left/><${p}right/><${p}top/><${p}bottom/><${p}diagonal/></${p}border>`,
      ];
    case 'cellXfs':
      return [`<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`];
  }
}

function presentList(
  text: string,
  kind: StyleKind,
  prefix: string,
  children: readonly XmlElement[],
): PresentList {
  const element = children.find((child) => child.tag.name === kind) ?? null;
  const items = element
    ? [...childElements(text, element.inner)].map(({ outer }) => text.slice(outer.start, outer.end))
    : defaultItems(kind, prefix);
  const places = new Map<string, number>();
  items.forEach((item, index) => {
    if (!places.has(item)) places.set(item, index);
  });
  return { element, items, places };
}

/** The smallest style part there can be, for a workbook that has none. */
export function emptyStyles(namespace: string): string {
  const lists = (['fonts', 'fills', 'borders'] as const)
    .map((kind) => `<${kind}>${defaultItems(kind, '').join('')}</${kind}>`)
    .join('');
  const xf = defaultItems('cellXfs', '').join('');
  return `<styleSheet xmlns="${namespace}">${lists}<cellStyleXfs count="1">${xf}</cellStyleXfs><cellXfs>${xf.replace('/>', ' xfId="0"/>')}</cellXfs></styleSheet>`;
}

/** What stands in a style part. */
const presentStyles = rememberingParts((text) => {
  const root = rootElement(text);
  const { prefix } = root.tag;
  const children = [...childElements(text, root.inner)];
  const list = (kind: StyleKind): PresentList => presentList(text, kind, prefix, children);
  return {
    text,
    prefix,
    root,
    children,
    lists: {
      numFmts: list('numFmts'),
      fonts: list('fonts'),
      fills: list('fills'),
      borders: list('borders'),
      cellXfs: list('cellXfs'),
    },
  };
});

export function openStyles(text: string): StyleBook {
  const { lists, ...present } = presentStyles(text);
  const list = (kind: StyleKind): StyleList => ({
    added: [],
    addedPlaces: new Map(),
    ...lists[kind],
  });
  return {
    lists: {
      numFmts: list('numFmts'),
      fonts: list('fonts'),
      fills: list('fills'),
      borders: list('borders'),
      cellXfs: list('cellXfs'),
    },
    refilled: new Map(),
    ours: new Map(),
    ...present,
  };
}

/** What was appended at earlier runs stays where it is, because cells of our sheets point to it. */
export function keepAppended(book: StyleBook, present: StyleBook): void {
  for (const kind of KINDS) {
    for (const item of present.lists[kind].items.slice(book.lists[kind].items.length)) {
      push(book.lists[kind], item);
    }
  }
}

function push(list: StyleList, item: string): number {
  const index = list.items.length + list.added.length;
  list.added.push(item);
  if (!list.addedPlaces.has(item)) list.addedPlaces.set(item, index);
  return index;
}

/** The index of an item in its list, appended where it is not there yet. */
export function styleItem(book: StyleBook, kind: StyleKind, item: string): number {
  const list = book.lists[kind];
  return list.places.get(item) ?? list.addedPlaces.get(item) ?? push(list, item);
}

function itemAt(list: StyleList, index: number): string | undefined {
  return list.items[index] ?? list.added[index - list.items.length];
}

/** The `<xf>` of a cell format; of format 0 where the index points nowhere. */
function formatAt(book: StyleBook, index: number): string {
  const list = book.lists.cellXfs;
  return itemAt(list, index) ?? itemAt(list, 0) ?? defaultItems('cellXfs', book.prefix).join('');
}

function numberOf(element: string, name: string): number {
  const tag = nextTag(element, 0);
  return Number((tag && rawAttribute(element, tag, name)) ?? '0');
}

export function solidFill(prefix: string, colour: string): string {
  const p = prefix;
  return `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${colour}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
}

/** The `<fill>` of a cell format, as written in the part. */
export function fillOfFormat(book: StyleBook, index: number): string {
  const list = book.lists.fills;
  const fill = itemAt(list, numberOf(formatAt(book, index), 'fillId')) ?? itemAt(list, 0);
  return fill ?? defaultItems('fills', book.prefix)[0] ?? '';
}

/** A cell format with another `<fill>`; the same index where nothing changes. */
export function formatWithFill(book: StyleBook, index: number, fill: string): number {
  const key = `${index} ${fill}`;
  const known = book.refilled.get(key);
  if (known !== undefined) return known;
  const refilled = refill(book, index, fill);
  book.refilled.set(key, refilled);
  return refilled;
}

function refill(book: StyleBook, index: number, fill: string): number {
  const format = formatAt(book, index);
  const fillId = styleItem(book, 'fills', fill);
  if (numberOf(format, 'fillId') === fillId) return index;
  const filled = withAttribute(format, 'fillId', String(fillId));
  const apply = fillId === 0 ? '0' : '1';
  return styleItem(book, 'cellXfs', withAttribute(filled, 'applyFill', apply));
}

/** A cell format that breaks its text into lines; the same index where it does already. */
export function wrappedFormat(book: StyleBook, index: number): number {
  const format = formatAt(book, index);
  const alignment = findTag(format, 'alignment');
  if (alignment && isTrue(rawAttribute(format, alignment, 'wrapText') ?? '')) return index;
  const applied = withAttribute(format, 'applyAlignment', '1');
  return styleItem(book, 'cellXfs', withWrap(applied, book.prefix));
}

function withWrap(format: string, prefix: string): string {
  const alignment = findTag(format, 'alignment');
  if (alignment) {
    const wrapped = tagWith(format, alignment, { wrapText: '1' });
    return format.slice(0, alignment.start) + wrapped + format.slice(alignment.end);
  }
  const inner = `<${prefix}alignment wrapText="1"/>`;
  const tag = nextTag(format, 0);
  if (!tag) return format;
  if (tag.kind !== 'empty') return format.slice(0, tag.end) + inner + format.slice(tag.end);
  const open = `${format.slice(tag.start, tag.end - 2).trimEnd()}>`;
  return `${open}${inner}</${prefix}xf>`;
}

/** Whether a `<fill>` is one of the three that flags set, however another program spelled it. */
export function isToneFill(fill: string): boolean {
  for (let tag = nextTag(fill, 0); tag; tag = nextTag(fill, tag.end)) {
    if (tag.name !== 'fgColor' || tag.kind === 'close') continue;
    const colour = rawAttribute(fill, tag, 'rgb')?.toUpperCase().slice(-6);
    return Object.values(TONE_FILLS).some((tone) => tone.slice(1) === colour);
  }
  return false;
}

/** A fill written with the prefix of another style part. */
export function reprefixed(fill: string, prefix: string): string {
  return fill.replace(/<(\/?)(?:[\w.-]+:)?(?=[\w])/g, `<$1${prefix}`);
}

function listSplices(book: StyleBook, list: StyleList): readonly Splice[] {
  const { element, items, added } = list;
  if (!element || added.length === 0) return [];
  const count = String(items.length + added.length);
  const counted =
    rawAttribute(book.text, element.tag, 'count') === null
      ? []
      : [attributeSplice(book.text, element.tag, 'count', count)];
  return [...counted, appendInside(element, added.join(''))];
}

/** Lists the part does not have, each put where the schema wants it. */
function missingListSplices(book: StyleBook): readonly Splice[] {
  const splices: Splice[] = [];
  const last: string[] = [];
  for (const kind of KINDS) {
    const { element, items, added } = book.lists[kind];
    if (element || added.length === 0) continue;
    const name = `${book.prefix}${kind}`;
    const count = items.length + added.length;
    const content = `<${name} count="${count}">${items.join('')}${added.join('')}</${name}>`;
    const place = ORDER.indexOf(kind);
    const next = book.children.find((child) => ORDER.indexOf(child.tag.name) > place);
    if (next) splices.push({ at: next.outer.start, end: next.outer.start, text: content });
    else last.push(content);
  }
  if (last.length > 0) splices.push(appendInside(book.root, last.join('')));
  return splices;
}

/** The replacements that append what was asked for. */
export function styleSplices(book: StyleBook): readonly Splice[] {
  const present = KINDS.flatMap((kind) => listSplices(book, book.lists[kind]));
  return [...present, ...missingListSplices(book)];
}
