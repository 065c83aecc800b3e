import type { CellValue } from '../../src/model/snapshot';
import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { onlyTable as only } from '../support/only-table';
import { snapshotOf } from '../support/snapshot-of';

type Row = readonly CellValue[];

const LEVELS: Row = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
];
const TITLE: Row = ['项目支出绩效自评表'];
const totalsOf = (rows: readonly Row[]) => {
  const [table] = evaluate(snapshotOf({ rows }), DEFAULT_OPTIONS).tables;
  return table?.totals;
};

describe('levels in rows of their own', () => {
  const head: Row = ['指标名称', '年度指标值', '实际完成值', '分值', '得分'];
  const named = (points: (value: number) => CellValue): readonly Row[] => [
    TITLE,
    head,
    ['一、产出指标（50分）', null, null, points(50), points(45)],
    ['（一）数量指标', null, null, points(20), points(15)],
    ['新栽林地', '≥10公顷', '8公顷', points(20), points(15)],
    ['（二）质量指标', null, null, points(30), points(30)],
    ['成活率', '≥95%', '96%', points(30), points(30)],
    ['二、满意度指标', null, null, points(50), points(50)],
    ['林农满意度', '≥90%', '92%', points(50), points(50)],
    ['合计', null, null, points(100), points(95)],
  ];

  it.each<[string, (value: number) => CellValue]>([
    ['numbers', (value) => value],
    ['texts', String],
    ['points', (value) => `${String(value)}分`],
  ])('with %s in the column of names hold the rows below and are none', (_, points) => {
    const table = only({ rows: named(points) });
    expect(table.indicators.map(({ name, level1, level2 }) => [name, level1, level2])).toEqual([
      ['新栽林地', '产出指标', '数量指标'],
      ['成活率', '产出指标', '质量指标'],
      ['林农满意度', '满意度指标', null],
    ]);
    expect(table.groups.map(({ label, weight }) => [label, weight?.value])).toEqual([
      ['产出指标', 50],
      ['数量指标', 20],
      ['质量指标', 30],
      ['满意度指标', 50],
    ]);
  });

  it('are told from unfilled indicators by what the rows below come to', () => {
    const rows = (weight: number): readonly Row[] => [
      TITLE,
      head,
      ['一、护林防火', null, null, weight, null],
      ['巡护次数', '≥10次', '10次', 40, 40],
      ['瞭望塔数', '≥2座', '2座', 10, 10],
      ['二、林农满意度', '≥90%', '92%', 100 - weight, 100 - weight],
    ];
    expect(only({ rows: rows(50) }).indicators).toHaveLength(3);
    expect(only({ rows: rows(45) }).indicators).toHaveLength(4);
  });

  it('stay levels with weights in per cent', () => {
    const rows: readonly Row[] = [
      TITLE,
      LEVELS,
      ['产出指标', null, null, null, null, '60%', 60],
      [null, '数量指标', '新栽林地', '≥10公顷', '10公顷', '60%', 60],
      ['效益指标', null, null, null, null, '40%', 40],
      [null, '社会效益指标', '务工人数', '≥20人', '20人', '40%', 40],
    ];
    const table = only({ rows });
    expect(table.indicators.map(({ weight }) => weight?.value)).toEqual([60, 40]);
    expect(table.groups.map(({ weight }) => weight?.value)).toEqual([60, undefined, 40, undefined]);
  });
});

describe('scores in per cent', () => {
  const share = (points: number): string => `${String(points)}%`;
  const rows = (weight: (points: number) => CellValue, score = share): readonly Row[] => [
    TITLE,
    ['项目资金（万元）', null, '全年预算数', '全年执行数', '执行率', '分值', '得分'],
    [null, '年度资金总额', 50, 45, '90%', weight(10), score(9)],
    LEVELS,
    ['产出指标', '数量指标', '新栽林地', '≥10公顷', '8公顷', weight(60), score(48)],
    ['效益指标', '社会效益指标', '务工人数', '≥20人', '20人', weight(30), score(30)],
    ['总分', null, null, null, null, weight(100), score(87)],
  ];

  it('count like the weights in per cent beside them', () => {
    expect(totalsOf(rows(share))).toEqual({
      weight: 100,
      score: 87,
      filledScore: 87,
      printedWeight: 100,
      printedScore: 87,
      grade: '良',
    });
  });

  it('count alike where the cells are only shown in per cent, and points in such a cell stay', () => {
    const body = (score: number): Row[] => [
      TITLE,
      LEVELS,
      ['产出指标', '数量指标', '新栽林地', '≥10公顷', '8公顷', 0.6, score],
      ['效益指标', '社会效益指标', '务工人数', '≥20人', '20人', 0.4, 0.4],
    ];
    const formats = { F3: '0%', G3: '0.00%', F4: '0%', G4: '0.00%' };
    for (const score of [0.48, 48]) {
      const table = only({ rows: body(score), formats });
      expect(table.indicators.map(({ score: read }) => read?.value)).toEqual([48, 40]);
    }
  });

  it('beside weights in points are no points of a hundred', () => {
    expect(totalsOf(rows((points) => points))).toMatchObject({ filledScore: 0.87 });
  });

  it('of the total need no weight beside them', () => {
    const blank = rows(share).map((row, at): Row =>
      at === 6 ? [...row.slice(0, 5), null, '87%'] : row,
    );
    expect(totalsOf(blank)).toMatchObject({ printedWeight: null, printedScore: 87 });
  });
});

