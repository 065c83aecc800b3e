import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import { createWpsHost } from '../../../src/hosts/wps/wps-host';
import { planClear } from '../../../src/engine/plan';
import { cellName, parseCellName } from '../../../src/model/grid';
import {
  changeCell,
  columnOfKey,
  keyOf,
  rowOfKey,
  sheetNamed,
  type FakeBook,
} from '../../support/excel-fake/fake-book';
import { openFakeExcel } from '../../support/excel-fake/fake-excel';
import { formBook, planOf } from '../../support/excel-fake/form-book';
import { bookOf } from '../../support/wps-fake/book-of';
import { fakeEt } from '../../support/wps-fake/fake-et';
import { keyOf as placeOf, type FakeBook as WpsBook } from '../../support/wps-fake/fake-book';
import { FORM, plan } from '../wps/small-form';

const YELLOW = { color: '#FFFF00', pattern: 'Solid', patternColor: '' };
/** The rows of the indicators begin here; the new row comes above. */
const FIRST = 5;
const down = (row: number): number => (row >= FIRST ? row + 1 : row);
const inFormula = (formula: string | null): string | null =>
  formula?.replace(
    /([A-Z]+)(\d+)/g,
    (_, letters: string, digits: string) => `${letters}${down(Number(digits) - 1) + 1}`,
  ) ?? null;

function insertRow(book: FakeBook): void {
  const sheet = sheetNamed(book, '附表');
  sheet.cells = new Map(
    [...sheet.cells].map(([key, cell]) => [
      keyOf(down(rowOfKey(key)), columnOfKey(key)),
      { ...cell, formula: inFormula(cell.formula) },
    ]),
  );
  sheet.notes = new Map(
    [...sheet.notes].map(([name, note]) => {
      const cell = parseCellName(name);
      return [cell ? cellName({ ...cell, row: down(cell.row) }) : name, note];
    }),
  );
}

const looks = (book: FakeBook): unknown => {
  const { cells, notes } = sheetNamed(book, '附表');
  return {
    fills: [...cells]
      .filter(([, { fill }]) => fill !== null)
      .map(([key, { fill }]) => [rowOfKey(key), columnOfKey(key), fill]),
    notes: [...notes],
  };
};

test('in Excel, marks are taken off where an inserted row has moved them', async () => {
  const book = formBook(12);
  changeCell(sheetNamed(book, '附表'), 'G6', { fill: { ...YELLOW } });
  const expected = structuredClone(book);
  insertRow(expected);
  const host = createExcelHost(openFakeExcel({ book }));
  await host.apply(planOf(await host.read()));
  const scores = (await host.read()).ledger?.scores ?? [];
  insertRow(book);
  const moved = await host.read();
  expect(moved.ledger?.scores).toEqual(
    scores.map((score) => {
      const cell = parseCellName(score.cell);
      return { ...score, cell: cell ? cellName({ ...cell, row: down(cell.row) }) : '' };
    }),
  );
  expect(scores.length).toBeGreaterThan(5);
  await host.apply(planClear(moved));
  expect(looks(book)).toEqual(looks(expected));
});

test('in WPS, too, and on a sheet that has another name by then', async () => {
  const et = fakeEt(bookOf([FORM]), {});
  const host = createWpsHost(et.application, { now: () => 0 });
  await host.apply(plan(await host.read()));
  const marked = (book: WpsBook): string[] =>
    book.sheets.flatMap(({ cells }) =>
      [...cells].filter(([, { fill, note }]) => fill !== null || note !== null).map(([key]) => key),
    );
  const [form] = et.book.sheets;
  expect(marked(et.book).length).toBeGreaterThan(0);
  if (!form) throw new Error('no form');
  form.name = '附表2';
  const before = [...form.cells];
  form.cells.clear();
  for (const [key, cell] of before) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    form.cells.set(placeOf({ row: row + 1, column }), cell);
  }
  form.merges = form.merges.map((merge) => ({
    ...merge,
    top: merge.top + 1,
    bottom: merge.bottom + 1,
  }));
  await host.apply(planClear(await host.read()));
  expect(marked(et.book)).toEqual([]);
});
