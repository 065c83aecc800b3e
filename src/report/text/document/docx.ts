import type { HeadingStyle } from '../read-report';
import { rowParagraph, type SourceParagraph } from './source-paragraph';
import { wordNumbers, type NumberNext } from './word-numbers';
import { headingLevel, wordStyles, type WordStyle } from './word-styles';
import { decoded, valueIn, xmlEvents, type XmlEvent } from './xml-events';

/** The parts of a .docx that say its text; null where the file has none. */
export interface DocxParts {
  readonly document: string;
  readonly styles: string | null;
  readonly numbering: string | null;
  readonly footnotes: string | null;
}

/** What is no text of the document: deleted and moved words, drawings' alternatives. */
const SKIPPED = new Set(['delText', 'Fallback', 'moveFrom', 'del']);

/** Fields that tell on which page they stand, of how many. */
const PAGE_NUMBER = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i;

interface OpenParagraph {
  text: string;
  level: HeadingStyle | null;
  styled: HeadingStyle | null;
  numberId: string | null;
  depth: number | null;
  style: WordStyle | null;
}

interface OpenCell {
  lines: string[];
}

interface State {
  readonly styles: ReadonlyMap<string, WordStyle>;
  readonly number: NumberNext;
  readonly found: SourceParagraph[];
  readonly paragraphs: OpenParagraph[];
  readonly rows: OpenCell[][];
  /** The codes of the fields that are open, one in another. */
  readonly fields: string[];
  inCode: boolean;
  inText: boolean;
  inProperties: boolean;
  hidden: boolean;
}

/**
 * The paragraphs and table rows of a document in reading order, its footnotes last. Headings are
 * known by style and outline level; Word's own numbers are written out. Deletions, what was moved
 * away and hidden text are left out; no-break hyphens are kept.
 * @throws Failure `xml-forbidden` when a part declares a document type.
 */
export function docxParagraphs(parts: DocxParts): SourceParagraph[] {
  const styles = wordStyles(parts.styles);
  const number = wordNumbers(parts.numbering);
  return [
    ...paragraphsOf(parts.document, 'word/document.xml', styles, number),
    ...(parts.footnotes === null
      ? []
      : paragraphsOf(parts.footnotes, 'word/footnotes.xml', styles, number)),
  ].filter(({ text }) => text.trim() !== '');
}

/** The lines of a header or a footer, without page numbers, each once. */
export const marginLines = (xml: string): readonly string[] => [
  ...new Set(
    docxParagraphs({ document: xml, styles: null, numbering: null, footnotes: null })
      .flatMap(({ text, cells }) => cells ?? [text])
      .flatMap((text) => text.split('\n'))
      .map((text) => text.trim())
      .filter((text) => TELLING.test(text.replace(PAGE_WORDS, ''))),
  ),
];

/** What is left of 第 页 共 页, — 3 — and Page of where the numbers are fields. */
const PAGE_WORDS = /[第共总]?\s*\d*\s*页|\b(?:page|of)\b/gi;
const TELLING = /[\u4e00-\u9fffA-Za-z]|20\d\d/;

/** The text alone, a paragraph a line, table cells as lines of their own. */
export const docxText = (document: string): string =>
  docxParagraphs({ document, styles: null, numbering: null, footnotes: null })
    .flatMap(({ text, cells }) => cells ?? [text])
    .join('\n');

function paragraphsOf(
  xml: string,
  part: string,
  styles: State['styles'],
  number: NumberNext,
): SourceParagraph[] {
  const state: State = {
    styles,
    number,
    found: [],
    paragraphs: [],
    rows: [],
    fields: [],
    inCode: false,
    inText: false,
    inProperties: false,
    hidden: false,
  };
  let skipped: string | null = null;
  for (const event of xmlEvents(xml, part)) {
    if (skipped !== null) {
      if (event.kind === 'close' && event.name === skipped) skipped = null;
    } else if (event.kind === 'text') takeText(state, event.text);
    else if (event.kind === 'close') close(state, event.name);
    // In a paragraph's properties `del` marks its end, and is no element around text.
    else if (SKIPPED.has(event.name) && !event.empty && !state.inProperties) skipped = event.name;
    else open(state, event);
  }
  return state.found;
}

