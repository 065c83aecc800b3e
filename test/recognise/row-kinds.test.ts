import { recogniseTables } from '../../src/recognise/recognise-tables';
import { textOf, type CellValue } from '../../src/model/snapshot';
import { whyJson } from '../../src/report/why-json';
import { growthOf, LINEAR } from '../support/growth';
import { snapshotOf } from '../support/snapshot-of';

type Row = readonly CellValue[];

const HEAD: Row = ['指标', '年度指标值', '实际完成值', '分值', '得分'];
const row = (name: string, weight: number, score: number = weight): Row => [
  name,
  '≥10次',
  '10次',
  weight,
  score,
];
const bare = (label: string | null, weight: number | null, score: number | null): Row => [
  label,
  null,
  null,
  weight,
  score,
];

function kindsOf(rows: readonly Row[]) {
  const tables = recogniseTables(snapshotOf({ rows: [['项目支出绩效自评表'], HEAD, ...rows] }));
  const [table] = tables;
  if (!table || tables.length > 1) throw new Error('not one table');
  return {
    table,
    names: table.indicators.map(({ name }) => name),
    decided: table.decided.map((one) => `${String(one.row - 1)} ${one.kind} ${one.by.join()}`),
  };
}

const PAIR: readonly Row[] = [row('巡查次数', 30), row('检测次数', 20)];
const REST: readonly Row[] = [row('受益户数', 30, 27), row('走访户数', 20)];

it.each<[string, readonly Row[], readonly string[]]>([
  ['known words', [...PAIR, ...REST, bare('合计', 100, 97)], ['5 total words,adds-up,bare']],
  [
    'an unknown label, with a mistake among the scores',
    [...PAIR, ...REST, bare('自评结果', 100, 96)],
    ['5 total adds-up,bare'],
  ],
  ['words that the sum denies', [...PAIR, bare('合计', 100, 97)], ['3 total words']],
  ['an unknown label', [...PAIR, ...REST, bare('本表得分', 100, 97)], ['5 total adds-up,bare']],
  [
    'a grade beside it',
    [...PAIR, ...REST, [...bare('自评结果', 100, 97), '优']],
    ['5 total adds-up,bare'],
  ],
  ['no label at all', [...PAIR, ...REST, bare(null, 100, 97)], ['5 total adds-up,bare']],
  ['a sum above its rows', [bare('总分', 100, 97), ...PAIR, ...REST], ['1 total words']],
  [
    'sums of parts that nobody calls so',
    [...PAIR, bare('以上得分', 50, 50), ...REST, bare('以上得分', 50, 47)],
    ['3 subtotal adds-up,bare', '6 subtotal adds-up,bare'],
  ],
  [
    'levels that are called so',
    [bare('产出指标', 50, 50), ...PAIR, bare('效益指标', 50, 47), ...REST],
    ['1 level words,adds-up', '4 level words,adds-up'],
  ],
  [
    'levels that only their points tell',
    [bare('提升服务', 50, 50), ...PAIR, bare('惠及群众', 50, 47), ...REST],
    ['1 level adds-up,bare', '4 level adds-up,bare'],
  ],
  [
    'figures that number the classes under a level',
    [
      bare('一、产出指标', 50, 50),
      bare('1.数量指标', 30, 30),
      row('巡查次数', 30),
      bare('2.质量指标', 20, 20),
      row('合格次数', 20),
    ],
    ['1 level words,adds-up', '2 level words,adds-up', '4 level words,adds-up'],
  ],
])('rows are told by %s', (_, rows, decided) => {
  const found = kindsOf(rows);
  expect(found.decided).toEqual(decided);
  expect(found.names).toEqual(
    rows.flatMap((one) => (one[1] === '≥10次' ? [textOf(one[0] ?? null)] : [])),
  );
});

it.each<[string, readonly Row[]]>([
  ['a row not yet filled in', [...PAIR, bare('受益户数', 50, null)]],
  ['a first row with the points of the next', [bare('受益户数', 20, 20), row('走访户数', 20)]],
  ['a row with other scores', [...PAIR, bare('受益户数', 50, 40), row('走访户数', 20)]],
])('%s stays an indicator', (_, rows) => {
  expect(kindsOf(rows).names).toHaveLength(rows.length);
});

it('an indicator that is called a total stays one', () => {
  const { names, decided } = kindsOf([row('培训人数合计', 50), row('合计', 50)]);
  expect(names).toEqual(['培训人数合计', '合计']);
  expect(decided).toEqual([]);
});

it('is the surer the more speaks for it', () => {
  const sure = (rows: readonly Row[]): number => kindsOf(rows).table.decided[0]?.confidence ?? 0;
  const all = [...PAIR, ...REST];
  const said = sure([...all, bare('合计', 100, 97)]);
  const denied = sure([...PAIR, bare('合计', 100, 97)]);
  const unsaid = sure([...all, bare('本表得分', 100, 97)]);
  expect(said).toBeGreaterThan(denied);
  expect(denied).toBeGreaterThan(unsaid);
});

it('tells sums and levels with their evidence', () => {
  const { table } = kindsOf([
    ...PAIR,
    ...REST,
    bare('本表得分', 100, 97),
    bare('注：无', null, null),
  ]);
  expect(whyJson(table, []).rows.decided).toEqual([
    { row: 7, as: 'total', by: ['adds-up', 'bare'], confidence: 0.35 },
  ]);
});

it('a level may stand in the column of numbers, above rows that are numbered there', () => {
  const numbered = (at: number, name: string, points: number): Row => [at, ...row(name, points)];
  const rows: readonly Row[] = [
    ['项目支出绩效自评表'],
    ['序号', ...HEAD],
    ['一、产出指标', null, null, null, 60, 60],
    numbered(1, '清运次数', 30),
    numbered(2, '巡查次数', 30),
    ['二、效益指标', null, null, null, 40, 40],
    numbered(1, '受益次数', 40),
    ['合计', null, null, null, 100, 100],
  ];
  const [table] = recogniseTables(snapshotOf({ rows }));
  expect(table?.indicators.map(({ name, level1 }) => [name, level1])).toEqual([
    ['清运次数', '产出指标'],
    ['巡查次数', '产出指标'],
    ['受益次数', '效益指标'],
  ]);
  expect(table?.groups.map(({ weight }) => weight?.value)).toEqual([60, 40]);
});

it('rows of a label and points cost as many times as there are of them', () => {
  const growth = growthOf(
    500,
    (size, round) =>
      snapshotOf({
        rows: [
          ['项目支出绩效自评表'],
          HEAD,
          ...Array.from({ length: size }, (_, at) =>
            bare(`走访${String(at)}-${String(round)}`, 7, 6),
          ),
        ],
      }),
    (snapshot) => recogniseTables(snapshot),
  );
  expect(growth).toBeLessThan(LINEAR);
});

it('a number of its own tells a level of one row, whatever it is called', () => {
  const [table] = recogniseTables(
    snapshotOf({
      rows: [
        ['部门整体支出绩效自评表'],
        ['序号', ...HEAD],
        ['一', '产出指标', null, null, 60, null],
        ['1', ...row('巡查次数', 30)],
        ['2', ...row('检测次数', 30)],
        ['二', '预算执行', null, null, 40, null],
        ['3', '预算执行率', '100%', '98%', 40, 39.2],
        [null, '合计', null, null, 100, 99.2],
      ],
    }),
  );
  expect(table?.indicators.map(({ name }) => name)).toEqual(['巡查次数', '检测次数', '预算执行率']);
});
