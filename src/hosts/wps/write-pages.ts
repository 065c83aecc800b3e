import { grouped } from '../../model/grouped';
import { cellName, columnName, rangeName, type CellRef, type Range } from '../../model/grid';
import type { Degradation, SheetCell, SheetChart, SheetWrite } from '../../model/patch';
import { renameInFormula } from '../../changes/sheet-names';
import { quotedReference } from '../../model/address';
import { payloadOf } from '../cell-payload';
import { rectangles } from '../cell-runs';
import type { PageChange } from '../../changes/change';
import { CHART_NAME, LINE_COLOR, LOOKS, STANDARD_SIZE, type Look } from '../../changes/page-looks';
import { bgrOf } from './colours';
import type { EtApplication, EtChart, EtRange, EtSheet, EtWorkbook } from './object-model';
import { columnsOf, gridOfAnswer, rowsOf } from './read-values';
import { shortAddresses } from './short-addresses';
import { addNamed, type StraySheets } from './stray-sheets';

/** VBA's numbers: WPS has no enumerations of its own at run time. */
const XL = {
  left: -4131,
  general: 1,
  center: -4108,
  right: -4152,
  underlined: 2,
  continuous: 1,
  landscape: 2,
  portrait: 1,
  columnClustered: 51,
  byColumns: 2,
} as const;

const ALIGNMENTS = {
  General: XL.general,
  Left: XL.left,
  Center: XL.center,
  Right: XL.right,
} as const;

function contentOf(
  cell: SheetCell | null | undefined,
  renamed: ReadonlyMap<string, string>,
): unknown {
  if (!cell) return null;
  if (cell.formula !== undefined) return `=${renameInFormula(cell.formula, renamed)}`;
  return cell.value === null ? null : payloadOf(cell.value);
}

const styledCells = ({ rows }: SheetWrite) =>
  rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (cell ? [{ style: cell.style, row, column }] : [])),
  );

function dress(range: EtRange, look: Look): void {
  range.VerticalAlignment = XL.center;
  range.HorizontalAlignment = ALIGNMENTS[look.horizontal];
  range.WrapText = look.wrap;
  const font = range.Font;
  font.Color = bgrOf(look.color);
  if (look.bold) font.Bold = true;
  if (look.underline) font.Underline = XL.underlined;
  if (look.larger > 0) font.Size = STANDARD_SIZE + look.larger;
  if (look.fill !== null) range.Interior.Color = bgrOf(look.fill);
}

function drawLines({ Borders: borders }: EtRange): void {
  borders.LineStyle = XL.continuous;
  borders.Color = bgrOf(LINE_COLOR);
}

/** The sheet stands and is blank afterwards; one that stands is never deleted to be made again. */
function blankSheet(book: EtWorkbook, { name, isNew }: PageChange, strays: StraySheets): EtSheet {
  const sheets = book.Worksheets;
  if (isNew) {
    return addNamed(strays, () => sheets.Add(undefined, sheets.Item(sheets.Count)), name);
  }
  const sheet = sheets.Item(name);
  const charts = sheet.ChartObjects();
  for (let index = charts.Count; index >= 1; index -= 1) {
    const chart = charts.Item(index);
    if (chart.Name === CHART_NAME) chart.Delete();
  }
  const used = sheet.UsedRange;
  used.UnMerge();
  used.Clear();
  return sheet;
}

/**
 * Writes a sheet of ours. What only looks better may fail, part by part, without taking anything
 * else back: page set-up fails without a printer, and no version has to know all of it.
 * @returns what could not be done, by name
 */
export function writePage(
  application: EtApplication,
  book: EtWorkbook,
  change: PageChange,
  renamed: ReadonlyMap<string, string>,
  strays: StraySheets,
): readonly Degradation[] {
  const { name, write } = change;
  const sheet = blankSheet(book, change, strays);
  const width = write.rows.reduce((most, cells) => Math.max(most, cells.length), 1);
  const styles = grouped(styledCells(write), ({ style }) => style);
  for (const [style, cells] of styles) {
    const { format } = LOOKS[style];
    if (format === null) continue;
    for (const address of shortAddresses(rectangles(cells))) {
      sheet.Range(address).NumberFormat = format;
    }
  }
  writeContent(sheet, write, width, renamed);
  const looks = [
    ...[...styles].flatMap(([style, cells]) => dressParts(sheet, cells, LOOKS[style])),
    () => {
      writeLinks(sheet, write, renamed);
    },
    ...write.merges.map((merge) => () => {
      sheet.Range(rangeName(merge)).Merge();
    }),
    ...widthParts(sheet, write),
    ...viewParts(application, sheet, write),
  ];
  // Every part is tried, whether the one before it could be done or not.
  const isDressed = looks.map(attempt).every((isDone) => isDone);
  const { chart } = write;
  const draws = (): void => {
    if (chart) draw(sheet, chart);
  };
  const left = (kind: Degradation['kind']): Degradation => ({ kind, sheet: name, cell: null });
  return [
    ...(isDressed ? [] : [left('looks-left')]),
    ...(attempt(draws) ? [] : [left('chart-unsupported')]),
  ];
}

