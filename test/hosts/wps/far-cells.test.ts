import { createWpsHost } from '../../../src/hosts/wps/wps-host';
import { parseCellName } from '../../../src/model/grid';
import { bookOf } from '../../support/wps-fake/book-of';
import { cellOf, type FakeBook, type FakeSheet } from '../../support/wps-fake/fake-book';
import { fakeEt } from '../../support/wps-fake/fake-et';
import { FORM, plan } from './small-form';

// One number in the last corner of a sheet makes seventeen thousand million cells “used”.

const NOTES = { name: '说明', rows: [['填表说明']] };

const sheetNamed = ({ sheets }: FakeBook, name: string): FakeSheet => {
  const sheet = sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(name);
  return sheet;
};

function opened(...places: readonly (readonly [string, string])[]) {
  const book = bookOf([FORM, NOTES]);
  for (const [sheet, name] of places) {
    const cell = parseCellName(name);
    if (cell) cellOf(sheetNamed(book, sheet), cell).value = 7;
  }
  const et = fakeEt(book);
  return { et, host: createWpsHost(et.application) };
}

type Opened = ReturnType<typeof opened>;

/** Of the form: values, fills and notes, but for the far cells. */
const near = ({ et }: Opened) =>
  [...sheetNamed(et.book, FORM.name).cells]
    .filter(([key]) => key.split(',').every((number) => Number(number) < 100))
    .flatMap(([key, { value, fill, note }]) =>
      value === null && fill === null && note === null ? [] : [[key, value, fill, note]],
    )
    .sort();

test.each([
  ['on the form itself', FORM.name],
  ['on another sheet', NOTES.name],
])('a far cell %s: the form is scored as without it, and taken back', async (_, sheet) => {
  const plain = opened();
  await plain.host.apply(plan(await plain.host.read()));
  const far = opened([sheet, 'XFD1048576']);
  const before = near(far);
  const report = await far.host.apply(plan(await far.host.read()));
  expect(report.degradations).toEqual([]);
  expect(near(far)).toEqual(near(plain));
  expect(near(far)).not.toEqual(before);
  expect(await far.host.undo()).toBe(true);
  expect(near(far)).toEqual(before);
});

test('what is read says where it stands, with the merges and hidden rows of the form', async () => {
  const places = ['XFD1048576', 'AB900000', 'ZZ9'].map((cell) => [FORM.name, cell] as const);
  const { host, et } = opened(...places);
  sheetNamed(et.book, FORM.name).hiddenRows.add(8).add(700_000);
  const plain = opened();
  sheetNamed(plain.et.book, FORM.name).hiddenRows.add(8);
  const usual = (await plain.host.read()).sheets[0];
  const [form] = (await host.read()).sheets;
  expect([form?.rowCount, form?.columnCount]).toEqual([1_048_576, 16_384]);
  expect(form?.values[1_048_575]?.[16_383]).toBe(7);
  expect(form?.values[899_999]?.[27]).toBe(7);
  expect(form?.values[8]?.[701]).toBe(7);
  const asRead = form?.values
    .slice(0, usual?.rowCount)
    .map((line, row) => usual?.values[row]?.map((__, column) => line[column] ?? null));
  expect(asRead).toEqual(usual?.values);
  expect(form?.merges).toEqual(usual?.merges);
  expect([...(form?.hiddenRows ?? [])]).toEqual([8, 700_000]);
  const stored = form?.values.reduce((sum, line) => sum + line.length, 0) ?? 0;
  expect(stored).toBeLessThan(60_000);
  et.bridge.calls.clear();
  await host.read();
  expect(et.bridge.calls.get('WorksheetFunction.CountA')).toBeLessThan(1_500);
});

test('a formatted column of a million rows is read as the form in it', async () => {
  const { host, et } = opened();
  const form = sheetNamed(et.book, FORM.name);
  cellOf(form, { row: 1_048_575, column: 20 }).fill = 255;
  const plain = opened();
  expect((await host.read()).sheets[0]).toEqual((await plain.host.read()).sheets[0]);
});

test('cells strewn over all of a sheet are refused by its name, and so is a WPS that cannot count', async () => {
  const { host, et } = opened();
  const sheet = sheetNamed(et.book, NOTES.name);
  for (let at = 1; at <= 150; at += 1) {
    cellOf(sheet, { row: at * 6900, column: [0, 701, 16_383][at % 3] ?? 0 }).value = at;
  }
  const refused = { code: 'sheet-too-large', data: { part: NOTES.name } };
  await expect(host.read()).rejects.toMatchObject(refused);
  const far = opened([NOTES.name, 'XFD1048576']);
  const { application } = far.et;
  const blind = new Proxy(application, {
    get: (target, name) =>
      name === 'WorksheetFunction' ? undefined : (Reflect.get(target, name) as unknown),
  });
  await expect(createWpsHost(blind).read()).rejects.toMatchObject(refused);
});

test('many rows in a far column are refused by the sheet’s name, for they are many millions of cells', async () => {
  const { host, et } = opened();
  const sheet = sheetNamed(et.book, NOTES.name);
  for (let row = 0; row < 600; row += 1) cellOf(sheet, { row, column: 16_383 }).value = row;
  const refused = { code: 'sheet-too-large', data: { part: NOTES.name } };
  await expect(host.read()).rejects.toMatchObject(refused);
});
