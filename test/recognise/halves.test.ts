import type { CellValue } from '../../src/model/snapshot';
import { recogniseTables } from '../../src/recognise/recognise-tables';
import { onlyTable as only } from '../support/only-table';
import { snapshotOf } from '../support/snapshot-of';

type Row = readonly CellValue[];

const HEAD: Row = ['二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
const TITLE: Row = ['项目支出绩效自评表'];
const LEFT: readonly Row[] = [
  ['数量指标', '新栽林地', '≥10公顷', '9公顷', 20, 18],
  ['质量指标', '成活率', '≥95%', '96%', 30, 30],
];
const RIGHT: readonly Row[] = [
  ['社会效益指标', '务工人数', '≥20人', '20人', 40, 40],
  ['满意度指标', '林农满意度', '≥90%', '92%', 10, 10],
];
const beside = (left: readonly Row[], right: readonly Row[]): Row[] =>
  Array.from({ length: Math.max(left.length, right.length) }, (_, at) => [
    ...(left[at] ?? HEAD.map(() => null)),
    ...(right[at] ?? HEAD.map(() => null)),
  ]);

describe('a form of two halves side by side', () => {
  it('is one table with the rows of both', () => {
    const table = only({ rows: [TITLE, [...HEAD, ...HEAD], ...beside(LEFT, RIGHT)] });
    expect(
      table.indicators.map(({ name, level1, weight, score }) => [
        name,
        level1,
        weight?.value,
        score?.cell.column,
      ]),
    ).toEqual([
      ['新栽林地', '数量指标', 20, 5],
      ['成活率', '质量指标', 30, 5],
      ['务工人数', '社会效益指标', 40, 11],
      ['林农满意度', '满意度指标', 10, 11],
    ]);
    expect(table.range.right).toBe(11);
    for (const group of table.groups)
      for (const index of group.indicators)
        expect(table.indicators[index]?.level1).toBe(group.label);
  });

  it('may be of uneven length, with a blank column between', () => {
    const rows = beside(LEFT, RIGHT.slice(0, 1)).map((row) => [
      ...row.slice(0, 6),
      null,
      ...row.slice(6),
    ]);
    const table = only({ rows: [TITLE, [...HEAD, null, ...HEAD], ...rows] });
    expect(table.indicators).toHaveLength(3);
  });

  it('with the total below the left half counts it once', () => {
    const total: Row = ['总分', null, null, null, 100, 98];
    const table = only({ rows: [TITLE, [...HEAD, ...HEAD], ...beside([...LEFT, total], RIGHT)] });
    expect(table.total?.score?.value).toBe(98);
    expect(table.indicators).toHaveLength(4);
  });

  it('with a total that nobody calls so below one half', () => {
    const total: Row = ['本表得分', null, null, null, 100, 98];
    const rows = beside([...LEFT, total], RIGHT);
    const table = only({ rows: [TITLE, [...HEAD, ...HEAD], ...rows] });
    expect([table.total?.score?.value, table.indicators.length]).toEqual([98, 4]);
    expect(table.groups.flatMap(({ indicators }) => indicators)).toEqual([0, 1, 2, 3]);
  });

  it('with a sum below each half has none of its own', () => {
    const sums = (weight: number, score: number): Row => ['合计', null, null, null, weight, score];
    const rows = beside([...LEFT, sums(50, 48)], [...RIGHT, sums(50, 50)]);
    const table = only({ rows: [TITLE, [...HEAD, ...HEAD], ...rows] });
    expect([table.total, table.subtotals.map(({ score }) => score?.value)]).toEqual([
      null,
      [48, 50],
    ]);
    expect(table.indicators).toHaveLength(4);
  });
});

describe('a head of the points that no vocabulary has, over two halves', () => {
  /** `halves` are the points below each half, full marks and marks alike. */
  const weights = (left: readonly number[], right: readonly number[], heads = ['占分', '占分']) => {
    const head = (weight = ''): Row => ['指标名称', '年度指标值', '实际完成值', weight, '得分'];
    const lines = (points: readonly number[], names: string): Row[] =>
      points.map((point, at) => [
        `新修水渠长度${names[at] ?? ''}`,
        '≥2公里',
        '2公里',
        point,
        point,
      ]);
    const blank = head().map(() => null);
    const [one, two] = [lines(left, '甲乙丙丁'), lines(right, '戊己庚辛')];
    const body = Array.from({ length: Math.max(one.length, two.length) }, (_, at) => [
      ...(one[at] ?? blank),
      ...(two[at] ?? blank),
    ]);
    const table = only({ rows: [TITLE, [...head(heads[0]), ...head(heads[1])], ...body] });
    return table.indicators.map(({ weight }) => weight?.value);
  };

  it.each([
    [
      [25, 25],
      [25, 25],
    ],
    [
      [30, 20],
      [25, 15],
    ],
    [[40, 30, 20], [10]],
    [[50], [50]],
    [
      [0.3, 0.2],
      [0.4, 0.1],
    ],
  ])('is told by what both together come to: %j and %j', (left, right) => {
    expect(weights(left, right)).toEqual([...left, ...right]);
  });

  it('is none where together they come to no whole', () => {
    expect(weights([25, 22], [21, 19])).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('says nothing for the other half where that has another', () => {
    expect(weights([25, 25], [25, 25], ['占分', '折后'])).toEqual(Array(4).fill(undefined));
  });
});

it('分值 beside each level is no second half', () => {
  const head = ['一级指标', '分值', '二级指标', '分值', '三级指标', '分值', '评价标准', '得分'];
  const row = ['投入', 10, '预算配置', 10, '在职人员控制率', 10, '不超编得满分', 10];
  expect(only({ rows: [TITLE, head, row] }).indicators).toHaveLength(1);
});

describe('parts of a row', () => {
  const rows = (...parts: readonly Row[]) =>
    only({
      rows: [
        TITLE,
        HEAD,
        ['数量指标', '培训场次', '≥20场', '20场', 60, 60],
        [null, '其中：企业培训', '≥12场', '12场', null, null],
        ...parts,
        ['质量指标', '合格率', '≥95%', '96%', 40, 40],
      ],
    }).indicators.map(({ parent }) => parent);

  it('go on below 其中 while they come to no more than the row that they detail', () => {
    expect(rows([null, '社区培训', '≥8场', '8场', null, null])).toEqual([null, 0, 0, null]);
  });

  it('end where they would be more, or are counted in another unit', () => {
    expect(rows([null, '教材', '≥8册', '8册', null, null])).toEqual([null, 0, null, null]);
    expect(rows([null, '集中培训', '≥15场', '8场', null, null])).toEqual([null, 0, null, null]);
  });
});

describe('classes that stand over the names', () => {
  const list = (name: string): Row => [name, '目标值', '实际值', '分值', '得分'];
  const row = (name: string, points: number): Row => [name, '10次', '10次', points, points];
  const read = (rows: readonly Row[]) =>
    only({ rows: [TITLE, ...rows] }).indicators.map(({ name, level1, weight }) => [
      name,
      level1,
      weight?.value,
    ]);
  const all = [
    ['走访次数', '产出指标', 30],
    ['授课次数', '产出指标', 30],
    ['帮扶次数', '效益指标', 20],
    ['来信次数', '满意度指标', 20],
  ];

  it('are the levels of as many lists side by side', () => {
    const heads = [...list('产出指标'), ...list('效益指标'), ...list('满意度指标（20分）')];
    const first = [...row('走访次数', 30), ...row('帮扶次数', 20), ...row('来信次数', 20)];
    expect(read([heads, first, row('授课次数', 30)])).toEqual([all[0], all[1], ...all.slice(2)]);
  });

  it('are the first head of a list, whatever class stands behind it', () => {
    const rows: Row[] = [
      ['产出指标', '进度', '目标值', '实际值', '分值', '得分'],
      ['走访次数', '按期', '10次', '10次', 50, 50],
      ['授课次数', '按期', '10次', '10次', 50, 50],
    ];
    expect(read(rows)).toEqual([
      ['走访次数', '产出指标', 50],
      ['授课次数', '产出指标', 50],
    ]);
  });

  it('are those of lists below one another', () => {
    const rows = [
      list('产出指标'),
      row('走访次数', 30),
      row('授课次数', 30),
      list('效益指标'),
      row('帮扶次数', 20),
      list('满意度指标'),
      row('来信次数', 20),
    ];
    expect(read(rows)).toEqual(all);
  });

  it.each([
    ['任务内容', '目标值', '实际完成值', '进度', '分值', '得分'],
    ['具体事项', '年初目标', '完成情况', '社会效益', '分值', '得分'],
    ['指标', '目标值', '实际值', '分值', '得分', '质量'],
    ['绩效指标', '目标值', '实际值', '分值', '得分', '备注'],
  ])('%s | %s | %s | %s | %s | %s: a class behind another head is no level', (...heads) => {
    const line = (at: number): Row =>
      heads.map((head, column) => {
        if (/分值|得分/.test(head)) return 50;
        return column === 0
          ? `走访${'甲乙'[at] ?? ''}`
          : /目标|实际|完成/.test(head)
            ? '10次'
            : '按期';
      });
    const tables = recogniseTables(snapshotOf({ rows: [TITLE, heads, line(0), line(1)] }));
    for (const { indicators } of tables) {
      expect(indicators.map(({ name }) => name)).toEqual(['走访甲', '走访乙']);
      expect(indicators.map(({ level1 }) => level1)).toEqual([null, null]);
    }
  });
});

describe('two forms side by side', () => {
  const funds = (project: string, spent: number, score: number): Row[] => [
    ['项目名称', project, null, null, null, null],
    ['项目资金（万元）', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['资金总额', 20, spent, 10, spent / 20, score],
    HEAD,
  ];
  const rows = [
    TITLE,
    ...beside([...funds('造林', 20, 10), ...LEFT], [...funds('管护', 18, 9), ...RIGHT]),
  ];
  it('are two tables, each with its funds, under one title', () => {
    const tables = recogniseTables(snapshotOf({ name: '附表', rows }));
    expect(
      tables.map(({ title, project, budget, indicators }) => [
        title?.value,
        project?.value,
        budget?.rows[0]?.score?.value,
        indicators.map(({ name }) => name),
      ]),
    ).toEqual([
      ['项目支出绩效自评表', '造林', 10, ['新栽林地', '成活率']],
      ['项目支出绩效自评表', '管护', 9, ['务工人数', '林农满意度']],
    ]);
  });
});

it('reads lists side by side that come to 100 each as two forms', () => {
  const whole: readonly Row[] = [
    ['数量指标', '新栽林地', '≥10公顷', '10公顷', 60, 60],
    ['满意度指标', '林农满意度', '≥90%', '92%', 40, 40],
  ];
  const rows = [TITLE, [...HEAD, ...HEAD], ...beside(whole, whole)];
  const tables = recogniseTables(snapshotOf({ rows }));
  expect(tables.map(({ indicators }) => indicators.map(({ weight }) => weight?.value))).toEqual([
    [60, 40],
    [60, 40],
  ]);
});

it('takes the figures of a total from below the right half', () => {
  const total: Row = ['总分', null, null, null, null, null, null, null, null, null, 100, 98];
  const table = only({ rows: [TITLE, [...HEAD, ...HEAD], ...beside(LEFT, RIGHT), total] });
  expect([table.total?.weight?.value, table.total?.score?.value]).toEqual([100, 98]);
  expect(table.indicators).toHaveLength(4);
});
