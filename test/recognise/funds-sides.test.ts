import fc from 'fast-check';
import { recogniseTables } from '../../src/recognise/recognise-tables';
import { snapshotOf } from '../support/snapshot-of';

const FORM = [
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
  ['产出指标', '数量指标', '修建道路', '≥50公里', '52公里', 50, 50, ''],
  ['效益指标', '社会效益指标', '受益人口', '≥2000人', '2100人', 30, 30, ''],
  ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%', '92%', 10, 10, ''],
];

const HEADS = {
  initial: ['年初预算数', '年初预算'],
  adjusted: ['全年预算数', '预算数（A）', '调整后预算数'],
  received: ['到位资金', '资金到位数', '实际到位金额', '到位数'],
  carried: ['上年结转', '上年结转资金', '上年结余', '上年结余结转'],
  executed: ['全年执行数', '实际支出'],
} as const;
const AMOUNTS = { initial: 80, adjusted: 110, received: 90, carried: 30, executed: 60 };
type Amount = keyof typeof AMOUNTS;

const fundsOf = (columns: readonly (readonly [Amount, string])[]) => {
  const rows = [
    ['资金（万元）', '', ...columns.map(([, head]) => head), '执行率'],
    ['', '年度资金总额', ...columns.map(([amount]) => AMOUNTS[amount]), ''],
    ...FORM,
  ];
  const [table] = recogniseTables(snapshotOf({ name: '附表', rows }));
  const row = table?.budget?.rows[0];
  return (amount: Amount) => row?.[amount]?.value ?? null;
};

const headOf = (amount: Amount) =>
  fc.constantFrom(...HEADS[amount]).map((head) => [amount, head] as const);

test('what came in and what was carried over stand beside the budget, in whatever order', () => {
  const columns = fc
    .tuple(...(['initial', 'adjusted', 'received', 'carried', 'executed'] as const).map(headOf))
    .chain((all) => fc.shuffledSubarray(all, { minLength: 5, maxLength: 5 }));
  fc.assert(
    fc.property(columns, (given) => {
      const value = fundsOf(given);
      for (const [amount] of given)
        expect([amount, value(amount)]).toEqual([amount, AMOUNTS[amount]]);
    }),
  );
});

test('without a budget beside it, what came in is the budget', () => {
  const value = fundsOf([
    ['received', '到位数'],
    ['executed', '支出数'],
  ]);
  expect([value('adjusted'), value('received'), value('executed')]).toEqual([90, null, 60]);
});

test.each<
  [
    string,
    readonly [string, string, string, string],
    readonly (string | number)[],
    Readonly<Record<string, number | null>>,
  ]
>([
  [
    'what came in beside the initial budget is no budget',
    ['年初预算', '到位资金', '执行数', '执行率'],
    [100, 80, 80, '80%'],
    { initial: 100, adjusted: null, received: 80 },
  ],
  [
    'it is where the printed rate is of it',
    ['年初预算', '到位资金', '执行数', '执行率'],
    [100, 80, 60, '75%'],
    { initial: 100, adjusted: 80, received: null },
  ],
  [
    'what is left at the end of the year was not carried over',
    ['年初预算数', '全年执行数', '结余资金', '执行率'],
    [100, 90, 10, '90%'],
    { initial: 100, carried: null },
  ],
])('%s', (_what, heads, figures, expected) => {
  const rows = [['资金（万元）', '', ...heads], ['', '年度资金总额', ...figures], ...FORM];
  const [table] = recogniseTables(snapshotOf({ name: '附表', rows }));
  const row = table?.budget?.rows[0];
  const found = Object.fromEntries(
    (['initial', 'adjusted', 'received', 'carried'] as const).map((amount) => [
      amount,
      row?.[amount]?.value ?? null,
    ]),
  );
  expect(found).toMatchObject(expected);
});

