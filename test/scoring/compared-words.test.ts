import { cnMof2020 } from '../../src/profiles/cn-mof-2020';
import { scoreRow } from '../../src/scoring/score-row';
import { indicator, type Row } from './build';

const statusOf = (row: Row): string =>
  scoreRow(indicator(row), { kind: 'target', profile: cnMof2020, hasWeights: true }).status;

describe('ranks', () => {
  it.each([
    ['前5名', '第8名', 'unmet'],
    ['前3名', '第2名', 'met'],
    ['全省前十名', '全省第12位', 'unmet'],
    ['前10名', '前8名', 'met'],
    ['全市前三', '第2名', 'met'],
    ['全市前三', '第5', 'unmet'],
    // The third is among the first ten as well.
    ['前3名', '前10名', 'judged'],
    ['全市前10名', '全省第12位', 'judged'],
    ['不跌出前5名', '第8名', 'judged'],
  ])('%s done at %s is %s', (target, actual, expected) => {
    expect(statusOf({ name: '全市考核排名', target, actual })).toBe(expected);
  });
});

describe('nothing of the kind', () => {
  it.each([
    ['群众投诉', '零投诉', '未发生投诉', 'met'],
    ['群众投诉', '零投诉', '0件', 'met'],
    ['群众投诉', '零投诉', '无', 'met'],
    ['安全生产', '杜绝重大安全事故', '全年未发生安全事故', 'met'],
    ['群众投诉', '零投诉', '2件', 'unmet'],
    ['安全事故', '不发生', '1起', 'unmet'],
    ['安全事故', '不发生较大及以上事故', '全年未发生较大及以上安全事故', 'met'],
    // Of something else.
    ['群众投诉', '零投诉', '未发生安全事故', 'judged'],
    ['办事服务', '零距离服务', '3次', 'judged'],
  ])('%s %s done as %s is %s', (name, target, actual, expected) => {
    expect(statusOf({ name, target, actual })).toBe(expected);
  });
});

describe('states', () => {
  it.each([
    ['“三公”经费', '不高于上年', '较上年下降3.6%', 'met'],
    ['“三公”经费', '不高于上年', '较上年增长3.6%', 'unmet'],
    ['“三公”经费', '不高于上年', '低于上年', 'met'],
    ['能耗', '不超过上年', '与上年持平', 'met'],
    ['“三公”经费', '只减不增', '较上年减少6%', 'met'],
    ['“三公”经费', '零增长', '与上年持平', 'met'],
    ['“三公”经费', '只减不增', '较上年增长6%', 'unmet'],
    ['产量', '不低于上年', '较上年下降2%', 'unmet'],
    ['产量', '≥上年', '较上年增长2%', 'met'],
    ['发案率', '同比下降', '下降5.1%', 'met'],
    ['发案率', '下降', '同比上升3%', 'unmet'],
    ['公共卫生水平', '提高', '下降', 'unmet'],
    ['事故起数', '逐年减少', '有所上升', 'unmet'],
    ['服务水平', '提高', '提高', 'judged'],
    ['渗漏', '不再发生', '未发生', 'judged'],
    ['评定等级', '一等', '二等', 'unmet'],
    ['评定等级', '二等', '一等', 'met'],
    ['地质灾害危险等级', '一等', '二等', 'judged'],
    ['就业人数', '增加', '增加320人', 'met'],
    ['基层首诊率', '较上年提高', '较上年提高2.3个百分点', 'met'],
    ['知晓度', '提升', '有所提升', 'judged'],
    ['慰问金', '春节前', '春节前发放到位', 'met'],
    ['慰问金', '春节前', '春节前未发放到位', 'judged'],
    ['补助', '按时拨付', '延迟拨付', 'unmet'],
    ['竞赛', '省级二等奖及以上', '省级一等奖2项、二等奖5项', 'met'],
    ['竞赛', '省级二等奖及以上', '省级三等奖1项', 'unmet'],
    ['竞赛', '省级二等奖及以上', '市级一等奖1项', 'judged'],
    ['配送', '每日7:30前', '每日7:20前', 'met'],
    ['配送', '每日7:30前', '每日7:50前', 'unmet'],
  ])('%s %s done as %s is %s', (name, target, actual, expected) => {
    expect(statusOf({ name, target, actual })).toBe(expected);
  });
});

