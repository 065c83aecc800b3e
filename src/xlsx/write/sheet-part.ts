import { quotedReference } from '../../model/address';
import { cellName, rangeName, type Range } from '../../model/grid';
import type { SheetCell, SheetStyle, SheetWrite } from '../../model/patch';
import { resultMarkup, valueMarkup } from './cell-markup';
import type { Dialect } from './write-dialect';
import { COLUMN_MARGIN, pageBreaks, printScale } from './page-breaks';
import { LINE, lineCount, MOST_HEIGHT } from './text-lines';
import { TITLE_LARGER } from '../../changes/page-looks';
import { XML_HEAD } from './write-plan';
import { escapeAttribute, escapeText } from '../xml-text';

/** What a sheet of ours needs to know of the workbook it goes into. */
export interface SheetSurroundings {
  readonly dialect: Dialect;
  readonly format: (style: SheetStyle) => number;
  /** The name a sheet goes by in the workbook, where ours had to take another one. */
  readonly sheetName: (planned: string) => string;
  readonly formula: (formula: string) => string;
  /** Points of the default font. */
  readonly fontSize: number;
  /** Relationship id of the drawing with the chart. */
  readonly drawing: string | null;
}

const DEFAULT_WIDTH = 9;
/** Height of a row whose texts are all of one line. */
const defaultHeight = (fontSize: number): number => Math.ceil(fontSize * LINE + 3);
const widthOf = (sheet: SheetWrite, from: number, to: number): number => {
  let width = 0;
  for (let column = from; column <= to; column++) width += sheet.widths[column] ?? DEFAULT_WIDTH;
  return width;
};

/** A row of one line by the program that fits it most tightly, to the size of its letters. */
const TIGHT = 1.15;

/**
 * Height in points of a row: programs fit rows to wrapped text by themselves, but not to the text
 * of merged cells, and not all do it on opening.
 */
function rowHeight(
  sheet: SheetWrite,
  cells: readonly (SheetCell | null)[],
  merges: readonly Range[],
  fontSize: number,
): number | null {
  const isTitle = cells.some((cell) => cell?.style === 'title');
  const size = isTitle ? fontSize + TITLE_LARGER : fontSize;
  let lines = 1;
  cells.forEach((cell, column) => {
    if (cell === null || typeof cell.value !== 'string') return;
    const merge = merges.find((range) => range.left === column);
    if (merge && merge.bottom > merge.top) return;
    const width = widthOf(sheet, column, merge?.right ?? column) * (fontSize / size);
    lines = Math.max(lines, lineCount(cell.value, width));
  });
  if (lines === 1 && !isTitle) return null;
  return Math.min(MOST_HEIGHT, Math.ceil(lines * size * LINE + (isTitle ? 10 : 5)));
}

function cellMarkup(cell: SheetCell, name: string, around: SheetSurroundings): string {
  const format = ` s="${around.format(cell.style)}"`;
  if (cell.formula === undefined) {
    const { type, inner } = valueMarkup(cell.value, '');
    if (inner === '') return `<c r="${name}"${format}/>`;
    return `<c r="${name}"${format}${type === null ? '' : ` t="${type}"`}>${inner}</c>`;
  }
  const { type, inner } = resultMarkup(cell.value, '');
  const formula = escapeText(around.formula(cell.formula));
  return `<c r="${name}"${format}${type === null ? '' : ` t="${type}"`}><f>${formula}</f>${inner}</c>`;
}

/** The rows with every merged area filled up in the style of its first cell, so that borders close. */
function fullRows(sheet: SheetWrite): readonly (readonly (SheetCell | null)[])[] {
  const rows = sheet.rows.map((row) => [...row]);
  for (const merge of sheet.merges) {
    const first = rows[merge.top]?.[merge.left];
    if (!first) continue;
    for (let row = merge.top; row <= merge.bottom; row++) {
      const cells = (rows[row] ??= []);
      for (let column = merge.left; column <= merge.right; column++) {
        while (cells.length < column) cells.push(null);
        if (row !== merge.top || column !== merge.left) {
          cells[column] = { value: null, style: first.style };
        }
      }
    }
  }
  return rows;
}

interface Line {
  readonly cells: readonly (SheetCell | null)[];
  /** In points; null where programs find it by themselves. */
  readonly height: number | null;
}

function linesOf(sheet: SheetWrite, around: SheetSurroundings): readonly Line[] {
  const rowMerges = new Map<number, Range[]>();
  for (const merge of sheet.merges) {
    const known = rowMerges.get(merge.top);
    if (known) known.push(merge);
    else rowMerges.set(merge.top, [merge]);
  }
  return fullRows(sheet).map((cells, row) => ({
    cells,
    height: rowHeight(sheet, cells, rowMerges.get(row) ?? [], around.fontSize),
  }));
}

