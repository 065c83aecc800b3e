import { correct } from '../../src/engine/correct';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { cellAt, formulaAt } from '../../src/model/address';
import { cellName, parseCellName } from '../../src/model/grid';
import type { CellValue, Snapshot } from '../../src/model/snapshot';
import { createExcelHost } from '../../src/hosts/excel/excel-host';
import { createFileHost } from '../../src/hosts/file/file-host';
import type { HostPort } from '../../src/hosts/port';
import { createWpsHost } from '../../src/hosts/wps/wps-host';
import { bookOf as excelBook } from '../support/excel-fake/fake-book';
import { openFakeExcel } from '../support/excel-fake/fake-excel';
import { recalculate } from '../support/excel-fake/fake-formulas';
import { snapshotOf } from '../support/snapshot-of';
import { bookOf as wpsBook } from '../support/wps-fake/book-of';
import { fakeEt } from '../support/wps-fake/fake-et';
import type { ContractSheet } from './contract';
import { CORRECTIONS, NAME, sheetWith, type Cell } from '../support/corrections';
import { contractFile } from './contract-file';

/** Every certain correction, in every host: what stands there afterwards, and all of it taken back. */

const valueOf = (cell: Cell): CellValue =>
  typeof cell === 'object' && cell !== null && 'formula' in cell ? cell.value : cell;

function snapshotWith({ rows }: ContractSheet): Snapshot {
  const formulas = rows.flatMap((row, at) =>
    row.flatMap((cell, column): [string, string][] =>
      typeof cell === 'object' && cell !== null && 'formula' in cell
        ? [[cellName({ row: at, column }), cell.formula]]
        : [],
    ),
  );
  return snapshotOf([
    {
      name: NAME,
      rows: rows.map((row) => row.map(valueOf)),
      formulas: Object.fromEntries(formulas),
    },
  ]);
}

const HOSTS: readonly (readonly [string, (sheet: ContractSheet) => Promise<HostPort>])[] = [
  ['a file', (sheet) => createFileHost(contractFile([sheet]))],
  [
    'Excel',
    (sheet) => {
      const book = excelBook(snapshotWith(sheet));
      recalculate(book);
      return Promise.resolve(createExcelHost(openFakeExcel({ book })));
    },
  ],
  ['WPS', (sheet) => Promise.resolve(createWpsHost(fakeEt(wpsBook([sheet])).application))],
];

/** `G8 =SUM(G4,G6:G7)`, `G6 45`. */
const standsAt = (snapshot: Snapshot, name: string): string => {
  const [sheet] = snapshot.sheets;
  const cell = parseCellName(name) ?? { row: 0, column: 0 };
  const formula = formulaAt(sheet, cell);
  return `${name} ${formula === null ? JSON.stringify(cellAt(sheet, cell)) : `=${formula}`}`;
};

const content = ({ sheets }: Snapshot): unknown =>
  sheets.map(({ values, formulas }) => ({ values, formulas }));

describe.each(HOSTS)('certain corrections in %s', (_, open) => {
  it.each(CORRECTIONS)('%s', async (_what, given, expected) => {
    const host = await open(sheetWith(given));
    const before = await host.read();
    const { fixes, patch } = correct(before, DEFAULT_OPTIONS, null);
    expect(fixes.map(({ cell }) => cellName(cell))).toEqual(
      expected.map((line) => line.split(' ')[0]),
    );
    if (expected.length === 0) return;
    const report = await host.apply(patch);
    expect(report.degradations).toEqual([]);
    const after = await host.read();
    expect(expected.map((line) => standsAt(after, line.split(' ')[0] ?? ''))).toEqual(expected);
    expect(correct(after, DEFAULT_OPTIONS, null).fixes).toEqual([]);
    expect(await host.undo?.()).toBe(true);
    const back = await host.read();
    expect(content(back)).toEqual(content(before));
    expect(back.ledger).toEqual(before.ledger);
  });
});
