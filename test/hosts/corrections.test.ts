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
import { contractFile } from './contract-file';

/** Every certain correction, in every host: what stands there afterwards, and all of it taken back. */

type Cell = ContractSheet['rows'][number][number];
type Given = Readonly<Record<string, Cell>>;

const NAME = '附表';
const FORM: readonly (readonly Cell[])[] = [
  ['项目支出绩效自评表'],
  ['（2023年度）'],
  ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['年度资金总额', 100, 100, 90, 10, '90%', 9, '尾款未支付'],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析'],
  ['产出指标', '数量指标', '修建水池', '≥10个', '10个', 45, 45, ''],
  ['效益指标', '社会效益指标', '受益村庄', '≥20个', '20个', 45, 45, ''],
  ['总分', null, null, null, null, 100, 99, null],
];

/** The form, right but for the cells given. */
const sheetWith = (given: Given): ContractSheet => {
  const width = Math.max(...FORM.map((row) => row.length));
  const rows = FORM.map((row) => [...row, ...Array<Cell>(width - row.length).fill(null)]);
  for (const [name, content] of Object.entries(given)) {
    const { row, column } = parseCellName(name) ?? { row: 0, column: 0 };
    const line = rows[row];
    if (line) line[column] = content;
  }
  return { name: NAME, rows };
};

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

const CORRECTIONS: readonly (readonly [string, Given, readonly string[]])[] = [
  ['a number stored as text', { F6: '45' }, ['F6 45']],
  ['full-width figures', { G6: '４５' }, ['G6 45']],
  ['spaces', { G6: ' 45 ' }, ['G6 45']],
  ['a unit that the head says', { F7: '45分' }, ['F7 45']],
  ['all texts of a column', { G6: '45', G7: '４５分' }, ['G6 45', 'G7 45']],
  ['a rate that its amounts do not give', { F4: '80%' }, ['F4 "90%"']],
  ['a rate in hundredths', { F4: 80 }, ['F4 90']],
  ['a rate as a fraction', { F4: 0.8 }, ['F4 0.9']],
  ['a blank score', { G6: null }, ['G6 45']],
  ['a dash for a score', { G7: '—' }, ['G7 45']],
  ['a total that is not the sum', { G8: 98 }, ['G8 99']],
  [
    'a total that is not the sum, where 分值 is added by a formula',
    { F8: { formula: 'SUM(E4,F6:F7)', value: 100 }, G8: 98 },
    ['G8 =SUM(G4,G6:G7)'],
  ],
  [
    'a total’s formula that leaves a row out',
    { G8: { formula: 'SUM(G6:G7)', value: 90 } },
    ['G8 =SUM(G4,G6:G7)'],
  ],
  [
    'a total’s formula that leaves out a score stored as text',
    { G7: '45', G8: { formula: 'SUM(G4,G6)', value: 54 } },
    ['G7 45', 'G8 =SUM(G4,G6:G7)'],
  ],
  [
    'what follows from another correction',
    { G6: '４５', G7: null, G8: 54 },
    ['G6 45', 'G7 45', 'G8 99'],
  ],
  ['a blank score beside a bound, which only a person knows', { E6: '≥10个', G6: null }, []],
  [
    'a target in per cent and a result as a fraction, which say the same',
    { D6: '≥95%', E6: 0.96 },
    [],
  ],
];

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
