import type * as DocxLibrary from 'docx';
import type { IParagraphOptions, IRunOptions, Paragraph, Table, TextRun } from 'docx';
import { finishDocx, type FontSubstitute } from './docx-package';
import { markProperties } from './keep/docx-mark';
import { markOf, type ReportMark } from './keep/mark';
import type { Outline, OutlineSection } from './outline';
import { columnWidths, isWideTable } from './column-widths';
import { piecesOf } from './waiting-pieces';
import { reportLines, type ReportLine, type TableLine } from './report-lines';

type Docx = typeof DocxLibrary;

/** Sizes in half-points: 二号, 三号, 四号. */
const TITLE_SIZE = 44;
const BODY_SIZE = 32;
const PAGE_NUMBER_SIZE = 28;
const CELL_SIZE = 28;
/** 五号, in wide tables. */
const SMALL_CELL_SIZE = 21;
/** 28 points a line, in twentieths; of small letters 18. */
const LINE = 560;
const SMALL_LINE = 360;
/** In twentieths of a point, as word processors write A4. */
const A4 = { width: 11906, height: 16838 };
const TITLE_FONT = '方正小标宋简体';
const BODY_FONT = '仿宋_GB2312';
const CAPTION_FONT = '黑体';
const HEADING_FONTS: Readonly<Record<OutlineSection['depth'], string>> = {
  1: '黑体',
  2: '楷体_GB2312',
  3: BODY_FONT,
  4: BODY_FONT,
};
/** Windows itself has 仿宋 and 楷体 under these names only, and no 小标宋. */
const SUBSTITUTES: readonly FontSubstitute[] = [
  { font: BODY_FONT, other: '仿宋' },
  { font: '楷体_GB2312', other: '楷体' },
  { font: TITLE_FONT, other: '宋体' },
];
/** GB/T 9704—2012, 5.2.3: 28 characters a line, which 三号 is a little too wide for. */
const CHARACTERS = 28;

type Fonts = Extract<NonNullable<IRunOptions['font']>, { readonly hint?: string }>;

/**
 * The font of Chinese text. Quotes, dashes and dots go by the Western font in Word unless the hint
 * says otherwise (ECMA-376 part 1, 17.3.2.26).
 */
const fonts = (eastAsia: string, western = 'Times New Roman'): Fonts => ({
  ascii: western,
  hAnsi: western,
  eastAsia,
  cs: western,
  hint: 'eastAsia',
});

/** The outline as a .docx, with the mark by which it is known again. */
export const outlineDocx = (outline: Outline): Promise<Uint8Array> =>
  reportDocx(reportLines(outline), outline.author);

/**
 * A report as a .docx laid out as an official document (GB/T 9704—2012): A4, margins 37/35/28/26
 * mm, 28-point lines, page numbers — 1 — outside. The fonts are named, not embedded. Each line is
 * one paragraph or table of the body. `author` is named in the document's properties. `mark`: of a report in
 * which a person has written, what the form gave for it.
 */
export async function reportDocx(
  lines: readonly ReportLine[],
  author: string | null = null,
  mark: ReportMark = markOf(lines),
): Promise<Uint8Array> {
  const docx = await import('docx');
  const document = new docx.Document({
    title: lines.find(({ role }) => role === 'title')?.text ?? '',
    customProperties: markProperties(mark),
    evenAndOddHeaderAndFooters: true,
    // Without it Word spreads a line that ends in a break over the whole width.
    compatibility: { doNotExpandShiftReturn: true },
    styles: { default: defaultStyles() },
    sections: [
      {
        properties: officialPage(docx),
        footers: { default: pageFoot(docx, 'right'), even: pageFoot(docx, 'left') },
        children: lines.map((line, at) =>
          line.role === 'table'
            ? tableOf(docx, line.rows)
            : paragraphOf(docx, line, lines[at - 1]?.role === 'cover'),
        ),
      },
    ],
  });
  const bytes = new Uint8Array(await docx.Packer.toArrayBuffer(document));
  return finishDocx(bytes, { author, substitutes: SUBSTITUTES });
}

/** Headings that a person adds look like those that are there. */
function defaultStyles() {
  const body = {
    run: {
      font: fonts(BODY_FONT),
      size: BODY_SIZE,
      characterSpacing: narrowing(),
      language: { value: 'en-US', eastAsia: 'zh-CN' },
    },
  };
  const heading = (font: string) => ({
    run: { font: fonts(font), size: BODY_SIZE, color: '000000' },
  });
  return {
    document: body,
    heading1: heading(HEADING_FONTS[1]),
    heading2: heading(HEADING_FONTS[2]),
    heading3: heading(HEADING_FONTS[3]),
    heading4: heading(HEADING_FONTS[4]),
    heading5: heading(BODY_FONT),
    heading6: heading(BODY_FONT),
  };
}

const lineSpacing = ({ LineRuleType }: Docx, line = LINE) => ({
  line,
  lineRule: LineRuleType.EXACT,
});

