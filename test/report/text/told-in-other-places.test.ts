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

const TARGETS = resultOf([
  ['项目支出绩效自评表'],
  ['（2023年度）'],
  ['项目名称', '城区供水设施改造'],
  ['主管部门', '某市住建局', '', '', '实施单位', '某市供水中心'],
  ['项目资金（万元）', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['', '年度资金总额', '1500', '1380', '1297.2', '10', '94%', '9.4'],
  ['', '其中：专项债券资金', '1200', '1080', '1026', '', '95%', ''],
  ['', '上年结转资金', '300', '300', '271.2', '', '90.4%', ''],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['产出指标', '数量指标', '改造加压泵房', '42座', '39座', '10', '9.29'],
  ['产出指标', '数量指标', '组织专场宣讲', '≥8场', '9场', '10', '10'],
  ['产出指标', '数量指标', '人工造林面积', '≥3.5万亩', '3.38万亩', '10', '9.66'],
  ['产出指标', '数量指标', '修复护栏长度', '≥5200米', '5436米', '5', '5'],
  ['产出指标', '时效指标', '灾毁路段抢通时限', '≤48小时', '31小时', '5', '5'],
  ['产出指标', '时效指标', '补助资金发放时间', '2023年11月30日前', '2023年12月14日', '10', '7'],
  ['效益指标', '社会效益指标', '受益居民户数', '≥19000户', '17600户', '30', '27.79'],
  ['满意度指标', '服务对象满意度指标', '居民满意度', '≥90%', '92.7%', '10', '10'],
  ['总分', '', '', '', '', '100', '93.14'],
]);

const RUBRIC = resultOf([
  ['智慧停车建设项目绩效自评评分表'],
  ['2023年度'],
  ['项目名称', '智慧停车建设项目', '', '实施单位', '某区城市管理局'],
  ['一级指标', '二级指标', '三级指标', '分值', '评分标准', '自评情况', '自评得分'],
  ['过程', '资金管理', '预算执行率', '20', '执行率×分值', '执行率92.5%', '18.5'],
  ['过程', '组织实施', '制度执行有效性', '20', '每发现一处扣1分', '合同备案超期1处', '19'],
  ['产出', '数量', '新建停车泊位', '20', '完成率×分值', '计划1200个，完成1260个', '20'],
  ['产出', '质量', '设备在线率', '10', '每低1个百分点扣2分', '在线率93%', '6'],
  ['产出', '时效', '系统上线及时性', '10', '每延期10天扣1分', '延期20天', '8'],
  ['效益', '社会', '平均寻位时间缩短', '20', '缩短5分钟以上得满分', '缩短6.4分钟', '20'],
  ['合计', '', '', '100', '', '', '91.5'],
]);

const REASONS = resultOf([
  ['生活垃圾收运项目绩效评价指标评分表'],
  ['2023年度'],
  ['项目名称', '生活垃圾收运项目', '', '实施单位', '某区环卫中心'],
  ['一级指标', '二级指标', '三级指标', '标准分', '评分标准', '得分', '扣分原因'],
  ['过程', '资金管理', '资金使用合规性', '30', '每发现一处扣2分', '28', '1笔支出附件不全'],
  ['过程', '组织实施', '监督考核有效性', '12', '每缺一次扣1分', '10', '缺2次季度考核'],
  ['产出', '产出质量', '清运密闭化率', '28', '低1个百分点扣1分', '26', '密闭化率为96%，目标98%'],
  ['效益', '满意度', '居民满意度', '30', '≥90%得满分', '30', ''],
  ['合计', '', '', '100', '', '94', ''],
]);

const MONTHS = resultOf([
  ['项目支出绩效自评表'],
  ['（2023年度）'],
  ['项目名称', '农村公路养护项目'],
  ['主管部门', '某县交通局', '', '', '实施单位', '某县公路中心'],
  ['项目资金（万元）', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['', '年度资金总额', '1260', '1184', '1113', '10', '94%', '9.4'],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
  ['产出指标', '数量指标', '修复损毁路面', '≥26公里', '27.4公里', '20', '20', ''],
  ['产出指标', '时效指标', '养护工程完工时间', '2023年6月底前', '2023年6月', '10', '10', ''],
  ['产出指标', '时效指标', '养护补助资金拨付时间', '2023年9月底前', '2023年9月', '10', '10', ''],
  [
    '产出指标',
    '质量指标',
    '竣工资料移交率',
    '100%',
    '82%',
    '10',
    '8.2',
    '资料整理滞后，2024年4月移交',
  ],
  ['效益指标', '社会效益指标', '受益人口', '≥8600人', '8750人', '30', '30', ''],
  ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%', '93.6%', '10', '10', ''],
  ['总分', '', '', '', '', '100', '97.6', ''],
]);

const MEALS = resultOf([
  ['转移支付绩效自评表'],
  ['（2023年度）'],
  ['转移支付名称', '社区助餐补助资金'],
  ['中央主管部门', '民政部'],
  ['地方主管部门', '某市民政局', '', '', '实施单位', '某区民政局'],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['产出指标', '数量指标', '助餐服务人次', '≥18万人次', '18.64万人次', '10', '10'],
  ['产出指标', '数量指标', '新建助餐点', '≥12个', '14个', '20', '20'],
  ['产出指标', '数量指标', '新增助餐面积', '≥1.2万平方米', '1.26万平方米', '15', '15'],
  ['产出指标', '成本指标', '单餐补贴成本', '≤4元/餐', '3.85元/餐', '10', '10'],
  ['效益指标', '社会效益指标', '助餐服务覆盖社区比例', '≥90%', '92.86%', '25', '25'],
  ['满意度指标', '服务对象满意度指标', '老年人满意度', '≥90%', '93.6%', '20', '20'],
  ['总分', '', '', '', '', '100', '100'],
]);
const OF_MEALS: readonly string[] = [
  '全区共有社区56个，助餐服务已覆盖52个，覆盖比例为92.86%，高于90%的目标值，得25分。',
  '助餐服务{18.64|18.46}万人次，得10分。',
  '助餐服务18.64万人次，得{10|25}分。',
  '2023年计划新建助餐点12个、添置保温设备32套、新增助餐面积1.2万平方米。',
  '单餐补贴成本控制在{3.85|3.35}元，低于4元的上限。',
  '中央主管部门：民政部',
  '自评得分100分，其中产出指标得{55|53}分。',
];

/** Right and, behind the bar, with one digit wrong. */
const OF_TARGETS: readonly string[] = [
  '灾毁路段平均{31|13}小时抢通。',
  '路段因灾毁中断后，{31|37}小时内恢复通行。',
  '专场宣讲全年开了{9|6}场。',
  '春季干旱，造林面积比计划少{1200|2100}亩，扣0.34分。',
  '补助资金发放超期，扣{3|2}分。',
  '补贴到账太迟，超期14天，扣{3|2}分。',
  '产出指标得45.95分，扣{4.05|4.5}分。',
  '上年结转300万元，本年用掉{271.2|217.2}万元。',
  '债券资金支出{1026|1062}万元。',
  '债券资金执行率只有{95%|85%}。',
  '居民满意度{0.927|0.972}。',
  '居民满意度{0.93|0.97}，比上年提高。',
  '修复护栏{5.436|5.346}公里。',
  '补助资金12月14日才发放到位，比要求晚{14|24}天。',
  '补助资金发放时间，该项得{7|8}分。',
  '预算执行率{0.94|0.49}，进度正常。',
  '预算执行率94%，该项得{9.4|9.0}分。',
  '全年结余资金{82.8|88.2}万元。',
  '年初预算1500万元，经调减{120|210}万元后执行。',
  '年中压减{120|210}万元，全年预算1380万元。',
  '发放改造资金{1297.2|1279.2}万元。',
  '改造支出1297.2万元，占预算的{94%|49%}。',
  '总投资{1380|1830}万元，其中债券资金1080万元。',
  '专场宣讲9场，超额完成{1|3}场。',
  '居民满意度比目标高{2.7|3.7}个百分点。',
  '补助资金应于11月30日前发放，实际12月14日发放，晚14天，扣{3|2}分。',
];
const OF_RUBRIC: readonly string[] = [
  '新建停车泊位{1260|1620}个，超过1200个的计划。',
  '设备在线率{93%|96%}，扣4分。',
  '平均寻位时间缩短{6.4|4.6}分钟。',
  '系统上线比计划晚{20|10}天，扣2分。',
  '合同备案超期1处，制度执行有效性扣{1|2}分。',
  '预算执行率{92.5%|95.2%}，得18.5分。',
  '预算执行率92.5%，得{18.5|18.9}分。',
  '过程类指标得{37.5|35.7}分。',
  '全年新建停车泊位1260个，该指标得{20|18}分。',
];
const OF_REASONS: readonly string[] = [
  '清运密闭化率{96%|95%}，没有达到要求。',
  '监督考核缺2次，该指标得{10|8}分。',
  '1笔支出附件不全，扣{2|4}分。',
];

/** By which month a row was due: no error, as another step of it may have been due by another. */
const DEADLINES: readonly string[] = [
  '养护工程按计划应在{6月底前|8月底前}完工。',
  '养护工程原定于{2023年6月底前|2023年9月底前}完工，已按期完成。',
  '养护补助资金要求{9月底前|6月底前}拨付到位。',
  '养护补助资金要求{9月末之前|6月末之前}拨付到位。',
  '养护工程要求6月底前完工，养护补助资金要求{9月底前|8月底前}拨付到位。',
];
const OF_NO_ROW: readonly string[] = [
  '下一步，养护工程将于2024年8月底前完工。',
  '各标段应在8月底前报送月报。',
  '竣工资料整理滞后的标段共3个，2023年11月已约谈施工单位。',
];
/** When what was late will be done, in the words of the form's reason: no error. */
const DATES_OF_REASONS: readonly string[] = [
  '竣工资料整理滞后，计划{2024年4月|2024年8月}移交。',
  '受人手所限，资料整理滞后，预计于{2024年4月|2024年7月}移交档案馆。',
  '资料整理滞后，尚有18%未移交，将在{2024年4月|2024年6月}前移交完毕。',
];

const differences = (sentence: string, result: typeof TARGETS) =>
  verifyReport(
    readReport(
      `2023年度${result.table.project?.value ?? ''}绩效自评报告\n三、绩效目标完成情况\n${sentence}`,
    ),
    result,
  ).findings.filter(({ id }) => !id.startsWith('heading'));

const findingsIn = (sentence: string, result: typeof TARGETS): readonly string[] =>
  differences(sentence, result).map(({ id, severity }) => `${severity} ${id}`);

const told = (sentence: string, side: 1 | 2): string =>
  sentence.replace(/\{([^|}]*)\|([^}]*)\}/g, side === 1 ? '$1' : '$2');

