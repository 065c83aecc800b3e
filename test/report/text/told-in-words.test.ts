import { evaluateTable } from '../../../src/engine/evaluate';
import { profileById } from '../../../src/profiles/load-profile';
import { recogniseTables } from '../../../src/recognise/recognise-tables';
import { readReport } from '../../../src/report/text/read-report';
import { verifyReport } from '../../../src/report/text/verify-report';
import { snapshotOf } from '../../support/snapshot-of';

const resultOf = (rows: readonly (readonly string[])[]) => {
  const [table] = recogniseTables(snapshotOf({ name: '附表', rows: rows.map((row) => [...row]) }));
  if (!table) throw new Error('the form is not recognised');
  return evaluateTable(table, profileById('cn-mof-2020'));
};

const ROWS = resultOf([
  ['项目支出绩效自评表'],
  ['（2023年度）'],
  ['项目名称', '灌区渠道维修项目'],
  ['主管部门', '某县水利局', '', '', '实施单位', '某县灌区中心'],
  ['项目资金（万元）', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['', '年度资金总额', '860', '860', '817', '10', '95%', '9.5'],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
  [
    '产出指标',
    '数量指标',
    '更换分水闸门',
    '≥260扇',
    '236扇',
    '20',
    '18.15',
    '部分渠段年底仍在供水，24扇闸门未能更换，已列入2024年计划。',
  ],
  [
    '产出指标',
    '数量指标',
    '渠道巡查次数',
    '≥360次',
    '342次',
    '15',
    '14.25',
    '受连续强降雨影响停巡18天。',
  ],
  ['产出指标', '数量指标', '清淤支渠长度', '≥60公里', '64.5公里', '5', '5', ''],
  ['产出指标', '质量指标', '竣工验收合格率', '≥98%', '98.9%', '5', '5', ''],
  ['产出指标', '成本指标', '户均补助标准', '≤2万元', '1.98万元', '5', '5', ''],
  ['效益指标', '社会效益指标', '受益农户数', '≥8000户', '8126户', '30', '30', ''],
  ['满意度指标', '服务对象满意度指标', '农户满意度', '≥90%', '93%', '10', '10', ''],
  ['总分', '', '', '', '', '', '100', '96.9'],
  ['未完成原因分析', '闸门铸件7月才运抵工地，安装相应推迟。'],
]);

const RUBRIC = resultOf([
  ['农贸市场改造项目支出绩效评价评分表'],
  ['2023年度'],
  ['项目名称', '农贸市场改造项目', '', '实施单位', '某区商务局'],
  ['一级指标', '二级指标', '三级指标', '分值', '评分标准', '评分依据', '得分'],
  [
    '过程',
    '资金管理',
    '预算执行率',
    '20',
    '执行率×分值',
    '到位1862万元，实际支出1731.66万元，执行率93%',
    '18.6',
  ],
  [
    '产出',
    '产出数量',
    '摊位改造完成率',
    '30',
    '完成率×分值',
    '计划改造640个，完成608个，完成率95%',
    '28.5',
  ],
  [
    '产出',
    '产出数量',
    '市场改造完成率',
    '20',
    '完成率×分值',
    '计划改造8个市场，完成8个，完成率100%',
    '20',
  ],
  [
    '效益',
    '满意度',
    '商户满意度',
    '30',
    '每低1个百分点扣1分',
    '调查商户360户，满意331户，满意度91.94%',
    '30',
  ],
  ['合计', '', '', '100', '', '', '97.1'],
]);

const findingsIn = (sentence: string, result: typeof ROWS): readonly string[] =>
  verifyReport(
    readReport(
      `2023年度${result.table.project?.value ?? ''}绩效自评报告\n三、绩效目标完成情况\n${sentence}`,
    ),
    result,
  )
    .findings.filter(({ id }) => !id.startsWith('heading'))
    .map(({ id, severity }) => `${severity} ${id}`);

const told = (sentence: string, side: 1 | 2): string =>
  sentence.replace(/\{([^|}]*)\|([^}]*)\}/g, side === 1 ? '$1' : '$2');