/** What comes behind the cover begins on a page of its own. */
function paragraphOf(
  docx: Docx,
  line: Exclude<ReportLine, TableLine>,
  isBehindCover: boolean,
): Paragraph {
  if (line.role === 'heading') {
    return textBlock(docx, line.text, HEADING_FONTS[line.depth], {
      outlineLevel: line.depth - 1,
      keepNext: true,
      ...(isBehindCover && { pageBreakBefore: true }),
    });
  }
  if (line.role === 'caption') return cellText(docx, line.text, CAPTION_FONT, CELL_SIZE, true);
  if (line.role !== 'title') return textBlock(docx, line.text, BODY_FONT);
  return new docx.Paragraph({
    spacing: { ...lineSpacing(docx), after: LINE },
    alignment: docx.AlignmentType.CENTER,
    children: [new docx.TextRun({ text: line.text, font: fonts(TITLE_FONT), size: TITLE_SIZE })],
  });
}

/** With lines around every cell and its heads on every page; no row is broken between pages. */
function tableOf(docx: Docx, rows: TableLine['rows']): Table {
  const size = isWideTable(rows) ? SMALL_CELL_SIZE : CELL_SIZE;
  const widths = columnWidths(rows, roomAcross());
  return new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    columnWidths: widths,
    alignment: docx.AlignmentType.CENTER,
    rows: rows.map(
      (cells, index) =>
        new docx.TableRow({
          ...(index === 0 && { tableHeader: true }),
          cantSplit: true,
          children: cells.map(
            (text, column) =>
              new docx.TableCell({
                width: { size: widths[column] ?? 0, type: docx.WidthType.DXA },
                verticalAlign: docx.VerticalAlignTable.CENTER,
                children: [cellText(docx, text, index === 0 ? CAPTION_FONT : BODY_FONT, size)],
              }),
          ),
        }),
    ),
  });
}

/** A centred line of a table or above one. */
const cellText = (
  docx: Docx,
  text: string,
  font: string,
  size: number,
  isCaption = false,
): Paragraph =>
  new docx.Paragraph({
    spacing: lineSpacing(docx, size === CELL_SIZE ? LINE : SMALL_LINE),
    alignment: docx.AlignmentType.CENTER,
    ...(isCaption && { keepNext: true }),
    children: runsOf(docx, text.replace(/\s+/g, ' '), { font: fonts(font), size }),
  });

/** The runs of a line of text; what waits for a person is highlighted. */
function runsOf(docx: Docx, text: string, { break: breaks = 0, ...looks }: IRunOptions): TextRun[] {
  const pieces = piecesOf(text.replace(/[\t\v\f]/g, ' ').replace(/\p{Cc}/gu, ''));
  const whole = pieces.length > 0 ? pieces : [{ text: '', waits: false }];
  return whole.map(
    (piece, index) =>
      new docx.TextRun({
        ...looks,
        text: piece.text,
        ...(index === 0 && breaks > 0 && { break: breaks }),
        ...(piece.waits && { highlight: 'yellow' }),
      }),
  );
}

/** A paragraph; `more`: what a heading has beside. */
function textBlock(
  docx: Docx,
  text: string,
  font: string,
  more: IParagraphOptions = {},
): Paragraph {
  return new docx.Paragraph({
    spacing: lineSpacing(docx),
    indent: { firstLineChars: 200, firstLine: 2 * 10 * BODY_SIZE },
    alignment: docx.AlignmentType.JUSTIFIED,
    // 22 lines a page (5.2.3): Word takes one away where a paragraph would leave one line behind.
    widowControl: false,
    ...more,
    children: text.split(/\r\n?|\n/).flatMap((line, index) =>
      runsOf(docx, line, {
        font: fonts(font),
        size: BODY_SIZE,
        ...(index > 0 && { break: 1 }),
      }),
    ),
  });
}

const pageFoot = (docx: Docx, alignment: 'left' | 'right') =>
  new docx.Footer({
    children: [
      new docx.Paragraph({
        alignment,
        indent: { [alignment]: 10 * PAGE_NUMBER_SIZE },
        children: [
          new docx.TextRun({
            children: ['— ', docx.PageNumber.CURRENT, ' —'],
            font: fonts('宋体', '宋体'),
            size: PAGE_NUMBER_SIZE,
          }),
        ],
      }),
    ],
  });

/** Of the page in millimetres. */
const MARGINS = { top: 37, bottom: 35, left: 28, right: 26, header: 15, footer: 28 };
const TWIPS_IN_MM = 1440 / 25.4;

/** What lies between the margins, in twentieths of a point. */
const roomAcross = (): number => A4.width - (MARGINS.left + MARGINS.right) * TWIPS_IN_MM;

/**
 * Twentieths of a point that a character is set closer to the next, so that a line holds its number.
 * Not by the grid of the page: a character wider than its cell takes two there in LibreOffice.
 */
function narrowing(): number {
  return Math.floor(roomAcross() / CHARACTERS - 10 * BODY_SIZE);
}

function officialPage({ convertMillimetersToTwip: mm, DocumentGridType }: Docx) {
  return {
    page: {
      size: A4,
      margin: {
        top: mm(MARGINS.top),
        bottom: mm(MARGINS.bottom),
        left: mm(MARGINS.left),
        right: mm(MARGINS.right),
        header: mm(MARGINS.header),
        footer: mm(MARGINS.footer),
      },
    },
    grid: { type: DocumentGridType.LINES, linePitch: LINE },
  };
}
