import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import type { CellValue } from '../../src/model/snapshot';
import type { TableResult } from '../../src/model/score';
import { snapshotOf } from '../support/snapshot-of';

type Row = readonly CellValue[];

const TITLE: Row = ['项目支出绩效自评表'];
const rowsOf = (points: number): readonly Row[] => [
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['产出指标', '数量指标', '新栽林地', '≥10公顷', '10公顷', points - 30, points - 30],
  ['效益指标', '社会效益指标', '知晓率', '≥80%', '85%', 30, 30],
];

function tableOf(funds: readonly Row[], body: readonly Row[], total: Row, merges: string[] = []) {
  const rows = [TITLE, ...funds, ...body, total];
  const { tables } = evaluate(snapshotOf({ rows, merges }), DEFAULT_OPTIONS);
  const [table] = tables;
  if (!table || tables.length > 1) throw new Error('not one table');
  return table;
}

const loud = ({ findings }: TableResult): readonly string[] =>
  findings.filter(({ severity }) => severity !== 'info').map(({ check }) => check);

const TOTAL: Row = ['总分', null, null, null, null, 100, 99.5];
const LAYOUTS: Readonly<Record<string, { rows: readonly Row[]; merges?: string[] }>> = {
  'figures below heads, and no label': {
    rows: [
      ['年初预算数', '全年预算数', '全年执行数', '执行率', '分值', '得分'],
      [100, 100, 95, '95%', 10, 9.5],
    ],
  },
  'the same right of a blank column': {
    rows: [
      [null, '预算数', '执行数', '执行率', '分值', '得分'],
      [null, 100, 95, '95%', 10, 9.5],
    ],
  },
  'amounts of bonds that only their rate tells': {
    rows: [
      ['债券资金（万元）', '发行金额', '已付金额', '支出进度', '分值', '得分'],
      [null, 100, 95, '95%', 10, 9.5],
    ],
  },
  'tasks with amounts of their own above the funds': {
    rows: [
      ['年度主要任务', '任务名称', '主要内容', '预算数', '执行数', '执行率'],
      [null, '康复', '儿童康复补助', 60, 55, '91.67%'],
      ['资金', '资金来源', '预算数', '执行数', '分值', '执行率', '得分'],
      [null, '支出总额', 100, 95, 10, '95%', 9.5],
      [null, '其中：基本支出', 60, 60, null, null, null],
      [null, '项目支出', 40, 35, null, null, null],
    ],
  },
  'heads parted into the whole and what the treasury pays': {
    rows: [
      ['资金', '', '预算数', '', '执行数', '', '执行率', '分值', '得分'],
      ['', '', '合计', '其中：财政', '合计', '其中：财政'],
      ['', '年度资金总额', 100, 80, 95, 75, '95%', 10, 9.5],
    ],
    merges: ['C2:D2', 'E2:F2'],
  },
  'an allotment in the words of a place': {
    rows: [
      ['资金', null, '核定额度', '实际支出', '支出率', '分值', '得分'],
      [null, '资金总额', 100, 95, '95%', 10, 9.5],
      [null, '其中：省级', 100, 95, '95%', null, null],
    ],
  },
  'each head with its figure beside it, down the rows': {
    rows: [
      ['项目资金（万元）', '年初预算数', 100, '分值', 10],
      [null, '全年预算数', 100, '执行率', '95%'],
      [null, '全年执行数', 95, '得分', 9.5],
    ],
    merges: ['A2:A4'],
  },
  'the same without a block to the left': {
    rows: [
      ['全年预算数', 100],
      ['全年执行数', 95],
      ['分值', 10],
      ['得分', 9.5],
    ],
  },
};

it.each(Object.entries(LAYOUTS))('funds are read with %s', (_, { rows, merges }) => {
  const table = tableOf(rows, rowsOf(90), TOTAL, merges);
  expect(table.budget).toMatchObject({ weight: 10, filledScore: 9.5, rate: 0.95, score: 9.5 });
  expect(table.totals).toMatchObject({ weight: 100, filledScore: 99.5 });
  expect(loud(table)).toEqual([]);
});

describe('a row of the indicators that repeats the score of the funds', () => {
  const funds: readonly Row[] = [
    ['项目资金（万元）', '预算数', '执行数', '执行率', '得分'],
    ['合计', 100, 95, '95%', 9.5],
  ];
  it('is counted once where the weights leave no room for it twice', () => {
    const carried: Row = ['预算执行', null, '预算执行率', '100%', '95%', 10, 9.5];
    const table = tableOf(funds, [...rowsOf(90), carried], TOTAL);
    expect(table.totals).toMatchObject({ weight: 100, filledScore: 99.5 });
    expect(table.budget).toMatchObject({ weight: null, filledScore: null, rate: 0.95 });
    expect(loud(table)).toEqual([]);
  });
  it('leaves the funds their unprinted points where there is room', () => {
    const table = tableOf(funds, rowsOf(90), ['总分', null, null, null, null, null, 99.5]);
    expect(table.budget).toMatchObject({ filledScore: 9.5 });
    expect(table.totals).toMatchObject({ filledScore: 99.5 });
  });
});

it.each(['自评总分：97.5分', '自评得分: 97.5', '项目自评得分（分）：97.5'])(
  '%s in one cell of the head is the printed total',
  (text) => {
    const table = tableOf([['项目名称：校园安防', null, null, text]], rowsOf(100), []);
    expect(table.totals.printedScore).toBe(97.5);
  },
);
