import { createExcelHost } from '../../src/hosts/excel/excel-host';
import { cellName } from '../../src/model/grid';
import type { Patch } from '../../src/model/patch';
import { openFakeExcel, type FakeExcel } from '../support/excel-fake/fake-excel';
import { formBook, planOf } from '../support/excel-fake/form-book';

/** What an add-in does that reads and writes cell by cell: a request for each. */
export async function cellByCell(fake: FakeExcel, patch: Patch): Promise<void> {
  const context = fake.openContext();
  const sheet = () => context.workbook.worksheets.getItem('附表');
  const used = sheet().getUsedRange(true);
  used.load('rowCount,columnCount');
  await context.sync();
  const { rowCount, columnCount } = used;
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < columnCount; column++) {
      const cell = sheet().getRange(cellName({ row, column }));
      cell.load('values,formulas,numberFormat');
      await context.sync();
    }
  }
  for (const { top, left, values } of patch.values) {
    sheet().getRange(cellName({ row: top, column: left })).values = [[values[0]?.[0]]];
    await context.sync();
  }
  for (const { cell, note } of patch.flags) {
    sheet().getRange(cellName(cell)).format.fill.color = '#FFC7CE';
    await context.sync();
    sheet().notes.add(cellName(cell), note ?? '');
    await context.sync();
  }
}

export interface RoundTrips {
  readonly ours: number;
  /** Without the sheets of ours, which the host writes as well. */
  readonly cellByCell: number;
}

/** Round trips to read, score and flag a form with so many indicators, ours and cell by cell. */
export async function roundTrips(rows: number): Promise<RoundTrips> {
  const ours = openFakeExcel({ book: formBook(rows) });
  const host = createExcelHost(ours);
  const patch = planOf(await host.read());
  await host.apply(patch);
  const naive = openFakeExcel({ book: formBook(rows) });
  await cellByCell(naive, patch);
  return { ours: ours.trips.length, cellByCell: naive.trips.length };
}
