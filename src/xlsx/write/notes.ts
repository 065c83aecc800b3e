import { cellName, parseCellName, type CellRef, type Range } from '../../model/grid';
import { addComments, addDrawing, commentsPart, leadsElsewhere, notesDrawing } from './notes-parts';
import { NOTE_SHAPE_TYPE, noteDrawing, noteShape, readGeometry } from './notes-shape';
import { readNotes } from '../view/view-notes';
import { draftHas, draftNames, draftRelationships, draftText, type Draft } from './write-draft';
import { appendInside, rawAttribute } from './write-markup';
import { planSplices, XML_HEAD, type Plan } from './write-plan';
import type { Splice } from './write-splice';
import { childElements, nextTag, rootElement, textContent, type XmlElement } from '../xml';
import { encodeOoxmlString, escapeText } from '../xml-text';

/** Who our notes are by. Shown by Excel in the status bar. */
const NOTE_AUTHOR = '绩效自评助手';

export interface Note {
  readonly cell: CellRef;
  /** The merged area the cell stands for, or the cell alone: the note opens to its right. */
  readonly area: Range;
  readonly text: string;
}

/** Ids of shapes come in blocks of this many; a drawing names its blocks in `idmap`. */
const BLOCK = 1024;

/** What notes say on a sheet, whoever wrote them, by the names of their cells, and which cells have a thread. */
export function standingNotes(
  draft: Draft,
  sheet: string,
): { readonly notes: ReadonlyMap<string, string>; readonly threads: ReadonlySet<string> } {
  const notes = new Map<string, string>();
  const threads = new Set<string>();
  for (const { kind, external, target } of draftRelationships(draft, sheet)) {
    if (external || !draftHas(draft, target)) continue;
    if (kind === 'comments') {
      for (const { cell, text } of readNotes(draftText(draft, target))) {
        notes.set(cellName(cell), text);
      }
    }
    if (kind === 'threadedComment') {
      for (const cell of threadCells(draftText(draft, target))) threads.add(cellName(cell));
    }
  }
  return { notes, threads };
}

function* threadCells(text: string): Generator<CellRef> {
  for (let tag = nextTag(text, 0); tag; tag = nextTag(text, tag.end)) {
    if (tag.kind === 'close' || tag.name !== 'threadedComment') continue;
    const cell = parseCellName(rawAttribute(text, tag, 'ref') ?? '');
    if (cell) yield cell;
  }
}

function commentMarkup(note: Note, author: number, p: string): string {
  const text = escapeText(encodeOoxmlString(note.text));
  const properties = `<${p}rPr><${p}sz val="9"/><${p}rFont val="宋体"/><${p}charset val="134"/></${p}rPr>`;
  return (
    `<${p}comment ref="${cellName(note.cell)}" authorId="${author}" shapeId="0"><${p}text><${p}r>${properties}` +
    `<${p}t xml:space="preserve">${text}</${p}t></${p}r></${p}text></${p}comment>`
  );
}

interface CommentLists {
  readonly prefix: string;
  readonly authors: XmlElement;
  readonly list: XmlElement;
}

/** The two lists of a comments part; null where it is not built as it must be. */
function commentLists(text: string): CommentLists | null {
  const root = rootElement(text);
  const children = [...childElements(text, root.inner)];
  const authors = children.find(({ tag }) => tag.name === 'authors');
  const list = children.find(({ tag }) => tag.name === 'commentList');
  return authors && list ? { prefix: root.tag.prefix, authors, list } : null;
}

/** Adds comments to a part that is there. */
function commentSplices(text: string, notes: readonly Note[]): readonly Splice[] {
  const lists = commentLists(text);
  if (!lists) return [];
  const { prefix: p, authors, list } = lists;
  const names = [...childElements(text, authors.inner)].map((item) =>
    textContent(text, item.inner),
  );
  const known = names.indexOf(NOTE_AUTHOR);
  const author = known < 0 ? names.length : known;
  const comments = notes.map((note) => commentMarkup(note, author, p)).join('');
  const added = known < 0 ? [appendInside(authors, `<${p}author>${NOTE_AUTHOR}</${p}author>`)] : [];
  return [...added, appendInside(list, comments)];
}

function newComments(plan: Plan, notes: readonly Note[]): string {
  const comments = notes.map((note) => commentMarkup(note, 0, '')).join('');
  return `${XML_HEAD}<comments xmlns="${plan.dialect.main}"><authors><author>${NOTE_AUTHOR}</author></authors><commentList>${comments}</commentList></comments>`;
}

