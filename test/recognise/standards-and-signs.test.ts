import type { CellValue } from '../../src/model/snapshot';
import { recogniseTables, recogniseWorkbook } from '../../src/recognise/recognise-tables';
import { snapshotOf } from '../support/snapshot-of';

type Row = readonly CellValue[];

const tableOf = (rows: readonly Row[]) =>
  recogniseTables(snapshotOf({ rows: [['项目支出绩效自评表'], ...rows] }))[0];

it('takes for the standard the column that gives and takes points', () => {
  const table = tableOf([
    ['一级指标', '三级指标', '分值', '指标说明', '评价标准', '得分', '得分说明'],
    [
      '过程',
      '资金到位率',
      50,
      '实际到位与计划到位',
      '100%得满分，每降低1%扣0.5分',
      49,
      '到位率98%',
    ],
    ['产出', '补贴班线数量', 50, '考核条数', '完成42条得50分，每少1条扣1分', 49, '补贴41条'],
  ]);
  expect(table?.kind).toBe('rubric');
  expect(table?.columns.criteria?.column).toBe(4);
});

it('leaves a standard with a figure in it a standard, though 完成情况 stands beside it', () => {
  const table = tableOf([
    ['一级指标', '三级指标', '评价标准', '完成情况', '分值', '得分'],
    ['产出', '任务完成率', '达到70%得50分，未达到的按完成比例得分', '66.5%', 50, 47.5],
    ['产出', '检测设备', '完成4台得50分，未完成的按完成比例得分', '4台', 50, 50],
  ]);
  expect(table?.kind).toBe('rubric');
});

it.each(['性质', '要求', '关系'])('takes signs for signs under %s', (head) => {
  const table = tableOf([
    ['一级指标', '三级指标', head, '目标值', '单位', '完成值', '分值', '得分'],
    ['产出', '救助人数', '≥', 40, '人', 43, 50, 50],
    ['效益', '致死率', '≤', 2.5, '%', 2.1, 30, 30],
    ['满意度', '满意度', '≥', 95, '%', 100, 20, 20],
  ]);
  expect(table?.indicators.map(({ target }) => target.op)).toEqual(['>=', '<=', '>=']);
});

it('leaves another column left of the targets alone', () => {
  const table = tableOf([
    ['一级指标', '三级指标', '要求', '目标值', '完成值', '分值', '得分'],
    ['产出', '救助人数', '≥', '40人', '43人', 50, 50],
    ['效益', '致死率', '不断降低', '2.5%', '2.1%', 50, 50],
  ]);
  expect(table?.columns.sign).toBeUndefined();
});

it.each([
  ['政府采购项目评标打分表', ['分值', '评分标准', '得分']],
  ['竞争性谈判评审表', ['分值', '评分标准', '得分']],
  ['打分表', ['分值', '评分标准', '专家1', '专家2', '得分']],
])('%s is filled in by others', (title, heads) => {
  const marks = heads.slice(2).map(() => 28);
  const rows: readonly Row[] = [
    [title],
    ['评分项目', ...heads],
    ['价格', 30, '基准价法', ...marks],
    ['技术', 40, '每负偏离1项扣2分', ...marks],
    ['商务', 30, '业绩每个2分', ...marks],
  ];
  const { tables, others } = recogniseWorkbook(snapshotOf({ rows }));
  expect([tables.length, others.map(({ what }) => what)]).toEqual([0, ['other-score']]);
});

it('takes for the facts the one of two explanations that nearly every row has', () => {
  const rows = (explained: string): Row[] => [
    ['一级指标', '三级指标', '分值', '评分标准', explained, '自评得分', '扣分原因'],
    ['投入', '重点支出安排率', 50, '≥90%计50分；80%（含）-90%计40分', '安排率为85%', 40, null],
    ['过程', '公众满意度', 30, '90%以上计30分；80%-90%计25分', '满意度88%', 25, '未达90%'],
    ['产出', '案件办结率', 20, '办结率×分值', '办结率100%', 20, null],
  ];
  for (const head of ['自评说明', '得分说明', '情况说明'])
    expect(tableOf(rows(head))?.columns.evidence?.column).toBe(4);
  const remarks = rows('备注').map((row, at): Row =>
    at > 1 ? [...row.slice(0, 4), null, ...row.slice(5)] : row,
  );
  expect(tableOf(remarks)?.columns.evidence).toBeUndefined();
});
