import fc from 'fast-check';
import { cnMof2020 } from '../../src/profiles/cn-mof-2020';
import { isReverseName } from '../../src/scoring/direction';
import { scoreRow } from '../../src/scoring/score-row';
import { indicator, type Row } from './build';
import { growthOf, LINEAR } from '../support/growth';

test.each([
  '项目总成本',
  '培训成本(元/人)',
  '成本控制数（万元）',
  '森林火灾受害率',
  '森林火灾受害面积',
  '主要林业有害生物成灾率',
  '重大食品安全监管责任事故发生数',
  '人员伤亡事故',
  '粮食安全事件发生数',
  '库存粮食明显变质比例',
  '任务完成时限(月)',
  '平均响应时间',
  '三公经费变动率',
  '结转结余率',
  '群众投诉件数',
  '低保资金发放差错率',
  '城镇登记失业率',
  '违规案件数',
  '项目工期（天）',
  '申请处理时长',
  '设备停机时间',
  '培训人均费用',
  '三公经费',
  '“三公”经费控制数',
  '在职人员控制率',
  '成本控制率',
  '项目投资概算控制率',
  '预算控制率',
  '预算调整率',
  '资金结转率',
  '进度偏差率',
  '产品抽检不合格率',
  '任务未完成率',
  '群众不满意率',
  '三公经费控制率',
])('less of %s is better', (name) => {
  expect(isReverseName(name)).toBe(true);
});

test.each([
  '高血压控制率',
  '重大动物疫情控制率',
  '有害生物控制率',
  '不动产登记率',
  '未成年人保护覆盖率',
  '问题未检出率',
  '成本节约率',
  '库存成本核算率',
  '食品安全投诉举报处置率',
  '有效投诉办结率',
  '违法案件查办率',
  '森林火灾火因查明率',
  '森林火灾6小时内扑灭率',
  '事故应急演练次数',
  '药品不良反应每百万人口报告数',
  '设备故障修复率',
  '能耗降低率',
  '就业率',
  '工期控制率',
  '服务时长',
  '减免费用',
  '三公经费压减率',
  '项目按时完成率',
  '',
])('more of %s is better', (name) => {
  expect(isReverseName(name)).toBe(false);
});

test.each([
  (size: number, round: number) => '成本次数'.repeat(size) + String(round),
  (size: number, round: number) => `事故${'发生次数'.repeat(size)}${round}`,
])('reading a long name grows with its length', (name) => {
  expect(growthOf(50_000, name, isReverseName)).toBeLessThan(LINEAR);
});

describe('a target without a sign that was not reached, with full marks', () => {
  const status = (row: Row): string =>
    scoreRow(indicator({ weight: 10, score: 10, ...row }), {
      kind: 'target',
      profile: cnMof2020,
      hasWeights: true,
    }).status;

  test.each([
    ['平均住院天数', '9天', '8.2天'],
    ['页面响应延迟', '80毫秒', '60毫秒'],
    ['轻度污染天数', '30天', '22天'],
    ['臭氧平均浓度', '150微克/立方米', '142微克/立方米'],
    ['厂界噪声', '60分贝', '52分贝'],
    ['单位产值用水强度', '12吨/万元', '11吨/万元'],
    ['农膜使用量', '80吨', '71吨'],
    ['门诊抗生素使用率', '20%', '15%'],
    ['学生肥胖率', '18%', '16%'],
    ['失业登记人数', '300人', '260人'],
    ['入室盗窃案件数', '20起', '12起'],
    ['重复上访人次', '8人次', '3人次'],
    ['早高峰拥堵指数', '1.6', '1.4'],
    ['全年用纸量', '200箱', '150箱'],
    ['机关耗电总量', '30万度', '27万度'],
  ])('%s %s and %s is left to a person', (name, target, actual) => {
    expect(status({ name, target, actual })).toBe('judged');
  });

  test.each([
    ['垃圾外运', '800吨', '700吨'],
    ['夜间异味反映', '5件', '2件'],
    ['文印纸张', '90包', '70包'],
  ])('%s %s and %s is left to a person where it is no output', (name, target, actual) => {
    const row = { name, target, actual };
    expect(status({ ...row, level2: '生态效益指标' })).toBe('judged');
    expect(status({ ...row, level2: '数量指标' })).toBe('unmet');
  });

  test.each([['补助到账', '每月25日', '每月20日']])(
    '%s %s and %s is a day each month where the class is one of time',
    (name, target, actual) => {
      expect(status({ name, target, actual, level2: '时效指标' })).toBe('judged');
    },
  );

  test.each([
    ['月报报送', '次月10号', '次月8号', 'met'],
    ['补助到账', '每月25日前', '每月20日前', 'met'],
    ['补助到账', '每月25日前', '每月28日前', 'unmet'],
  ])('%s %s and %s are days each month, one held against the other', (name, target, actual, is) => {
    expect(status({ name, target, actual, level2: '时效指标' })).toBe(is);
  });

  test.each([
    ['培训人数', '100人', '90人'],
    ['新建道路', '12公里', '10公里'],
    ['验收合格率', '100%', '96%'],
    ['文化馆开放天数', '300天', '280天'],
    ['护林员巡查', '每月25日', '每月20日'],
    ['信访积案化解数', '20件', '15件'],
    ['违法案件查处数', '30件', '20件'],
    ['设备使用年限', '8年', '6年'],
    ['小麦亩产', '500公斤/亩', '460公斤/亩'],
    ['群众满意度', '90%', '85%'],
    ['资金到位率', '60%', '48%'],
    ['政策知晓率', '55%', '50%'],
    ['新增就业', '600人', '500人'],
    ['惠及农户', '900户', '700户'],
    ['节约标煤', '300吨', '210吨'],
  ])('%s %s and %s is a miss', (name, target, actual) => {
    expect(status({ name, target, actual })).toBe('unmet');
  });

  it('a share of the costs below the plan is left to a person, a miss in any other class', () => {
    const share = fc.constantFrom('管理费占比', '间接费用比例', '人员经费比重', '监理费率');
    const target = fc.integer({ min: 4, max: 60 });
    fc.assert(
      fc.property(
        share,
        target,
        fc.double({ min: 0.6, max: 0.98, noNaN: true }),
        (name, most, of) => {
          const row = { name, target: `${String(most)}%`, actual: `${(most * of).toFixed(1)}%` };
          expect(status({ ...row, level2: '成本指标' })).toBe('judged');
        },
      ),
    );
    const saved = { name: '成本节约率', target: '8%', actual: '6%', level2: '成本指标' };
    expect(status(saved)).toBe('unmet');
    const green = { name: '绿化面积占比', target: '40%', actual: '35%', level2: '生态效益指标' };
    expect(status(green)).toBe('unmet');
  });

  it('points taken off say that more was wanted', () => {
    const row = { name: '平均住院天数', target: '9天', actual: '8.2天' };
    expect(status({ ...row, score: 8 })).toBe('unmet');
  });
});