const blocksOf = (text: string): readonly number[] =>
  [...text.matchAll(/<(?:\w+:)?idmap\b[^>]*\bdata\s*=\s*["']([\d,\s]*)["']/g)].flatMap((match) =>
    (match[1] ?? '')
      .split(',')
      .map(Number)
      .filter((block) => block > 0),
  );

/** A block of shape ids no drawing of the workbook uses. */
function freeBlock(plan: Plan): number {
  let most = 0;
  for (const name of draftNames(plan.draft)) {
    if (!name.toLowerCase().endsWith('.vml')) continue;
    for (const block of blocksOf(draftText(plan.draft, name))) most = Math.max(most, block);
  }
  for (const block of plan.blocks) most = Math.max(most, block);
  plan.blocks.add(most + 1);
  return most + 1;
}

/** The next `count` shape ids: after the last used one of the drawing's blocks, else of a new block. */
function nextIds(
  text: string,
  blocks: readonly number[],
  count: number,
  fresh: () => number,
): { readonly ids: readonly number[]; readonly blocks: readonly number[] } {
  const used = [...text.matchAll(/_x0000_s(\d{1,9})/g)].map((match) => Number(match[1]));
  const ids: number[] = [];
  const all = [...blocks];
  for (const block of blocks) {
    const first = block * BLOCK;
    const last = used.filter((id) => id >= first && id < first + BLOCK);
    for (let id = Math.max(first, ...last) + 1; id < first + BLOCK && ids.length < count; id++) {
      ids.push(id);
    }
  }
  while (ids.length < count) {
    const block = fresh();
    all.push(block);
    for (let id = block * BLOCK + 1; id < (block + 1) * BLOCK && ids.length < count; id++)
      ids.push(id);
  }
  return { ids, blocks: all };
}

/** Where a drawing ends; -1 where that cannot be found. */
const drawingEnd = (text: string): number => text.lastIndexOf('</xml');

/** Adds shapes to a drawing part that is there. */
function drawingSplices(
  plan: Plan,
  text: string,
  shapes: (ids: readonly number[]) => string,
  count: number,
): readonly Splice[] {
  const end = drawingEnd(text);
  const present = blocksOf(text);
  const { ids, blocks } = nextIds(text, present, count, () => freeBlock(plan));
  const splices: Splice[] = [];
  const map = /<(?:\w+:)?idmap\b[^>]*\bdata\s*=\s*["']/.exec(text);
  if (map && blocks.length > present.length) {
    const at = map.index + map[0].length;
    const quote = text.charAt(at - 1);
    splices.push({ at, end: text.indexOf(quote, at), text: blocks.join(',') });
  }
  const type = /<v:shapetype\b[^>]*\bid\s*=\s*["']_x0000_t202["']/.test(text)
    ? ''
    : NOTE_SHAPE_TYPE;
  splices.push({ at: end, end, text: declared(text, type + shapes(ids)) });
  return splices;
}

const VML_NAMESPACES: readonly (readonly [string, string])[] = [
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['o', 'urn:schemas-microsoft-com:office:office'],
  ['x', 'urn:schemas-microsoft-com:office:excel'],
];

/** Makes markup stand on its own where the drawing's root does not declare the usual prefixes. */
function declared(text: string, markup: string): string {
  const root = text.slice(0, text.indexOf('>', Math.max(0, text.indexOf('<xml'))));
  const missing = VML_NAMESPACES.filter(([p, address]) => !root.includes(`xmlns:${p}="${address}"`))
    .map(([p, address]) => ` xmlns:${p}="${address}"`)
    .join('');
  return missing === '' ? markup : markup.replace(/<v:(shape|shapetype) /g, `<v:$1${missing} `);
}

/** Whether a sheet's own parts can take notes. */
export function takesNotes(plan: Plan, sheet: string): boolean {
  const { draft } = plan;
  const comments = commentsPart(draft, sheet);
  if (comments !== null && !commentLists(draftText(draft, comments))) return false;
  const drawing = notesDrawing(draft, sheet);
  return drawing === null
    ? !leadsElsewhere(plan, sheet)
    : drawingEnd(draftText(draft, drawing)) >= 0;
}

/** Plans notes on cells without any, of a sheet that takes them. */
export function planNotes(plan: Plan, sheet: string, notes: readonly Note[]): void {
  if (notes.length === 0) return;
  const { draft } = plan;
  const geometry = readGeometry(draftText(draft, sheet));
  const shapes = (ids: readonly number[]): string =>
    notes
      .map((note, index) => noteShape(ids[index] ?? 0, note.cell, note.area, note.text, geometry))
      .join('');
  const comments = commentsPart(draft, sheet);
  const drawing = notesDrawing(draft, sheet);
  if (comments !== null) {
    planSplices(plan, comments, commentSplices(draftText(draft, comments), notes));
  } else addComments(plan, sheet, newComments(plan, notes));
  if (drawing !== null) {
    const text = draftText(draft, drawing);
    planSplices(plan, drawing, drawingSplices(plan, text, shapes, notes.length));
  } else {
    const { ids, blocks } = nextIds('', [], notes.length, () => freeBlock(plan));
    const text = noteDrawing(blocks[0] ?? 1, shapes(ids)).replace(
      / data="\d+"/,
      ` data="${blocks.join(',')}"`,
    );
    addDrawing(plan, sheet, text);
  }
}

/** The comments of a part on some cells, by the cells' names. */
export function commentsOn(text: string, cells: ReadonlySet<string>): readonly XmlElement[] {
  const list = commentLists(text)?.list;
  if (!list) return [];
  return [...childElements(text, list.inner)].filter(({ tag }) => {
    const cell = parseCellName(rawAttribute(text, tag, 'ref') ?? '');
    return cell !== null && cells.has(cellName(cell));
  });
}

/** Where the shapes of the notes of some cells stand in a drawing part. */
export function noteShapes(text: string, cells: ReadonlySet<string>): readonly Splice[] {
  const splices: Splice[] = [];
  const opening = /<(\w+:)?shape[\s>]/g;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const closing = `</${match[1] ?? ''}shape>`;
    const close = text.indexOf(closing, match.index);
    if (close < 0) break;
    const shape = text.slice(match.index, close);
    const row = /<(?:\w+:)?Row>\s*(\d+)\s*</.exec(shape)?.[1];
    const column = /<(?:\w+:)?Column>\s*(\d+)\s*</.exec(shape)?.[1];
    const end = close + closing.length;
    if (row !== undefined && column !== undefined) {
      const name = cellName({ row: Number(row), column: Number(column) });
      if (cells.has(name)) splices.push({ at: match.index, end, text: '' });
    }
    opening.lastIndex = end;
  }
  return splices;
}

/** Whether a drawing part holds any shape at all. */
export const hasShapes = (text: string): boolean =>
  /<(?:\w+:)?(?:shape|group|rect|oval)[\s>]/.test(text);
