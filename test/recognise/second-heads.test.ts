import { recogniseTables } from '../../src/recognise/recognise-tables';
import type { CellValue } from '../../src/model/snapshot';
import { cellName } from '../../src/model/grid';
import { snapshotOf } from '../support/snapshot-of';

type Row = readonly CellValue[];

const cellsOf = (rows: readonly Row[], merges: readonly string[]) => {
  const [table] = recogniseTables(snapshotOf({ rows: [['项目绩效自评表'], ...rows], merges }));
  const [first] = table?.indicators ?? [];
  return first
    ? [first.targetCell, first.actualCell, first.weight?.cell, first.score?.cell].map((cell) =>
        cell ? cellName(cell) : null,
      )
    : null;
};

it('reads the year of the form where several stand below one head', () => {
  const rows: readonly Row[] = [
    ['指标类别', '指标名称', '指标值', null, '完成值', null, '分值', '得分'],
    [null, null, '2023年', '2024年', '2023年', '2024年', null, null],
    ['产出指标', '灌溉面积', '800亩', '1000亩', '810亩', '950亩', 50, 47.5],
    ['效益指标', '修建沟渠', '10公里', '12公里', '10公里', '12公里', 50, 50],
  ];
  const merges = ['A2:A3', 'B2:B3', 'C2:D2', 'E2:F2', 'G2:G3', 'H2:H3'];
  expect(cellsOf(rows, merges)).toEqual(['D4', 'F4', 'G4', 'H4']);
});

it.each([
  ['自评说明', '复核意见'],
  ['佐证材料', '核定理由'],
  ['说明', '评语'],
])('goes on with heads of a second row, though nobody knows %s or %s', (own, theirs) => {
  const rows: readonly Row[] = [
    ['指标名称', '目标值', '完成值', '分值', '自评情况', null, '财政复核', null],
    [null, null, null, null, '自评得分', own, '复核得分', theirs],
    ['发放补贴', '≥100户', '100户', 60, 60, '全部发放', 60, null],
    ['收入增长', '≥5%', '5.5%', 40, 40, '达到目标', 38, '佐证不足'],
  ];
  const merges = ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2', 'G2:H2'];
  expect(cellsOf(rows, merges)).toEqual(['B4', 'C4', 'D4', 'E4']);
});

it.each<[string, string[]]>([
  ['目标值', []],
  ['拟达到的水平', []],
  ['目标值', ['A2:A3', 'B2:D2', 'E2:E3', 'F2:F3', 'G2:G3']],
])(
  'knows a column of signs below %s by its signs, whatever its head, with merges %j',
  (over, merges) => {
    const rows: readonly Row[] = [
      ['指标名称', over, null, null, '完成值', '分值', '得分'],
      [null, '要求', '指标值', '度量单位', null, null, null],
      ['发放补贴', '≥', 100, '户', 100, 60, 60],
      ['收入增长', '≥', 5, '%', 5.5, 40, 40],
    ];
    expect(cellsOf(rows, merges)).toEqual(['C4', 'E4', 'F4', 'G4']);
  },
);

it.each([
  ['年初指标值', '调整指标值'],
  ['年初目标', '年中调整目标'],
])('takes the target as it was adjusted: %s, %s', (first, adjusted) => {
  const rows: readonly Row[] = [
    ['指标名称', first, adjusted, '全年完成值', '指标权重', '指标得分'],
    ['辅警人员数', 530, 512, 512, 60, 60],
    ['业务培训场次', 12, 12, 14, 40, 40],
  ];
  expect(cellsOf(rows, [])).toEqual(['C3', 'D3', 'E3', 'F3']);
});
