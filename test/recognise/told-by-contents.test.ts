import { columnName } from '../../src/model/grid';
import type { CellValue } from '../../src/model/snapshot';
import type { Table } from '../../src/model/table';
import { recogniseWorkbook } from '../../src/recognise/recognise-tables';
import { onlyTable as only } from '../support/only-table';
import { snapshotOf } from '../support/snapshot-of';

type Row = readonly CellValue[];

const HEAD: Row = ['一级指标', '二级指标', '三级指标', '目标值', '完成值', '分值', '得分', '原因'];
const BODY: readonly Row[] = [
  [
    '产出指标',
    '数量指标',
    '管护林地面积',
    '≥10公顷',
    '9公顷',
    60,
    54,
    '连日降雨，部分林地未能进入。',
  ],
  ['效益指标', '社会效益指标', '务工人数', '≥20人', '20人', 30, 30, null],
  ['满意度指标', '服务对象满意度', '林农满意度', '≥90%', '91%', 10, 10, null],
];
const LEVELS_OF_HEAD: Row = ['一级指标', '二级指标', '三级指标'];
const letters = (table: Table): Record<string, string> =>
  Object.fromEntries(
    Object.entries(table.columns).map(([role, { column }]) => [role, columnName(column)]),
  );
const NATIONAL = {
  level1: 'A',
  level2: 'B',
  name: 'C',
  target: 'D',
  actual: 'E',
  weight: 'F',
  score: 'G',
  reason: 'H',
};
const form = (head: Row, body: readonly Row[] = BODY) => ({
  rows: [['项目支出绩效自评表'], head, ...body],
});

it.each([
  [2, '护林事项'],
  [3, '拟达到的水平'],
  [4, '实施进度'],
  [5, '占分'],
  [6, '打星'],
  [7, '差异缘由'],
])('a column %i called %s is what its contents say', (at, text) => {
  const table = only(form(HEAD.with(at, text)));
  expect(letters(table)).toEqual(NATIONAL);
  const told = Object.values(table.columns).find(({ column }) => column === at);
  expect(told?.confidence).toBeLessThan(1);
});

it('two columns that no list has are told together', () => {
  const head = HEAD.with(4, '实施进度').with(5, '占分');
  expect(letters(only(form(head)))).toEqual(NATIONAL);
});

it('progress told as done is what became of the target', () => {
  const rows = BODY.map((row) => [...row.slice(0, 4), '已完成100%']);
  expect(letters(only(form([...HEAD.slice(0, 4), '实施进度'], rows)))).toMatchObject({
    actual: 'E',
  });
});

it.each(['上年实现数', '扣分', '指标值设定依据', '数据来源', '半年目标'])(
  '%s is no role’s, whatever stands below',
  (text) => {
    const head = [...HEAD.slice(0, 4), text];
    const body = BODY.map((row) => [...row.slice(0, 4), row[3] ?? null]);
    const { tables, others } = recogniseWorkbook(
      snapshotOf({ rows: [['绩效目标表'], head, ...body] }),
    );
    expect([tables.length, others.map(({ what }) => what)]).toEqual([0, ['target']]);
  },
);

it('figures that are above the weights are no scores', () => {
  const body = BODY.map((row) => row.with(6, 80));
  expect(letters(only(form(HEAD.with(6, '户数'), body)))).not.toHaveProperty('score');
});

it('a column of blanks tells nothing', () => {
  const body = BODY.map((row) => row.with(4, null));
  expect(letters(only(form(HEAD.with(4, '实施进度'), body)))).not.toHaveProperty('actual');
});

it('a header printed again with another block’s name beside it does not end the table', () => {
  const head = ['绩效目标1（40分）', ...HEAD];
  const rows = BODY.map((row) => [null, ...row]);
  const again = ['绩效目标2（60分）', ...HEAD];
  const table = only({ rows: [['自评表'], head, rows[0] ?? [], again, ...rows.slice(1)] });
  expect(table.indicators).toHaveLength(3);
});

it('says of each column what told it, and of the table what it was taken for', () => {
  const table = only(form(HEAD.with(4, '实施进度')));
  expect(table.columns.actual).toMatchObject({ label: '实施进度', told: 'like-target' });
  expect(table.columns.target).not.toHaveProperty('told');
  expect(table.evidence).toContainEqual({ what: 'self', points: 5, seen: '自评' });
});

