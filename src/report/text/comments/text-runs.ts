import { decoded, valueIn } from '../document/xml-events';

/** A part of a run: a text, or what stands between two. */
export interface RunPiece {
  readonly xml: string;
  /** As a reader sees it: a tab is a space. */
  readonly text: string;
}

/** A run of a document, or an equation, which stands in the text like one. */
export interface TextRun {
  /** Where its XML begins and ends. */
  readonly start: number;
  readonly end: number;
  /** Its opening tag with its properties, which each part of a run that is cut has; null: it cannot be. */
  readonly open: string | null;
  readonly pieces: readonly RunPiece[];
  /** What its text boxes say. */
  readonly boxed: string;
}

const TAG = /<(\/?)([\w.-]+(?::[\w.-]+)?)(?:\s[^>]*?)?(\/?)>/g;
/** What is no text of the sentence it stands in. */
const SHUT = new Set(['w:txbxContent', 'mc:Fallback', 'w:del', 'w:moveFrom']);
const WHOLE = new Set(['w:r', 'm:oMath', 'm:oMathPara']);
/** Controls in a sentence that hold one text and nothing else. */
const PLAIN_CONTROL =
  /^<w:sdt(?:\s[^>]*)?>\s*<w:sdtPr>(?:(?!<\/w:sdtPr>)[\s\S])*?<w:(?:text|date|dropDownList|comboBox)(?=[\s/>])/;
const SEEN: Readonly<Record<string, string>> = {
  'w:tab': ' ',
  'w:br': ' ',
  'w:cr': ' ',
  'w:noBreakHyphen': '-',
};

interface Open {
  readonly name: string;
  readonly start: number;
}

/** The runs of a document's body, by paragraph, in their order; not those in boxes and deletions. */
export function textRuns(document: string): TextRun[][] {
  const found: TextRun[][] = [];
  const paragraphs: TextRun[][] = [];
  let shut = 0;
  let whole: Open | null = null;
  let depth = 0;
  for (const { 0: tag, 1: slash, 2: name = '', 3: empty, index } of document.matchAll(TAG)) {
    if (empty === '/') continue;
    const closes = slash === '/';
    if (whole !== null) {
      if (name !== whole.name) continue;
      depth += closes ? -1 : 1;
      if (depth > 0) continue;
      paragraphs.at(-1)?.push(runOf(document.slice(whole.start, index + tag.length), whole));
      whole = null;
    } else if (SHUT.has(name)) shut += closes ? -1 : 1;
    else if (name === 'w:p' && closes) paragraphs.pop();
    else if (name === 'w:p') {
      const paragraph: TextRun[] = [];
      found.push(paragraph);
      paragraphs.push(paragraph);
    } else if (!closes && shut === 0 && isWhole(document, name, index, paragraphs.length)) {
      whole = { name, start: index };
      depth = 1;
    }
  }
  return found;
}

function isWhole(document: string, name: string, at: number, around: number): boolean {
  if (name !== 'w:sdt') return WHOLE.has(name);
  return around > 0 && PLAIN_CONTROL.test(document.slice(at, document.indexOf('</w:sdtPr>', at)));
}

const OPENING = /^<w:r(?:\s[^>]*)?>/;
const PROPERTIES = /^<w:rPr(?:\s[^>]*)?(?:\/>|>)/;
const HIDING = /<w:vanish(?=[\s/>])[^>]*>/;

function runOf(xml: string, { name, start }: Open): TextRun {
  const base = { start, end: start + xml.length, boxed: '' };
  if (name !== 'w:r') return { ...base, open: null, pieces: [{ xml, text: textOf(xml) }] };
  const opening = OPENING.exec(xml)?.[0] ?? '';
  const [first, ...rest] = elementsOf(xml.slice(opening.length, -'</w:r>'.length));
  const properties = first !== undefined && PROPERTIES.test(first) ? first : '';
  const pieces = (properties === '' && first !== undefined ? [first, ...rest] : rest).map(
    (piece) => ({ xml: piece, text: isHidden(properties) ? '' : textOf(piece) }),
  );
  return { ...base, open: opening + properties, pieces, boxed: boxedIn(xml) };
}

function isHidden(properties: string): boolean {
  const now = properties.replace(/<w:rPrChange\b[\s\S]*?<\/w:rPrChange>/g, '');
  const hiding = HIDING.exec(now)?.[0];
  return hiding !== undefined && !['0', 'false', 'off'].includes(valueIn(hiding) ?? '');
}

/** The elements that stand one after another. */
function elementsOf(xml: string): string[] {
  const elements: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: tag, 1: slash, 3: empty, index } of xml.matchAll(TAG)) {
    if (slash === '/') depth -= 1;
    else if (empty !== '/') depth += 1;
    if (depth > 0) continue;
    elements.push(xml.slice(start, index + tag.length));
    start = index + tag.length;
  }
  return elements;
}

const TEXT = /<[wm]:t(?:\s[^>]*)?>([^<]*)<\/[wm]:t>|<(w:(?:tab|br|cr|noBreakHyphen))(?=[\s/>])/g;
const FALLBACK = /<mc:Fallback(?=[\s>])[\s\S]*?<\/mc:Fallback>/g;
const BOXED = /<w:txbxContent(?=[\s>])[\s\S]*?<\/w:txbxContent>/g;

const textOf = (xml: string): string =>
  [...xml.replace(FALLBACK, '').replace(BOXED, '').matchAll(TEXT)]
    .map(([, text, sign = '']) => (text === undefined ? (SEEN[sign] ?? '') : decoded(text)))
    .join('');

const boxedIn = (xml: string): string =>
  (xml.replace(FALLBACK, '').match(BOXED) ?? [])
    .map((box) => textOf(box.replace(/<\/?w:txbxContent[^>]*>/g, '')))
    .join('\n');
