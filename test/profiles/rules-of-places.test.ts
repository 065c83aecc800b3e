import { PROFILES, profileById } from '../../src/profiles/load-profile';
import { runChecks } from '../../src/checks/run-checks';
import { scoreTable } from '../../src/scoring/score-table';
import type { Group } from '../../src/model/table';
import { budget, indicator, table, type Funds, type Row } from '../scoring/build';
import { contextOf, type TableSpec } from '../support/table-builder';

/** What each place has otherwise than others, on one row or form worked out by hand. */
type Worked = readonly [id: string, rule: string, got: (id: string) => unknown, expected: unknown];

const rows =
  (...specs: readonly Row[]) =>
  (id: string) =>
    scoreTable(table({ rows: specs }), profileById(id)).rows.map(({ score }) => score);

/** The band that words of 完成值 leave to a row of 10 points. */
const band = (actual: string) => (id: string) => {
  const form = table({ rows: [{ target: '效果显著', actual }] });
  const { from, to } = scoreTable(form, profileById(id)).rows[0]?.band ?? {};
  return [from, to];
};

const funds = (row: Funds) => (id: string) => {
  const { kind } = profileById(id);
  const scored = scoreTable(table({ kind, rows: [], budget: budget(row) }), profileById(id)).budget;
  return [scored?.rate ?? null, scored?.score ?? null];
};

const standard =
  (criteria: string, evidence: string, weight: number, score: number | null = null) =>
  (id: string) => {
    const form = table({ kind: 'rubric', rows: [] });
    const row = { ...indicator({ weight, score, name: '资金到位率' }), criteria, evidence };
    const [scored] = scoreTable({ ...form, indicators: [row] }, profileById(id)).rows;
    return scored?.score ?? scored?.scoreRange ?? null;
  };

const found = (check: string, spec: TableSpec) => (id: string) =>
  runChecks(contextOf(spec, profileById(id)))
    .filter((finding) => finding.check === check)
    .map(({ severity }) => severity);

const cell = { row: 0, column: 0 };
/** First levels with the points of each, one row below each, and a funds row of `execution`. */
const levels = (
  split: readonly (readonly [label: string, points: number])[],
  execution: number,
  kind: 'target' | 'rubric' = 'target',
): TableSpec => ({
  rows: split.map(([level1, weight]) => ({
    level1,
    target: '≥10个',
    actual: '10个',
    weight,
    score: weight,
  })),
  groups: split.map(([label, value], index): Group => ({
    level: 1,
    label,
    cell,
    weight: { value, cell },
    parent: null,
    indicators: [index],
    complete: true,
  })),
  ...(execution > 0 ? { funds: [100, 100, 100, execution, 1, execution] } : {}),
  total: [100, 100],
  over: { kind },
});

const usual = [
  ['产出指标', 50],
  ['效益指标', 30],
  ['满意度指标', 10],
] as const;
const moved = [
  ['产出指标', 45],
  ['效益指标', 35],
  ['满意度指标', 10],
] as const;
const twenty = [
  ['产出指标', 40],
  ['效益指标', 30],
  ['满意度指标', 10],
] as const;

const overspent = (initial: number, adjusted: number): TableSpec => ({
  rows: [{ target: '≥10个', actual: '10个', weight: 90, score: 90 }],
  funds: [initial, adjusted, adjusted, 10, 1, 10],
});
const above = (actual: string): TableSpec => ({
  rows: [{ target: '≥100个', actual, weight: 10, score: 10 }],
});
const cappedAt = (executed: number, total: number): TableSpec => ({
  rows: [{ target: '≥10个', actual: '10个', weight: 90, score: 90 }],
  funds: [100, 100, executed, 10, executed / 100, executed / 10],
  total: [100, total],
});