function takeText(state: State, text: string): void {
  const paragraph = state.paragraphs.at(-1);
  const code = state.inCode ? state.fields.pop() : undefined;
  if (code !== undefined) state.fields.push(code + decoded(text));
  const isSeen = state.inText && !state.hidden && !state.fields.some(isPageNumber);
  if (paragraph && isSeen) paragraph.text += decoded(text);
}

const isPageNumber = (code: string): boolean => PAGE_NUMBER.test(code);

/** A field has its code between `begin` and `separate`, what it shows between `separate` and `end`. */
function takeField({ fields }: State, tag: string): void {
  const type = valueIn(tag, 'fldCharType');
  if (type === 'begin') fields.push('');
  else if (type === 'end') fields.pop();
}

const SIGNS: Readonly<Record<string, string>> = {
  tab: ' ',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
};

function open(state: State, { name, tag, empty }: Extract<XmlEvent, { kind: 'open' }>): void {
  const paragraph = state.paragraphs.at(-1);
  if (name === 'p' && !empty) state.paragraphs.push(newParagraph());
  else if (name === 'tr' && !empty) state.rows.push([]);
  else if (name === 'tc' && !empty) state.rows.at(-1)?.push({ lines: [] });
  else if (name === 't') state.inText = !empty;
  else if (name === 'instrText') state.inCode = !empty;
  else if (name === 'fldChar') takeField(state, tag);
  else if (name === 'fldSimple' && !empty) state.fields.push(valueIn(tag, 'instr') ?? '');
  else if (name === 'r') state.hidden = false;
  else if ((name === 'pPr' || name === 'rPr') && !empty) state.inProperties = true;
  else if (name === 'vanish') {
    const off = ['0', 'false', 'off'].includes(valueIn(tag) ?? '');
    // In the properties of a paragraph it hides the mark of its end only.
    if (!off && !state.hidden) state.hidden = true;
  } else if (!paragraph) return;
  else if (name in SIGNS && !state.inProperties && !state.hidden)
    paragraph.text += SIGNS[name] ?? '';
  else if (state.inProperties) takeProperty(state, paragraph, name, tag);
}

const newParagraph = (): OpenParagraph => ({
  text: '',
  level: null,
  styled: null,
  numberId: null,
  depth: null,
  style: null,
});

function takeProperty(state: State, paragraph: OpenParagraph, name: string, tag: string): void {
  const value = valueIn(tag);
  if (name === 'pStyle') {
    paragraph.style = state.styles.get(value ?? '') ?? null;
    paragraph.styled = paragraph.style?.level ?? null;
  } else if (name === 'outlineLvl') paragraph.level = headingLevel(Number(value));
  else if (name === 'numId') paragraph.numberId = value;
  else if (name === 'ilvl') paragraph.depth = Number(value);
}

function close(state: State, name: string): void {
  if (name === 't') state.inText = false;
  else if (name === 'instrText') state.inCode = false;
  else if (name === 'fldSimple') state.fields.pop();
  else if (name === 'r') state.hidden = false;
  else if (name === 'pPr') {
    state.inProperties = false;
    state.hidden = false;
  } else if (name === 'rPr') state.inProperties = false;
  else if (name === 'p') closeParagraph(state);
  else if (name === 'tr') closeRow(state);
}

function closeParagraph(state: State): void {
  const paragraph = state.paragraphs.pop();
  if (!paragraph) return;
  // A page number ends with its line, whatever the file says.
  while (state.fields.some(isPageNumber)) state.fields.pop();
  const { style, numberId, depth } = paragraph;
  const id = numberId ?? style?.numbering?.id ?? null;
  const numbered = paragraph.text.trim() !== '' && id !== null && id !== '0';
  const mark = numbered ? state.number(id, depth ?? style?.numbering?.depth ?? 0) : '';
  const text = mark + paragraph.text;
  const cell = state.rows.at(-1)?.at(-1);
  if (cell) cell.lines.push(text);
  else state.found.push({ text, level: paragraph.level ?? paragraph.styled, cells: null });
}

function closeRow(state: State): void {
  const row = state.rows.pop();
  const cells = row?.map(({ lines }) => lines.join('\n').trim()) ?? [];
  const around = state.rows.at(-1)?.at(-1);
  // A table within a cell is text of that cell.
  if (around) around.lines.push(cells.join(' '));
  else if (cells.some((cell) => cell !== '')) state.found.push(rowParagraph(cells));
}