/** As the form tells it, and with one key wrong. */
const OF_ROWS: readonly string[] = [
  '因部分渠段年底仍在供水，{24|34}扇闸门未能更换，已列入2024年计划。',
  '受连续强降雨影响，全年停巡{18|28}天，巡查次数未达标。',
  '因闸门铸件{7|9}月才运抵工地，安装有所推迟。',
];
const OF_RUBRIC: readonly string[] = [
  '项目到位1862万元，实际支出{1731.66|1713.66}万元。',
  '摊位改造完成率为{95|96}%。',
  '满意度调查共走访调查商户{360|306}户，总体较好。',
];
const RIGHT: readonly string[] = [
  '部分渠段年底仍在供水，东干渠14扇、西干渠10扇闸门未能更换。',
  '部分渠段年底仍在供水，东干渠14扇闸门未能更换。',
  '部分渠段年底仍在供水，影响34扇闸门的更换，其中24扇未能更换。',
  '2022年有34扇闸门未能更换，2023年为24扇。',
  '受连续强降雨影响停巡18天，受冰凌影响停巡12天。',
  '受连续强降雨影响，徒步巡查28天。',
  '上半年受连续强降雨影响停巡8天，下半年停巡10天。',
  '闸门铸件7月才运抵工地，8月完成安装。',
  '项目实施单位为县灌区中心，主管部门为县水利局。',
  '2022年因部分渠段年底仍在供水，34扇闸门未能更换。',
  '渠道清淤任务已全部完成。',
  '分水闸门更换任务已于2024年2月全部完成。',
  '闸门铸件3月完成招标，7月才运抵工地。',
];

/** Rows told with other words beside their names. */
const OF_VALUES: readonly (readonly [string, string])[] = [
  ['竣工验收合格率的年初目标为{98|95}%以上。', 'target-differs'],
  ['年初下达分水闸门更换任务{260|206}扇。', 'target-differs'],
  ['全县清淤支渠总长度{64.5|645}公里。', 'indicator-differs'],
  ['户均补助1.98{万元|元}，未超过2万元的控制标准。', 'indicator-differs'],
  ['项目实施单位为某县{灌区|水库}中心，由其组织验收。', 'unit-differs'],
  ['项目主管部门为某县{水利|水务}局，资金由其拨付。', 'department-differs'],
  ['{2023|2022}年，全县组织实施渠道维修，受益农户8126户。', 'figure-year'],
  ['分水闸门更换任务{尚未|已全部}完成。', 'indicator-differs'],
  ['{除渠道巡查次数外，其余|渠道巡查次数等全部}指标均达到年度目标。', 'indicator-differs'],
  ['项目预算执行率95%，得{9.5|9.2}分。', 'level-score-differs'],
];

describe('what a form tells in words', () => {
  it.each(OF_ROWS)('is right, and not with one key wrong: %s', (sentence) => {
    expect(findingsIn(told(sentence, 1), ROWS)).toEqual([]);
    expect(findingsIn(told(sentence, 2), ROWS)).toEqual(['warning indicator-differs']);
  });

  it.each(OF_RUBRIC)('is right, and not with one key wrong, of a rubric: %s', (sentence) => {
    expect(findingsIn(told(sentence, 1), RUBRIC)).toEqual([]);
    expect(findingsIn(told(sentence, 2), RUBRIC)).toEqual(['warning indicator-differs']);
  });

  it.each(OF_VALUES)('is told beside other words: %s', (sentence, id) => {
    expect(findingsIn(told(sentence, 1), ROWS)).toEqual([]);
    expect(findingsIn(told(sentence, 2), ROWS)).toEqual([`warning ${id}`]);
  });

  it.each(RIGHT)('is not what is told of a part, another time or beside it: %s', (sentence) =>
    expect(findingsIn(sentence, ROWS)).toEqual([]),
  );
});
