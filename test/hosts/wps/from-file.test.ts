import { evaluate } from '../../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../../src/engine/options';
import { planClear, planPatch } from '../../../src/engine/plan';
import { createFileHost } from '../../../src/hosts/file/file-host';
import { createWpsHost } from '../../../src/hosts/wps/wps-host';
import { parseCellName, parseRangeName, type Range } from '../../../src/model/grid';
import { fileOfBook } from '../../support/excel-fake/book-file';
import {
  changeCell,
  columnOfKey,
  rowOfKey,
  sheetNamed,
  type FakeBook as ExcelBook,
} from '../../support/excel-fake/fake-book';
import { formBook } from '../../support/excel-fake/form-book';
import { openInExcel } from '../../support/excel-fake/open-file';
import { blankSheet, cellOf, type FakeBook } from '../../support/wps-fake/fake-book';
import { fakeEt } from '../../support/wps-fake/fake-et';

/** The same workbook, opened in WPS. */
function openedInWps(book: ExcelBook): FakeBook {
  const sheets = book.sheets.map((from) => {
    const sheet = blankSheet(from.name);
    sheet.merges = [...from.merges];
    for (const [key, { value, formula, fill, format }] of from.cells) {
      const cell = cellOf(sheet, { row: rowOfKey(key), column: columnOfKey(key) });
      cell.value = value === '' ? null : value;
      cell.formula = formula === null ? null : `=${formula}`;
      cell.format = format;
      cell.fill = fill === null ? null : bgr(fill.color);
    }
    for (const [name, { content }] of from.notes) {
      const place = parseCellName(name);
      if (place) cellOf(sheet, place).note = content;
    }
    return sheet;
  });
  const parts = book.parts.map(({ xml }) => xml);
  return { name: '附表.xlsx', sheets, active: null, parts, structureProtected: false };
}

const bgr = (color: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(color.slice(at, at + 2), 16),
  );
  return red + green * 256 + blue * 65_536;
};

const looks = (book: FakeBook) =>
  book.sheets.map(({ name, cells }) => ({
    name,
    cells: Object.fromEntries(
      [...cells]
        .filter(([, { fill, note }]) => fill !== null || note !== null)
        .map(([place, { fill, note }]) => [place, { fill, note }]),
    ),
  }));

const range = (name: string): Range => {
  const found = parseRangeName(name);
  if (!found) throw new Error(`no range: ${name}`);
  return found;
};

/** A form whose 一级指标 is one merge, coloured by a person in its first and a hidden cell. */
function livedIn(): ExcelBook {
  const book = formBook(24);
  const form = sheetNamed(book, '附表');
  const yellow = { color: '#FFFF00', pattern: 'Solid', patternColor: '' };
  for (const cell of ['A6', 'A7', 'D9', 'G6']) changeCell(form, cell, { fill: { ...yellow } });
  for (let row = 7; row <= 17; row++) changeCell(form, `A${row}`, { value: '' });
  form.merges = [...form.merges, range('A6:A17')];
  return book;
}

test('what a file host coloured under a merge gets its colours back in WPS', async () => {
  const file = await createFileHost(fileOfBook(livedIn()));
  const before = openedInWps(openInExcel(file.bytes(), await file.read()));
  const read = await file.read();
  await file.apply(planPatch(read, evaluate(read, DEFAULT_OPTIONS), DEFAULT_OPTIONS));
  const book = openedInWps(openInExcel(file.bytes(), await file.read()));
  expect(looks(book)).not.toEqual(looks(before));

  const wps = createWpsHost(fakeEt(book).application);
  await wps.apply(planClear(await wps.read()));
  expect((await wps.read()).ledger).toBeNull();
  expect(looks(book)).toEqual(looks(before));
});