describe('which way a bare figure counts', () => {
  const scored = (row: Row): string => {
    const { status, score } = scoreRow(indicator({ weight: 10, ...row }), {
      kind: 'target',
      profile: cnMof2020,
      hasWeights: true,
    });
    return score === null ? status : String(score);
  };
  const COST = '成本指标';
  const TIME = '时效指标';

  test.each([
    ['处理投诉', '10件', '14件', '10'],
    ['受理群众投诉件数', '10件', '14件', '10'],
    ['查处违规行为', '10起', '14起', '10'],
    ['维修设备故障次数', '20次', '26次', '10'],
    ['扑灭火灾', '3起', '5起', '10'],
    ['处理投诉', '10件', '8件', 'judged'],
    ['投诉受理件数', '10件', '8件', 'judged'],
    ['化解纠纷', '10件', '8件', '8'],
    ['办理违规件数', '10件', '14件', 'judged'],
    ['处理差错件数', '10件', '14件', '7.14'],
    ['未处理投诉', '10件', '14件', '7.14'],
    ['群众投诉件数', '10件', '14件', '7.14'],
    ['投诉举报处置率', '100%', '90%', '9'],
    ['减少事故起数', '10起', '14起', 'judged'],
  ])('%s %s, done %s: %s', (name, target, actual, expected) => {
    expect(scored({ name, target, actual })).toBe(expected);
  });

  test.each([
    ['维修时长', '24小时', '36小时', TIME, '6.67'],
    ['维修时长', '24小时', '20小时', TIME, '10'],
    ['项目建设周期', '12个月', '15个月', TIME, '8'],
    ['办结天数', '7天', '9天', TIME, '7.78'],
    ['处理投诉平均用时', '7天', '9天', TIME, '7.78'],
    ['平均取药时间', '15分钟', '12分钟', TIME, '10'],
    ['证照办结时间', '8个工作日', '5个工作日', TIME, '10'],
    ['工程建设周期', '14个月', '13个月', TIME, '10'],
    ['轮换周期', '12个月', '15个月', TIME, 'judged'],
    ['平均住院日', '9天', '11天', '质量指标', 'judged'],
    ['护林天数', '300天', '310天', '数量指标', '10'],
    ['文化馆开放天数', '300天', '310天', TIME, '10'],
    ['质保时长', '24个月', '36个月', '质量指标', '10'],
  ])('%s %s, took %s (%s): %s', (name, target, actual, level2, expected) => {
    expect(scored({ name, target, actual, level2 })).toBe(expected);
  });

  test.each([
    ['低保标准', '690元/月', '650元/月', 'judged'],
    ['人均补助标准', '89元', '85元', 'judged'],
    ['岗位津贴', '50元/人/月', '60元/人/月', 'judged'],
    ['人均补助标准', '89元', '89元', '10'],
    ['完成投资', '500万元', '480万元', '9.6'],
    ['完成投资', '500万元', '520万元', '10'],
    ['到位资金', '500万元', '480万元', '9.6'],
    ['节约成本', '20万元', '30万元', '10'],
    ['降低成本', '20万元', '30万元', 'judged'],
    ['项目投资', '500万元', '520万元', '9.62'],
    ['建设标准', '500元/平方米', '480元/平方米', '10'],
  ])('%s %s, came to %s: %s', (name, target, actual, expected) => {
    expect(scored({ name, target, actual, level2: COST })).toBe(expected);
  });
});
