import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type * as DocxLibrary from 'docx';
import type { IRunOptions, Paragraph } from 'docx';
import { markProperties } from './keep/docx-mark';
import { markOf } from './keep/mark';
import type { Outline, OutlineSection } from './outline';
import { reportLines, type ReportLine } from './report-lines';

type Docx = typeof DocxLibrary;

/** Sizes in half-points: 二号, 三号, 四号. */
const TITLE_SIZE = 44;
const BODY_SIZE = 32;
const PAGE_NUMBER_SIZE = 28;
/** 28 points a line, in twentieths. */
const LINE = 560;
/** In twentieths of a point, as word processors write A4. */
const A4 = { width: 11906, height: 16838 };
const TITLE_FONT = '方正小标宋简体';
const BODY_FONT = '仿宋_GB2312';
const HEADING_FONTS: Readonly<Record<OutlineSection['depth'], string>> = {
  1: '黑体',
  2: '楷体_GB2312',
  3: BODY_FONT,
  4: BODY_FONT,
};
/** A .docx must carry dates; a constant one keeps two runs byte-identical. */
const FIXED_DATE = '2000-01-01T00:00:00Z';
/** The earliest instant a zip entry can carry, in local time as zip stores it. */
const FIXED_ENTRY_TIME = new Date(1980, 0, 1);

const fonts = (eastAsia: string): NonNullable<IRunOptions['font']> => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia,
  cs: 'Times New Roman',
});

/** The same package with constant dates, its parts in the order of their names. */
function withFixedDates(bytes: Uint8Array): Uint8Array {
  const entries: Zippable = {};
  const parts = unzipSync(bytes);
  // `[Content_Types].xml` sorts first, where strict readers look for it.
  for (const path of Object.keys(parts).sort()) {
    const content = parts[path] ?? new Uint8Array();
    entries[path] = path === 'docProps/core.xml' ? strToU8(dated(strFromU8(content))) : content;
  }
  return zipSync(entries, { mtime: FIXED_ENTRY_TIME, level: 6 });
}

const dated = (core: string): string =>
  core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${FIXED_DATE}`);

/** The outline as a .docx, with the mark by which it is known again. */
export const outlineDocx = (outline: Outline): Promise<Uint8Array> =>
  reportDocx(reportLines(outline));

/**
 * A report as a .docx laid out as an official document (GB/T 9704—2012): A4, margins 37/35/28/26
 * mm, 28-point lines, page numbers — 1 — outside. The fonts are named, not embedded. Each line is
 * one paragraph of the body.
 */
export async function reportDocx(lines: readonly ReportLine[]): Promise<Uint8Array> {
  const docx = await import('docx');
  const document = new docx.Document({
    title: lines.find(({ role }) => role === 'title')?.text ?? '',
    customProperties: markProperties(markOf(lines)),
    creator: 'Jixiao',
    lastModifiedBy: 'Jixiao',
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: fonts(BODY_FONT), size: BODY_SIZE } } } },
    sections: [
      {
        properties: officialPage(docx),
        footers: { default: pageFoot(docx, 'right'), even: pageFoot(docx, 'left') },
        children: lines.map((line) => paragraphOf(docx, line)),
      },
    ],
  });
  return withFixedDates(new Uint8Array(await docx.Packer.toArrayBuffer(document)));
}

const lineSpacing = ({ LineRuleType }: Docx) => ({ line: LINE, lineRule: LineRuleType.EXACT });

function paragraphOf(docx: Docx, line: ReportLine): Paragraph {
  if (line.role === 'heading') {
    return textBlock(docx, line.text, HEADING_FONTS[line.depth], line.depth);
  }
  if (line.role !== 'title') return textBlock(docx, line.text, BODY_FONT);
  return new docx.Paragraph({
    spacing: { ...lineSpacing(docx), after: LINE },
    alignment: docx.AlignmentType.CENTER,
    children: [new docx.TextRun({ text: line.text, font: fonts(TITLE_FONT), size: TITLE_SIZE })],
  });
}

/** A paragraph; with a depth, a heading that stays with what follows. */
function textBlock(
  docx: Docx,
  text: string,
  font: string,
  depth?: OutlineSection['depth'],
): Paragraph {
  return new docx.Paragraph({
    spacing: lineSpacing(docx),
    indent: { firstLineChars: 200, firstLine: 2 * 10 * BODY_SIZE },
    alignment: docx.AlignmentType.LEFT,
    ...(depth === undefined ? {} : { outlineLevel: depth - 1, keepNext: true }),
    children: text.split(/\r\n?|\n/).map(
      (line, index) =>
        new docx.TextRun({
          text: line.replace(/[\t\v\f]/g, ' ').replace(/\p{Cc}/gu, ''),
          font: fonts(font),
          size: BODY_SIZE,
          ...(index > 0 ? { break: 1 } : {}),
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
            font: fonts('宋体'),
            size: PAGE_NUMBER_SIZE,
          }),
        ],
      }),
    ],
  });

function officialPage({ convertMillimetersToTwip: mm, DocumentGridType }: Docx) {
  return {
    page: {
      size: A4,
      margin: {
        top: mm(37),
        bottom: mm(35),
        left: mm(28),
        right: mm(26),
        header: mm(15),
        footer: mm(28),
      },
    },
    grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: LINE, charSpace: 0 },
  };
}
