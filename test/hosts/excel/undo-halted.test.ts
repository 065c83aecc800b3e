import fc from 'fast-check';
import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import { isFailure } from '../../../src/model/failure';
import { cellAt, changeCell, pictureOf, sheetNamed } from '../../support/excel-fake/fake-book';
import { openFakeExcel, type FakeExcel } from '../../support/excel-fake/fake-excel';
import { clear, formBook, score } from '../../support/excel-fake/form-book';

const ROWS = 6;
/** Excel is gone in the middle of it: no step is left out by name. */
const NOWHERE = '';

/** Whether it was done; a refusal of Excel is none of the test's business. */
async function isDone(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (reason) {
    if (isFailure(reason)) return false;
    throw reason;
  }
}

interface Halt {
  /** Trips from the beginning of the undo. */
  readonly trip: number;
  readonly after: number;
}

const halt: fc.Arbitrary<Halt> = fc.record({
  trip: fc.integer({ min: 2, max: 3 }),
  after: fc.nat({ max: 80 }),
});

/** A write is being taken back, halts, and the window is closed over it. */
async function haltedUndo(fake: FakeExcel, { trip, after }: Halt): Promise<void> {
  const host = createExcelHost(fake);
  const from = fake.trips.length;
  fake.fault = (at) => (at >= from + trip ? { kind: 'halt', after, code: NOWHERE } : null);
  await isDone(() => host.undo());
  fake.fault = () => null;
}

test('a taking back that halts and is left alone can be finished by whoever opens the workbook next', async () => {
  await fc.assert(
    fc.asyncProperty(halt, async (where) => {
      const fake = openFakeExcel({ book: formBook(ROWS) });
      const before = pictureOf(fake.book);
      await score(createExcelHost(fake));
      await haltedUndo(fake, where);
      const later = createExcelHost(fake);
      await later.undo();
      expect(pictureOf(fake.book)).toEqual(before);
    }),
    { numRuns: 8 },
  );
});

test('a clearing that halts and is left alone leaves nothing of ours that the next one cannot clear', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 60 }), async (after) => {
      const fake = openFakeExcel({ book: formBook(ROWS) });
      await score(createExcelHost(fake));
      const host = createExcelHost(fake);
      await host.read();
      const from = fake.trips.length;
      fake.fault = (at) => (at >= from + 3 ? { kind: 'halt', after, code: NOWHERE } : null);
      await isDone(() => clear(host));
      fake.fault = () => null;
      await clear(createExcelHost(fake));
      expect(fake.book.sheets.map(({ name }) => name)).toEqual(['附表', '说明']);
      expect(fake.book.parts).toEqual([]);
      const [form] = fake.book.sheets;
      expect(form?.notes.size).toBe(0);
      expect([...(form?.cells.values() ?? [])].filter(({ fill }) => fill !== null)).toEqual([]);
    }),
    { numRuns: 8 },
  );
});

/** Actions of the write itself that are done before Excel is gone: its cells, marks, sheets. */
const FAR = [12, 18, 24, 30, 40, 60, 120, 200, 300, 400, 500, 640];

test.each(FAR)(
  'a second write whose taking back halts after %d actions is taken back whole by the next session',
  async (after) => {
    const fake = openFakeExcel({ book: formBook(ROWS) });
    await score(createExcelHost(fake));
    changeCell(sheetNamed(fake.book, '附表'), 'E8', { value: '7个' });
    const names = fake.book.sheets.map(({ name }) => name);
    const before = pictureOf(fake.book, names);
    await score(createExcelHost(fake));
    await haltedUndo(fake, { trip: 3, after });
    const left: unknown[] = [];
    await createExcelHost(fake).undo({ onLeft: (more) => left.push(...more) });
    expect(left).toEqual([]);
    expect(fake.book.sheets.map(({ name }) => name)).toEqual(names);
    expect(pictureOf(fake.book, names)).toEqual(before);
  },
);

test('what a person types into a sheet of ours left half written keeps it', async () => {
  const fake = openFakeExcel({ book: formBook(ROWS) });
  await score(createExcelHost(fake));
  changeCell(sheetNamed(fake.book, '附表'), 'E8', { value: '7个' });
  await score(createExcelHost(fake));
  await haltedUndo(fake, { trip: 3, after: 120 });
  fake.type('核查清单', 'B40', '待核实');
  const left: unknown[] = [];
  await createExcelHost(fake).undo({ onLeft: (more) => left.push(...more) });
  expect(left).toEqual([{ kind: 'sheet-kept', sheet: '核查清单', cell: null }]);
  expect(cellAt(sheetNamed(fake.book, '核查清单'), 'B40').value).toBe('待核实');
});

const HALTS = [14, 18].flatMap((level) =>
  [8, 10, 12, 14, 16, 20].map((after) => ({ level, after })),
);

test.each(HALTS)(
  'a write at 1.$level that halts after $after actions, taking marks away, loses no colour of a person',
  async ({ level, after }) => {
    const yellow = { color: '#FFFF00', pattern: 'Solid', patternColor: '' };
    const fake = openFakeExcel({ book: formBook(ROWS), level });
    const form = sheetNamed(fake.book, '附表');
    const cells = ['G6', 'G7', 'G8', 'G9', 'G10', 'G11', 'H6', 'H11'];
    for (const cell of cells) changeCell(form, cell, { fill: { ...yellow } });
    await score(createExcelHost(fake));
    // What was found is put right by now.
    for (const row of [6, 11]) changeCell(form, `E${row}`, { value: '10个' });
    const host = createExcelHost(fake);
    await host.read();
    const from = fake.trips.length;
    fake.fault = (at) => (at >= from + 3 ? { kind: 'halt', after, code: NOWHERE } : null);
    await isDone(() => score(host));
    fake.fault = () => null;
    await clear(createExcelHost(fake));
    const fills = [...form.cells.values()].flatMap(({ fill }) => (fill ? [fill.color] : []));
    expect(fills).toEqual(cells.map(() => yellow.color));
    expect(form.notes.size).toBe(0);
  },
);