describe('contents against the words of the head', () => {
  const columnsOf = (head: Row, body: readonly Row[]) => {
    const table = only(form(head, body));
    return { kind: table.kind, ...letters(table) };
  };
  const MEASURED: readonly Row[] = BODY.map((row) => row.slice(0, 7));

  it('考核标准 over ≥10公顷 is what is to be reached', () => {
    const head = [...HEAD.slice(0, 3), '考核标准', '完成值', '分值', '得分'];
    expect(columnsOf(head, MEASURED)).toMatchObject({ kind: 'target', target: 'D', actual: 'E' });
  });

  it('考核标准 over rules stays a standard', () => {
    const head = [...HEAD.slice(0, 3), '考核标准', '完成值', '分值', '得分'];
    const body = MEASURED.map((row) => row.with(3, '达到年度目标得满分，每少1%扣1分，扣完为止。'));
    expect(columnsOf(head, body)).toMatchObject({ kind: 'rubric', criteria: 'D' });
  });

  it('自评情况 over what was done is the result, where nothing else is', () => {
    const head = [...HEAD.slice(0, 3), '目标值', '自评情况', '分值', '得分'];
    expect(columnsOf(head, MEASURED)).toMatchObject({ target: 'D', actual: 'E' });
  });

  it('绩效目标 over names is what the rows are called', () => {
    const head = ['一级指标', '二级指标', '绩效目标', '目标值', '完成值', '分值', '得分'];
    const body = MEASURED.map((row) => row.with(1, '数量指标'));
    expect(columnsOf(head, body)).toMatchObject({ name: 'C', target: 'D', level2: 'B' });
  });

  it('a list of reasons is no name, however its rows differ', () => {
    const head = [
      '一级指标',
      '二级指标',
      '三级指标',
      '设置理由',
      '目标值',
      '完成值',
      '分值',
      '得分',
    ];
    const why = [
      '上级要求，年内须完成。',
      '当地缺少岗位，群众反映多。',
      '群众满意方为做好，须调查。',
    ];
    const body = MEASURED.map((row, index) => [
      ...row.slice(0, 3),
      why[index] ?? null,
      ...row.slice(3),
    ]);
    expect(columnsOf(head, body)).toMatchObject({ name: 'C', target: 'E', actual: 'F' });
  });

  it('a score above its weight is a mistake to be found and the column none the less', () => {
    const head = [...HEAD.slice(0, 6), '得分', '户数'];
    const body = MEASURED.map((row, index) => [...(index === 0 ? row.with(6, 64) : row), 7]);
    expect(columnsOf(head, body)).toMatchObject({ weight: 'F', score: 'G' });
  });

  it('is as sure as the next best reading is worse', () => {
    const sure = only(form(HEAD.with(4, '实施进度'), BODY)).columns.actual?.confidence ?? 0;
    const head = [...HEAD.slice(0, 4), '实施进度', '推进成效', ...HEAD.slice(5)];
    const twice = BODY.map((row) => [...row.slice(0, 5), ...row.slice(4)]);
    const unsure = only(form(head, twice)).columns.actual?.confidence ?? 0;
    expect(sure).toBeGreaterThan(0.5);
    expect(unsure).toBeLessThan(0.3);
  });
});

it('points left of the names are columns, a text that names the block is none', () => {
  const head: Row = [
    '得分',
    '分值',
    '三级指标',
    '目标值',
    '完成值',
    '二级指标',
    '一级指标',
    '原因',
  ];
  const body = BODY.map(([level1, level2, name, target, actual, weight, score, reason]): Row => [
    score ?? null,
    weight ?? null,
    name ?? null,
    target ?? null,
    actual ?? null,
    level2 ?? null,
    level1 ?? null,
    reason ?? null,
  ]);
  const table = only(form(head, body));
  expect(letters(table)).toMatchObject({ score: 'A', weight: 'B', name: 'C', target: 'D' });
  const block = only(
    form(
      ['绩效指标', ...HEAD],
      BODY.map((row, at) => [at === 0 ? '绩效指标' : null, ...row]),
    ),
  );
  expect(letters(block)).toMatchObject({ target: 'E', actual: 'F', weight: 'G', score: 'H' });
});

it('of heads with years the last year is the form’s own, beside what three years are to bring', () => {
  const head: Row = [
    ...LEVELS_OF_HEAD,
    '三年总目标',
    '2023年目标',
    '2023年完成',
    '累计完成',
    '分值',
    '得分',
    '原因',
  ];
  const body = BODY.map(([one, two, name, target, actual, ...rest]): Row => [
    one ?? null,
    two ?? null,
    name ?? null,
    '≥30公顷',
    target ?? null,
    actual ?? null,
    '31公顷',
    ...rest,
  ]);
  const table = only(form(head, body));
  expect(letters(table)).toMatchObject({ target: 'E', actual: 'F', weight: 'H', score: 'I' });
});

it('a form without a title is as sure by its sheet’s name', () => {
  const rows: readonly Row[] = [
    ['项目名称', '城乡环境提升'],
    ['指标名称', '年度指标值', '实际完成值', '分值', '自我评定'],
    ['改造管网长度', '≥2公里', 2, 60, 60],
    ['改造路灯', '≥20盏', 20, 40, 40],
  ];
  const sure = (name: string): number => only({ name, rows }).confidence;
  expect(sure('自评表')).toBeGreaterThan(sure('Sheet1'));
});

it('takes for targets what says of how many points it is', () => {
  const table = only({
    rows: [
      ['项目支出绩效自评表'],
      ['一级指标', '三级指标', '拟达到的水平', '实际完成值', '分值', '得分'],
      ['产出指标', '改造管网长度', '≥2公里', 2, 34, 34],
      [null, '窗口服务评分甲', '≥9分（满分10分）', '9分', 33, 33],
      [null, '窗口服务评分乙', '≥9分（满分10分）', '9分', 33, 33],
    ],
  });
  expect(table.columns.target?.column).toBe(2);
});

it('takes for results what is told in the unit that the target has in words', () => {
  const table = only({
    rows: [
      ['项目支出绩效自评表'],
      ['一级指标', '三级指标', '年度指标值', '实施进度', '分值', '得分'],
      ['产出指标', '群众跑动次数', '最多跑一次', '平均0.4次', 34, 34],
      [null, '企业跑动次数', '最多跑一次', '平均0.4次', 33, 33],
      [null, '改造管网长度', '≥2公里', 2, 33, 33],
    ],
  });
  expect(table.columns.actual?.column).toBe(3);
});
