import { LINE_COLOR, LOOKS, STANDARD_SIZE } from '../../src/changes/page-looks';
import { createExcelHost } from '../../src/hosts/excel/excel-host';
import { createFileHost } from '../../src/hosts/file/file-host';
import type { HostPort } from '../../src/hosts/port';
import type { SheetStyle, SheetWrite } from '../../src/model/patch';
import { openXlsx } from '../../src/xlsx/open';
import { viewBook } from '../../src/xlsx/view/view-book';
import { buildWorkbook } from '../support/workbook-builder';
import { cellAt, sheetNamed } from '../support/excel-fake/fake-book';
import { openFakeExcel } from '../support/excel-fake/fake-excel';
import { bgrOf } from '../../src/hosts/wps/colours';
import { createWpsHost } from '../../src/hosts/wps/wps-host';
import { bookOf } from '../support/wps-fake/book-of';
import { peek } from '../support/wps-fake/fake-book';
import { fakeEt } from '../support/wps-fake/fake-et';

const STYLES = Object.keys(LOOKS) as SheetStyle[];

/** One row per style, so that each can be asked for by its number. */
const PAGE: SheetWrite = {
  role: 'summary',
  name: '汇总表',
  widths: [20],
  rows: STYLES.map((style) => [{ value: style, style }]),
  merges: [],
  frozenRows: 0,
  landscape: false,
  chart: null,
};

async function write(host: HostPort): Promise<void> {
  const { revision } = await host.read();
  const none = { values: [], flags: [], cached: [], removeSheets: [], ledger: undefined };
  await host.apply({ revision, ...none, sheets: [PAGE] });
}

test('every style looks in a file as the table says', async () => {
  const host = await createFileHost(buildWorkbook({ sheets: [{ name: '附表', rows: [['x']] }] }));
  await write(host);
  const book = viewBook(openXlsx(host.bytes()));
  const base = book.looks[0]?.size ?? STANDARD_SIZE;
  const sheet = book.sheets.find(({ name }) => name === PAGE.name);
  STYLES.forEach((style, row) => {
    const found = book.looks[sheet?.looks[row]?.[0] ?? -1];
    const look = LOOKS[style];
    const horizontal = look.horizontal.toLowerCase();
    expect([style, found]).toEqual([
      style,
      expect.objectContaining({
        bold: look.bold,
        italic: false,
        underline: look.underline,
        fill: look.fill?.toLowerCase() ?? null,
        horizontal: horizontal === 'general' ? null : horizontal,
        vertical: 'middle',
        wrap: look.wrap,
        format: look.format,
        bottom: look.border ? { style: 'thin', colour: LINE_COLOR.toLowerCase() } : null,
      }),
    ]);
    expect([style, found?.size ?? base]).toEqual([style, base + look.larger]);
  });
});

test('every style looks in Excel as the table says', async () => {
  const fake = openFakeExcel();
  await write(createExcelHost(fake));
  const sheet = sheetNamed(fake.book, PAGE.name);
  STYLES.forEach((style, row) => {
    const { look: found, fill, format } = cellAt(sheet, `A${row + 1}`);
    const look = LOOKS[style];
    expect([style, found]).toEqual([
      style,
      expect.objectContaining({
        HorizontalAlignment: look.horizontal,
        WrapText: look.wrap,
        'font.Color': look.color,
        ...(look.bold ? { 'font.Bold': true } : {}),
        ...(look.underline ? { 'font.Underline': 'Single' } : {}),
        ...(look.larger > 0 ? { 'font.Size': STANDARD_SIZE + look.larger } : {}),
        ...(look.border ? { 'EdgeBottom.Color': LINE_COLOR } : {}),
      }),
    ]);
    expect([style, 'font.Bold' in found, fill?.color ?? null, format]).toEqual([
      style,
      look.bold,
      look.fill,
      look.format ?? 'General',
    ]);
  });
});

test('every style looks in WPS as the table says', async () => {
  const fake = fakeEt(bookOf([{ name: '附表', rows: [['x']] }]));
  await write(createWpsHost(fake.application));
  const sheet = fake.book.sheets.find(({ name }) => name === PAGE.name);
  const alignments = { General: 1, Left: -4131, Center: -4108, Right: -4152 };
  STYLES.forEach((style, row) => {
    const found = sheet && peek(sheet, { row, column: 0 });
    const look = LOOKS[style];
    expect([style, found?.format, found?.fill ?? null]).toEqual([
      style,
      look.format ?? 'General',
      look.fill === null ? null : bgrOf(look.fill),
    ]);
    expect([style, found?.look]).toEqual([
      style,
      {
        'Align.Horizontal': alignments[look.horizontal],
        'Align.Vertical': -4108,
        'Align.Wrap': look.wrap,
        'Font.Color': bgrOf(look.color),
        ...(look.bold ? { 'Font.Bold': true } : {}),
        ...(look.underline ? { 'Font.Underline': 2 } : {}),
        ...(look.larger > 0 ? { 'Font.Size': STANDARD_SIZE + look.larger } : {}),
        ...(look.border ? { 'Borders.LineStyle': 1, 'Borders.Color': bgrOf(LINE_COLOR) } : {}),
      },
    ]);
  });
});

test('the table of looks', () => {
  const told = STYLES.map((style) => {
    const { bold, underline, larger, fill, border, horizontal, wrap } = LOOKS[style];
    const marks = [bold && 'bold', underline && 'underline', border && 'border', wrap && 'wrap'];
    return [style, larger, fill, horizontal, ...marks.filter(Boolean)].join(' ');
  });
  expect(told).toEqual([
    'title 5  Center bold wrap',
    'heading 1  Left bold wrap',
    'header 0 #D9E2EC Center bold border wrap',
    'text 0  Left border wrap',
    'number 0  Right border',
    'percent 0  Right border',
    'total 0 #F2F2F2 General bold border wrap',
    'error 0 #FFC7CE Left border wrap',
    'warning 0 #FFEB9C Left border wrap',
    'info 0 #DDEBF7 Left border wrap',
    'link 0  Left underline border wrap',
    'note 0  Left wrap',
  ]);
});

test('in WPS a page is as wide as the paper, and as many as it takes', async () => {
  const book = bookOf([{ name: '附表', rows: [['x']] }]);
  await write(createWpsHost(fakeEt(book).application));
  expect(book.sheets.find(({ name }) => name === PAGE.name)?.page).toEqual({
    Orientation: 1,
    Zoom: false,
    FitToPagesWide: 1,
    FitToPagesTall: false,
  });
});
