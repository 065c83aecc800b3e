import fc from 'fast-check';
import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import { allRows, changedRows } from '../../../src/hosts/excel/page-rows';
import type { Degradation, SheetCell, SheetWrite } from '../../../src/model/patch';
import { cellAt, pictureOf, sheetNamed, type FakeBook } from '../../support/excel-fake/fake-book';
import { openFakeExcel } from '../../support/excel-fake/fake-excel';
import { formBook, planOf, score } from '../../support/excel-fake/form-book';

/** What only looks better cannot take scores back: docs of the parts say which may fail. */
const PARTS: readonly (readonly [string, string, string])[] = [
  ['page set-up without a printer', 'layout', 'Orientation'],
  ['the zoom of the page', 'layout', 'Zoom'],
  ['borders inside a single row', 'border', 'Style'],
  ['gridlines', 'sheet', 'Gridlines'],
  ['frozen rows', 'panes', 'FreezeRows'],
  ['links', 'range', 'SetCellProperties'],
  ['fonts', 'font', 'Color'],
  ['merged titles', 'range', 'Merge'],
  ['widths', 'format', 'ColumnWidth'],
];

async function scored(fails: (kind: string, name: string) => string | null) {
  const fake = openFakeExcel({ book: formBook(12), fails });
  const host = createExcelHost(fake);
  const before = pictureOf(fake.book);
  const patch = planOf(await host.read());
  const report = await host.apply(patch);
  return { fake, host, before, patch, report };
}

const kindsOf = (degradations: readonly Degradation[]): readonly string[] =>
  degradations.map(({ kind, sheet }) => `${kind} ${sheet}`);

const scoresOf = (book: FakeBook): readonly unknown[] =>
  Array.from({ length: 12 }, (_, row) => cellAt(sheetNamed(book, '附表'), `G${row + 6}`).value);

test.each(PARTS)(
  '%s refused: scores, marks and what the sheets say stand',
  async (_, kind, name) => {
    const plain = await scored(() => null);
    const { fake, host, before, patch, report } = await scored((on, what) =>
      on === kind && what === name ? 'GeneralException' : null,
    );
    expect(report.cellsWritten).toBe(patch.values.length);
    expect(scoresOf(fake.book)).toEqual(scoresOf(plain.fake.book));
    const told = kindsOf(report.degradations).filter((one) => one.startsWith('looks-left'));
    expect(told.length).toBeGreaterThan(0);
    // Once for each sheet, however many steps of it fail.
    expect(new Set(told).size).toBe(told.length);
    for (const { name: page } of patch.sheets) {
      const [ours, theirs] = [fake, plain.fake].map(({ book }) => sheetNamed(book, page));
      const said = (sheet: typeof ours) =>
        [...(sheet?.cells ?? [])].map(([key, { value }]) => [key, value]);
      const filled = (sheet: typeof ours) => said(sheet).filter(([, value]) => value !== '');
      expect(filled(ours)).toEqual(filled(theirs));
    }
    expect(fake.book.eventsEnabled).toBe(true);
    expect(await host.undo()).toBe(true);
    expect(pictureOf(fake.book)).toEqual(before);
  },
);

test('a chart sheet that has the name already: the page is left out by name, scores stand', async () => {
  const { fake, host, before, report, patch } = await scored((on, what) =>
    on === 'worksheets' && what === 'Add' ? 'ItemAlreadyExists' : null,
  );
  expect(report.cellsWritten).toBe(patch.values.length);
  expect(kindsOf(report.degradations)).toEqual(
    expect.arrayContaining(patch.sheets.map(({ name }) => `sheet-unfinished ${name}`)),
  );
  expect(await host.undo()).toBe(true);
  expect(pictureOf(fake.book)).toEqual(before);
});

test('the last step of all left out leaves events on', async () => {
  const { fake, report } = await scored((on) => (on === 'charts' ? 'GeneralException' : null));
  expect(kindsOf(report.degradations).join()).toContain('chart-unsupported');
  expect(fake.book.eventsEnabled).toBe(true);
});

