import { cellName, columnName, rangeName, type CellRef, type Range } from '../../model/grid';
import type { SheetCell, SheetStyle, SheetWrite } from '../../model/patch';
import { quotedReference, renameInFormula } from '../../changes/sheet-names';
import { payloadBytes, payloadOf, textBytes, type Payload } from '../cell-payload';
import { addressLists, columnRuns, rangeOfRun, rectangles } from '../cell-runs';
import type { PageChange } from '../../changes/change';
import { LINE_COLOR, LOOKS, STANDARD_SIZE, type Look } from '../../changes/page-looks';
import { chartStep, CHART_NAME } from './write-chart';
import { ACTION_SIZE, step, type Batch, type Step } from './write-steps';

/** Characters of cells per step, so that a large sheet can be spread over requests. */
const CONTENT_SIZE = 600_000;
/** Cells of one `setCellProperties`; Excel on the web fails between 80,000 and 90,000. */
const MOST_LINKS = 5_000;
const DEFAULT_WIDTH = 9;
/** Excel's most for a row, in points. */
const MOST_HEIGHT = 409;
const EDGES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
] as const;

interface Page {
  readonly name: string;
  readonly isNew: boolean;
  /** Charts of ours that stand on it. */
  readonly charts: readonly string[];
  readonly write: SheetWrite;
  readonly width: number;
  readonly renamed: ReadonlyMap<string, string>;
}

/** A column's width in points from characters of the standard font (7 pixels each, 5 around). */
const pointsOfWidth = (characters: number): number => (characters * 7 + 5) * 0.75;

/** The sheet stands and is blank afterwards. It is never deleted to be made again. */
function blankStep({ name, isNew, charts }: Page): Step {
  return step(ACTION_SIZE * 6, (batch) => {
    if (isNew) {
      batch.context.workbook.worksheets.add(name);
      return;
    }
    const sheet = batch.sheet(name);
    for (const chart of charts) sheet.charts.getItem(chart).delete();
    const all = sheet.getRange();
    all.unmerge();
    all.clear();
    sheet.freezePanes.unfreeze();
  });
}

function contentOf(cell: SheetCell | null | undefined, page: Page): Payload {
  if (!cell) return '';
  if (cell.formula !== undefined) return `=${renameInFormula(cell.formula, page.renamed)}`;
  return payloadOf(cell.value);
}

const sizeOfRow = (cells: readonly (SheetCell | null)[]): number =>
  cells.reduce(
    (sum, cell) =>
      sum +
      (cell
        ? cell.formula === undefined
          ? payloadBytes(cell.value)
          : textBytes(cell.formula) + 4
        : 4),
    24,
  );

function contentStep(page: Page, top: number, bottom: number, size: number): Step {
  return step(
    size + ACTION_SIZE * (3 + Math.ceil(((bottom - top + 1) * page.width) / 500)),
    (batch) => {
      const rows = page.write.rows.slice(top, bottom + 1);
      const range = rangeName({ top, left: 0, bottom, right: page.width - 1 });
      batch.sheet(page.name).getRange(range).formulas = rows.map((cells) =>
        Array.from({ length: page.width }, (_, column) => contentOf(cells[column], page)),
      );
    },
  );
}

function contentSteps(page: Page): readonly Step[] {
  const steps: Step[] = [];
  let top = 0;
  let size = 0;
  page.write.rows.forEach((cells, row) => {
    const own = sizeOfRow(cells) + (page.width - cells.length) * 4;
    if (row > top && size + own > CONTENT_SIZE) {
      steps.push(contentStep(page, top, row - 1, size));
      top = row;
      size = 0;
    }
    size += own;
  });
  const bottom = page.write.rows.length - 1;
  if (bottom >= top) steps.push(contentStep(page, top, bottom, size));
  return steps;
}

interface PlacedLink {
  readonly cell: CellRef;
  readonly content: SheetCell;
}