const dressParts = (
  sheet: EtSheet,
  cells: readonly CellRef[],
  look: Look,
): readonly (() => void)[] =>
  shortAddresses(rectangles(cells)).flatMap((address) => [
    () => {
      dress(sheet.Range(address), look);
    },
    () => {
      if (look.border) drawLines(sheet.Range(address));
    },
  ]);

const widthParts = (sheet: EtSheet, { widths }: SheetWrite): readonly (() => void)[] =>
  widths.map((characters, column) => () => {
    const letter = columnName(column);
    sheet.Range(`${letter}1:${letter}1`).EntireColumn.ColumnWidth = characters;
  });

function writeContent(
  sheet: EtSheet,
  { rows }: SheetWrite,
  width: number,
  renamed: ReadonlyMap<string, string>,
): void {
  if (rows.length === 0) return;
  const area: Range = { top: 0, left: 0, bottom: rows.length - 1, right: width - 1 };
  const content = rows.map((cells) =>
    Array.from({ length: width }, (_, column) => contentOf(cells[column], renamed)),
  );
  const isOne = rowsOf(area) * columnsOf(area) === 1;
  const range = sheet.Range(rangeName(area));
  range.Formula = isOne ? content[0]?.[0] : content;
  const found = gridOfAnswer(range.Formula, area);
  content.forEach((line, row) => {
    line.forEach((given, column) => {
      if (given === null || given === '' || !isBlank(found[row]?.[column])) return;
      // WPS on a Mac takes no block: cell by cell then.
      sheet.Range(cellName({ row, column })).Formula = given;
    });
  });
}

const isBlank = (found: unknown): boolean => found === null || found === undefined || found === '';

function writeLinks(
  sheet: EtSheet,
  { rows }: SheetWrite,
  renamed: ReadonlyMap<string, string>,
): void {
  const hyperlinks = rows.some((cells) => cells.some((cell) => cell?.link))
    ? sheet.Hyperlinks
    : null;
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (!cell?.link) return;
      const place = cellName(cell.link.cell);
      const target = quotedReference(renamed.get(cell.link.sheet) ?? cell.link.sheet, place);
      hyperlinks?.Add(sheet.Range(cellName({ row, column })), '', target);
    });
  });
}

/** Heights of rows, the page set-up, and what the window shows. */
const viewParts = (
  application: EtApplication,
  sheet: EtSheet,
  write: SheetWrite,
): readonly (() => void)[] => [
  () => {
    if (write.rows.length > 0) sheet.Range(`A1:A${write.rows.length}`).EntireRow.AutoFit();
  },
  () => {
    sheet.PageSetup.Orientation = write.landscape ? XL.landscape : XL.portrait;
  },
  () => {
    fitToWidth(sheet);
  },
  () => {
    arrange(application, sheet, write);
  },
];

/** One page wide and as many high as it takes; a zoom of its own would go before that. */
function fitToWidth({ PageSetup: page }: EtSheet): void {
  page.Zoom = false;
  page.FitToPagesWide = 1;
  page.FitToPagesTall = false;
}

function arrange(application: EtApplication, sheet: EtSheet, { frozenRows }: SheetWrite): void {
  sheet.Activate();
  const window = application.ActiveWindow;
  if (!window) return;
  window.FreezePanes = false;
  window.DisplayGridlines = false;
  if (frozenRows === 0) return;
  window.SplitColumn = 0;
  window.SplitRow = frozenRows;
  window.FreezePanes = true;
}

/** A chart that cannot be finished goes again: half of one would be there for good. */
function draw(sheet: EtSheet, chart: SheetChart): void {
  const place = sheet.Range(rangeName(chart.anchor));
  const shape = sheet.Shapes.AddChart2(
    201,
    XL.columnClustered,
    place.Left,
    place.Top,
    place.Width,
    place.Height,
  );
  try {
    shape.Name = CHART_NAME;
    fillChart(sheet, shape.Chart, chart);
  } catch (reason) {
    const remove = (): void => {
      shape.Delete();
    };
    if (!attempt(remove)) remove();
    throw reason;
  }
}

/** The title is switched on before it is written: without, there is none to write. */
function fillChart(sheet: EtSheet, drawn: EtChart, chart: SheetChart): void {
  const { categories } = chart;
  const right = chart.series.reduce((most, { values }) => Math.max(most, values.right), 0);
  drawn.SetSourceData(sheet.Range(rangeName({ ...categories, right })), XL.byColumns);
  drawn.HasTitle = true;
  drawn.ChartTitle.Text = chart.title;
  const series = drawn.SeriesCollection();
  chart.series.forEach(({ name }, at) => {
    if (at < series.Count) series.Item(at + 1).Name = name;
  });
}

function attempt(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