function dataMarkup(lines: readonly Line[], around: SheetSurroundings): string {
  const rows: string[] = [];
  lines.forEach(({ cells, height }, row) => {
    const inner: string[] = [];
    cells.forEach((cell, column) => {
      if (cell) inner.push(cellMarkup(cell, cellName({ row, column }), around));
    });
    if (inner.length === 0) return;
    const size = height === null ? '' : ` ht="${height}" customHeight="1"`;
    rows.push(`<row r="${row + 1}"${size}>${inner.join('')}</row>`);
  });
  return `<sheetData>${rows.join('')}</sheetData>`;
}

/** Page breaks before blocks that would be parted. */
function breaksMarkup(sheet: SheetWrite, lines: readonly Line[], fontSize: number): string {
  const heights = lines.map(({ height }) => height ?? defaultHeight(fontSize));
  const least = lines.map(({ height }) => height ?? fontSize * TIGHT);
  const rows = pageBreaks(sheet, heights, printScale(sheet, fontSize), least);
  if (rows.length === 0) return '';
  const breaks = rows.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('');
  return `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${breaks}</rowBreaks>`;
}

function viewMarkup(frozenRows: number): string {
  const open = '<sheetView showGridLines="0" workbookViewId="0"';
  if (frozenRows === 0) return `<sheetViews>${open}/></sheetViews>`;
  const place = cellName({ row: frozenRows, column: 0 });
  return (
    `<sheetViews>${open}><pane ySplit="${frozenRows}" topLeftCell="${place}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="${place}" sqref="${place}"/></sheetView></sheetViews>`
  );
}

function columnsMarkup(widths: readonly number[]): string {
  if (widths.length === 0) return '';
  const cols = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width + COLUMN_MARGIN}" customWidth="1"/>`,
  );
  return `<cols>${cols.join('')}</cols>`;
}

function linksMarkup(sheet: SheetWrite, around: SheetSurroundings): string {
  // A link stands in the first cell of a merged area; no cell is in two of them.
  const corners = new Map(sheet.merges.map((merge) => [cornerOf(merge), merge]));
  const links: string[] = [];
  sheet.rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (!cell?.link) return;
      const merge = corners.get(cellName({ row, column }));
      const place = merge ? rangeName(merge) : cellName({ row, column });
      const target = quotedReference(around.sheetName(cell.link.sheet), cellName(cell.link.cell));
      links.push(`<hyperlink ref="${place}" location="${escapeAttribute(target)}"/>`);
    });
  });
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`;
}

const cornerOf = ({ top, left }: Range): string => cellName({ row: top, column: left });

/** The used range as `A1:F20`. */
function dimension(sheet: SheetWrite): string {
  const columns = sheet.rows.reduce((most, row) => Math.max(most, row.length), 1);
  const right = sheet.merges.reduce((most, merge) => Math.max(most, merge.right), columns - 1);
  const bottom = sheet.merges.reduce(
    (most, merge) => Math.max(most, merge.bottom),
    sheet.rows.length - 1,
  );
  return rangeName({ top: 0, left: 0, bottom: Math.max(0, bottom), right });
}

/** A whole worksheet part of ours. Children stand in the order of ECMA-376 part 1, §18.3.1.99. */
export function sheetPart(sheet: SheetWrite, around: SheetSurroundings): string {
  const { main, relationships } = around.dialect;
  const lines = linesOf(sheet, around);
  const merges =
    sheet.merges.length === 0
      ? ''
      : `<mergeCells count="${sheet.merges.length}">${sheet.merges.map((merge) => `<mergeCell ref="${rangeName(merge)}"/>`).join('')}</mergeCells>`;
  const drawing = around.drawing === null ? '' : `<drawing r:id="${around.drawing}"/>`;
  return (
    `${XML_HEAD}<worksheet xmlns="${main}" xmlns:r="${relationships}">` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<dimension ref="${dimension(sheet)}"/>${viewMarkup(sheet.frozenRows)}` +
    `<sheetFormatPr defaultRowHeight="${defaultHeight(around.fontSize)}"/>${columnsMarkup(sheet.widths)}` +
    dataMarkup(lines, around) +
    merges +
    linksMarkup(sheet, around) +
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${sheet.landscape ? 'landscape' : 'portrait'}" fitToHeight="0"/>` +
    '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>' +
    `${breaksMarkup(sheet, lines, around.fontSize)}${drawing}</worksheet>`
  );
}
