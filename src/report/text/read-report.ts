import { rowReader, type RowReader } from './table-rows';
import { readChineseNumber } from '../../quantity/chinese-number';
import type { MarginLine } from './document/margins';
import { textParagraphs } from './document/plain-text';
import { textParagraph, type SourceParagraph } from './document/source-paragraph';

export type HeadingStyle = 1 | 2 | 3 | 4;

/** A numbered heading; the styles 一、 （一） 1. （1） are 1…4. */
export interface Heading {
  readonly style: HeadingStyle;
  /** Null for a heading known by its style that has no number. */
  readonly number: number | null;
  /** As written: `（三）`. */
  readonly mark: string;
  /** Up to the first stop or colon. */
  readonly title: string;
  readonly paragraph: number;
}

export interface Sentence {
  readonly text: string;
  /** 1-based number of the paragraph it begins in. */
  readonly paragraph: number;
  /** Index into `ReportText.headings` of the innermost heading above it; −1 before the first. */
  readonly heading: number;
  /** Whether it ends in 。！？ or a colon, not merely at the end of its paragraph. */
  readonly closed: boolean;
}

/** A report as it was read; `paragraphs` as written, `sentences` without needless spaces. */
export interface ReportText {
  readonly paragraphs: readonly string[];
  readonly headings: readonly Heading[];
  readonly sentences: readonly Sentence[];
  /** Headers and footers, which are no paragraphs of the text. */
  readonly margins: readonly MarginLine[];
}

/** A sentence longer than this is read in pieces, cut behind a comma. */
const LONGEST_SENTENCE = 2000;

const FULL_WIDTH = /[０-９％．]/g;
const halfWidth = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) - 0xfee0);

/** What an outline asks a person to write; it says nothing yet. */
export const PLACEHOLDER = /【(?:待补充|待核对|To be added|To be checked)[：:][^】]{0,200}】/;
export const PLACEHOLDERS = new RegExp(PLACEHOLDER.source, 'g');

/** A mark before a blank that is left, where another follows it: 结余，【待补充：…】。 */
const BEFORE_BLANK = new RegExp(`[，、；：,;:]?${PLACEHOLDER.source}(?=[，。；、,;])`, 'g');

/** Marks typed in half width among Chinese, not those of 1,161, 11:23 or of Latin words. */
const HALF_MARKS =
  /(?<=[\u3000-\u9fff\uff00-\uffef%”’)])[,;:]|[,;:](?=[\u3000-\u9fff\uff00-\uffef“‘(])/g;
const FULL_MARKS: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：' };

/** Half-width figures, full-width marks between clauses, and no spaces except between Latin words. */
export function normalised(text: string): string {
  return text
    .replace(FULL_WIDTH, halfWidth)
    .replace(/\*\*/g, '')
    .replace(BEFORE_BLANK, '')
    .replace(PLACEHOLDERS, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<![A-Za-z]) | (?![A-Za-z])/g, '')
    .replace(HALF_MARKS, (mark) => FULL_MARKS[mark] ?? mark)
    .trim();
}

const MARKS: readonly [HeadingStyle, RegExp][] = [
  // 一、二标段: a list of parts.
  [
    1,
    /^([一二三四五六七八九十]{1,3})[、．.](?![一二三四五六七八九十]{1,3}(?:标段|期|批|季度|阶段|月|、))/,
  ],
  [2, /^[（(]([一二三四五六七八九十]{1,3})[）)]/],
  [3, /^(\d{1,2})[、．.](?!\d)/],
  [4, /^[（(](\d{1,2})[）)]/],
];

