import type { Finding } from '../../src/model/finding';
import type { CellRef } from '../../src/model/grid';
import type { TableResult } from '../../src/model/score';
import { jointOutline } from '../../src/report/joint-outline';
import { buildOutline, type Outline } from '../../src/report/outline';
import { outlineMarkdown } from '../../src/report/outline-markdown';
import { OUTLINE_TEMPLATES } from '../../src/report/outline-templates';
import {
  finding,
  fundsRow,
  number,
  quantity,
  sourced,
  tableResult,
  type RowSpec,
} from './fixtures';

const row = (
  name: string,
  [target, actual]: readonly [number, number],
  more: Partial<RowSpec>,
) => ({
  name,
  level1: '产出指标',
  target: quantity(`≥${String(target)}个`, { op: '>=', value: target, unit: '个' }),
  actual: quantity(`${String(actual)}个`, { value: actual, unit: '个' }),
  weight: 20,
  filled: 20,
  computed: 20,
  achievement: Number((actual / target).toFixed(4)),
  ...more,
});

/** Every figure of it is its own, so that what an outline says of one cell is seen. */
const form = tableResult(
  [
    row('新建泵站数量', [1401, 1402], { status: 'met' }),
    row('巡查次数', [1501, 1403], { status: 'unmet', filled: 17.03, reason: '人手不足' }),
    row('检修次数', [1601, 2405], { status: 'over', filled: 18.04, level1: '效益指标' }),
  ],
  {
    budget: {
      rate: 0.3104,
      weight: 10.01,
      score: 3.02,
      filledScore: 3.02,
      filledRate: 0.3105,
      explanation: finding().message,
    },
    totals: {
      weight: 100,
      score: 58.09,
      filledScore: 58.09,
      printedWeight: 100,
      printedScore: 58.09,
      grade: '差',
    },
  },
  {
    goal: { expected: sourced('全年养护1901公里', 9), achieved: sourced('养护1902公里', 9, 4) },
    grade: sourced('待定级1903', 21),
    total: {
      row: 20,
      labelCell: { row: 20, column: 0 },
      weight: number(20, 5, 100),
      score: number(20, 6, 58.09),
    },
    budget: {
      range: { top: 0, left: 0, bottom: 3, right: 7 },
      currency: '万元',
      headerRow: 0,
      rows: [
        fundsRow(1, '年度资金总额', [4501, 4302, 1403.5, 10.01, 0.3105, 3.02], true),
        fundsRow(2, '其中：当年财政拨款', [4001, 3802, 1304.5]),
      ],
      headerCells: {},
    },
  },
);

const fault = (cell: CellRef): Finding =>
  finding({
    severity: 'error',
    cell,
    cells: [cell],
    message: { key: 'check.funds-sum.fix', data: {} },
  });

const withFault = (cell: CellRef, table: TableResult = form): TableResult => ({
  ...table,
  findings: [fault(cell)],
});

const at = (index: number) => {
  const indicator = form.table.indicators[index];
  if (!indicator) throw new Error('no such row');
  return indicator;
};
const funds = (index: number) => {
  const source = form.table.budget?.rows[index];
  if (!source) throw new Error('no such source');
  return source;
};

/** What is called an error, and what no outline may then say as a fact. */
const PLACES: readonly (readonly [string, CellRef | null | undefined, readonly string[]])[] = [
  ['年初预算数', funds(0).initial?.cell, ['4501', '31.04']],
  ['全年预算数', funds(0).adjusted?.cell, ['4302', '31.04', '2898.5']],
  ['全年执行数', funds(0).executed?.cell, ['1403.5', '31.04', '2898.5']],
  ['一项资金', funds(1).executed?.cell, ['1304.5']],
  ['资金分值', funds(0).weight?.cell, ['10.01']],
  ['资金得分', funds(0).score?.cell, ['3.02']],
  ['总分', form.table.total?.score?.cell, ['58.09']],
  ['等级', form.table.grade?.cell, ['1903']],
  ['年度目标', form.table.goal.expected?.cell, ['1901']],
  ['完成情况', form.table.goal.achieved?.cell, ['1902']],
  ['指标值', at(0).targetCell, ['1401']],
  ['达到的完成值', at(0).actualCell, ['1402']],
  ['没有达到的完成值', at(1).actualCell, ['1403个']],
  ['超过的完成值', at(2).actualCell, ['2405']],
  ['得分', at(1).score?.cell, ['17.03', '扣2.97']],
];

const textOf = (outline: Outline | null): string =>
  outline ? outlineMarkdown(outline).replace(/<!--[\s\S]*/, '') : '';
/** What is told as a fact: all but the places to check. */
const stated = (text: string): string => text.replace(/【待核对：[^】]*】/g, '');

describe.each(OUTLINE_TEMPLATES)('the outline $id', (template) => {
  it.each(PLACES)('states nothing of a cell that check calls an error: %s', (_, cell, values) => {
    if (!cell) throw new Error('no such cell');
    const text = textOf(buildOutline(withFault(cell), template));
    expect(text).toContain('【待核对：');
    for (const value of values) expect(stated(text)).not.toContain(value);
    const joint = textOf(jointOutline([withFault(cell), withFault(cell)], template));
    for (const value of values) expect(stated(joint)).not.toContain(value);
  });
});

test('every figure of these places is told where nothing speaks against it', () => {
  const all = OUTLINE_TEMPLATES.map((template) =>
    stated(textOf(buildOutline({ ...form, findings: [] }, template))),
  ).join('\n');
  for (const [name, , values] of PLACES)
    for (const value of values) expect([name, all.includes(value)]).toEqual([name, true]);
});