const WORKED: readonly Worked[] = [
  [
    'cn-mof-2020',
    'execution in proportion of the adjusted budget',
    funds({ initial: 200, adjusted: 100, executed: 90, weight: 10 }),
    [0.9, 9],
  ],
  ['cn-mof-2020', 'a middle band from 60 %', band('部分达成'), [6, 8]],
  ['cn-mof-2020', '50/30/10', found('level-split', levels(moved, 10)), ['info']],
  ['cn-mof-2020', '50/30/10 as it is', found('level-split', levels(usual, 10)), []],
  [
    'hb-project-2020',
    '20 points for the funds',
    funds({ adjusted: 100, executed: 90, weight: null, score: 1 }),
    [0.9, 18],
  ],
  [
    'hb-project-2020',
    'what was carried over counts',
    funds({ initial: 100, carried: 20, executed: 48, weight: 20 }),
    [0.4, 8],
  ],
  ['hb-project-2020', 'a middle band from 50 %', band('部分达成'), [5, 8]],
  [
    'hb-project-2020',
    'A/B where less is better',
    rows({ target: '≤100万元', actual: '125万元', direction: 'reverse' }),
    [8],
  ],
  [
    'hb-project-2020',
    'no split of its own',
    found(
      'level-split',
      levels(
        [
          ['产出指标', 45],
          ['效益指标', 25],
          ['满意度指标', 10],
        ],
        20,
      ),
    ),
    [],
  ],
  [
    'hb-huangshi-2022',
    '20 points for the funds',
    funds({ adjusted: 100, executed: 75, weight: null, score: 1 }),
    [0.75, 15],
  ],
  [
    'hb-huangshi-2022',
    '40/30/10',
    found(
      'level-split',
      levels(
        [
          ['产出指标', 45],
          ['效益指标', 25],
          ['满意度指标', 10],
        ],
        20,
      ),
    ),
    ['info'],
  ],
  ['hb-huangshi-2022', '40/30/10 as it is', found('level-split', levels(twenty, 20)), []],
  [
    'hb-huangshi-2023',
    'carried over, 20 points',
    funds({ initial: 100, carried: 20, executed: 60, weight: null, score: 1 }),
    [0.5, 10],
  ],
  ['hb-huangshi-2023', 'a middle band from 50 %', band('部分达成'), [5, 8]],
  ['jx-2017', 'a middle band from 50 %', band('部分达成'), [5, 8]],
  [
    'jx-2017',
    'A/B where less is better',
    rows({ target: '≤100万元', actual: '125万元', direction: 'reverse' }),
    [8],
  ],
  [
    'hi-2023',
    'no pass mark: 19.23 % of 20',
    rows({ target: '≥26人', actual: '5人', weight: 20 }),
    [3.85],
  ],
  [
    'cq-unit-2021',
    '130 % is full marks, and no more',
    rows({ target: '≥100个', actual: '130个' }),
    [10],
  ],
  ['cq-unit-2021', 'a flat list', found('level-split', levels(moved, 10)), []],
  ['cq-unit-2022', 'a flat list', found('level-split', levels(moved, 10)), []],
  ['cq-unit-2022', 'execution 10', funds({ adjusted: 60, executed: 48, weight: 10 }), [0.8, 8]],
  [
    'platform-cap-2022',
    '2 points off from 130 %',
    rows({ target: '≥100个', actual: '129个' }, { target: '≥100个', actual: '130个' }),
    [10, 8],
  ],
  [
    'platform-cap-2022',
    'at most 89 below 80 %',
    found('total-cap', cappedAt(79, 97.9)),
    ['warning'],
  ],
  ['platform-cap-2022', 'no ceiling from 80 % on', found('total-cap', cappedAt(80, 98)), []],
  [
    'sc-0013zp-2023',
    'every change of the budget is explained',
    found('budget-adjusted', overspent(100, 101)),
    ['warning'],
  ],
  ['cn-mof-2020', 'a change of 1 % is not', found('budget-adjusted', overspent(100, 101)), []],
  ['sc-0013zp-2023', 'levels of its own', found('level-split', levels(moved, 10)), []],
  ['sc-xianjie-2022', 'a middle band from 60 %', band('部分达成'), [6, 8]],
  ['sc-xianjie-2022', '50/30/10', found('level-split', levels(moved, 10)), ['info']],
  ['ah-project-2022', '50/30/10', found('level-split', levels(moved, 10)), ['info']],
  ['ah-project-2022', '133 % is full marks', rows({ target: '≥100个', actual: '133个' }), [10]],
  ['ah-xianjie-2023', '50/30/10', found('level-split', levels(moved, 10)), ['info']],
  [
    'nx-special-2022',
    'the rate is shown and not scored',
    funds({ adjusted: 100, executed: 90, weight: 10 }),
    [0.9, null],
  ],
  [
    'nx-special-2022',
    '40/40/20',
    found(
      'level-split',
      levels(
        [
          ['产出指标', 50],
          ['效益指标', 30],
          ['满意度指标', 20],
        ],
        0,
      ),
    ),
    ['info'],
  ],
  [
    'nx-special-2022',
    '40/40/20 as it is',
    found(
      'level-split',
      levels(
        [
          ['产出指标', 40],
          ['效益指标', 40],
          ['满意度指标', 20],
        ],
        0,
      ),
    ),
    [],
  ],
  [
    'yn-2022',
    '96 is 优, 59.9 差',
    (id) =>
      [96, 80, 79.99, 59.9].map(
        (score) => profileById(id).grades.find(({ from }) => score >= from)?.word,
      ),
    ['优', '良', '中', '差'],
  ],
  [
    'yn-2022',
    'levels of its own',
    found(
      'level-split',
      levels(
        [
          ['产出指标', 40],
          ['效益指标', 30],
          ['满意度指标', 20],
        ],
        10,
      ),
    ),
    [],
  ],
  ['sh-2022', 'levels of its own', found('level-split', levels(moved, 10)), []],
  [
    'he-2021',
    'the adjusted budget counts',
    funds({ initial: 50, adjusted: 100, executed: 50, weight: 10 }),
    [0.5, 5],
  ],
  [
    'sx-2021',
    'levels of its own, rows of 1 to 3 points',
    rows({ target: '≥4次', actual: '3次', weight: 3 }),
    [2.25],
  ],
  [
    'bj-2016',
    'the initial budget counts',
    funds({ initial: 80, adjusted: 100, executed: 48, weight: 10 }),
    [0.6, 6],
  ],
  ['gx-platform', 'a reason from 130 % on', found('over-achieved', above('130个')), ['warning']],
  ['gx-platform', 'below it is only asked', found('over-achieved', above('125个')), ['info']],
  [
    'zj-linear',
    '(1 − excess) × points',
    rows(
      { target: '≤100万元', actual: '125万元', direction: 'reverse' },
      { target: '≤100万元', actual: '200万元', direction: 'reverse' },
    ),
    [7.5, 0],
  ],
  [
    'research-projects',
    'what does not apply is left out, the rest on a scale of 100',
    (id) =>
      scoreTable(
        table({
          rows: [
            { target: '≥10个', actual: '8个', weight: 80 },
            { target: '≥1个', actual: '不适用', weight: 20 },
          ],
        }),
        profileById(id),
      ).totals.score,
    80,
  ],
  [
    'cn-rubric',
    'a bonus does not lift above the points',
    found('score-over-weight', {
      ...levels([['决策', 1]], 0, 'rubric'),
      rows: [{ weight: 1, score: 2 }],
    }),
    ['error'],
  ],
  [
    'cn-rubric',
    'both readings of a step that is not whole',
    standard('到位率100%得满分，每少1个百分点扣0.4分', '到位率97.3%', 10),
    [8.8, 9.2],
  ],
  [
    'gd-rubric',
    'tiers of 新会',
    standard('到位率100%得20分，90%（含）-100%得10分，低于90%不得分', '到位率92%', 20),
    10,
  ],
  ['gd-rubric', 'levels of its own', found('level-split', levels(moved, 10, 'rubric')), []],
  [
    'hb-guangshui-2021',
    'whole points',
    found('weight-invalid', {
      ...levels([['决策', 2]], 0, 'rubric'),
      rows: [{ weight: 1.5, score: 1.5 }],
    }),
    ['info'],
  ],
  [
    'hb-guangshui-2021',
    '2/13/85',
    (id) => profileById(id).levelWeights,
    { 决策: 2, 管理: 13, 绩效: 85 },
  ],
  [
    'ah-tongling-2021',
    'a written bonus may lift above the points, which is only asked',
    found('score-over-weight', {
      ...levels([['决策', 1]], 0, 'rubric'),
      rows: [{ weight: 1, score: 2 }],
    }),
    ['info'],
  ],
  [
    'nx-yinchuan-2021',
    '10/25/30/35',
    (id) => profileById(id).levelWeights,
    { 决策: 10, 管理: 25, 产出: 30, 效益: 35 },
  ],
  [
    'gx-rubric-2021',
    'full from 90 % on, a point off for each below',
    funds({ adjusted: 100, executed: 88, weight: 15 }),
    [0.88, 13],
  ],
  ['gx-rubric-2021', 'full at 90 %', funds({ adjusted: 100, executed: 90, weight: 15 }), [0.9, 15]],
  [
    'fj-ningde-2023',
    'full above 95 %, in proportion below',
    funds({ adjusted: 100, executed: 95, weight: 10 }),
    [0.95, 9.5],
  ],
  [
    'fj-ningde-2023',
    'full above 95 %',
    funds({ adjusted: 100, executed: 96, weight: 10 }),
    [0.96, 10],
  ],
  [
    'nf-agri-2011',
    'a started point counts',
    standard('到位率100%得满分，每少1个百分点扣0.4分', '到位率97.3%', 10),
    8.8,
  ],
  ['hn-unit-2017', 'levels of its own', found('level-split', levels(moved, 10, 'rubric')), []],
  [
    'hn-unit-2017',
    'tiers with closed ends',
    standard('≥90%计5分；80%（含）-90%计4分；70%（含）-80%计3分；低于70%不得分', '80%', 5),
    4,
  ],
  [
    'sc-dazhou-unit',
    '25/30/45',
    (id) => profileById(id).levelWeights,
    { 部门决策: 25, 综合管理: 30, 部门绩效: 45 },
  ],
  [
    'land-consolidation',
    'the money received counts',
    funds({ initial: 100, adjusted: 100, received: 60, executed: 48, weight: 20 }),
    [0.8, 16],
  ],
  [
    'land-consolidation',
    'what was not planned takes nothing',
    (id) =>
      scoreTable(
        table({ rows: [{ target: '≥1个', actual: '不适用', weight: 5 }] }),
        profileById(id),
      ).rows.map(({ score }) => score),
    [5],
  ],
  [
    'land-consolidation',
    'a bonus may lift above the points, which is only asked',
    found('score-over-weight', {
      ...levels([['决策', 1]], 0, 'rubric'),
      rows: [{ weight: 1, score: 2 }],
    }),
    ['info'],
  ],
];

test.each(WORKED)('%s: %s', (id, _rule, got, expected) => {
  expect(got(id)).toEqual(expected);
});

test('every shipped profile is worked out on an example', () => {
  const worked = new Set(WORKED.map(([id]) => id));
  const without = PROFILES.filter(({ id }) => !worked.has(id));
  expect(
    without.map(
      ({ id }) =>
        `${id}：没有算分的例子；在 test/profiles/rules-of-places.test.ts 的 WORKED 里加一行`,
    ),
  ).toEqual([]);
});
