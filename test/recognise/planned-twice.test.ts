import type { CellValue } from '../../src/model/snapshot';
import { onlyTable } from '../support/only-table';
import { recogniseWorkbook } from '../../src/recognise/recognise-tables';
import { snapshotOf } from '../support/snapshot-of';

type Row = readonly CellValue[];

const whatIs = (rows: readonly Row[]): unknown[] => {
  const { tables, others } = recogniseWorkbook(snapshotOf({ rows }));
  return [tables.length, others.map(({ what }) => what)];
};

describe('what is planned in two columns is no self-evaluation', () => {
  it('for three years and for one', () => {
    const rows = (head: string): Row[] => [
      ['项目支出绩效目标表'],
      ['项目名称', null, '人工增雨作业项目'],
      ['绩效指标', '一级指标', '二级指标', '三级指标', '指标值', '二级指标', '三级指标', head],
      [
        null,
        '产出指标',
        '数量指标',
        '增雨作业航时',
        '≥90小时',
        '数量指标',
        '增雨作业航时',
        '≥30小时',
      ],
      [null, null, '时效指标', '作业期限', '2025年底', '时效指标', '作业期限', '2023年底'],
      [null, '满意度指标', '满意度', '农户满意度', '≥90%', '满意度', '农户满意度', '≥90%'],
    ];
    expect(whatIs(rows('指标值'))).toEqual([0, ['target']]);
    // Who evaluates himself has another head for what was done.
    expect(whatIs([['项目支出绩效自评表'], ...rows('完成值').slice(1)])[0]).toBe(1);
  });

  it('under 当年预期实现值', () => {
    const rows = (head: string): Row[] => [
      ['项目支出绩效目标表'],
      ['项目名称', '办公大楼运行保障'],
      ['一级指标', '二级指标', '三级指标', head, '当年预期实现值'],
      ['产出指标', '数量指标', '日常维修维护次数', '反映维修维护情况', '≥280次'],
      [null, '质量指标', '维修验收合格率', '反映维修质量', '≥92%'],
      ['满意度指标', '满意度指标', '干部职工满意度', '反映满意情况', '≥90%'],
    ];
    for (const head of ['绩效标准', '绩效指标描述'])
      expect(whatIs(rows(head))).toEqual([0, ['target']]);
  });
});

it('nor is what is told in bounds alone', () => {
  const rows = (title: string, heads: Row): Row[] => [
    [title],
    ['项目名称', '办公大楼运行保障'],
    ['一级指标', '二级指标', '三级指标', ...heads],
    ['产出指标', '数量指标', '日常维修维护次数', '≥200次', '≥280次'],
    [null, '质量指标', '维修验收合格率', '≥90%', '≥92%'],
    ['满意度指标', '满意度指标', '干部职工满意度', '≥90%', '≥95%'],
  ];
  expect(whatIs(rows('预算项目绩效表', ['第一年目标值', '第二年目标值']))).toEqual([0, ['target']]);
  // Who copies the signs evaluates himself all the same.
  const scored = rows('项目支出绩效自评表', ['目标值', '完成值', '得分']).map((row, at): Row =>
    at > 2 ? [...row, 30] : row,
  );
  expect(whatIs(scored)[0]).toBe(1);
});

it('reads a department that ends in 部门 two columns from its label', () => {
  const table = onlyTable({
    rows: [
      ['项目支出绩效自评表'],
      ['项目名称', null, '设备购置'],
      ['主管部门', null, '大英县司法局部门', null, '实施单位', null, '大英县司法局'],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出指标', '数量指标', '购置设备', '10台', '10台', 50, '45分（因供货推迟）'],
      [null, '数量指标', '★★★培训', '10人', '10人', 50, 50],
    ],
  });
  expect([table.department?.value, table.unit?.value]).toEqual([
    '大英县司法局部门',
    '大英县司法局',
  ]);
  expect(table.indicators.map(({ name, score }) => [name, score?.value])).toEqual([
    ['购置设备', 45],
    ['培训', 50],
  ]);
});
