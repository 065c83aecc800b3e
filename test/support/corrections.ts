import { parseCellName } from '../../src/model/grid';
import type { ContractSheet } from '../hosts/contract';

/** Every certain correction: a form with one thing wrong, and what stands there afterwards. */

export type Cell = ContractSheet['rows'][number][number];
export type Given = Readonly<Record<string, Cell>>;

export const NAME = '附表';
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
export const sheetWith = (given: Given): ContractSheet => {
  const width = Math.max(...FORM.map((row) => row.length));
  const rows = FORM.map((row) => [...row, ...Array<Cell>(width - row.length).fill(null)]);
  for (const [name, content] of Object.entries(given)) {
    const { row, column } = parseCellName(name) ?? { row: 0, column: 0 };
    const line = rows[row];
    if (line) line[column] = content;
  }
  return { name: NAME, rows };
};

/** What it is, the cells that are wrong, and the corrected ones in the order of the sheet; none: a question. */
export const CORRECTIONS: readonly (readonly [string, Given, readonly string[]])[] = [
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
  ['a blank total', { G8: null }, ['G8 99']],
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
