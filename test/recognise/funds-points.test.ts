import fc from 'fast-check';
import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import type { CellValue } from '../../src/model/snapshot';
import { roundHalfUp } from '../../src/quantity/exact';
import { snapshotOf } from '../support/snapshot-of';

type Row = readonly CellValue[];

interface Funds {
  readonly budget: number;
  readonly spent: number;
  readonly rate: string;
  readonly weight: number;
  readonly score: number;
}

/** Ways in which forms give the points of their funds, with heads nobody has listed whole. */
const LAYOUTS: readonly ((funds: Funds, head: string) => readonly Row[])[] = [
  ({ budget, spent, rate, weight, score }, head) => [
    ['资金（万元）', '预算数', '执行数', '执行率', `${head}权重`, `${head}得分`],
    ['年度资金总额', budget, spent, rate, weight, score],
  ],
  ({ budget, spent, rate, score }, head) => [
    ['预算数', '执行数', '执行率', `${head}评价结果`],
    [budget, spent, rate, score],
  ],
  ({ budget, spent, rate, score }) => [
    ['预算（万元）', budget, '支出（万元）', spent, '执行率', rate, '得分', score],
  ],
  ({ budget, spent, rate, weight, score }, head) => [
    [
      '年初预算',
      budget,
      '全年执行数',
      spent,
      '执行率',
      rate,
      `${head}标准`,
      weight,
      `${head}得分`,
      score,
    ],
  ],
  ({ budget, spent, rate, weight, score }, head) => [
    ['资金总额（万元）', budget, '其中：财政拨款', budget],
    ['实际支出（万元）', spent, '执行率', rate, `${head}（${String(weight)}分）`, score],
  ],
  ({ budget, spent, weight, score }) => [
    ['预算执行情况', `预算${String(budget)}万元，执行${String(spent)}万元`, null, weight, score],
  ],
  ({ budget, spent, rate, weight, score }) => [
    ['政策资金（万元）', '预算安排', '实际拨付', '兑现率', '分值', '得分'],
    ['当年资金', budget, spent, rate, weight, score],
  ],
];

const funds = fc
  .record({
    budget: fc.integer({ min: 20, max: 900 }),
    percent: fc.integer({ min: 91, max: 99 }),
    weight: fc.constantFrom(5, 10, 15),
  })
  .map(({ budget, percent, weight }): Funds => ({
    budget: budget * 100,
    spent: budget * percent,
    rate: `${String(percent)}%`,
    weight,
    score: roundHalfUp((weight * percent) / 100, 2),
  }));

const ROWS: readonly Row[] = [
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['产出指标', '数量指标', '新栽林地', '≥10公顷', '10公顷', 40, 40],
];

test('points of the funds are those that the total leaves over the rows, whatever their head', () => {
  fc.assert(
    fc.property(
      funds,
      fc.constantFrom(...LAYOUTS),
      fc.constantFrom('执行率', '执行', '预算执行率'),
      (given, layout, head) => {
        const rest = 60 - given.weight;
        const snapshot = snapshotOf({
          rows: [
            ['项目支出绩效自评表'],
            ...layout(given, head),
            ...ROWS,
            ['效益指标', '社会效益指标', '知晓率', '≥80%', '85%', rest, rest],
            ['总分', null, null, null, null, 100, 100 - given.weight + given.score],
          ],
        });
        const [table] = evaluate(snapshot, DEFAULT_OPTIONS).tables;
        expect(table?.totals.weight).toBe(100);
        expect(table?.totals.filledScore).toBe(roundHalfUp(100 - given.weight + given.score, 2));
        expect(
          table?.findings.filter(({ severity }) => severity === 'error').map(({ check }) => check),
        ).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

test('a total that is wrong proves nothing', () => {
  const snapshot = snapshotOf({
    rows: [
      ['项目支出绩效自评表'],
      ['预算数', '执行数', '执行率', '备考'],
      [100, 95, '95%', 7],
      ...ROWS,
      ['效益指标', '社会效益指标', '知晓率', '≥80%', '85%', 50, 50],
      ['总分', null, null, null, null, 100, 99.5],
    ],
  });
  const [table] = evaluate(snapshot, DEFAULT_OPTIONS).tables;
  expect(table?.findings.map(({ check }) => check)).toContain('weight-total');
});

test('points on a part of the funds are no second time those of the total', () => {
  const snapshot = snapshotOf({
    rows: [
      ['项目支出绩效自评表'],
      ['资金（万元）', '年初预算数', '全年预算数', '全年执行数', '执行率', '分值', '得分'],
      ['年度资金总额', 100, 100, 90, '90%', null, null],
      ['其中：财政拨款', 100, 100, 90, '90%', 10, 9],
      ...ROWS,
      ['效益指标', '社会效益指标', '知晓率', '≥80%', '85%', 50, 50],
      ['总分', null, null, null, null, 100, 99],
    ],
  });
  const [table] = evaluate(snapshot, DEFAULT_OPTIONS).tables;
  expect(table?.findings.find(({ check }) => check === 'part-row-scored')?.variant).toBe('instead');
});
