import { message, type Message } from '../../../texts/message';
import {
  seenParagraphs,
  styleLooks,
  type LineHeight,
  type Looks,
  type SeenParagraph,
} from './word-looks';
import { valueIn, xmlEvents } from './xml-events';

/** The parts of a .docx that say how it looks. */
export interface LayoutParts {
  readonly document: string;
  readonly styles: string | null;
  /** Headers and footers. */
  readonly margins: readonly string[];
}

export type LayoutItem =
  | 'paper'
  | 'margins'
  | 'title-font'
  | 'title-size'
  | 'heading-font'
  | 'body-font'
  | 'body-size'
  | 'line'
  | 'page-number';

/** One thing that the layout of official documents asks for; only what the file says for certain. */
export interface LayoutFact {
  readonly item: LayoutItem;
  readonly verdict: 'same' | 'differs';
  readonly found: Message;
}

const TWIPS_IN_MM = 1440 / 25.4;
const inMm = (twips: number): number => Math.round(twips / TWIPS_IN_MM);

/** GB/T 9704—2012, 5.1 and 5.2.1: A4; margins 37 and 28 mm, type area 156 × 225 mm; one millimetre is allowed. */
const PAPER = { width: 210, height: 297 };
const MARGINS = { top: 37, bottom: 35, left: 28, right: 26 };
const ALLOWED = 1;

/** 5.2.2, 7.3.1: 二号 and 三号, in half-points. 7.5: page numbers 四号. */
const SIZES = { title: 44, body: 32 };
/** 5.2.3: 22 lines on 225 mm are 29 points; offices ask for 28 to 30. In twentieths of a point. */
const LINES = { least: 560, most: 600 };

/**
 * A .docx held against the layout of official documents (GB/T 9704—2012). What it does not say for
 * certain (a theme's fonts, no title, mixed text) is left out.
 * @throws Failure `xml-forbidden` when a part declares a document type.
 */
export function layoutOf(parts: LayoutParts): LayoutFact[] {
  const styles = styleLooks(parts.styles);
  const paragraphs = seenParagraphs(parts.document, styles);
  const page = firstPage(parts.document);
  return [
    ...(page ? pageFacts(page) : []),
    ...titleFacts(paragraphs[0]),
    ...headingFact(paragraphs),
    ...bodyFacts(paragraphs, page?.pitch ?? null),
    pageNumberFact(parts),
  ];
}

const fact = (item: LayoutItem, same: boolean, found: Message): LayoutFact => ({
  item,
  verdict: same ? 'same' : 'differs',
  found,
});

interface PageSetup {
  readonly sizes: ReadonlyMap<string, number>;
  /** Of lines on its grid, in twentieths of a point; null without one. */
  readonly pitch: number | null;
}

/** The first upright page: tables may lie across. */
function firstPage(document: string): PageSetup | null {
  let sizes = new Map<string, number>();
  let pitch: number | null = null;
  for (const event of xmlEvents(document, 'word/document.xml')) {
    if (event.kind === 'open' && event.name === 'sectPr')
      [sizes, pitch] = [new Map<string, number>(), null];
    if (event.kind === 'open' && (event.name === 'pgSz' || event.name === 'pgMar')) {
      for (const name of ['w', 'h', 'top', 'bottom', 'left', 'right']) {
        const value = Number(valueIn(event.tag, name) ?? Number.NaN);
        if (!Number.isNaN(value)) sizes.set(name, value);
      }
    }
    if (event.kind === 'open' && event.name === 'docGrid') {
      const snaps = (valueIn(event.tag, 'type') ?? 'default') !== 'default';
      pitch = snaps ? Number(valueIn(event.tag, 'linePitch') ?? 0) : null;
    }
    if (event.kind === 'close' && event.name === 'sectPr') {
      if ((sizes.get('h') ?? 0) >= (sizes.get('w') ?? 0) && sizes.size === 6)
        return { sizes, pitch };
    }
  }
  return null;
}

function pageFacts({ sizes }: PageSetup): LayoutFact[] {
  const mm = (name: string): number => inMm(sizes.get(name) ?? 0);
  const near = (name: string, wanted: number): boolean => Math.abs(mm(name) - wanted) <= ALLOWED;
  const [width, height] = [mm('w'), mm('h')];
  const [top, bottom, left, right] = [mm('top'), mm('bottom'), mm('left'), mm('right')];
  return [
    fact(
      'paper',
      near('w', PAPER.width) && near('h', PAPER.height),
      message('reports.layout.found.paper', { width, height }),
    ),
    fact(
      'margins',
      Object.entries(MARGINS).every(([name, wanted]) => near(name, wanted)),
      message('reports.layout.found.margins', { top, bottom, left, right }),
    ),
  ];
}

