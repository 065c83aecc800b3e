import type { FileSheet } from '../../changes/mark-memory';
import { isFailure } from '../../model/failure';
import type { WorkbookIndex } from '../workbook-index';
import {
  childElements,
  findElement,
  rootElement,
  textContent,
  type XmlElement,
  type XmlTag,
} from '../xml';
import { escapeText } from '../xml-text';
import { splicePart } from './drop-parts';
import { listedSheets } from './sheet-register';
import { draftHas, draftRelationships, draftText, type Draft } from './write-draft';
import { attributeSplice, rawAttribute } from './write-markup';
import type { Splice } from './write-splice';

/**
 * The titles of sheets in the extended properties (docProps/app.xml), which Explorer shows and a
 * program that opens the workbook leaves unread. Groups of titles (worksheets, charts, named ranges)
 * stand under headings in the language of whoever saved: which are the worksheets the titles tell.
 */

const KINDS = new Set(['extended-properties', 'extendedProperties']);

/** The part with the titles; null where there is none. */
export function titlesPart(draft: Draft): string | null {
  const found = draftRelationships(draft, '').find(
    ({ kind, external, target }) => !external && KINDS.has(kind) && draftHas(draft, target),
  );
  return found?.target ?? null;
}

/** The names of the worksheets as the workbook part of the draft lists them. */
function worksheetsListed(draft: Draft, index: WorkbookIndex): readonly string[] {
  const others = index.sheets.filter(({ kind }) => kind !== 'worksheet');
  const names = new Set(others.map(({ name }) => name));
  return listedSheets(draftText(draft, index.workbook)).flatMap(({ name }) =>
    names.has(name) ? [] : [name],
  );
}

/** The only child of an element. */
function onlyChild(text: string, parent: XmlElement): XmlElement | null {
  const [child, ...others] = childElements(text, parent.inner);
  return child && others.length === 0 ? child : null;
}

interface Group {
  /** The element with the number of titles. */
  readonly count: XmlElement;
  readonly titles: readonly XmlElement[];
}

/** The titles by their headings; null where the numbers of the one are not those of the other. */
function groupsOf(text: string, headings: XmlElement, titles: XmlElement): readonly Group[] | null {
  const counts = [...childElements(text, headings.inner)]
    .filter((_, at) => at % 2 === 1)
    .flatMap((variant) => onlyChild(text, variant) ?? []);
  const all = [...childElements(text, titles.inner)];
  let from = 0;
  const groups = counts.map((count): Group => {
    const number = Number(textContent(text, count.inner));
    from += number;
    return { count, titles: all.slice(from - number, from) };
  });
  const isWhole = from === all.length && Number(rawAttribute(text, titles.tag, 'size')) === from;
  return isWhole ? groups : null;
}

const vectorIn = (text: string, name: string): XmlElement | null => {
  const found = findElement(text, name, rootElement(text).inner.start);
  return found && onlyChild(text, found);
};

const titleMarkup = ({ prefix, name }: XmlTag, title: string): string =>
  `<${prefix}${name}>${escapeText(title)}</${prefix}${name}>`;

/** Puts in each new title before the next that stands already, or behind the last of them. */
function insertions(
  last: XmlElement,
  elements: ReadonlyMap<string, XmlElement>,
  after: readonly string[],
): readonly Splice[] {
  return after.flatMap((title, index): readonly Splice[] => {
    if (elements.has(title)) return [];
    const next = after.slice(index + 1).flatMap((name) => elements.get(name) ?? [])[0];
    const at = next?.outer.start ?? last.outer.end;
    return [{ at, end: at, text: titleMarkup(last.tag, title) }];
  });
}

/**
 * Replacements that make the titles of worksheets those of `after`; none where the titles that stand
 * are not those of `before`, so that nobody knows which they are, or cannot be read.
 */
export function titleSplices(
  text: string,
  before: readonly string[],
  after: readonly string[],
): readonly Splice[] {
  const [headings, titles] = [vectorIn(text, 'HeadingPairs'), vectorIn(text, 'TitlesOfParts')];
  const groups = headings && titles && groupsOf(text, headings, titles);
  const named = (groups ?? []).map(({ count, titles: own }) => ({
    count,
    elements: new Map(own.map((one) => [textContent(text, one.inner), one])),
    last: own.at(-1),
  }));
  const found = named.find(
    ({ elements }) => elements.size === before.length && before.every((one) => elements.has(one)),
  );
  if (!titles || !found?.last) return [];
  const { count, elements, last } = found;
  const wanted = new Set(after);
  const gone = [...elements].filter(([title]) => !wanted.has(title));
  const added = insertions(last, elements, after);
  const more = added.length - gone.length;
  if (added.length + gone.length === 0) return [];
  const size = Number(rawAttribute(text, titles.tag, 'size')) + more;
  const { start, end } = count.inner;
  return [
    { at: start, end, text: String(elements.size + more) },
    attributeSplice(text, titles.tag, 'size', String(size)),
    ...gone.map(([, { outer }]) => ({ at: outer.start, end: outer.end, text: '' })),
    ...added,
  ].sort((one, other) => one.at - other.at);
}

/** Properties that cannot be read are left as they are: nothing in them is needed. */
function splicesIn(
  draft: Draft,
  part: string,
  before: readonly string[],
  after: readonly string[],
): readonly Splice[] {
  try {
    return titleSplices(draftText(draft, part), before, after);
  } catch (reason) {
    if (isFailure(reason)) return [];
    throw reason;
  }
}

/** Takes the titles of sheets away that the workbook part of the draft still lists. */
export function dropTitles(draft: Draft, index: WorkbookIndex, ours: ReadonlySet<string>): void {
  const part = titlesPart(draft);
  if (part === null) return;
  const before = worksheetsListed(draft, index);
  const after = before.filter((name) => !ours.has(name));
  splicePart(draft, part, splicesIn(draft, part, before, after));
}

/** What lists our sheets, which the workbook part of the draft does not list yet, among the titles. */
export function ownTitles(
  draft: Draft,
  index: WorkbookIndex,
  sheets: readonly FileSheet[],
): { readonly part: string; readonly splices: readonly Splice[] } | null {
  const part = titlesPart(draft);
  if (part === null || sheets.length === 0) return null;
  const all = listedSheets(draftText(draft, index.workbook)).map(({ name }) => name);
  const before = worksheetsListed(draft, index);
  const sorted = [...sheets].sort((one, other) => one.place - other.place);
  sorted.forEach(({ name, place }, order) => all.splice(place + order, 0, name));
  const worksheets = new Set([...before, ...sorted.map(({ name }) => name)]);
  const after = all.filter((name) => worksheets.has(name));
  return { part, splices: splicesIn(draft, part, before, after) };
}
