import { cellName, parseCellName, type CellRef, type Range } from '../../model/grid';
import { addComments, addDrawing, commentsPart, leadsElsewhere, notesDrawing } from './notes-parts';
import { NOTE_SHAPE_TYPE, noteDrawing, noteShape, readGeometry } from './notes-shape';
import { draftHas, draftNames, draftRelationships, draftText, type Draft } from './write-draft';
import { appendInside, rawAttribute } from './write-markup';
import { planSplices, XML_HEAD, type Plan } from './write-plan';
import type { Splice } from './write-splice';
import { childElements, nextTag, rootElement, textContent, type XmlElement } from '../xml';
import { decodeOoxmlString, encodeOoxmlString, escapeText } from '../xml-text';

/** Who our notes are by. Shown by Excel in the status bar. */
export const NOTE_AUTHOR = '绩效自评助手';

export interface Note {
  readonly cell: CellRef;
  /** The merged area the cell stands for, or the cell alone: the note opens to its right. */
  readonly area: Range;
  readonly text: string;
}

/** Ids of shapes come in blocks of this many; a drawing names its blocks in `idmap`. */
const BLOCK = 1024;

/** Cells that have a note or a thread of the user's. */
function occupiedCells(draft: Draft, sheet: string): ReadonlySet<string> {
  const cells = new Set<string>();
  for (const rel of draftRelationships(draft, sheet)) {
    if (rel.kind !== 'comments' && rel.kind !== 'threadedComment') continue;
    if (rel.external || !draftHas(draft, rel.target)) continue;
    const text = draftText(draft, rel.target);
    for (let tag = nextTag(text, 0); tag; tag = nextTag(text, tag.end)) {
      if (tag.kind === 'close' || !/^(comment|threadedComment)$/.test(tag.name)) continue;
      const cell = parseCellName(rawAttribute(text, tag, 'ref') ?? '');
      if (cell) cells.add(cellName(cell));
    }
  }
  return cells;
}

function commentMarkup(note: Note, author: number, p: string): string {
  const text = escapeText(encodeOoxmlString(note.text));
  const properties = `<${p}rPr><${p}sz val="9"/><${p}rFont val="宋体"/><${p}charset val="134"/></${p}rPr>`;
  return (
    `<${p}comment ref="${cellName(note.cell)}" authorId="${author}" shapeId="0"><${p}text><${p}r>${properties}` +
    `<${p}t xml:space="preserve">${text}</${p}t></${p}r></${p}text></${p}comment>`
  );
}

/** Adds comments to a part that is there; null where it is not built as it must be. */
function commentSplices(text: string, notes: readonly Note[]): readonly Splice[] | null {
  const root = rootElement(text);
  const p = root.tag.prefix;
  const children = [...childElements(text, root.inner)];
  const authors = children.find(({ tag }) => tag.name === 'authors');
  const list = children.find(({ tag }) => tag.name === 'commentList');
  if (!authors || !list) return null;
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

/** Adds shapes to a drawing part that is there; null where its end cannot be found. */
function drawingSplices(
  plan: Plan,
  text: string,
  shapes: (ids: readonly number[]) => string,
  count: number,
): readonly Splice[] | null {
  const end = text.lastIndexOf('</xml');
  if (end < 0) return null;
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

/**
 * Plans notes on cells of a sheet. Cells with a note or a thread of the user's are left alone
 * and given back as `kept`; `unsupported` says that the sheet's own parts could not take any.
 */
export function planNotes(
  plan: Plan,
  sheet: string,
  notes: readonly Note[],
): { readonly kept: ReadonlySet<string>; readonly unsupported: boolean } {
  const { draft } = plan;
  const occupied = notes.length > 0 ? occupiedCells(draft, sheet) : new Set<string>();
  const kept = new Set(
    notes.map(({ cell }) => cellName(cell)).filter((name) => occupied.has(name)),
  );
  const wanted = notes.filter(({ cell }) => !kept.has(cellName(cell)));
  if (wanted.length === 0) return { kept, unsupported: false };

  const geometry = readGeometry(draftText(draft, sheet));
  const shapes = (ids: readonly number[]): string =>
    wanted
      .map((note, index) => noteShape(ids[index] ?? 0, note.cell, note.area, note.text, geometry))
      .join('');
  const comments = commentsPart(draft, sheet);
  const drawing = notesDrawing(draft, sheet);
  const added = comments === null ? [] : commentSplices(draftText(draft, comments), wanted);
  const drawn =
    drawing === null ? [] : drawingSplices(plan, draftText(draft, drawing), shapes, wanted.length);
  const elsewhere = drawing === null && leadsElsewhere(plan, sheet);
  if (added === null || drawn === null || elsewhere) return { kept, unsupported: true };

  if (comments !== null) planSplices(plan, comments, added);
  else addComments(plan, sheet, newComments(plan, wanted));
  if (drawing !== null) planSplices(plan, drawing, drawn);
  else {
    const { ids, blocks } = nextIds('', [], wanted.length, () => freeBlock(plan));
    const text = noteDrawing(blocks[0] ?? 1, shapes(ids)).replace(
      / data="\d+"/,
      ` data="${blocks.join(',')}"`,
    );
    addDrawing(plan, sheet, text);
  }
  return { kept, unsupported: false };
}

const sameText = (first: string, second: string): boolean =>
  first.replace(/\s+/g, '') === second.replace(/\s+/g, '');

/** The text of a comment, runs joined. */
function commentText(text: string, comment: XmlElement): string {
  let content = '';
  for (let tag = nextTag(text, comment.inner.start); tag && tag.start < comment.inner.end;) {
    if (tag.name === 't' && tag.kind === 'open') {
      const close = text.indexOf('</', tag.end);
      content += textContent(text, { start: tag.end, end: close });
    }
    tag = nextTag(text, tag.end);
  }
  return decodeOoxmlString(content);
}

/** The comments of a part that say at a cell exactly what we wrote there. */
export function ourComments(
  text: string,
  written: ReadonlyMap<string, string>,
): readonly { readonly name: string; readonly element: XmlElement }[] {
  const root = rootElement(text);
  const list = [...childElements(text, root.inner)].find(({ tag }) => tag.name === 'commentList');
  if (!list) return [];
  return [...childElements(text, list.inner)].flatMap((element) => {
    const cell = parseCellName(rawAttribute(text, element.tag, 'ref') ?? '');
    const name = cell ? cellName(cell) : '';
    const said = written.get(name);
    return said !== undefined && sameText(commentText(text, element), said)
      ? [{ name, element }]
      : [];
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
