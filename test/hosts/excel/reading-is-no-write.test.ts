import fc from 'fast-check';
import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import { parseRangeName } from '../../../src/model/grid';
import { createSession } from '../../../src/pane/session';
import { settled, testClock } from '../../pane/pane-forms';
import { sheetNamed, type FakeBook } from '../../support/excel-fake/fake-book';
import {
  openFakeExcel,
  type FakeExcel,
  type FakeOptions,
} from '../../support/excel-fake/fake-excel';
import { formBook, planOf, score } from '../../support/excel-fake/form-book';
import { inserted } from '../../support/moves';
import { rearrange } from '../../support/excel-fake/rearrange';

/**
 * Before ExcelApi 1.19 every request that is a write clears a person's undo history (office-js
 * #2802), also one that only asks. Which requests are, Microsoft's own client says.
 */

const writesIn = ({ trips }: FakeExcel): number => trips.filter(({ isWrite }) => isWrite).length;

function opened(options: FakeOptions = {}) {
  const fake = openFakeExcel({ book: formBook(20), ...options });
  return { fake, host: createExcelHost(fake) };
}

test('the client tells reading from writing', async () => {
  const { fake, host } = opened();
  const snapshot = await host.read();
  fake.forgetTrips();
  await host.read();
  expect(fake.trips.map(({ isWrite }) => isWrite)).toEqual([false, false]);
  fake.forgetTrips();
  await host.apply(planOf(snapshot));
  expect(writesIn(fake)).toBeGreaterThan(0);
});

test.each([9, 13, 18])(
  'opening a workbook is one write at most, for what no property tells (1.%d)',
  async (level) => {
    const { fake, host } = opened({ level });
    await host.read();
    expect(writesIn(fake)).toBeLessThanOrEqual(1);
  },
);

test('an idle hour: no request that Excel takes for a write', async () => {
  const { fake } = opened();
  const host = createExcelHost(fake);
  await score(host);
  const clock = testClock();
  const session = createSession({ host, clock, settings: { autoRecalculate: true } });
  await session.start();
  await settled();
  fake.forgetTrips();
  // Edits that change no score, every few minutes; the pane reads and finds nothing to write.
  for (let minute = 0; minute < 60; minute += 5) {
    fake.type('说明', 'A2', `看过 ${minute}`);
    await settled();
    clock.pass(300_000);
    await settled();
  }
  expect(fake.trips.length).toBeGreaterThan(12);
  expect(writesIn(fake)).toBe(0);
  session.stop();
});

test.each<[string, (book: FakeBook) => void]>([
  [
    'rows hidden by a filter',
    (book) => void [7, 8, 12].map((row) => sheetNamed(book, '附表').hiddenRows.add(row)),
  ],
  ['a hidden column', (book) => void sheetNamed(book, '附表').hiddenColumns.add(3)],
])('%s are told without a write, and rightly', async (_, change) => {
  const { fake, host } = opened();
  await host.read();
  change(fake.book);
  fake.forgetTrips();
  const { sheets } = await host.read();
  const sheet = sheetNamed(fake.book, '附表');
  const read = sheets.find(({ name }) => name === '附表');
  expect([...(read?.hiddenRows ?? [])]).toEqual([...sheet.hiddenRows]);
  expect([...(read?.hiddenColumns ?? [])]).toEqual([...sheet.hiddenColumns]);
  expect(writesIn(fake)).toBe(0);
});

test('whichever rows are hidden, of a sheet of any length', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 90 }),
      fc.uniqueArray(fc.nat(95), { maxLength: 60 }),
      async (count, rows) => {
        const fake = openFakeExcel({ book: formBook(count) });
        const sheet = sheetNamed(fake.book, '附表');
        for (const row of rows) sheet.hiddenRows.add(row);
        const { sheets } = await createExcelHost(fake).read();
        const [form] = sheets;
        const inside = rows.filter((row) => row < (form?.rowCount ?? 0)).sort((a, b) => a - b);
        expect([...(form?.hiddenRows ?? [])]).toEqual(inside);
      },
    ),
    { numRuns: 20 },
  );
});

describe('merged areas that are taken for granted', () => {
  const range = (name: string) => parseRangeName(name) ?? { top: 0, left: 0, bottom: 0, right: 0 };

  test('are asked for again where rows came or went', async () => {
    const { fake, host } = opened();
    await host.read();
    rearrange(sheetNamed(fake.book, '附表'), inserted('row', 1));
    const { sheets } = await host.read();
    expect(sheets[0]?.merges.map(({ top }) => top).sort()).toEqual(
      sheetNamed(fake.book, '附表')
        .merges.map(({ top }) => top)
        .sort(),
    );
  });

  test('are asked for again where they would hide what stands there now', async () => {
    const { fake, host } = opened();
    await host.read();
    const sheet = sheetNamed(fake.book, '附表');
    sheet.merges = [];
    fake.type('附表', 'B1', '新写的');
    const { sheets } = await host.read();
    expect(sheets[0]?.values[0]?.[1]).toBe('新写的');
    expect(sheets[0]?.merges).toEqual([]);
  });

  test('are asked for before anything is written, and the plan is made anew', async () => {
    const { fake, host } = opened();
    await host.read();
    const sheet = sheetNamed(fake.book, '附表');
    sheet.merges = [...sheet.merges, range('G6:G7')];
    const stale = await host.read();
    await expect(host.apply(planOf(stale))).rejects.toMatchObject({ code: 'stale-snapshot' });
    const fresh = await host.read();
    expect(fresh.sheets[0]?.merges).toContainEqual(range('G6:G7'));
    expect((await host.apply(planOf(fresh))).degradations.map(({ kind }) => kind)).not.toContain(
      'cell-not-kept',
    );
  });
});

describe('a workbook that is calculated by hand', () => {
  function manual() {
    const book = formBook(20);
    book.isManual = true;
    return opened({ book });
  }

  const totals = (checks: readonly { readonly check: string }[]) =>
    checks.filter(({ check }) => check.includes('total'));

  test('is worked out before it is read where something changed, and only then', async () => {
    const { fake, host } = manual();
    await host.read();
    fake.forgetTrips();
    await host.read();
    expect(writesIn(fake)).toBe(0);
    fake.type('附表', 'G7', 1);
    expect(fake.book.isPending).toBe(true);
    const { sheets } = await host.read();
    const form = sheetNamed(fake.book, '附表');
    expect(fake.book.isPending).toBe(false);
    expect(sheets[0]?.values[25]?.[6]).toBe(
      [...form.cells.values()].find(({ formula }) => formula !== null)?.value,
    );
  });

  test('says nothing false of its totals after scoring', async () => {
    const { fake, host } = manual();
    await score(host);
    const { evaluate } = await import('../../../src/engine/evaluate');
    const { DEFAULT_OPTIONS } = await import('../../../src/engine/options');
    const twin = opened();
    await score(twin.host);
    const [ours, theirs] = [await host.read(), await twin.host.read()].map((snapshot) =>
      totals(evaluate(snapshot, DEFAULT_OPTIONS).findings),
    );
    expect(ours).toEqual(theirs);
    expect(fake.book.isPending).toBe(false);
  });
});
