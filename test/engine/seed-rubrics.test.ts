import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { cellName } from '../../src/model/grid';
import { snapshotOf } from '../support/snapshot-of';

/**
 * Scoring forms as the annexes of the five reports that the project began with have them (they name the
 * levels, the scores and the rates of spending; the forms themselves were not published), wrong where the
 * reports are. Names and figures of the rows are made up.
 */
const HEAD = [
  '一级指标',
  '二级指标',
  '三级指标',
  '分值',
  '评分标准',
  '自评情况',
  '自评得分',
  '扣分原因',
];

type Line = readonly (string | number | null)[];

function findingsOf(
  title: string,
  rows: readonly Line[],
  total: readonly [number, number],
): string[] {
  const sheet = [
    [title],
    ['（2023年度）'],
    ['项目名称', '法治建设专项经费'],
    HEAD,
    ...rows,
    ['合计', null, null, total[0], null, null, total[1], null],
  ];
  const snapshot = snapshotOf({ name: '附表', rows: sheet.map((row) => [...row]) });
  const result = evaluate(snapshot, DEFAULT_OPTIONS);
  expect(result.tables.map(({ table }) => table.kind)).toEqual(['rubric']);
  return result.tables.flatMap(({ findings }) =>
    findings.map(({ check, cell }) => `${check} ${cellName(cell)}`),
  );
}

const SPENT = '得分=支出率×分值';
const STEPS = '全部完成得满分，每少完成1项扣2分，扣完为止';
const RATE_STEPS = '及时率100%得满分，每低1个百分点扣0.5分，扣完为止';

test('江门 2024: 决策、产出、效益, 100 points at half of the money', () => {
  const found = findingsOf(
    '项目支出绩效自评指标评分表',
    [
      ['决策', '项目立项', '立项依据', 20, '依据充分得满分，否则不得分', '依据充分', 20, null],
      ['产出', '数量指标', '试点任务完成情况', 30, STEPS, '2项任务未完成', 30, null],
      ['产出', '成本指标', '资金支出率', 20, SPENT, '支出率48.4%', 20, null],
      [
        '效益',
        '社会效益',
        '服务对象满意度',
        30,
        '满意度≥90%得30分；80%（含）-90%得20分；低于80%不得分',
        '满意度92%',
        30,
        null,
      ],
    ],
    [100, 100],
  );
  expect(found).toEqual(['rubric-score G6', 'rubric-score G7', 'score-rate-gap G9']);
});

test('江门 2021: 投入、过程, 96 points at 57.9 %', () => {
  const found = findingsOf(
    '项目绩效自评指标评分表',
    [
      ['投入', '资金落实', '资金到位率', 20, '得分=资金到位率×分值', '到位率100%', 20, null],
      ['过程', '资金管理', '资金支出率', 40, SPENT, '支出率57.9%', 38, '年底集中支付'],
      ['过程', '事项管理', '监督检查', 40, '每发现一处问题扣2分', '未发现', 38, '一处问题，扣2分'],
    ],
    [100, 96],
  );
  expect(found).toContain('rubric-score G6');
  expect(found).toContain('score-rate-gap G8');
});

test('江门 2023: 投入、过程、管理, steps miscounted and two rates for one thing', () => {
  const found = findingsOf(
    '项目支出绩效自评指标评分表',
    [
      [
        '投入',
        '预算安排',
        '预算调整率',
        20,
        '=0计20分；0-10%（含）计15分；10%-20%（含）计10分；大于20%不得分',
        '调减70.21万元/年初164万元=42.81%',
        18,
        '压减支出，扣2分',
      ],
      [
        '过程',
        '资金管理',
        '预算支出完成率',
        40,
        SPENT,
        '支出93.79万元/预算164万元=57.19%',
        40,
        null,
      ],
      ['管理', '绩效管理', '案件办理及时率', 40, RATE_STEPS, '及时率96%', 39, '扣1分'],
    ],
    [100, 98],
  );
  // The rule says nothing of a budget that was cut.
  expect(found).not.toContain('rubric-score G5');
  expect(found).toContain('rubric-score G6');
  expect(found).toContain('rubric-score G7');
  expect(found).toContain('score-total G8');
});

test('梅江 2023: 项目管理、产出、效益, 97.99 points at 48.4 %', () => {
  const found = findingsOf(
    '项目绩效自评评分表',
    [
      ['项目管理', '资金管理', '资金支付', 20, SPENT, '支付率48.39%', 17.99, '未影响支出率'],
      [
        '项目管理',
        '监督管理',
        '实施程序',
        20,
        '程序规范得满分，每发现一项不规范扣5分',
        '未发现',
        20,
        null,
      ],
      ['产出', '经济性', '预算控制', 30, '未超预算得30分，超预算不得分', '未超预算', 30, null],
      [
        '效益',
        '公平性',
        '群众满意度',
        30,
        '满意度95%以上得30分，每低1个百分点扣1分',
        '97%',
        30,
        null,
      ],
    ],
    [100, 97.99],
  );
  expect(found).toEqual(['rubric-score G5', 'score-rate-gap G9']);
});

test('廉江 2023: unit-wide, full marks beside facts that are not', () => {
  const found = findingsOf(
    '部门整体支出绩效自评指标评分表',
    [
      [
        '预算编制情况',
        '目标设置',
        '绩效目标合理性',
        10,
        '①目标明确得5分；②目标量化得5分',
        '没有量化',
        10,
        null,
      ],
      [
        '预算执行情况',
        '支出管理',
        '结转结余率',
        20,
        '≤10%得20分；10%-20%（含）得10分；大于20%不得分',
        '结转结余1.23万元/支出预算439.62万元=0.28%',
        20,
        null,
      ],
      [
        '预算执行情况',
        '资产管理',
        '固定资产利用率',
        10,
        '利用率≥90%得10分，每低5个百分点扣2分',
        '实际在用资产80万元，资产总额100万元',
        10,
        null,
      ],
      [
        '预算监督情况',
        '信息公开',
        '预决算公开',
        20,
        '按时公开得20分，每延迟1天扣1分',
        '延迟3天',
        20,
        null,
      ],
      [
        '预算使用效益',
        '重点工作',
        '重点工作完成率',
        40,
        '得分=完成率×分值',
        '20项完成19项',
        40,
        null,
      ],
    ],
    [100, 100],
  );
  expect(found.filter((line) => line.startsWith('rubric'))).toEqual(
    ['G5', 'G7', 'G8', 'G9'].map((cell) => `rubric-score ${cell}`),
  );
  expect(found).toContain('all-full G10');
});