const sizeFound = (size: number): Message =>
  message('reports.layout.found.points', { points: size / 2 });

const fontFact = (
  item: LayoutItem,
  font: string | null | undefined,
  wanted: RegExp,
): LayoutFact[] =>
  font == null
    ? []
    : [fact(item, wanted.test(font), message('reports.layout.found.font', { font }))];

const sizeFact = (item: LayoutItem, size: number | undefined, wanted: number): LayoutFact[] =>
  size === undefined ? [] : [fact(item, size === wanted, sizeFound(size))];

/** A title stands first and in the middle. */
function titleFacts(first: SeenParagraph | undefined): LayoutFact[] {
  if (first?.looks.centred !== true) return [];
  return [
    ...fontFact(
      'title-font',
      most([first], ({ font }) => font),
      /小标宋|XiaoBiaoSong/i,
    ),
    ...sizeFact(
      'title-size',
      most([first], ({ size }) => size),
      SIZES.title,
    ),
  ];
}

const LEVELS: readonly (readonly [RegExp, RegExp])[] = [
  [/^[一二三四五六七八九十]{1,3}、/, /黑体|SimHei|Heiti/i],
  [/^（[一二三四五六七八九十]{1,3}）/, /楷体|KaiTi/i],
];
const LONGEST_HEADING = 40;

/** 7.3.3: 黑体 and 楷体 for the first two levels. The first heading that has another font is told. */
function headingFact(paragraphs: readonly SeenParagraph[]): LayoutFact[] {
  const fonts = paragraphs.flatMap(({ text, runs }) => {
    const level = LEVELS.find(([number]) => number.test(text.trim()));
    const font = runs.find(({ count }) => count > 0)?.looks.font;
    return level && font != null && text.trim().length <= LONGEST_HEADING
      ? [{ font, wanted: level[1] }]
      : [];
  });
  const told = fonts.find(({ font, wanted }) => !wanted.test(font)) ?? fonts[0];
  return told ? fontFact('heading-font', told.font, told.wanted) : [];
}

/** Shorter ones are headings, dates and signatures. */
const SHORTEST_BODY = 30;

function bodyFacts(paragraphs: readonly SeenParagraph[], pitch: number | null): LayoutFact[] {
  const body = paragraphs.slice(1).filter(({ text }) => text.trim().length >= SHORTEST_BODY);
  return [
    ...fontFact(
      'body-font',
      most(body, ({ font }) => font),
      /仿宋|FangSong/i,
    ),
    ...sizeFact(
      'body-size',
      most(body, ({ size }) => size),
      SIZES.body,
    ),
    ...lineFact(body, pitch),
  ];
}

function lineFact(body: readonly SeenParagraph[], pitch: number | null): LayoutFact[] {
  const told = most(body, ({ line }) => line && `${line.kind} ${String(line.value)}`);
  const line: LineHeight | null =
    body
      .map(({ looks }) => looks.line)
      .find((one) => one && `${one.kind} ${String(one.value)}` === told) ?? null;
  const isWithin = (height: number): boolean => height >= LINES.least && height <= LINES.most;
  if (line?.kind === 'exact') {
    const points = line.value / 20;
    return [fact('line', isWithin(line.value), message('reports.layout.found.exact', { points }))];
  }
  const times = (line?.value ?? 240) / 240;
  // On a grid single lines are as high as its own.
  if (pitch !== null && times === 1 && isWithin(pitch)) {
    return [fact('line', true, message('reports.layout.found.exact', { points: pitch / 20 }))];
  }
  return line === null
    ? []
    : [
        fact(
          'line',
          false,
          message('reports.layout.found.times', { times: Math.round(times * 100) / 100 }),
        ),
      ];
}

const ENOUGH = 0.6;

/** What most letters say of one thing; undefined where none is said by most of them. */
function most<Value extends string | number | null>(
  paragraphs: readonly SeenParagraph[],
  of: (looks: Looks) => Value | undefined,
): Value | undefined {
  const counts = new Map<Value | undefined, number>();
  let all = 0;
  for (const { count, looks } of paragraphs.flatMap(({ runs }) => runs)) {
    counts.set(of(looks), (counts.get(of(looks)) ?? 0) + count);
    all += count;
  }
  return [...counts].find(([, count]) => count > 0 && count >= all * ENOUGH)?.[0];
}

const PAGE = /<(?:\w+:)?instrText\b[^>]*>\s*PAGE\b|\binstr\s*=\s*["']\s*PAGE\b/;

function pageNumberFact({ margins }: LayoutParts): LayoutFact {
  const has = margins.some((part) => PAGE.test(part));
  return fact('page-number', has, message(`reports.layout.found.${has ? 'there' : 'none'}`));
}
