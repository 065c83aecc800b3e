import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import { cellAt, changeCell, pictureOf, sheetNamed } from '../../support/excel-fake/fake-book';
import { openFakeExcel } from '../../support/excel-fake/fake-excel';
import { formBook, score } from '../../support/excel-fake/form-book';

// One number in the last corner of a sheet makes seventeen thousand million cells “used”.

function opened(...places: readonly (readonly [string, string])[]) {
  const book = formBook(12);
  for (const [sheet, cell] of places) changeCell(sheetNamed(book, sheet), cell, { value: 7 });
  const fake = openFakeExcel({ book });
  return { fake, host: createExcelHost(fake) };
}

const scoresOf = ({ fake }: ReturnType<typeof opened>) =>
  Array.from(
    { length: 12 },
    (_, row) => cellAt(sheetNamed(fake.book, '附表'), `G${row + 6}`).value,
  );

test.each([
  ['on the form itself', '附表'],
  ['on another sheet', '说明'],
])('a far cell %s: the form is scored as without it, and taken back', async (_, sheet) => {
  const plain = opened();
  await score(plain.host);
  const far = opened([sheet, 'XFD1048576']);
  const before = pictureOf(far.fake.book);
  const report = await score(far.host);
  expect(report.degradations).toEqual([]);
  expect(scoresOf(far)).toEqual(scoresOf(plain));
  expect(await far.host.undo()).toBe(true);
  expect(pictureOf(far.fake.book)).toEqual(before);
});

test('what is read says where it stands, and grows with what is filled', async () => {
  const plain = opened();
  const { host, fake } = opened(['附表', 'XFD1048576'], ['附表', 'AB900000'], ['附表', 'ZZ9']);
  const usual = (await plain.host.read()).sheets[0];
  const [form] = (await host.read()).sheets;
  expect([form?.rowCount, form?.columnCount]).toEqual([1_048_576, 16_384]);
  expect(form?.values[1_048_575]?.[16_383]).toBe(7);
  expect(form?.values[899_999]?.[27]).toBe(7);
  expect(form?.values[8]?.[701]).toBe(7);
  const near = form?.values
    .slice(0, 18)
    .map((line) => line.slice(0, 8).map((value) => value ?? ''));
  expect(near).toEqual(usual?.values.map((line) => line.map((value) => value ?? '')));
  expect(form?.merges).toEqual(usual?.merges);
  const stored = form?.values.reduce((sum, line) => sum + line.length, 0) ?? 0;
  expect(stored).toBeLessThan(60_000);
  const actions = fake.trips.reduce((sum, trip) => sum + trip.actions, 0);
  expect(actions).toBeLessThan(600);
  fake.forgetTrips();
  await host.read();
  expect(fake.trips.filter(({ isWrite }) => isWrite)).toEqual([]);
});

test('cells strewn over all of a sheet are refused by its name', async () => {
  const { host, fake } = opened();
  const sheet = sheetNamed(fake.book, '说明');
  for (let at = 1; at <= 1200; at++) {
    const column = ['A', 'ZZ', 'XFD'][at % 3] ?? 'A';
    changeCell(sheet, `${column}${at * 870}`, { value: at });
  }
  await expect(host.read()).rejects.toMatchObject({
    code: 'sheet-too-large',
    data: { part: '说明' },
  });
});

test('many rows in a far column are refused by the sheet’s name, for they are many millions of cells', async () => {
  const { host, fake } = opened();
  const sheet = sheetNamed(fake.book, '说明');
  for (let row = 1; row <= 600; row++) changeCell(sheet, `XFD${row}`, { value: row });
  await expect(host.read()).rejects.toMatchObject({
    code: 'sheet-too-large',
    data: { part: '说明' },
  });
});
