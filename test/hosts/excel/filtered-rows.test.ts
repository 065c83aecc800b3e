import fc from 'fast-check';
import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import { cellAt, pictureOf, sheetNamed } from '../../support/excel-fake/fake-book';
import { openFakeExcel } from '../../support/excel-fake/fake-excel';
import { formBook, planOf, score } from '../../support/excel-fake/form-book';

const COUNT = 12;
const SCORES = Array.from({ length: COUNT }, (_, index) => `G${index + 6}`);

/** The form with rows (from 0) hidden by a filter. */
function filtered(rows: readonly number[]) {
  const fake = openFakeExcel({ book: formBook(COUNT) });
  const sheet = sheetNamed(fake.book, '附表');
  sheet.isFiltered = true;
  for (const row of rows) sheet.hiddenRows.add(row);
  return { fake, sheet, host: createExcelHost(fake) };
}

/** What is in the scores once the form is scored with rows hidden. */
async function scoredWith(rows: readonly number[]) {
  const { fake, sheet, host } = filtered(rows);
  const patch = planOf(await host.read());
  const report = await host.apply(patch);
  const scores = SCORES.map((cell) => cellAt(sheet, cell).value);
  return { fake, host, scores, report };
}

test('scores of a filtered form land in their own cells, hidden or not', async () => {
  const [open, hidden] = [await scoredWith([]), await scoredWith([7, 8, 9])];
  expect(hidden.scores).toEqual(open.scores);
  expect(hidden.report.degradations).toEqual(open.report.degradations);
});

test('whichever rows are hidden', async () => {
  const { scores } = await scoredWith([]);
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 4, max: 18 })), async (rows) => {
      expect((await scoredWith(rows)).scores).toEqual(scores);
    }),
    { numRuns: 25 },
  );
});

test('taking them back goes by the same rule', async () => {
  const { fake, host } = filtered([7, 8, 9]);
  const before = pictureOf(fake.book);
  await score(host);
  expect(await host.undo()).toBe(true);
  expect(pictureOf(fake.book)).toEqual(before);
});

test('filtering the form does not make a preview stale', async () => {
  const { fake, host } = filtered([]);
  const patch = planOf(await host.read());
  sheetNamed(fake.book, '附表').hiddenRows.add(8);
  const report = await host.apply(patch);
  expect(report.cellsWritten).toBe(patch.values.length);
});

test('a sheet of ours that a person filtered is written with all its rows shown', async () => {
  const fake = openFakeExcel({ book: formBook(COUNT) });
  const host = createExcelHost(fake);
  await score(host);
  const list = sheetNamed(fake.book, '核查清单');
  list.isFiltered = true;
  for (const row of [4, 5, 6]) list.hiddenRows.add(row);
  fake.type('附表', 'E6', '3个');
  await score(host);
  const twin = openFakeExcel({ book: formBook(COUNT) });
  const other = createExcelHost(twin);
  await score(other);
  twin.type('附表', 'E6', '3个');
  await score(other);
  expect(list.hiddenRows.size).toBe(0);
  expect(pictureOf(fake.book, ['核查清单'])).toEqual(pictureOf(twin.book, ['核查清单']));
});
