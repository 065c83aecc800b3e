import { grouped } from '../../model/grouped';
import { cellName, columnName, rangeName, type CellRef, type Range } from '../../model/grid';
import type { SheetCell, SheetStyle } from '../../model/patch';
import { LINE_COLOR, LOOKS, STANDARD_SIZE, type Look } from '../../changes/page-looks';
import { quotedReference } from '../../model/address';
import { addressLists, columnRuns, rangeOfRun, rectangles } from '../cell-runs';
import type { Page } from './write-pages';
import { spansOf } from './page-rows';
import { ACTION_SIZE, optional, step, type Batch, type Step } from './write-steps';

/**
 * What only makes a sheet of ours look better: links, fonts and borders, merges, widths, the view
 * and the page set-up. None of it may take anything else back: page set-up fails without a printer,
 * inner borders on a single row (office-js #1860; as VBA does).
 */

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

/** A column's width in points from characters of the standard font (7 pixels each, 5 around). */
const pointsOfWidth = (characters: number): number => (characters * 7 + 5) * 0.75;

interface PlacedLink {
  readonly cell: CellRef;
  readonly content: SheetCell;
}

/** A part of how a page looks: the rest of it stands without. */
const look = (page: Page, part: string, size: number, enqueue: (batch: Batch) => void): Step =>
  optional('looks-left', page.name, null, step(size, enqueue), [page.name, part]);

export function linkSteps(page: Page): readonly Step[] {
  const links: PlacedLink[] = [];
  page.rows.forEach((row) => {
    page.write.rows[row]?.forEach((content, column) => {
      if (content?.link) links.push({ cell: { row, column }, content });
    });
  });
  return columnRuns(links, 0, MOST_LINKS).map((run) =>
    look(page, 'links', ACTION_SIZE + run.items.length * 260, (batch) => {
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
export function cellsByStyle({ write, rows }: Page): ReadonlyMap<SheetStyle, readonly CellRef[]> {
  const styled: (CellRef & { readonly style: SheetStyle })[] = [];
  const put = (style: SheetStyle, cell: CellRef): void => void styled.push({ style, ...cell });
  rows.forEach((row) => {
    write.rows[row]?.forEach((cell, column) => {
      if (cell) put(cell.style, { row, column });
    });
  });
  for (const { top, left, bottom, right } of mergesOf(write.merges, rows)) {
    const first = write.rows[top]?.[left];
    if (!first) continue;
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        if (!write.rows[row]?.[column]) put(first.style, { row, column });
      }
    }
  }
  return grouped(styled, ({ style }) => style);
}

function dress(areas: Excel.RangeAreas, own: Look): void {
  const { format } = areas;
  format.verticalAlignment = 'Center';
  format.horizontalAlignment = own.horizontal;
  format.wrapText = own.wrap;
  format.font.color = own.color;
  if (own.bold) format.font.bold = true;
  if (own.underline) format.font.underline = 'Single';
  if (own.larger > 0) format.font.size = STANDARD_SIZE + own.larger;
  if (own.fill !== null) format.fill.color = own.fill;
}

function drawLines({ format }: Excel.RangeAreas): void {
  for (const edge of EDGES) {
    const border = format.borders.getItem(edge);
    border.style = 'Continuous';
    border.color = LINE_COLOR;
  }
}

export function lookSteps(page: Page): readonly Step[] {
  const styles = [...cellsByStyle(page)].map(([style, cells]) => ({
    own: LOOKS[style],
    addresses: addressLists(rectangles(cells)),
  }));
  const areas = (batch: Batch, address: string) => batch.sheet(page.name).getRanges(address);
  const dressed = styles.flatMap(({ own, addresses }) =>
    addresses.map((address) =>
      look(page, 'looks', ACTION_SIZE * 8 + address.length, (batch) => {
        dress(areas(batch, address), own);
      }),
    ),
  );
  const lines = styles
    .filter(({ own }) => own.border)
    .flatMap(({ addresses }) => addresses)
    .map((address) =>
      look(page, 'lines', ACTION_SIZE * 10 + address.length, (batch) => {
        drawLines(areas(batch, address));
      }),
    );
  return [...dressed, ...lines];
}

const mergesOf = (merges: readonly Range[], rows: readonly number[]): readonly Range[] => {
  const own = new Set(rows);
  return merges.filter(({ top }) => own.has(top));
};

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

export function mergeSteps(page: Page): readonly Step[] {
  return mergeBlocks(mergesOf(page.write.merges, page.rows)).map(({ range, across }) =>
    look(page, 'merges', ACTION_SIZE, (batch) => {
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
function mergedHeights({ write, rows }: Page): ReadonlyMap<number, number> {
  const lines = new Map<number, number>();
  for (const { top, left, bottom, right } of mergesOf(write.merges, rows)) {
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

function widthSteps(page: Page): readonly Step[] {
  const byWidth = new Map<number, CellRef[]>();
  page.write.widths.forEach((width, column) => {
    byWidth.set(width, [...(byWidth.get(width) ?? []), { row: 0, column }]);
  });
  return [...byWidth].flatMap(([width, cells]) =>
    rectangles(cells).map(({ left, right }) =>
      look(page, 'sizes', ACTION_SIZE * 2, (batch) => {
        const range = batch.sheet(page.name).getRange(`${columnName(left)}:${columnName(right)}`);
        range.format.columnWidth = pointsOfWidth(width);
      }),
    ),
  );
}

export function sizeSteps(page: Page): readonly Step[] {
  const byHeight = new Map<number, CellRef[]>();
  for (const [row, height] of mergedHeights(page)) {
    byHeight.set(height, [...(byHeight.get(height) ?? []), { row, column: 0 }]);
  }
  const heights = [...byHeight].flatMap(([height, cells]) =>
    rectangles(cells).map(({ top, bottom }) =>
      look(page, 'sizes', ACTION_SIZE * 2, (batch) => {
        batch.sheet(page.name).getRange(`${top + 1}:${bottom + 1}`).format.rowHeight = height;
      }),
    ),
  );
  const fits = spansOf(page.rows).map(({ top, bottom }) =>
    look(page, 'sizes', ACTION_SIZE * 2, (batch) => {
      batch
        .sheet(page.name)
        .getRange(`${top + 1}:${bottom + 1}`)
        .format.autofitRows();
    }),
  );
  return [...(page.isWhole ? widthSteps(page) : []), ...fits, ...heights];
}

export function viewSteps(page: Page): readonly Step[] {
  const { name, write } = page;
  return [
    look(page, 'view', ACTION_SIZE * 2, (batch) => {
      const sheet = batch.sheet(name);
      if (write.frozenRows > 0) sheet.freezePanes.freezeRows(write.frozenRows);
      sheet.showGridlines = false;
    }),
    look(page, 'print', ACTION_SIZE * 2, (batch) => {
      const { pageLayout } = batch.sheet(name);
      pageLayout.orientation = write.landscape ? 'Landscape' : 'Portrait';
      pageLayout.zoom = { horizontalFitToPages: 1 };
    }),
  ];
}
