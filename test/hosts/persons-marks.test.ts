import fc from 'fast-check';
import { TONE_FILLS } from '../../src/changes/fill-memory';
import { planClear } from '../../src/engine/plan';
import { createExcelHost } from '../../src/hosts/excel/excel-host';
import { createWpsHost } from '../../src/hosts/wps/wps-host';
import { bgrOf } from '../../src/hosts/wps/colours';
import { cellName } from '../../src/model/grid';
import { AUTHOR, cellAt, changeCell, pictureOf, sheetNamed } from '../support/excel-fake/fake-book';
import { openFakeExcel } from '../support/excel-fake/fake-excel';
import { formBook, planOf } from '../support/excel-fake/form-book';
import { bookOf } from '../support/wps-fake/book-of';
import { cellOf, type FakeBook } from '../support/wps-fake/fake-book';
import { fakeEt } from '../support/wps-fake/fake-et';
import { FORM } from './wps/small-form';

// A person colours cells as we do and writes notes that begin as ours: none of it is ever ours.

const words = fc.constantFrom(
  '【错误】',
  '【警告 JX203】',
  '错误 JX401：',
  '请核实得分',
  '应为：10',
  '现为：9',
  '怎样改：',
  '已与财务核对。',
  '[Error JX401] ',
  '得分偏高，',
  '\n',
);
const note = fc
  .array(words, { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(''))
  // Of one that reads as ours in every line nobody could tell.
  .filter((text) => !/^(?:【|\[)\S+ JX\d{3}[】\]].*[。.](?:\n|$)/.test(text) && text.trim() !== '');
const mark = fc.record({
  row: fc.integer({ min: 6, max: 10 }),
  column: fc.integer({ min: 0, max: 7 }),
  fill: fc.option(fc.constantFrom(...Object.values(TONE_FILLS)), { nil: null }),
  note: fc.option(note, { nil: null }),
});
const marks = fc.uniqueArray(mark, {
  minLength: 1,
  maxLength: 6,
  selector: ({ row, column }) => `${row} ${column}`,
});

test('in Excel, clearing changes nothing of it, and scoring gives it back', async () => {
  await fc.assert(
    fc.asyncProperty(marks, async (own) => {
      const book = formBook(8);
      const sheet = sheetNamed(book, '附表');
      for (const { row, column, fill, note: content } of own) {
        const name = cellName({ row, column });
        if (fill)
          changeCell(sheet, name, { fill: { color: fill, pattern: 'Solid', patternColor: '' } });
        if (content !== null) sheet.notes.set(name, { author: AUTHOR, content });
      }
      const fake = openFakeExcel({ book });
      const before = structuredClone(fake.book);
      const host = createExcelHost(fake);
      await host.apply(planClear(await host.read()));
      expect(pictureOf(fake.book)).toEqual(pictureOf(before));
      await host.apply(planOf(await host.read()));
      await host.apply(planClear(await host.read()));
      const form = sheetNamed(fake.book, '附表');
      for (const { row, column, fill, note: content } of own) {
        const name = cellName({ row, column });
        expect([name, cellAt(form, name).fill?.color ?? null]).toEqual([name, fill]);
        expect([name, form.notes.get(name)?.content ?? null]).toEqual([name, content]);
      }
      expect(form.notes.size).toBe(own.filter((one) => one.note !== null).length);
    }),
    { numRuns: 25 },
  );
});

const looks = ({ sheets }: FakeBook): unknown =>
  sheets.flatMap(({ name, cells }) =>
    [...cells].flatMap(([at, { fill, note: text }]) =>
      fill === null && text === null ? [] : [[name, at, fill, text]],
    ),
  );

test('in WPS, too', async () => {
  await fc.assert(
    fc.asyncProperty(marks, async (own) => {
      const et = fakeEt(bookOf([FORM]));
      const [sheet] = et.book.sheets;
      for (const { row, column, fill, note: content } of own) {
        const cell = sheet && cellOf(sheet, { row, column });
        if (cell) Object.assign(cell, { fill: fill && bgrOf(fill), note: content });
      }
      const before = looks(et.book);
      const host = createWpsHost(et.application);
      await host.apply(planClear(await host.read()));
      expect(looks(et.book)).toEqual(before);
      await host.apply(planOf(await host.read()));
      await host.apply(planClear(await host.read()));
      expect(looks(et.book)).toEqual(before);
    }),
    { numRuns: 25 },
  );
});
