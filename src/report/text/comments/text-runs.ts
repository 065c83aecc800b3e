import { decoded } from '../document/xml-events';

/** A run of a document that holds text. */
export interface TextRun {
  /** Where its XML begins and ends. */
  readonly start: number;
  readonly end: number;
  readonly xml: string;
  readonly text: string;
  /** Counts the paragraphs of the document. */
  readonly paragraph: number;
  /** What stands around its text, where it holds nothing else; null where it does and cannot be cut. */
  readonly piece: { readonly open: string; readonly close: string } | null;
}

const TAG = /<(\/?)(w:p|w:r|w:txbxContent|mc:Fallback|w:del|w:moveFrom)(?=[\s>/])[^>]*?(\/?)>/g;
const TEXT = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g;
const SIMPLE =
  /^(<w:r(?:\s[^>]*)?>(?:<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<\/w:rPr>|<w:rPr\/>)?)<w:t(?:\s[^>]*)?>[^<]*<\/w:t><\/w:r>$/;
/** Where no comment may stand, or no text is that counts. */
const SHUT = new Set(['w:txbxContent', 'mc:Fallback', 'w:del', 'w:moveFrom']);

/** The runs with text of a document's body in their order; not those in boxes and deletions. */
export function textRuns(document: string): TextRun[] {
  const runs: TextRun[] = [];
  let paragraph = 0;
  let shut = 0;
  let opened: number | null = null;
  for (const match of document.matchAll(TAG)) {
    const [tag, slash, name = '', empty] = match;
    if (empty === '/') continue;
    if (SHUT.has(name)) shut += slash === '/' ? -1 : 1;
    else if (name === 'w:p') paragraph += 1;
    else if (slash !== '/') opened = match.index;
    else if (opened !== null) {
      const end = match.index + tag.length;
      if (shut === 0) {
        const run = readRun(document.slice(opened, end), opened, paragraph);
        if (run) runs.push(run);
      }
      opened = null;
    }
  }
  return runs;
}

function readRun(xml: string, start: number, paragraph: number): TextRun | null {
  const texts = [...xml.matchAll(TEXT)].map(([, text = '']) => decoded(text));
  if (texts.length === 0) return null;
  const open = SIMPLE.exec(xml)?.[1];
  return {
    start,
    end: start + xml.length,
    xml,
    text: texts.join(''),
    paragraph,
    piece:
      open === undefined
        ? null
        : { open: `${open}<w:t xml:space="preserve">`, close: '</w:t></w:r>' },
  };
}
