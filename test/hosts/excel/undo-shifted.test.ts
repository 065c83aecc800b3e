import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import { planUndo } from '../../../src/changes/plan-undo';
import type { UndoRecord } from '../../../src/changes/undo-record';
import type { Degradation } from '../../../src/model/patch';
import type { CellValue } from '../../../src/model/snapshot';
import { EMPTY_LEDGER } from '../../../src/model/ledger';
import {
  cellAt,
  changeCell,
  pictureOf,
  sheetNamed,
  type FakeBook,
} from '../../support/excel-fake/fake-book';
import { openFakeExcel } from '../../support/excel-fake/fake-excel';
import { recalculate } from '../../support/excel-fake/fake-formulas';
import { formBook, score } from '../../support/excel-fake/form-book';
import { rearrange } from '../../support/excel-fake/rearrange';
import { deleted, inserted, moved, type Move } from '../../support/moves';
import { snapshotOf } from '../../support/snapshot-of';

const FORM = '附表';
const scoresOf = (book: FakeBook): readonly unknown[] =>
  Array.from({ length: 13 }, (_, index) => cellAt(sheetNamed(book, FORM), `G${index + 6}`).value);

async function scoredAndMoved(move: Move, reopened: boolean) {
  const fake = openFakeExcel({ book: formBook(12) });
  const expected = structuredClone(fake.book);
  let host = createExcelHost(fake);
  await score(host, { overwriteScores: true });
  rearrange(sheetNamed(fake.book, FORM), move);
  rearrange(sheetNamed(expected, FORM), move);
  if (reopened) host = createExcelHost(fake);
  recalculate(expected);
  const left: Degradation[] = [];
  expect(await host.undo({ onLeft: (named) => left.push(...named) })).toBe(true);
  return { fake, expected, left, host };
}

describe.each([
  ['a row inserted above', inserted('row', 5)],
  ['a row inserted in between', inserted('row', 9)],
  ['a row deleted', deleted('row', 8)],
  ['a row moved', moved('row', 6, 12)],
  ['a column inserted', inserted('column', 3)],
])('undo after %s', (_, move) => {
  test.each([false, true])(
    'gives back every value, fill and note (reopened: %s)',
    async (again) => {
      const { fake, expected, left } = await scoredAndMoved(move, again);
      expect(left).toEqual([]);
      expect(pictureOf(fake.book)).toEqual(pictureOf(expected));
    },
  );
});

test('a record that says nothing of rows is taken back by address nowhere', () => {
  const record: UndoRecord = {
    version: 1,
    cells: [
      { sheet: FORM, cell: 'G6', wrote: 10, before: null },
      { sheet: FORM, cell: 'G7', wrote: 10, before: 8 },
    ],
    fills: [],
    notes: [],
    pages: [],
    ledger: null,
  };
  const line = (name: string | null, value: number | null): CellValue[] => [
    name,
    null,
    null,
    null,
    null,
    null,
    value,
  ];
  const rows = [[], [], [], [], [], line('新行', null), line('甲', 10), line('乙', 10)];
  const snapshot = { ...snapshotOf([{ name: FORM, rows }]), ledger: EMPTY_LEDGER };
  const reading = { snapshot, list: { sheets: [], structureProtected: false } };
  const standing = { fills: new Map(), notes: new Map() };
  const { change, degradations } = planUndo(record, reading, standing);
  expect(change.cells).toEqual([]);
  expect(degradations.map(({ kind, cell }) => [kind, cell])).toEqual([
    ['undo-left', { row: 5, column: 6 }],
    ['undo-left', { row: 6, column: 6 }],
  ]);
});

test('what cannot be placed is named and stays as it is', async () => {
  const fake = openFakeExcel({ book: formBook(12) });
  const host = createExcelHost(fake);
  await score(host);
  const form = sheetNamed(fake.book, FORM);
  const written = cellAt(form, 'G8').value;
  // The row with the name of another: nobody knows which of the two it was.
  changeCell(form, 'C8', { value: cellAt(form, 'C9').value });
  rearrange(form, inserted('row', 7));
  const left: Degradation[] = [];
  expect(await host.undo({ onLeft: (named) => left.push(...named) })).toBe(true);
  expect(left).toContainEqual({ kind: 'undo-left', sheet: FORM, cell: { row: 7, column: 6 } });
  expect(scoresOf(fake.book)).toContain(written);
});

test('an outline a person wrote in after the scoring is not taken away by an undo', async () => {
  const fake = openFakeExcel({ book: formBook(12) });
  const host = createExcelHost(fake);
  await score(host);
  changeCell(sheetNamed(fake.book, '自评报告提纲'), 'A5', { value: '我写的一大段' });
  const left: Degradation[] = [];
  expect(await host.undo({ onLeft: (named) => left.push(...named) })).toBe(true);
  expect(left).toEqual([{ kind: 'sheet-kept', sheet: '自评报告提纲', cell: null }]);
  expect(cellAt(sheetNamed(fake.book, '自评报告提纲'), 'A5').value).toBe('我写的一大段');
  const again = await score(host);
  expect(again.degradations).toEqual([]);
  expect(fake.book.sheets.map(({ name }) => name)).not.toContain('自评报告提纲(2)');
});