function linkSteps(page: Page): readonly Step[] {
  const links: PlacedLink[] = [];
  page.write.rows.forEach((cells, row) => {
    cells.forEach((content, column) => {
      if (content?.link) links.push({ cell: { row, column }, content });
    });
  });
  return columnRuns(links, 0, MOST_LINKS).map((run) =>
    step(ACTION_SIZE + run.items.length * 260, (batch) => {
      const properties = run.items.map(({ content }): Excel.SettableCellProperties[] => [
        { hyperlink: hyperlinkOf(content, page) },
      ]);
      batch
        .sheet(page.name)
        .getRange(rangeName(rangeOfRun(run)))
        .setCellProperties(properties);
    }),
  );
}

function hyperlinkOf({ value, link }: SheetCell, page: Page): Excel.RangeHyperlink {
  if (!link) return {};
  const sheet = page.renamed.get(link.sheet) ?? link.sheet;
  return {
    documentReference: quotedReference(sheet, cellName(link.cell)),
    textToDisplay: typeof value === 'string' ? value : cellName(link.cell),
  };
}

/** Every cell of each style, the hidden parts of merges in the style of their first cell. */
function cellsByStyle({ write }: Page): ReadonlyMap<SheetStyle, readonly CellRef[]> {
  const byStyle = new Map<SheetStyle, CellRef[]>();
  const put = (style: SheetStyle, cell: CellRef): void => {
    const list = byStyle.get(style);
    if (list) list.push(cell);
    else byStyle.set(style, [cell]);
  };
  write.rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell) put(cell.style, { row, column });
    });
  });
  for (const { top, left, bottom, right } of write.merges) {
    const first = write.rows[top]?.[left];
    if (!first) continue;
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        if (!write.rows[row]?.[column]) put(first.style, { row, column });
      }
    }
  }
  return byStyle;
}

function dress(areas: Excel.RangeAreas, look: Look): void {
  const { format } = areas;
  format.verticalAlignment = 'Center';
  format.horizontalAlignment = look.horizontal;
  format.wrapText = look.wrap;
  format.font.color = look.color;
  if (look.bold) format.font.bold = true;
  if (look.underline) format.font.underline = 'Single';
  if (look.larger > 0) format.font.size = STANDARD_SIZE + look.larger;
  if (look.fill !== null) format.fill.color = look.fill;
  if (!look.border) return;
  for (const edge of EDGES) {
    const border = format.borders.getItem(edge);
    border.style = 'Continuous';
    border.color = LINE_COLOR;
  }
}

function lookSteps(page: Page): readonly Step[] {
  return [...cellsByStyle(page)].flatMap(([style, cells]) => {
    const look = LOOKS[style];
    return addressLists(rectangles(cells)).map((address) =>
      step(ACTION_SIZE * 16 + address.length, (batch) => {
        dress(batch.sheet(page.name).getRanges(address), look);
      }),
    );
  });
}

/** Number formats go first: what is written afterwards is read by them. */
function formatSteps(page: Page): readonly Step[] {
  return [...cellsByStyle(page)].flatMap(([style, cells]) => {
    const { format } = LOOKS[style];
    if (format === null) return [];
    return rectangles(cells).map((range) => {
      const height = range.bottom - range.top + 1;
      const width = range.right - range.left + 1;
      return step(ACTION_SIZE * 2 + height * width * 12, (batch) => {
        batch.sheet(page.name).getRange(rangeName(range)).numberFormat = Array.from(
          { length: height },
          () => Array.from({ length: width }, () => format),
        );
      });
    });
  });
}

/** Merges of the same columns in rows that follow each other are one action: merged row by row. */
function mergeBlocks(merges: readonly Range[]): readonly { range: Range; across: boolean }[] {
  const blocks: { range: Range; across: boolean }[] = [];
  const sorted = [...merges].sort((a, b) => a.left - b.left || a.right - b.right || a.top - b.top);
  for (const merge of sorted) {
    const last = blocks.at(-1);
    const isRow = merge.top === merge.bottom;
    const { range, across } = last ?? { range: merge, across: false };
    const follows =
      last !== undefined &&
      isRow &&
      across &&
      range.left === merge.left &&
      range.right === merge.right &&
      range.bottom + 1 === merge.top;
    if (follows) last.range = { ...range, bottom: merge.bottom };
    else blocks.push({ range: merge, across: isRow });
  }
  return blocks;
}