describe('weights that add up to 1', () => {
  const rows = (scale: number): readonly Row[] => [
    TITLE,
    LEVELS,
    ['产出指标', '数量指标', '新栽林地', '≥10公顷', '9公顷', 60 * scale, 54 * scale],
    ['效益指标', '社会效益指标', '务工人数', '≥20人', '20人', 40 * scale, 40 * scale],
    ['总分', null, null, null, null, 100 * scale, 94 * scale],
  ];

  it('are scored as they are written', () => {
    expect(totalsOf(rows(0.01))).toEqual({
      weight: 1,
      score: 0.94,
      filledScore: 0.94,
      printedWeight: 1,
      printedScore: 0.94,
      grade: '优',
    });
    expect(totalsOf(rows(1))).toMatchObject({ weight: 100, score: 94, grade: '优' });
  });

  it('bring about the findings that points do, and no others', () => {
    const rulesOf = (scale: number): readonly string[] =>
      evaluate(snapshotOf({ rows: rows(scale) }), DEFAULT_OPTIONS).tables.flatMap((table) =>
        table.findings.map(({ check }) => check),
      );
    expect(rulesOf(0.01)).toEqual(rulesOf(1));
  });
});

describe('funds under short heads', () => {
  it.each([
    ['全年预算', '全年支出'],
    ['预算', '支出'],
    ['预算', '执行'],
    ['调整预算', '实际支出'],
    ['预算下达', '本年支出'],
    ['实际到位', '实际支出'],
  ])('%s and %s have their rate', (planned, spent) => {
    const rows: readonly Row[] = [
      TITLE,
      ['项目资金（万元）', null, planned, spent, '执行率', '分值', '得分'],
      [null, '合计', 50, 45, '90%', 10, 9],
      [null, '其中：财政拨款', 50, 45, '90%', null, null],
      LEVELS,
      ['产出指标', '数量指标', '新栽林地', '≥10公顷', '10公顷', 90, 90],
      ['总分', null, null, null, null, 100, 99],
    ];
    const [table] = evaluate(snapshotOf({ rows }), DEFAULT_OPTIONS).tables;
    expect(table?.budget).toMatchObject({ rate: 0.9, score: 9, filledScore: 9 });
    expect(table?.totals).toMatchObject({ weight: 100, filledScore: 99 });
  });
});

describe('points outside the columns', () => {
  it.each([
    ['预算执行情况（万元）（20分）', '得分'],
    ['预算执行情况（万元）', '得分（20分*执行率）'],
    ['项目资金（万元）（满分20分）', '自评得分'],
    ['预算执行情况（万元）', '得分（执行率*20）'],
  ])('%s over %s makes twenty points of the funds', (label, score) => {
    const table = only({
      rows: [
        TITLE,
        [label, null, '预算数（A）', '执行数（B）', '执行率（B/A）', score],
        [null, '年度资金总额', 10, 9, 0.9, 18],
        [null, '其中：财政拨款', 10, 9, 0.9, null],
        LEVELS,
        ['产出指标', '数量指标', '新栽林地', '≥10公顷', '10公顷', 80, 80],
      ],
    });
    expect(table.budget?.rows.map(({ weight }) => weight?.value)).toEqual([20, undefined]);
  });

  it.each(['自评得分', '自评总分', '项目自评得分（分）', '总得分'])(
    '%s in the head of the form is the printed total',
    (label) => {
      const totals = totalsOf([
        TITLE,
        ['项目名称', '护林防火', label, 80],
        LEVELS,
        ['产出指标', '数量指标', '新栽林地', '≥10公顷', '10公顷', 100, 100],
      ]);
      expect(totals?.printedScore).toBe(80);
    },
  );

  it('with its 分, beside the grade, it is the printed total as well', () => {
    const totals = totalsOf([
      TITLE,
      ['自评总分', '80.5分', '自评等级', '良'],
      LEVELS,
      ['产出指标', '数量指标', '新栽林地', '≥10公顷', '10公顷', 100, 100],
    ]);
    expect(totals?.printedScore).toBe(80.5);
  });
});

it('a total said in the cell of its label is the total', () => {
  const [table] = evaluate(
    snapshotOf({
      rows: [
        TITLE,
        LEVELS,
        ['产出指标', '数量指标', '新栽林地', '≥10公顷', '10公顷', 60, 60],
        ['效益指标', '社会效益指标', '知晓率', '≥80%', '85%', 40, 40],
        ['自评总分：98分', null, null, '自评等级：优'],
      ],
    }),
    DEFAULT_OPTIONS,
  ).tables;
  expect(table?.rows).toHaveLength(2);
  expect(table?.totals.printedScore).toBe(98);
  expect(table?.findings.map(({ check }) => check)).toContain('score-total');
});

it('scores of the parts below a merged 分值 are its own', () => {
  const [table] = evaluate(
    snapshotOf({
      rows: [
        TITLE,
        LEVELS,
        ['产出指标', '数量指标', '新栽林地', '≥10公顷', '10公顷', 60, 30],
        [null, null, '补植林地', '≥5公顷', '5公顷', null, 30],
        ['效益指标', '社会效益指标', '知晓率', '≥80%', '85%', 40, 40],
        ['总分', null, null, null, null, 100, 100],
      ],
      merges: ['F3:F4'],
    }),
    DEFAULT_OPTIONS,
  ).tables;
  expect(table?.findings.map(({ check }) => check)).not.toContain('weight-invalid');
});