describe('what a form has beside its rows of values', () => {
  it.each(OF_TARGETS)('is right, and not with a digit changed: %s', (sentence) => {
    expect(findingsIn(told(sentence, 1), TARGETS)).toEqual([]);
    expect(findingsIn(told(sentence, 2), TARGETS)).not.toEqual([]);
  });

  it.each(OF_MEALS)('is right, and not with a digit changed, of a transfer: %s', (sentence) => {
    expect(findingsIn(told(sentence, 1), MEALS)).toEqual([]);
    if (sentence.includes('|')) expect(findingsIn(told(sentence, 2), MEALS)).not.toEqual([]);
  });

  it.each([...DEADLINES, ...DATES_OF_REASONS])(
    'is told of, never as an error, with another month: %s',
    (sentence) => {
      expect(findingsIn(told(sentence, 1), MONTHS)).toEqual([]);
      expect(findingsIn(told(sentence, 2), MONTHS)).toEqual([
        expect.stringMatching(/^(?:info|warning) .*-differs$/),
      ]);
    },
  );

  it.each(OF_NO_ROW)('has a month that no row was due by: %s', (sentence) =>
    expect(findingsIn(sentence, MONTHS)).toEqual([]),
  );

  it.each([
    ['年初预算数为{}万元，全年预算数为1184万元。', '1260', []],
    ['年初预算数为{}万元，全年预算数为1184万元。', '1184', []],
    ['年初预算数为{}万元，全年预算数为1184万元。', '1620', ['error 1260']],
    [
      '年初预算{}万元，年中调整后预算1184万元。',
      '1206',
      [expect.stringMatching(/^(?:info|warning) 1260$/)],
    ],
    ['项目预算{}万元，支出1113万元。', '1148', ['error 1184']],
    ['调整后预算{}万元，支出1113万元。', '1148', ['error 1184']],
  ])('holds a first budget against the first: %s with %s', (sentence, amount, expected) => {
    const found = differences(sentence.replace('{}', amount), MONTHS);
    expect(found.map(({ severity, expected: of }) => `${severity} ${String(of)}`)).toEqual(
      expected,
    );
  });

  it.each([0, 7, 13, 19])('is right in one paragraph, begun at sentence %d', (from) => {
    const right = OF_TARGETS.map((sentence) => told(sentence, 1));
    const paragraph = [...right.slice(from), ...right.slice(0, from)].join('');
    expect(findingsIn(paragraph, TARGETS)).toEqual([]);
  });

  it.each(OF_RUBRIC)('is right, and not with a digit changed, of a rubric: %s', (sentence) => {
    expect(findingsIn(told(sentence, 1), RUBRIC)).toEqual([]);
    expect(findingsIn(told(sentence, 2), RUBRIC)).not.toEqual([]);
  });

  it.each(OF_REASONS)('is right, and not otherwise, of why points were lost: %s', (sentence) => {
    expect(findingsIn(told(sentence, 1), REASONS)).toEqual([]);
    expect(findingsIn(told(sentence, 2), REASONS)).not.toEqual([]);
  });

  it.each([
    '办理时限由上年的13小时缩短到6小时。',
    '每延期一天扣2分，最多扣5分。',
    '资料迟报扣1分、发放超期扣2分。',
    '上年结转资金中有27.2万元用于管网。',
    '开展安全检查6场。',
    '项目支出1026万元，用于泵房。',
    '（四）“三公”经费。全年支出28.6万元，较上年减少1.9万元。',
    '年中债券资金调减120万元，全年预算1380万元，其中结转资金300万元。',
    '因泵房选址调整，追加勘察20万元、调减设备140万元。',
    '改造加压泵房39座；新增水表1.2万只，完成率97%。',
    '改造加压泵房39座，得9.29分；接待来访完毕，得7分。',
    '年初预算1500万元，执行中调减120万元。全年支出1297.2万元，执行率94%。',
  ])('is not what something else tells: %s', (sentence) =>
    expect(findingsIn(sentence, TARGETS)).toEqual([]),
  );
});
