import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import { isFailure } from '../../../src/model/failure';
import { parseRangeName, type Range } from '../../../src/model/grid';
import type { PatchReport } from '../../../src/model/patch';
import { cellAt, pictureOf, sheetNamed } from '../../support/excel-fake/fake-book';
import { openFakeExcel, type Fault } from '../../support/excel-fake/fake-excel';
import { formBook, planOf } from '../../support/excel-fake/form-book';

const range = (name: string): Range => {
  const found = parseRangeName(name);
  if (!found) throw new Error(`no range: ${name}`);
  return found;
};

/** The scores of two indicators in one merged cell; the second of them is blank and to be filled. */
function opened(level: number) {
  const book = formBook(8);
  const sheet = sheetNamed(book, '附表');
  sheet.merges = [...sheet.merges, range('G7:G8')];
  const fake = openFakeExcel({ book, level });
  return { fake, sheet, host: createExcelHost(fake) };
}

async function scoreAt(level: number, fault: (trip: number) => Fault | null = () => null) {
  const { fake, sheet, host } = opened(level);
  const patch = planOf(await host.read());
  const before = pictureOf(fake.book);
  fake.forgetTrips();
  fake.fault = fault;
  let report: PatchReport | null = null;
  let code = '';
  try {
    report = await host.apply(patch);
  } catch (reason) {
    if (!isFailure(reason)) throw reason;
    code = reason.code;
  }
  return { fake, sheet, host, patch, before, report, code };
}

describe.each([9, 10, 11, 12])(
  'a score under a merge nobody can ask for, ExcelApi 1.%d',
  (level) => {
    test('is named, in three round trips, and not put down as written', async () => {
      const { fake, sheet, host, patch, report } = await scoreAt(level);
      expect(fake.trips).toHaveLength(3);
      expect(report?.degradations.filter(({ kind }) => kind === 'cell-not-kept')).toEqual([
        { kind: 'cell-not-kept', sheet: '附表', cell: { row: 7, column: 6 } },
      ]);
      expect(report?.cellsWritten).toBe(patch.values.length - 1);
      expect(cellAt(sheet, 'G8').value).toBe('');
      const { ledger } = await host.read();
      expect(ledger?.scores.map(({ cell }) => cell)).not.toContain('G8');
      expect(ledger?.scores).toHaveLength(patch.values.length - 1);
    });

    test('is no obstacle to scoring again, nor to taking it back after reopening', async () => {
      const { fake, host, before } = await scoreAt(level);
      const again = await host.apply(planOf(await host.read()));
      expect(again.degradations.filter(({ kind }) => kind === 'cell-not-kept')).toHaveLength(1);
      expect(again.cellsWritten).toBe(0);
      expect(await createExcelHost(fake).undo()).toBe(true);
      expect(pictureOf(fake.book)).toEqual(before);
    });

    test('leaves the way back of the same session alone too', async () => {
      const { fake, host, before } = await scoreAt(level);
      await host.apply(planOf(await host.read()));
      expect(await host.undo()).toBe(true);
      expect(pictureOf(fake.book)).toEqual(before);
    });

    const FAULTS: readonly Fault[] = [
      { kind: 'refuse', code: 'ServiceUnavailable' },
      { kind: 'halt', after: 1, code: 'ServiceUnavailable' },
      { kind: 'lost' },
    ];
    test.each([0, 1, 2].flatMap((at) => FAULTS.map((fault) => [fault.kind, at, fault] as const)))(
      '%s at request %d: nothing is changed, and nothing is owed',
      async (_, at, fault) => {
        const { fake, before, host, code } = await scoreAt(level, (trip) =>
          trip === at ? fault : null,
        );
        expect(code).not.toBe('');
        expect(pictureOf(fake.book)).toEqual(before);
        expect((await host.apply(planOf(await host.read()))).cellsWritten).toBeGreaterThan(0);
      },
    );

    test('refused from then on: said to be partly written, and taken back later', async () => {
      const { fake, before, host, code } = await scoreAt(level, (trip) =>
        trip >= 2 ? { kind: 'refuse', code: 'ServiceUnavailable' } : null,
      );
      expect(code).toBe('excel-partly-written');
      fake.fault = () => null;
      expect(await host.undo()).toBe(true);
      expect(pictureOf(fake.book)).toEqual(before);
    });
  },
);

test.each([13, 18])('ExcelApi 1.%d knows of the merge and plans nothing for it', async (level) => {
  const { fake, report } = await scoreAt(level);
  expect(fake.trips).toHaveLength(2);
  expect(report?.degradations.filter(({ kind }) => kind === 'cell-not-kept')).toEqual([]);
});