test('the columns of reviewers are never the score, wherever they stand', () => {
  const reviewer = fc.constantFrom(
    ...[
      '复核分',
      '财政审核评分',
      '市级评分',
      '主管部门评分',
      '专家评分',
      '核查得分',
      '财政部门审核得分',
    ],
    ...[
      '复核得分',
      '第三方评分',
      '上级评分',
      '审核得分',
      '县级财政评分',
      '主管部门审核分',
      '抽查评分',
    ],
  );
  const own = fc.constantFrom('自评得分', '得分', '自评分', '单位自评得分');
  const order = fc.record({
    own,
    reviewers: fc.uniqueArray(reviewer, { minLength: 1, maxLength: 3 }),
    at: fc.nat(3),
    filled: fc.boolean(),
  });
  fc.assert(
    fc.property(order, ({ own: head, reviewers, at, filled }) => {
      const heads: string[] = [...reviewers];
      heads.splice(Math.min(at, heads.length), 0, head);
      const scores = (score: number) =>
        heads.map((one) => (one === head ? score : filled ? score - 1 : ''));
      const rows = [
        ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', ...heads],
        ['产出指标', '数量指标', '修建道路', '≥50公里', '52公里', 60, ...scores(60)],
        ['效益指标', '社会效益指标', '受益人口', '≥2000人', '2100人', 40, ...scores(40)],
        ['合计', '', '', '', '', 100, ...scores(100)],
      ];
      const [table] = recogniseTables(snapshotOf({ name: '附表', rows }));
      expect(table?.columns.score?.label).toBe(head);
      expect(table?.indicators.map(({ score }) => score?.value)).toEqual([60, 40]);
      expect(table?.total?.score?.value).toBe(100);
    }),
  );
});

test.each(['得分系数', '得分系数(%)', '得分系数（%）'])('%s is no score', (coefficient) => {
  const rows = [
    ['指标名称', '指标值', '全年完成值', coefficient, '权重', '得分', '是否核心指标'],
    ['播发稿件数量', '2200篇', '2859篇', '100%', 50, 50, '是'],
    ['原创稿件数量', '1000篇', '800篇', '80%', 40, 32, '否'],
    ['总分', '', '', '', 90, 82, ''],
  ];
  const [table] = recogniseTables(snapshotOf({ name: '附表', rows }));
  expect(table?.columns.score?.label).toBe('得分');
  expect(table?.indicators.map(({ score, weight }) => [score?.value, weight?.value])).toEqual([
    [50, 50],
    [32, 40],
  ]);
});

describe('points beside the funds, each figure beside its head', () => {
  const pointsOf = (...lines: readonly (readonly (string | number)[])[]) => {
    const rows = [
      ['项目支出绩效自评表'],
      ...lines,
      ...FORM,
      ['总分', '', '', '', '', 100, 99.9, ''],
    ];
    const row = recogniseTables(snapshotOf({ name: '附表', rows }))[0]?.budget?.rows[0];
    return [row?.weight?.value, row?.score?.value];
  };
  test.each<[string, readonly (readonly (string | number)[])[]]>([
    [
      'as text',
      [['预算数（万元）', '220', '执行数（万元）', '217.8', '执行率', '99%', '得分', '9.9']],
    ],
    ['as numbers', [['预算数（万元）', 220, '执行数（万元）', 217.8, '执行率', 0.99, '得分', 9.9]]],
    [
      'below one another',
      [
        ['预算数（万元）', '220', '执行数（万元）', '217.8'],
        ['执行率', '99%', '得分', '9.9'],
      ],
    ],
    ['the rate alone', [['预算执行率', '99%', '得分', '9.9']]],
    ['the rate with its weight', [['预算执行率', '99%', '分值', '10', '得分', '9.9']]],
  ])('%s', (_, lines) => {
    expect(pointsOf(...lines)).toEqual([10, 9.9]);
  });
  test('a rate that does not come to what the total leaves over is none', () => {
    expect(pointsOf(['预算执行率', '50%', '得分', '9.9'])).toEqual([undefined, undefined]);
  });
});