function mergeSteps(page: Page): readonly Step[] {
  return mergeBlocks(page.write.merges).map(({ range, across }) =>
    step(ACTION_SIZE, (batch) => {
      batch.sheet(page.name).getRange(rangeName(range)).merge(across);
    }),
  );
}

/** Width of a text in characters of the standard font; a Chinese character takes two. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2e7f' ? 2 : 1;
  return width;
}

/** Excel fits rows to wrapped text, but not to text in merged cells: their lines are reckoned here. */
function mergedHeights({ write }: Page): ReadonlyMap<number, number> {
  const lines = new Map<number, number>();
  for (const { top, left, bottom, right } of write.merges) {
    const cell = write.rows[top]?.[left];
    if (top !== bottom || typeof cell?.value !== 'string') continue;
    let room = 0;
    for (let column = left; column <= right; column++)
      room += write.widths[column] ?? DEFAULT_WIDTH;
    const needed = cell.value
      .split('\n')
      .reduce(
        (sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / Math.max(1, room - 1))),
        0,
      );
    const factor = cell.style === 'title' ? 1.6 : 1;
    lines.set(top, Math.max(lines.get(top) ?? 0, needed * factor));
  }
  const heights = new Map<number, number>();
  for (const [row, count] of lines) {
    if (count > 1)
      heights.set(row, Math.min(MOST_HEIGHT, Math.ceil(count * STANDARD_SIZE * 1.35 + 6)));
  }
  return heights;
}

function sizeSteps(page: Page): readonly Step[] {
  const byWidth = new Map<number, CellRef[]>();
  page.write.widths.forEach((width, column) => {
    byWidth.set(width, [...(byWidth.get(width) ?? []), { row: 0, column }]);
  });
  const columns = [...byWidth].flatMap(([width, cells]) =>
    rectangles(cells).map(({ left, right }) =>
      step(ACTION_SIZE * 2, (batch) => {
        const range = batch.sheet(page.name).getRange(`${columnName(left)}:${columnName(right)}`);
        range.format.columnWidth = pointsOfWidth(width);
      }),
    ),
  );
  const byHeight = new Map<number, CellRef[]>();
  for (const [row, height] of mergedHeights(page)) {
    const rows = byHeight.get(height);
    if (rows) rows.push({ row, column: 0 });
    else byHeight.set(height, [{ row, column: 0 }]);
  }
  const rows = [...byHeight].flatMap(([height, cells]) =>
    rectangles(cells).map(({ top, bottom }) =>
      step(ACTION_SIZE * 2, (batch) => {
        batch.sheet(page.name).getRange(`${top + 1}:${bottom + 1}`).format.rowHeight = height;
      }),
    ),
  );
  const { rows: lines } = page.write;
  if (lines.length === 0) return columns;
  const fit = step(ACTION_SIZE * 2, (batch) => {
    batch.sheet(page.name).getRange(`1:${lines.length}`).format.autofitRows();
  });
  return [...columns, fit, ...rows];
}

function viewStep({ name, write }: Page): Step {
  return step(ACTION_SIZE * 4, (batch) => {
    const sheet = batch.sheet(name);
    if (write.frozenRows > 0) sheet.freezePanes.freezeRows(write.frozenRows);
    sheet.showGridlines = false;
    sheet.pageLayout.orientation = write.landscape ? 'Landscape' : 'Portrait';
    sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
  });
}

/** Everything it takes to write a sheet of ours, in the order Excel needs. */
export function pageSteps(
  { name, isNew, write }: PageChange,
  renamed: ReadonlyMap<string, string>,
  charts: readonly string[],
): readonly Step[] {
  const width = write.rows.reduce((most, cells) => Math.max(most, cells.length), 1);
  const own = charts.filter((chart) => chart === CHART_NAME);
  const page: Page = { name, isNew, charts: own, write, width, renamed };
  return [
    blankStep(page),
    ...formatSteps(page),
    ...contentSteps(page),
    ...linkSteps(page),
    ...lookSteps(page),
    ...mergeSteps(page),
    ...sizeSteps(page),
    viewStep(page),
    ...(write.chart ? [chartStep(name, write.chart)] : []),
  ];
}

export const removeStep = (name: string): Step =>
  step(ACTION_SIZE, (batch: Batch) => {
    batch.sheet(name).delete();
  });
