import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import { createWpsHost } from '../../../src/hosts/wps/wps-host';
import { planClear } from '../../../src/engine/plan';
import type { HostPort } from '../../../src/hosts/port';
import {
  AUTHOR,
  cellAt,
  changeCell,
  guidOf,
  pictureOf,
  sheetNamed,
  type FakeBook,
} from '../../support/excel-fake/fake-book';
import { openFakeExcel } from '../../support/excel-fake/fake-excel';
import { clear, formBook, score } from '../../support/excel-fake/form-book';
import { bookOf } from '../../support/wps-fake/book-of';
import { fakeEt } from '../../support/wps-fake/fake-et';
import { FORM, plan } from '../wps/small-form';

const OURS = ['核查清单', '汇总表', '自评报告提纲'];
const RED = { color: '#FF0000', pattern: 'Solid', patternColor: '' };

/** Cells of a sheet with a note, and how many have a fill. */
const marksOn = (book: FakeBook, name: string) => {
  const { notes, cells } = sheetNamed(book, name);
  return {
    notes: [...notes.keys()].sort(),
    fills: [...cells.values()].filter(({ fill }) => fill !== null).length,
  };
};

/** As Excel copies a sheet: with our fills and notes on it. */
function copySheet(book: FakeBook): void {
  const copy = structuredClone(sheetNamed(book, '附表'));
  book.sheets.splice(1, 0, { ...copy, id: guidOf(900), name: '附表 (2)' });
}

const recognised = async (host: HostPort) => (await host.read()).ledger?.recognised;

describe('in Excel, marks of a workbook that lost its ledger', () => {
  test('are known by their notes: a corrected cell loses its mark, and clear takes all', async () => {
    const fake = openFakeExcel({ book: formBook(12) });
    const form = sheetNamed(fake.book, '附表');
    const mine = { author: AUTHOR, content: '请核对' };
    form.notes.set('B7', { ...mine });
    changeCell(form, 'B8', { fill: { ...RED } });
    await score(createExcelHost(fake));
    const first = marksOn(fake.book, '附表');
    expect(first.notes.length).toBeGreaterThan(3);
    const reason = first.notes.find((cell) => cell.startsWith('H')) ?? '';
    fake.book.parts = [];
    changeCell(form, reason, { value: '雨季停工四十天，已调整工期，明年三月完成剩余标段' });
    const again = createExcelHost(fake);
    expect((await recognised(again))?.withoutLedger).toBe(true);
    await score(again);
    expect(fake.book.sheets.map(({ name }) => name).sort()).toEqual(
      ['说明', '附表', ...OURS].sort(),
    );
    expect(form.notes.has(reason)).toBe(false);
    expect(cellAt(form, reason).fill).toBeNull();
    fake.book.parts = [];
    const report = await clear(createExcelHost(fake));
    expect(marksOn(fake.book, '附表')).toEqual({ notes: ['B7'], fills: 1 });
    expect(form.notes.get('B7')).toEqual(mine);
    expect(cellAt(form, 'B8').fill).toEqual(RED);
    expect(fake.book.sheets.map(({ name }) => name).sort()).toEqual(
      ['说明', '附表', '自评报告提纲'].sort(),
    );
    expect(report.degradations).toContainEqual(expect.objectContaining({ kind: 'ledger-gone' }));
  });

  test.each([true, false])('a copied sheet is cleared; ledger kept: %s', async (isKept) => {
    const fake = openFakeExcel({ book: formBook(12) });
    const host = createExcelHost(fake);
    await score(host);
    copySheet(fake.book);
    if (!isKept) fake.book.parts = [];
    await clear(host);
    const none = { notes: [], fills: 0 };
    expect([marksOn(fake.book, '附表'), marksOn(fake.book, '附表 (2)')]).toEqual([none, none]);
  });

  test('a copy is looked at also where as many notes of ours were deleted as it brings', async () => {
    const fake = openFakeExcel({ book: formBook(12) });
    const host = createExcelHost(fake);
    await score(host);
    copySheet(fake.book);
    sheetNamed(fake.book, '附表').notes.clear();
    await clear(host);
    expect(marksOn(fake.book, '附表 (2)')).toEqual({ notes: [], fills: 0 });
  });

  test('a copied sheet that is scored again is cleared in the same session', async () => {
    const fake = openFakeExcel({ book: formBook(12) });
    const host = createExcelHost(fake);
    await score(host);
    copySheet(fake.book);
    await score(host);
    await clear(host);
    const none = { notes: [], fills: 0 };
    expect([marksOn(fake.book, '附表'), marksOn(fake.book, '附表 (2)')]).toEqual([none, none]);
  });

  test('what a person wrote into a note since it was read stays', async () => {
    const fake = openFakeExcel({ book: formBook(12) });
    await score(createExcelHost(fake));
    fake.book.parts = [];
    const host = createExcelHost(fake);
    const patch = planClear(await host.read());
    const { notes } = sheetNamed(fake.book, '附表');
    notes.set('G6', { author: AUTHOR, content: '已与财务核对，按此填报' });
    await host.apply(patch);
    expect([...notes.values()].map(({ content }) => content)).toEqual(['已与财务核对，按此填报']);
  });

  test('undo puts them back as they stood', async () => {
    const fake = openFakeExcel({ book: formBook(12) });
    await score(createExcelHost(fake));
    fake.book.parts = [];
    const before = pictureOf(fake.book, ['附表']);
    const host = createExcelHost(fake);
    await clear(host);
    expect(await host.undo()).toBe(true);
    expect(pictureOf(fake.book, ['附表'])).toEqual(before);
  });

  test('below ExcelApi 1.18 nobody can ask for them: only the sheets are ours', async () => {
    const fake = openFakeExcel({ book: formBook(12) });
    await score(createExcelHost(fake));
    fake.book.parts = [];
    const marks = marksOn(fake.book, '附表');
    const host = createExcelHost(openFakeExcel({ book: fake.book, level: 17 }));
    await clear(host);
    expect(marksOn(fake.book, '附表')).toEqual(marks);
  });

  test('are asked for only where there are more notes than the ledger knows of', async () => {
    const fake = openFakeExcel({ book: formBook(12) });
    const host = createExcelHost(fake);
    await score(host);
    const trips = async () => {
      fake.forgetTrips();
      await host.read();
      return fake.trips.length;
    };
    expect(await trips()).toBe(2);
    sheetNamed(fake.book, '说明').notes.set('A1', { author: AUTHOR, content: '请核对' });
    expect(await trips()).toBe(3);
    fake.book.parts = [];
    expect(await trips()).toBe(4);
  });
});