describe('classes of water', () => {
  it.each([
    ['断面水质类别', 'Ⅲ类及以上', 'Ⅳ类', 'unmet'],
    ['断面水质类别', 'Ⅲ类及以上', 'Ⅱ类', 'met'],
    ['断面水质类别', '达到III类', '劣Ⅴ类', 'unmet'],
    // What other things are called by such a class nobody knows.
    ['土壤类别', 'Ⅲ类及以上', 'Ⅳ类', 'judged'],
  ])('%s %s done at %s is %s', (name, target, actual, expected) => {
    expect(statusOf({ name, target, actual })).toBe(expected);
  });
});

describe('grades in their order', () => {
  it.each([
    ['出水水质', '一级A', '一级B', 'unmet'],
    ['出水水质', '一级B', '一级A标准', 'met'],
    ['排放标准', '达到一级A标准', '二级', 'unmet'],
    ['食品量化等级', 'B级及以上', 'A级', 'met'],
    ['参赛作品获奖', '二等奖以上', '三等奖', 'unmet'],
    // Of these a letter or a number says how bad they are, or nobody knows.
    ['房屋危险等级', 'C级', 'D级', 'judged'],
    ['等级保护', '三级', '二级', 'judged'],
    ['信用等级', 'AAA级', 'A级', 'judged'],
  ])('%s %s done at %s is %s', (name, target, actual, expected) => {
    expect(statusOf({ name, target, actual })).toBe(expected);
  });
});

describe('several figures in one cell', () => {
  it.each([
    ['新建设施', '广场2个、公厕3座', '广场2个、公厕2座', 'unmet'],
    ['新建设施', '广场2个、公厕3座', '广场2个、公厕4座', 'met'],
    ['培训学员', '6期300人次', '6期312人次', 'met'],
    ['培训学员', '6期300人次', '6期288人次', 'unmet'],
    ['引进人才', '60名（其中博士5名）', '61名（其中博士6名）', 'met'],
    ['引进人才', '60名（其中博士5名）', '61名（其中博士4名）', 'unmet'],
    ['改造小区', '12个（1864户）', '12个（1864户）', 'met'],
    ['改造小区', '12个（1864户）', '12个（1820户）', 'unmet'],
    ['维修学校', '18所（小学12所、初中6所）', '18所（小学12所、初中6所）', 'met'],
    ['维修学校', '18所（小学12所、初中6所）', '18所（小学13所、初中5所）', 'unmet'],
    ['维修学校', '18所（小学12所、初中6所）', '16所', 'unmet'],
    ['维修学校', '18所（小学12所、初中6所）', '18所', 'met'],
    ['改造小区', '12个（1864户）', '12个', 'judged'],
    ['故障处置', '响应≤2小时，修复≤24小时', '响应1小时，修复20小时', 'met'],
    // Another order, money, a bad thing: nobody says which is better, or whether it is the same.
    ['新建设施', '广场2个、公厕3座', '公厕3座、广场2个', 'judged'],
    ['办案补贴', '民事1500元/件、刑事1200元/件', '民事1500元/件、刑事1000元/件', 'judged'],
    ['事故', '事故2起、投诉3起', '事故1起、投诉2起', 'judged'],
    ['新建设施', '广场2个、公厕3座', '广场2个', 'judged'],
  ])('%s %s done at %s is %s', (name, target, actual, expected) => {
    expect(statusOf({ name, target, actual })).toBe(expected);
  });
});

