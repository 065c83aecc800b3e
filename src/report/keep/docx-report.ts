import { Failure } from '../../model/failure';
import { docxParagraphs, docxText } from '../text/document/docx';
import type { WrittenBlock } from './written-report';

/** The main part of a .docx in pieces: what stands in the body one after another, and what is around it. */
export interface DocxBody {
  /** Up to and with the body's opening tag. */
  readonly before: string;
  readonly blocks: readonly WrittenBlock[];
  /** From the last section's properties on. */
  readonly after: string;
}

/** Elements in which nothing but text is said. */
const PLAIN: ReadonlySet<string> = new Set([
  ...['p', 'r', 't', 'tab', 'br', 'cr', 'noBreakHyphen', 'softHyphen'],
  ...['proofErr', 'bookmarkStart', 'bookmarkEnd', 'lastRenderedPageBreak'],
]);

/** In the properties of a paragraph or run: a section's end, a tracked change, a list. */
const MORE_THAN_LOOKS =
  /<(?:\w+:)?(?:sectPr|ins|del|moveFrom|moveTo|\w+Change|numPr|gridSpan|vMerge|hMerge|tblpPr)\b/;
const PROPERTIES =
  /<((?:\w+:)?(?:[pr]Pr|tblPr|tblPrEx|trPr|tcPr|tblGrid))\b(?:[^>]*\/>|[^>]*>[\s\S]*?<\/\1>)/g;
const TAG =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)((?:[\w.-]+:)?[\w.-]+)(?:[^<>"']|"[^"]*"|'[^']*')*?(\/?)>/g;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads `word/document.xml`. `after` begins with the body's own section properties where it has some.
 * @throws Failure `xml-forbidden` for a document type; `xml-damaged` where the body does not begin or end.
 */
export function readDocxBody(documentXml: string): DocxBody {
  const pieces: { from: number; to: number; name: string }[] = [];
  let bodyStart = -1;
  let bodyEnd = -1;
  let depth = 0;
  let start = 0;
  for (const tag of documentXml.matchAll(TAG)) {
    const name = localName(tag[2] ?? '');
    if (name === '' || bodyEnd >= 0) continue;
    const closes = tag[1] === '/';
    const end = tag.index + tag[0].length;
    if (bodyStart < 0) {
      if (name === 'body' && !closes) bodyStart = end;
      continue;
    }
    if (!closes && depth === 0) start = tag.index;
    if (closes) depth -= 1;
    else if (tag[3] !== '/') depth += 1;
    if (depth < 0) bodyEnd = tag.index;
    else if (depth === 0) pieces.push({ from: start, to: end, name });
  }
  if (bodyStart < 0 || bodyEnd < 0) throw new Failure('xml-damaged');
  const last = pieces.at(-1);
  const closing = last?.name === 'sectPr' ? last : null;
  return {
    before: documentXml.slice(0, bodyStart),
    blocks: pieces
      .filter((piece) => piece !== closing)
      .map(({ from, to }) => blockOf(documentXml.slice(from, to))),
    after: documentXml.slice(closing?.from ?? bodyEnd),
  };
}

function blockOf(source: string): WrittenBlock {
  const table = tableIn(source);
  const level = /<(?:\w+:)?outlineLvl\b[^>]*?\bval="(\d)"/.exec(source)?.[1];
  return {
    text: docxText(source).trim(),
    level: level === undefined || level === '9' ? null : Number(level) + 1,
    source,
    more: table === null && saysMore(source),
    ...(table && { table }),
  };
}

const TABLE = /<(?:\w+:)?tbl(?=[\s>])/g;
const ROW = /<(?:\w+:)?tr(?=[\s>])/g;
const TABLE_TAG = /<\/?(?:\w+:)?(?:tbl|tr|tc)(?=[\s>])[^>]*>/g;

/** The cells of a table of texts; null for anything else, and for one of which rows are blank. */
function tableIn(source: string): readonly (readonly string[])[] | null {
  if ([...source.matchAll(TABLE)].length !== 1 || saysMore(source.replace(TABLE_TAG, '')))
    return null;
  const parts = { document: source, styles: null, numbering: null, footnotes: null };
  const rows = docxParagraphs(parts).map(({ cells }) => cells ?? []);
  const width = rows[0]?.length ?? 0;
  const isEven = width > 0 && rows.every(({ length }) => length === width);
  return isEven && rows.length === [...source.matchAll(ROW)].length ? rows : null;
}

function saysMore(source: string): boolean {
  const properties = source.match(PROPERTIES) ?? [];
  if (properties.some((one) => MORE_THAN_LOOKS.test(one))) return true;
  for (const [tag, , name = ''] of source.replace(PROPERTIES, '').matchAll(TAG)) {
    if (name === '') continue;
    if (!PLAIN.has(localName(name))) return true;
    // A page break is a person's, a line break within our paragraphs ours.
    if (localName(name) === 'br' && /\btype=/.test(tag)) return true;
  }
  return false;
}

const FIGURE = /<(?:\w+:)?(?:drawing|pict|object|oMath|altChunk|tbl)(?=[\s/>])/;

/** Whether a piece of a .docx holds what no text can stand for: a picture, a chart, a table with merged cells. */
export const holdsFigure = ({ source, more }: WrittenBlock): boolean =>
  more && source !== null && FIGURE.test(source);

/** A document's main part with other contents. */
export const writeDocxBody = ({ before, after }: DocxBody, sources: readonly string[]): string =>
  before + sources.join('') + after;
