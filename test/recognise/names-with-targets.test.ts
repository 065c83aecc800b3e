import type { CellValue } from '../../src/model/snapshot';
import { onlyTable } from '../support/only-table';

type Row = readonly CellValue[];

const rowsUnder = (head: string): Row[] => [
  ['项目支出绩效自评表'],
  ['一级指标', '二级指标', head, '实际完成情况', '分值', '自评得分'],
  ['产出指标', '数量指标', '养护公园面积≥36公顷', '38公顷', 20, 20],
  [null, '数量指标', '补植苗木≥5000株', '4700株', 20, 18.8],
  [null, '质量指标', '苗木成活率：95%以上', '96%', 20, 20],
  ['效益指标', '社会效益指标', '日均游园人数不少于3000人', '3260人', 30, 30],
  ['满意度指标', '服务对象满意度指标', '游客满意度 90%', '92%', 10, 10],
  ['总分', null, null, null, 100, 98.8],
];

it.each(['三级指标及目标值', '三级指标和指标值', '指标名称及年度目标值'])(
  'one column of names and targets, called %s',
  (head) => {
    const { indicators, columns } = onlyTable({ rows: rowsUnder(head) });
    expect(
      indicators.map(({ level1, level2, name, target: { op, value, unit } }) => [
        level1,
        level2,
        name,
        op,
        value,
        unit,
      ]),
    ).toEqual([
      ['产出指标', '数量指标', '养护公园面积', '>=', 36, '公顷'],
      ['产出指标', '数量指标', '补植苗木', '>=', 5000, '株'],
      ['产出指标', '质量指标', '苗木成活率', '>=', 95, '%'],
      ['效益指标', '社会效益指标', '日均游园人数', '>=', 3000, '人'],
      ['满意度指标', '服务对象满意度指标', '游客满意度', null, 90, '%'],
    ]);
    expect([columns.name?.column, columns.target?.column]).toEqual([2, 2]);
  },
);

it('and names alone stay names', () => {
  const rows = rowsUnder('三级指标').map((row): Row => [
    ...row.slice(0, 3),
    row[3] ?? null,
    ...row.slice(3),
  ]);
  const { indicators } = onlyTable({
    rows: rows.map((row, at): Row =>
      at === 1 ? [...row.slice(0, 3), '目标值', ...row.slice(4)] : row,
    ),
  });
  expect(indicators[0]?.name).toBe('养护公园面积≥36公顷');
});
