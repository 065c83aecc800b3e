import fc from 'fast-check';
import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import { cellName, type Range } from '../../../src/model/grid';
import type { Snapshot } from '../../../src/model/snapshot';
import { cellAt, pictureOf, sheetNamed } from '../../support/excel-fake/fake-book';
import type { Grid } from '../../support/excel-fake/fake-cells';
import { openFakeExcel } from '../../support/excel-fake/fake-excel';
import { formBook, planOf } from '../../support/excel-fake/form-book';

type Takes = (values: Grid, range: Range) => Grid;

const each =
  (change: (value: unknown) => unknown): Takes =>
  (values) =>
    values.map((row) => row.map(change));

/** The same among the indicators alone: without its head a column is not found again. */
const belowHead =
  (change: (value: unknown) => unknown): Takes =>
  (values, { top }) =>
    values.map((row, down) => (top + down <= 4 ? row : row.map(change)));

/** Ways a program may put down something else than it was given. */
const WAYS: readonly (readonly [string, Takes])[] = [
  ['another number', each((value) => (typeof value === 'number' ? value + 0.01 : value))],
  ['the number as text', each((value) => (typeof value === 'number' ? `'${value}` : value))],
  ['a blank', each((value) => (typeof value === 'number' ? '' : value))],
  ['a blank between, which was to stay', belowHead((value) => value ?? '')],
  ['a number between, which was to stay', belowHead((value) => value ?? 7)],
];

const at = (snapshot: Snapshot, row: number, column: number) =>
  snapshot.sheets.find(({ name }) => name === '附表')?.values[row]?.[column] ?? null;

/** Scores a form in a program that takes values so, and what is in the cells of 得分 afterwards. */
async function scoreWith(takes: Takes) {
  const fake = openFakeExcel({ book: formBook(8), takes });
  const host = createExcelHost(fake);
  const before = await host.read();
  const patch = planOf(before);
  const report = await host.apply(patch);
  const after = await host.read();
  const written = new Map(
    patch.values.map((block) => [
      cellName({ row: block.top, column: block.left }),
      block.values[0]?.[0] ?? null,
    ]),
  );
  const rows = [...patch.values].map(({ top }) => top);
  const astray: string[] = [];
  for (let row = Math.min(...rows); row <= Math.max(...rows); row++) {
    const name = cellName({ row, column: 6 });
    const wanted = written.has(name) ? written.get(name) : at(before, row, 6);
    if (at(after, row, 6) !== wanted) astray.push(name);
  }
  const named = report.degradations
    .filter(({ kind }) => kind === 'cell-not-kept' || kind === 'cell-otherwise')
    .flatMap(({ cell }) => (cell ? [cellName(cell)] : []));
  return { fake, host, before, after, report, written, astray, named };
}

test.each(WAYS)('%s in a written column is named cell by cell', async (_, takes) => {
  const { report, written, astray, named, after } = await scoreWith(takes);
  expect(astray.length).toBeGreaterThan(0);
  expect(named.sort()).toEqual(astray.sort());
  const kept = [...written.keys()].filter((name) => !astray.includes(name));
  expect(report.cellsWritten).toBe(kept.length);
  expect(after.ledger?.scores.map(({ cell }) => cell).sort()).toEqual(kept.sort());
});

test('whatever the program makes of a column, what differs from the plan is named', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('keep', 'more', 'text', 'blank', 'other'), {
        minLength: 8,
        maxLength: 8,
      }),
      async (ways) => {
        const { astray, named } = await scoreWith((values) =>
          values.map((row, index) =>
            row.map((value) => {
              const way = ways[index % ways.length];
              if (way === 'more') return typeof value === 'number' ? value + 1 : value;
              if (way === 'text') return typeof value === 'number' ? `'${value}` : value;
              if (way === 'blank') return '';
              return way === 'other' ? 3 : value;
            }),
          ),
        );
        expect(named.sort()).toEqual(astray.sort());
      },
    ),
    { numRuns: 30 },
  );
});

test('nothing is named where the program takes what it is given', async () => {
  const { named, astray } = await scoreWith((values) => values);
  expect([named, astray]).toEqual([[], []]);
});

test.each(WAYS)('%s: undo gives back what stood before', async (_, takes) => {
  let isOdd = true;
  const fake = openFakeExcel({
    book: formBook(8),
    takes: (values, range) => (isOdd ? takes(values, range) : values),
  });
  const host = createExcelHost(fake);
  const patch = planOf(await host.read());
  const before = pictureOf(fake.book);
  await host.apply(patch);
  isOdd = false;
  expect(await host.undo()).toBe(true);
  expect(pictureOf(fake.book)).toEqual(before);
});

test('what was written in several requests may be somebody else’s by now, and undo leaves it', async () => {
  const fake = openFakeExcel({ book: formBook(8) });
  const { openContext, isSetSupported } = fake;
  const host = createExcelHost({ openContext, isSetSupported, mostRequest: 5_000 });
  const patch = planOf(await host.read());
  fake.between = () => {
    if (cellAt(sheetNamed(fake.book, '附表'), 'G6').value !== '') fake.type('附表', 'G6', 3);
  };
  const report = await host.apply(patch);
  fake.between = null;
  expect(report.degradations).toContainEqual({
    kind: 'cell-otherwise',
    sheet: '附表',
    cell: { row: 5, column: 6 },
  });
  expect(await host.undo()).toBe(true);
  expect(cellAt(sheetNamed(fake.book, '附表'), 'G6').value).toBe(3);
});