test('in Excel, a workbook that lost its ledger gets no second set of sheets, and is cleared of them', async () => {
  const fake = openFakeExcel({ book: formBook(12) });
  await score(createExcelHost(fake));
  fake.book.parts = [];
  const host = createExcelHost(fake);
  await score(host);
  const names = () => fake.book.sheets.map(({ name }) => name);
  expect(names().sort()).toEqual(['说明', '附表', ...OURS].sort());
  fake.book.parts = [];
  const report = await clear(createExcelHost(fake));
  expect(names().sort()).toEqual(['说明', '附表', '自评报告提纲'].sort());
  expect(report.degradations).toContainEqual({
    kind: 'sheet-kept',
    sheet: '自评报告提纲',
    cell: null,
  });
});

test('in WPS, too', async () => {
  const et = fakeEt(bookOf([FORM]));
  const first = createWpsHost(et.application);
  await first.apply(plan(await first.read()));
  et.book.parts.length = 0;
  const host = createWpsHost(et.application);
  await host.apply(plan(await host.read()));
  const names = () => et.book.sheets.map(({ name }) => name);
  expect(names().sort()).toEqual([FORM.name, ...OURS].sort());
  const marked = () =>
    et.book.sheets.flatMap(({ cells }) =>
      [...cells.values()].filter(({ fill, note }) => fill !== null || note !== null),
    );
  expect(marked().length).toBeGreaterThan(0);
  et.book.parts.length = 0;
  const again = createWpsHost(et.application);
  await again.apply(planClear(await again.read()));
  expect(names().sort()).toEqual([FORM.name, '自评报告提纲'].sort());
  expect(marked()).toEqual([]);
});

test.each([true, false])('in WPS a copied sheet is cleared; ledger kept: %s', async (isKept) => {
  const et = fakeEt(bookOf([FORM]));
  const host = createWpsHost(et.application);
  await host.apply(plan(await host.read()));
  const form = et.book.sheets.find(({ name }) => name === FORM.name);
  if (form) et.book.sheets.push({ ...structuredClone(form), name: `${FORM.name} (2)` });
  if (!isKept) et.book.parts.length = 0;
  const again = createWpsHost(et.application);
  await again.apply(planClear(await again.read()));
  const marked = et.book.sheets.flatMap(({ cells }) =>
    [...cells.values()].filter(({ fill, note }) => fill !== null || note !== null),
  );
  expect(et.book.sheets.map(({ name }) => name)).toContain(`${FORM.name} (2)`);
  expect(marked).toEqual([]);
});
