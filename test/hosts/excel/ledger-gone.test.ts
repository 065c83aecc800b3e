import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import { createWpsHost } from '../../../src/hosts/wps/wps-host';
import { planClear } from '../../../src/engine/plan';
import { openFakeExcel } from '../../support/excel-fake/fake-excel';
import { clear, formBook, score } from '../../support/excel-fake/form-book';
import { bookOf } from '../../support/wps-fake/book-of';
import { fakeEt } from '../../support/wps-fake/fake-et';
import { FORM, plan } from '../wps/small-form';

const OURS = ['核查清单', '汇总表', '自评报告提纲'];

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