describe('a sheet of ours that stands', () => {
  async function editedOnce(cell: string, value: unknown) {
    const fake = openFakeExcel({ book: formBook(60) });
    const host = createExcelHost(fake);
    await score(host);
    fake.type('附表', cell, value);
    const patch = planOf(await host.read());
    fake.forgetTrips();
    await host.apply(patch);
    return { fake, host };
  }

  test('is written row by row where something differs, and looks as written at once', async () => {
    const { fake } = await editedOnce('E6', '9个');
    const fresh = openFakeExcel({ book: formBook(60) });
    fresh.type('附表', 'E6', '9个');
    await score(createExcelHost(fresh));
    for (const name of ['核查清单', '汇总表']) {
      expect(pictureOf(fake.book, [name])).toEqual(pictureOf(fresh.book, [name]));
    }
  });

  test('costs what changed, not what is in it', async () => {
    const { fake } = await editedOnce('E6', '9个');
    const sent = fake.trips.reduce((sum, { actions }) => sum + actions, 0);
    const first = openFakeExcel({ book: formBook(60) });
    await score(createExcelHost(first));
    const whole = first.trips.reduce((sum, { actions }) => sum + actions, 0);
    expect(sent).toBeLessThan(whole * 0.6);
  });

  test('keeps what a person did to rows that stay as they are', async () => {
    const fake = openFakeExcel({ book: formBook(60) });
    const host = createExcelHost(fake);
    await score(host);
    const list = sheetNamed(fake.book, '自评报告提纲');
    const last = [...list.cells.keys()].reduce((most, key) => Math.max(most, key), 0);
    const cell = list.cells.get(last);
    if (!cell) throw new Error('no cell');
    list.cells.set(last, {
      ...cell,
      fill: { color: '#00FF00', pattern: 'Solid', patternColor: '' },
    });
    fake.type('附表', 'E6', '9个');
    await score(host);
    expect(list.cells.get(last)?.fill?.color).toBe('#00FF00');
  });
});

const cell = fc.option(
  fc.record<SheetCell>({
    value: fc.constantFrom('甲', '乙', 3),
    style: fc.constantFrom('text', 'error'),
  }),
);
const page = fc
  .record({
    rows: fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 8 }),
    tops: fc.uniqueArray(fc.nat(7), { maxLength: 3 }),
  })
  .map(({ rows, tops }): SheetWrite => ({
    role: 'findings',
    name: '核查清单',
    widths: [10, 20, 30],
    rows,
    merges: tops
      .filter((top) => top < rows.length)
      .map((top) => ({ top, left: 0, bottom: Math.min(top + 1, rows.length - 1), right: 0 })),
    frozenRows: 1,
    landscape: true,
    chart: null,
  }));

test('rows that are not named are the same before and after, and nothing stands below the end', () => {
  fc.assert(
    fc.property(page, page, (standing, write) => {
      const part = changedRows(standing, write);
      if (!part) throw new Error('same shape');
      const named = new Set(part.rows);
      write.rows.forEach((cells, row) => {
        if (!named.has(row)) expect(standing.rows[row]).toEqual(cells);
      });
      for (const { top, bottom } of [...standing.merges, ...write.merges]) {
        const inside = [top, bottom].map((row) => named.has(row) || row >= write.rows.length);
        expect(inside[0] === inside[1] || !named.has(top)).toBe(true);
      }
      if (standing.rows.length > write.rows.length) {
        expect(part.beyond).toEqual({
          top: write.rows.length,
          bottom: standing.rows.length - 1,
        });
      } else expect(part.beyond).toBeNull();
    }),
  );
  const whole = { ...fc.sample(page, 1)[0], widths: [1] } as SheetWrite;
  expect(allRows(whole).rows).toHaveLength(whole.rows.length);
});