describe('figures as people write them', () => {
  it.each([
    ['年检合格率', '≥95%', '11/12（91.67%）', 'unmet'],
    ['年检合格率', '≥95%', '12/12（100%）', 'met'],
    ['工期', '180日历天', '172天', 'met'],
    ['招聘活动', '48场（每周1场）', '52场', 'met'],
    ['每万人高价值发明专利', '3.2件', '2.9件', 'unmet'],
    ['招聘活动', '48场（每周1场）', '40场', 'unmet'],
    ['开展活动', '600次（每所40次）', '620次', 'met'],
    ['开展活动', '2次（每季度2次）', '2次', 'judged'],
    ['化肥减量', '3%以上', '减少3.6%', 'over'],
    ['死亡事故起数', '同比下降5%', '同比持平', 'unmet'],
    ['死亡事故起数', '同比下降5%', '基本持平', 'judged'],
    ['移民人均可支配收入增速', '高于当地平均增速', '高于0.6个百分点', 'judged'],
    ['食品抽检批次', '1860批次（4批次/千人）', '1866批次', 'met'],
    ['改造楼栋', '86栋', '80幢', 'unmet'],
    ['开工时间', '不晚于2024年5月1日', '2024年4月16日', 'met'],
    ['开工时间', '不迟于2024年5月1日', '2024年5月16日', 'unmet'],
    ['任务完成时限', '2024年12月25日', '提前5天完成', 'met'],
    ['任务完成时限', '2024年12月25日', '提前完成，未验收', 'judged'],
    ['核查处置期限', '3个月内', '3个月内办结', 'met'],
    ['单灯能耗下降', '≥15%', '降低18%', 'over'],
    ['单灯能耗下降', '≥15%', '降低12%', 'unmet'],
    ['单灯能耗下降', '≥15%', '上升2%', 'judged'],
    ['全社会研发投入强度', '2.3%', '2.35%', 'met'],
    ['培训教师', '≥300人次', '3批共318人次', 'met'],
    ['孕产妇死亡率', '≤10/10万', '12.6/10万', 'unmet'],
    ['孕产妇死亡率', '≤10/10万', '0', 'met'],
    ['抽检差错率', '≤万分之三', '0.02%', 'met'],
    ['资源库更新', '每学期至少1次', '每学期更新1次', 'met'],
    ['人均补助', '每人每月600元', '每人每月发放600元', 'met'],
    ['老人满意度', '≥90%', '优秀（96.5%）', 'met'],
    ['老人满意度', '≥90%', '提升（3%）', 'judged'],
    ['化肥利用率', '≥41%', '提高到41.6%', 'met'],
    ['燃料储备', '10月20日供暖前', '10月12日', 'met'],
    ['燃料储备', '10月20日供暖前', '10月28日', 'unmet'],
  ])('%s %s done at %s is %s', (name, target, actual, expected) => {
    expect(statusOf({ name, target, actual, level2: '质量指标' })).toBe(expected);
  });
});

describe('what is told in words against what was asked', () => {
  it.each([
    ['完成进度', '按计划进度完成', '较计划滞后1个月', 'unmet'],
    ['完成进度', '按时完成', '延迟2个月', 'unmet'],
    ['安全生产', '无事故', '发生1起', 'unmet'],
    ['信访稳定', '无群体性上访', '全年发生2起', 'unmet'],
    ['群众投诉', '零投诉', '发生1起火灾', 'judged'],
    ['产值', '保持增长', '下降', 'unmet'],
    ['水电费', '较上年不增长', '较上年下降3.1%', 'met'],
    ['水电费', '较上年不增长', '较上年增长3.1%', 'unmet'],
    ['化肥使用量', '负增长', '同比减少1.8%', 'met'],
    ['化肥使用量', '负增长', '同比增长1.8%', 'unmet'],
    ['工程评级', '优秀', '良好', 'unmet'],
    ['工程评级', '优良', '合格', 'unmet'],
    ['工程评级', '良好以上', '优秀', 'judged'],
    ['酒店评级', '五星级', '四星级', 'unmet'],
    ['受益人数', '约2万人', '1.2万人', 'unmet'],
    ['受益人数', '约2万人', '1.9万人', 'judged'],
  ])('%s %s done as %s is %s', (name, target, actual, expected) => {
    expect(statusOf({ name, target, actual })).toBe(expected);
  });

  it('a bound on a cost beside what was spent', () => {
    const row = { name: '总成本', level2: '成本指标', target: '50万元以内' };
    expect(statusOf({ ...row, actual: '实际支出52.3万元' })).toBe('unmet');
    expect(statusOf({ ...row, actual: '实际支出49.8万元' })).toBe('met');
  });
});
