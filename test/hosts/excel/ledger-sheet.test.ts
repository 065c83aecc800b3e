import fc from 'fast-check';
import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import { isFailure } from '../../../src/model/failure';
import { cellsOfLedger, LEDGER_SHEET } from '../../../src/xlsx/ledger-sheet';
import {
  blankSheet,
  changeCell,
  guidOf,
  pictureOf,
  sheetNamed,
  type FakeBook,
} from '../../support/excel-fake/fake-book';
import { openFakeExcel } from '../../support/excel-fake/fake-excel';
import { clear, formBook, score } from '../../support/excel-fake/form-book';

/** What a WPS without custom XML parts leaves: the ledger in a very hidden sheet. */
function moveToSheet(book: FakeBook): void {
  const [part] = book.parts;
  if (!part) throw new Error('no ledger');
  const sheet = blankSheet(guidOf(book.nextId++), LEDGER_SHEET);
  sheet.visibility = 'VeryHidden';
  cellsOfLedger(part.xml).forEach((value, row) => {
    changeCell(sheet, `A${row + 1}`, { value });
  });
  book.sheets.push(sheet);
  book.parts = [];
}

async function scoredInWps() {
  const book = formBook(6);
  const before = pictureOf(book);
  const host = createExcelHost(openFakeExcel({ book }));
  await score(host);
  const { ledger } = await host.read();
  moveToSheet(book);
  const fake = openFakeExcel({ book });
  return { book, before, ledger, fake, host: createExcelHost(fake) };
}

const namesIn = (book: FakeBook): readonly string[] => book.sheets.map(({ name }) => name);

test('Excel goes on from the ledger such a WPS left, and its sheet is none of the workbook', async () => {
  const { host, ledger } = await scoredInWps();
  const read = await host.read();
  expect(read.ledger).toEqual(ledger);
  expect(read.sheets.map(({ name }) => name)).not.toContain(LEDGER_SHEET);
});

test('scored again, the ledger is in its part and nowhere else', async () => {
  const { book, host } = await scoredInWps();
  changeCell(sheetNamed(book, '附表'), 'E8', { value: '7个' });
  await score(host);
  expect(book.parts).toHaveLength(1);
  expect(namesIn(book)).not.toContain(LEDGER_SHEET);
});

test('what such a WPS wrote is taken back in Excel', async () => {
  const { book, before, host } = await scoredInWps();
  await host.read();
  expect(await host.undo()).toBe(true);
  expect(pictureOf(book)).toEqual(before);
});

test('cleared, nothing of ours is left, nor read again', async () => {
  const { book, host } = await scoredInWps();
  await clear(host);
  expect(namesIn(book)).toEqual(['附表', '说明']);
  expect(book.parts).toEqual([]);
  expect((await createExcelHost(openFakeExcel({ book })).read()).ledger).toBeNull();
});

test('where no sheet can be deleted, an old ledger is emptied', async () => {
  const { book, host } = await scoredInWps();
  changeCell(sheetNamed(book, '附表'), 'E8', { value: '7个' });
  book.isProtected = true;
  await score(host);
  expect(book.parts).toHaveLength(1);
  expect(sheetNamed(book, LEDGER_SHEET).cells.size).toBe(0);
});

test('a clearing that halts leaves nothing of ours that the next one cannot clear', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 60 }), async (after) => {
      const { book, fake, host } = await scoredInWps();
      await host.read();
      const from = fake.trips.length;
      fake.fault = (at) => (at >= from + 3 ? { kind: 'halt', after, code: '' } : null);
      await clear(host).catch((reason: unknown) => {
        if (!isFailure(reason)) throw reason;
      });
      fake.fault = () => null;
      await clear(createExcelHost(fake));
      expect(namesIn(book)).toEqual(['附表', '说明']);
      expect(book.parts).toEqual([]);
    }),
    { numRuns: 8 },
  );
});
