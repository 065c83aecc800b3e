import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import type { CellValue } from '../../src/model/snapshot';
import { onlyTable } from '../support/only-table';
import { snapshotOf } from '../support/snapshot-of';

type Row = readonly CellValue[];

const FUNDS_HEADS: Row = [
  '当年预算',
  null,
  '年初预算数',
  '全年（调整）预算数',
  '全年执行数',
  '执行率',
  '执行率权重',
  '执行率得分',
];
const LIST: readonly Row[] = [
  [
    '绩效指标',
    '指标名称',
    '计量单位',
    '指标性质',
    '年初指标值',
    '全年完成值',
    '指标权重',
    '指标得分',
  ],
  [null, '堤防加固长度', '公里', '≥', 9, 9.2, 50, 50],
  [null, '闸门检修', '座', '=', 4, 4, 20, 20],
  [null, '受益村民满意度', '%', '≥', 90, 93, 20, 20],
];
const TOTAL: Row = ['总分', null, null, null, null, null, 100, 99.6];

const formOf = (funds: Row, merges: string[]) => {
  const rows = [['部门整体绩效自评表（2023年度）'], FUNDS_HEADS, funds, ...LIST, TOTAL];
  return { rows, merges };
};

describe('what a block is called at its side is no column', () => {
  it.each<[string, Row, string[]]>([
    ['merged', ['（万元）', '总量', 600, 640, 614.4, '96%', 10, 9.6], ['A4:A7']],
    ['without its merge', ['（万元）', '总量', 600, 640, 614.4, '96%', 10, 9.6], []],
    ['beside text', ['金额单位：万元', '总量', 600, 640, 614.4, '96%', 10, 9.6], ['A4:A7']],
  ])('%s', (_, funds, merges) => {
    const form = formOf(funds, merges);
    const table = onlyTable(form);
    expect(
      table.budget?.rows.map(({ initial, adjusted, executed }) => [
        initial?.value,
        adjusted?.value,
        executed?.value,
      ]),
    ).toEqual([[600, 640, 614.4]]);
    expect(table.indicators.map(({ name }) => name)).toEqual([
      '堤防加固长度',
      '闸门检修',
      '受益村民满意度',
    ]);
    const [result] = evaluate(snapshotOf(form), DEFAULT_OPTIONS).tables;
    const loud = result?.findings.filter(({ severity }) => severity !== 'info');
    expect(loud?.map(({ check, message }) => [check, message])).toEqual([]);
  });

  it('but levels under a head that is as general are', () => {
    const rows = LIST.map(
      (row, at): Row =>
        ['', '产出', '产出', '满意度'].map((label) => [label, ...row.slice(1)])[at] ?? row,
    );
    const head: Row = ['评价项目', ...(LIST[0] ?? []).slice(1)];
    const table = onlyTable({ rows: [['部门整体绩效自评表'], head, ...rows.slice(1)] });
    expect(table.indicators.map(({ level1 }) => level1)).toEqual(['产出', '产出', '满意度']);
  });
});

describe('the year of a form', () => {
  const rows = (above: readonly string[]): Row[] => [
    ...above.map((line): Row => [line]),
    ['三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['闸门检修', '4座', '4座', 100, 100],
  ];
  it.each([
    [['（请于2024年3月10日前报送财政局）', '项目支出绩效自评表', '（2023年度）'], 2023],
    [['附件1', '项目支出绩效自评表', '填表日期：2024年1月15日', '2023年度'], 2023],
    [['2023年度项目支出绩效自评表', '（2024年2月填）'], 2023],
    [['项目支出绩效自评表', '2024年1月15日'], 2024],
  ])('is none of a day that stands above it, where one stands by itself: %j', (above, year) => {
    expect(onlyTable({ rows: rows(above) }).year?.value).toBe(year);
  });
});
