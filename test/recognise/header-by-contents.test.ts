import { columnName } from '../../src/model/grid';
import type { CellValue } from '../../src/model/snapshot';
import { CONFIDENCE_THRESHOLD } from '../../src/model/table';
import { recogniseWorkbook } from '../../src/recognise/recognise-tables';
import { snapshotOf } from '../support/snapshot-of';

type Row = readonly CellValue[];

const HEAD: Row = ['考核项', '任务要求', '落实情况', '满分', '自评'];
const BODY: readonly Row[] = [
  ['管护林地面积', '≥10公顷', '9公顷', 60, 54],
  ['务工人数', '≥20人', '20人', 30, 30],
  ['林农满意度', '≥90%', '91%', 10, 10],
];
const read = (rows: readonly Row[]) =>
  recogniseWorkbook(snapshotOf({ rows })).tables.map((table) => ({
    at: Object.fromEntries(
      Object.entries(table.columns).map(([role, { column }]) => [role, columnName(column)]),
    ),
    asked: table.confidence < CONFIDENCE_THRESHOLD,
    rows: table.indicators.map(({ name, score }) => [name, score?.value]),
  }));
const ROWS = [
  ['管护林地面积', 54],
  ['务工人数', 30],
  ['林农满意度', 10],
];

it.each<[string, Row]>([
  ['two heads are known', HEAD],
  ['none is', ['事项', '拟达到', '本年所做', '上限', '打星']],
])('asks about a table whose contents are a form’s where %s', (_, head) => {
  for (const title of ['某某项目自评', '某某项目', null])
    expect(read([[title], head, ...BODY, ['合计', null, null, 100, 94]])).toEqual([
      {
        at: { name: 'A', target: 'B', actual: 'C', weight: 'D', score: 'E' },
        asked: true,
        rows: ROWS,
      },
    ]);
});

it('takes what stands left of the names for their levels', () => {
  const levels = ['产出', '效益', '满意'];
  const body = BODY.map((row, index) => [index + 1, levels[index] ?? null, ...row]);
  const [table] = read([
    ['自评'],
    ['号', '大类', '事项', '拟达到', '所做', '上限', '打星'],
    ...body,
  ]);
  expect(table?.at).toEqual({
    level1: 'B',
    name: 'C',
    target: 'D',
    actual: 'E',
    weight: 'F',
    score: 'G',
  });
  expect(table?.rows).toEqual(ROWS);
});

it('finds the columns of a form whose header is lost', () => {
  const levels = ['数量指标', '社会效益指标', '服务对象满意度指标'];
  const [table] = read([
    ['项目支出绩效自评表'],
    ...BODY.map((row, index) => [levels[index] ?? null, ...row]),
  ]);
  expect(table).toMatchObject({ asked: true, at: { name: 'B', score: 'F' }, rows: ROWS });
});

it.each<[string, Row, readonly Row[]]>([
  [
    'marks of an examination',
    ['姓名', '题目', '作答', '满分', '成绩'],
    [
      ['张三', '选择题', 'A', 60, 54],
      ['李四', '填空题', '甲', 30, 30],
      ['王五', '论述题', '略', 10, 9],
    ],
  ],
  [
    'a list of purchases',
    ['品名', '规格', '型号', '计划数量', '到货数量'],
    [
      ['水泵', '≥5千瓦', '5千瓦', 60, 54],
      ['电缆', '≥100米', '100米', 45, 30],
      ['阀门', '≥20毫米', '20毫米', 10, 9],
    ],
  ],
  [
    'a roll',
    ['姓名', '部门', '入职', '工时', '加班'],
    [
      ['张三', '办公室', '2020年', 40, 4],
      ['李四', '财务科', '2021年', 30, 3],
      ['王五', '办公室', '2022年', 30, 1],
    ],
  ],
])('leaves %s alone', (_, head, body) => {
  expect(read([['登记表'], head, ...body])).toEqual([]);
});