/** 2、2022年…, but not buildings 2、3号楼, nor 3.5公里. */
const BEFORE_FIGURE =
  /^(\d{1,2})(?:、(?=\d)(?!\d{1,2}(?:[号栋#期、]|标段|单元))|[．.](?=20\d\d年))/;

/** A number right before a figure is a heading's where it goes on counting. */
function readCounted(
  text: string,
  paragraph: number,
  headings: readonly Heading[],
): Heading | null {
  const mark = BEFORE_FIGURE.exec(text)?.[0];
  const before = headings.findLast(({ style }) => style <= 3);
  const number = Number.parseInt(mark ?? '', 10);
  const counts = before?.style === 3 && before.number === number - 1;
  const opens = number === 1 && before?.style !== 3 && /^.{2}20\d\d年/.test(text);
  if (mark === undefined || !(counts || opens)) return null;
  return { style: 3, number, mark, title: titleOf(text.slice(mark.length)), paragraph };
}

/** Up to the first stop or colon. */
const titleOf = (text: string): string => (/^[^。：:；;]*/.exec(text)?.[0] ?? '').slice(0, 60);

function readHeading(text: string, paragraph: number): Heading | null {
  for (const [style, pattern] of MARKS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const mark = match[0];
    const digits = match[1] ?? '';
    const number = style > 2 ? Number(digits) : readChineseNumber(digits);
    if (number === null) return null;
    return { style, number, mark, title: titleOf(text.slice(mark.length)), paragraph };
  }
  return null;
}

const STOPS = '。！？!?';
const ENDS_CLOSED = /[。！？!?：:；;”"』」）)》】…]$/;

/** Page breaks cut paragraphs of copied reports in two: a long line without a stop goes on. */
const goesOn = (text: string): boolean =>
  /[，。；：,]/.test(text) &&
  !ENDS_CLOSED.test(text) &&
  !(isField(text) && !/[，。；,]/.test(text));

/** A label such as `填报日期：2025年4月14日`, which closes by itself. */
const isField = (text: string): boolean =>
  /^[^，。；：:\d]{2,24}[：:]/.test(text) && text.length < 60;

function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    const tooLong = index - start >= LONGEST_SENTENCE && '，；、,;'.includes(sign);
    if (!STOPS.includes(sign) && !tooLong) continue;
    while (index + 1 < text.length && '”"』」）)'.includes(text.charAt(index + 1))) index += 1;
    sentences.push(text.slice(start, index + 1));
    start = index + 1;
  }
  if (start < text.length) sentences.push(text.slice(start));
  return sentences;
}

/** 附件：1.… opens a list whose numbers are no headings. */
const ANNEX = /^附(?:件|表|录)[：:]?(?:1[.．、]|$)/;

/** A row of two cells is a field: 项目名称 and its name. Longer rows are no prose, but a long cell is. */
const LONGEST_LABEL = 14;
const SHORTEST_PROSE = 24;

function proseOf(cells: readonly string[]): string[] {
  const [label = '', value = ''] = cells;
  if (cells.length === 2 && label.length <= LONGEST_LABEL && !/\d/.test(label)) {
    return [`${label.replace(/[：:]\s*$/, '')}：${value}`];
  }
  return cells.filter((cell) => cell.length >= SHORTEST_PROSE && /[，。；]/.test(cell));
}

/** A heading known by its style: its typed number where it has one, else none. */
function styledHeading(text: string, style: HeadingStyle, paragraph: number): Heading {
  const typed = readHeading(text, paragraph);
  if (typed) return typed;
  return { style, number: null, mark: '', title: titleOf(text), paragraph };
}

interface Open {
  readonly text: string;
  readonly paragraph: number;
  readonly heading: number;
}

const sentencesIn = ({ text, paragraph, heading }: Open): Sentence[] =>
  splitSentences(text).map((sentence) => ({
    text: sentence,
    paragraph,
    heading,
    closed: ENDS_CLOSED.test(sentence) || sentence.length > LONGEST_SENTENCE,
  }));

/** Without marks of Markdown; what was escaped is no mark. */
const cleaned = (line: string): string =>
  normalised(
    line.replace(/^\s*(?:#{1,6}\s+|[-*]\s+)/, '').replace(/^\[bookmark:[^\]]*\]/, ''),
  ).replace(/\\([\\`*_{}[\]()#+\-.!<>~|])/g, '$1');

/** Lines broken within a paragraph are read as paragraphs of their own. */
const lines = (source: SourceParagraph): SourceParagraph[] =>
  source.cells !== null || !source.text.includes('\n')
    ? [source]
    : source.text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map(textParagraph);

/** Reads a report: plain or Markdown text, or the paragraphs of a document with what stands around its pages. */
export function readReport(
  source: string | readonly SourceParagraph[],
  margins: readonly MarginLine[] = [],
): ReportText {
  const read = (typeof source === 'string' ? textParagraphs(source) : source).flatMap(lines);
  const headings: Heading[] = [];
  const sentences: Sentence[] = [];
  let open: Open | null = null;
  let annex = false;
  let reader: RowReader | null = null;
  let above = '';
  const close = () => {
    if (open) sentences.push(...sentencesIn(open));
    open = null;
  };
  read.forEach(({ text, level, cells }, index) => {
    const paragraph = index + 1;
    if (cells !== null) {
      close();
      const facts = reader?.(cells) ?? null;
      reader = rowReader(cells, above) ?? reader;
      for (const prose of [...(facts === null ? [] : [facts]), ...proseOf(cells)]) {
        const clean = normalised(prose);
        sentences.push(...sentencesIn({ text: clean, paragraph, heading: headings.length - 1 }));
      }
      return;
    }
    reader = null;
    const clean = cleaned(text);
    above = clean;
    const found =
      level !== null && clean !== ''
        ? styledHeading(clean, level, paragraph)
        : (readHeading(clean, paragraph) ?? readCounted(clean, paragraph, headings));
    if (found && found.style <= 2) annex = false;
    else if (ANNEX.test(clean)) annex = true;
    const heading = annex ? null : found;
    if (heading) {
      close();
      headings.push(heading);
    }
    const before: Open | null = open;
    if (before && !heading && goesOn(before.text) && !isField(clean)) {
      open = { ...before, text: before.text + clean };
      return;
    }
    close();
    if (clean !== '') open = { text: clean, paragraph, heading: headings.length - 1 };
  });
  close();
  return {
    paragraphs: read.map(({ text }) => text),
    headings,
    sentences,
    margins: margins.map(({ kind, text }) => ({ kind, text: normalised(text) })),
  };
}
