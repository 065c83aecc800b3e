import { declaredPrefix, type Dialect } from './write-dialect';
import { appendInside, attributeSplice, rawAttribute } from './write-markup';
import type { Splice } from './write-splice';
import { quotedReference } from '../../model/address';
import { attribute, childElements, findTag, isTrue, rootElement, type XmlElement } from '../xml';
import { escapeAttribute, escapeText } from '../xml-text';

/** A sheet of ours to be listed in the workbook part. */
export interface SheetListing {
  readonly name: string;
  readonly sheetId: number;
  readonly relationship: string;
  /** Its place among all sheets once all of ours are listed. */
  readonly index: number;
  /** Rows repeated on every printed page, from the first; 0 for none. */
  readonly titleRows: number;
}

interface WorkbookText {
  readonly text: string;
  readonly root: XmlElement;
  readonly children: readonly XmlElement[];
  readonly sheets: readonly XmlElement[];
}

function openWorkbookText(text: string): WorkbookText {
  const root = rootElement(text);
  const children = [...childElements(text, root.inner)];
  const list = children.find(({ tag }) => tag.name === 'sheets');
  const sheets = list ? [...childElements(text, list.inner)] : [];
  return { text, root, children, sheets: sheets.filter(({ tag }) => tag.name === 'sheet') };
}

/** Names and ids of all sheets, those included whose part is missing. */
export function listedSheets(
  text: string,
): readonly { readonly name: string; readonly sheetId: number }[] {
  return openWorkbookText(text).sheets.map(({ tag }) => ({
    name: attribute(text, tag, 'name') ?? '',
    sheetId: Number(rawAttribute(text, tag, 'sheetId') ?? '0'),
  }));
}

function childNamed(book: WorkbookText, name: string): XmlElement | undefined {
  return book.children.find(({ tag }) => tag.name === name);
}

/** Splices that renumber everything that counts sheets by position. */
function renumber(book: WorkbookText, moved: (index: number) => number): readonly Splice[] {
  const { text } = book;
  const splices: Splice[] = [];
  const renew = (element: XmlElement, name: string): void => {
    const value = rawAttribute(text, element.tag, name);
    const index = Number(value ?? Number.NaN);
    if (!Number.isInteger(index) || moved(index) === index) return;
    splices.push(attributeSplice(text, element.tag, name, String(moved(index))));
  };
  const views = childNamed(book, 'bookViews');
  for (const view of views ? childElements(text, views.inner) : []) {
    renew(view, 'firstSheet');
    renew(view, 'activeTab');
  }
  const names = childNamed(book, 'definedNames');
  for (const name of names ? childElements(text, names.inner) : []) renew(name, 'localSheetId');
  return splices.sort((a, b) => a.at - b.at);
}

/** Where an element that must come after these may be put. */
function endOfLast(book: WorkbookText, names: readonly string[]): number {
  let end = book.root.inner.start;
  for (const child of book.children) if (names.includes(child.tag.name)) end = child.outer.end;
  return end;
}

const BEFORE_NAMES = ['sheets', 'functionGroups', 'externalReferences'];
const BEFORE_CALCULATION = [...BEFORE_NAMES, 'definedNames'];

/** The name by which rows of a sheet stand on every printed page; nothing where none do. */
export function titleName(
  { name, index, titleRows }: Pick<SheetListing, 'name' | 'index' | 'titleRows'>,
  p: string,
): string {
  if (titleRows === 0) return '';
  const rows = escapeText(quotedReference(name, `$1:$${titleRows}`));
  return `<${p}definedName name="_xlnm.Print_Titles" localSheetId="${index}">${rows}</${p}definedName>`;
}

function listingMarkup(
  listing: SheetListing,
  p: string,
  r: string | null,
  dialect: Dialect,
): string {
  const name = escapeAttribute(listing.name);
  const relationship =
    r === null
      ? `xmlns:r="${dialect.relationships}" r:id="${listing.relationship}"`
      : `${r}id="${listing.relationship}"`;
  return `<${p}sheet name="${name}" sheetId="${listing.sheetId}" ${relationship}/>`;
}

/** Replacements in the workbook part that list sheets, at their places, and number the others anew. */
export function listSplices(
  text: string,
  listings: readonly SheetListing[],
  dialect: Dialect,
): readonly Splice[] {
  const book = openWorkbookText(text);
  const list = childNamed(book, 'sheets');
  if (!list || listings.length === 0) return [];
  const p = book.root.tag.prefix;
  const r = declaredPrefix(text, dialect.relationships);
  const sorted = [...listings].sort((a, b) => a.index - b.index);
  const late: string[] = [];
  const splices: Splice[] = [];
  const places: number[] = [];
  sorted.forEach((listing, ours) => {
    const place = listing.index - ours;
    const next = book.sheets[place];
    const markup = listingMarkup(listing, p, r, dialect);
    places.push(place);
    if (next) splices.push({ at: next.outer.start, end: next.outer.start, text: markup });
    else late.push(markup);
  });
  if (late.length > 0) splices.push(appendInside(list, late.join('')));
  const moved = (index: number): number => index + places.filter((place) => place <= index).length;
  const names = childNamed(book, 'definedNames');
  const titles = sorted.map((listing) => titleName(listing, p)).join('');
  if (titles !== '') {
    const at = endOfLast(book, BEFORE_NAMES);
    splices.push(
      names
        ? appendInside(names, titles)
        : { at, end: at, text: `<${p}definedNames>${titles}</${p}definedNames>` },
    );
  }
  return [...renumber(book, moved), ...splices];
}

/** Replacements that take sheets off the list, their local names with them. */
export function unlistSplices(text: string, names: ReadonlySet<string>): readonly Splice[] {
  const book = openWorkbookText(text);
  const gone = new Set<number>();
  const splices: Splice[] = [];
  book.sheets.forEach(({ tag, outer }, index) => {
    if (!names.has(attribute(text, tag, 'name') ?? '')) return;
    gone.add(index);
    splices.push({ at: outer.start, end: outer.end, text: '' });
  });
  const defined = childNamed(book, 'definedNames');
  const local = defined ? [...childElements(text, defined.inner)] : [];
  const dropped = local.filter(({ tag }) => {
    const id = rawAttribute(text, tag, 'localSheetId');
    return id !== null && gone.has(Number(id));
  });
  if (defined && dropped.length > 0 && dropped.length === local.length) {
    splices.push({ at: defined.outer.start, end: defined.outer.end, text: '' });
  } else {
    for (const { outer } of dropped) splices.push({ at: outer.start, end: outer.end, text: '' });
  }
  const last = Math.max(0, book.sheets.length - gone.size - 1);
  const moved = (index: number): number =>
    Math.min(last, index - [...gone].filter((position) => position < index).length);
  const kept = renumber(book, moved).filter(
    ({ at }) => !splices.some((splice) => at >= splice.at && at < splice.end),
  );
  return [...kept, ...splices].sort((a, b) => a.at - b.at);
}

/** Asks for a full calculation when the workbook is opened; nothing where that is asked already. */
export function calculationSplices(text: string): readonly Splice[] {
  const present = findTag(text, 'calcPr');
  if (present) {
    if (isTrue(rawAttribute(text, present, 'fullCalcOnLoad') ?? '')) return [];
    return [attributeSplice(text, present, 'fullCalcOnLoad', '1')];
  }
  const book = openWorkbookText(text);
  const at = endOfLast(book, BEFORE_CALCULATION);
  return [{ at, end: at, text: `<${book.root.tag.prefix}calcPr fullCalcOnLoad="1"/>` }];
}
