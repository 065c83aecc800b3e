import fc from 'fast-check';
import { render } from '../support/texts';
import type { Profile } from '../../src/model/profile';
import type { RowScore } from '../../src/model/score';
import type { CellValue } from '../../src/model/snapshot';
import { cnMof2020 } from '../../src/profiles/cn-mof-2020';
import { scoreRow } from '../../src/scoring/score-row';
import type { Row } from './build';
import { indicator } from './build';

const score = (row: Row, profile: Profile = cnMof2020, year: number | null = null): RowScore =>
  scoreRow(indicator(row), { kind: 'target', profile, hasWeights: true, year });

const brief = (row: Row, profile: Profile = cnMof2020): unknown[] => {
  const { method, achievement, score: points, status } = score(row, profile);
  return [method, achievement, points, status];
};

const linear: Profile = { ...cnMof2020, reverse: 'reverse-linear' };
const zero: Profile = { ...cnMof2020, reverse: 'zero-if-exceeded' };
const exact: Profile = { ...cnMof2020, equal: 'exact-or-zero' };
const floored: Profile = { ...cnMof2020, positive: { floorRate: 0.6 } };

describe('more is better', () => {
  test.each<[CellValue, CellValue, number | null, unknown[]]>([
    ['≥50个', 50, 8, ['positive-ratio', 1, 8, 'met']],
    ['≥100%', '98%', 8, ['positive-ratio', 0.98, 7.84, 'unmet']],
    ['≥100百分比', 98, 8, ['positive-ratio', 0.98, 7.84, 'unmet']],
    ['100', 98, 8, ['positive-ratio', 0.98, 7.84, 'unmet']],
    [43.2, 37.24, 10, ['positive-ratio', 0.862, 8.62, 'unmet']],
    ['≥3', 1, 10, ['positive-ratio', 0.3333, 3.33, 'unmet']],
    ['≥3', 2, 10, ['positive-ratio', 0.6667, 6.67, 'unmet']],
    ['≥1000', 801, 10, ['positive-ratio', 0.801, 8.01, 'unmet']],
    ['≥1000', 800.5, 10, ['positive-ratio', 0.8005, 8.01, 'unmet']],
    ['≥2400份', '3200份', 12, ['positive-ratio', 1.3333, 12, 'over']],
    ['≥100', 119, 10, ['positive-ratio', 1.19, 10, 'met']],
    ['≥100', 120, 10, ['positive-ratio', 1.2, 10, 'over']],
    ['≥5', -3, 10, ['positive-ratio', 0, 0, 'unmet']],
    ['≥5', 0, 10, ['positive-ratio', 0, 0, 'unmet']],
    ['＞90', 91, 10, ['positive-ratio', 1.0111, 10, 'met']],
    ['＞90', 90, 10, ['positive-ratio', 1, null, 'unmet']],
    ['＞90', 89, 10, ['positive-ratio', 0.9889, 9.89, 'unmet']],
    ['≥0', 5, 10, ['positive-ratio', null, null, 'judged']],
    ['≥-5%', '-3%', 10, ['positive-ratio', null, 10, 'met']],
    ['≥-5%', '-8%', 10, ['positive-ratio', null, null, 'unmet']],
    ['-5%', '-8%', 10, ['positive-ratio', null, null, 'judged']],
  ])('%p done %p of %d', (target, actual, weight, expected) => {
    expect(brief({ target, actual, weight })).toEqual(expected);
  });

  test.each([
    ['鼠密度', '1%', '0.6%', 'met'],
    ['样品残留检出', '3%', '2%', 'judged'],
    ['样品残留检出', '3%', '3%', 'met'],
    ['样品残留检出', '≤3%', '2%', 'met'],
    ['到位资金增长率', '8%', '6%', 'unmet'],
    ['群众满意率', '90%', '80%', 'unmet'],
  ])('%s %s done %s: a small bare share may be a limit', (name, target, actual, status) => {
    expect(score({ name, target, actual, weight: 10 }).status).toBe(status);
  });

  test('a floor takes everything below it', () => {
    expect(brief({ target: '≥100', actual: 59 }, floored)).toEqual([
      'positive-ratio',
      0.59,
      0,
      'unmet',
    ]);
    expect(brief({ target: '≥100', actual: 60 }, floored)).toEqual([
      'positive-ratio',
      0.6,
      6,
      'unmet',
    ]);
  });
});

describe('less is better', () => {
  test.each<[CellValue, CellValue, Profile, unknown[]]>([
    ['≤90万元', 90, cnMof2020, ['reverse-ratio', 1, 10, 'met']],
    ['≤90万元', '899740元', cnMof2020, ['reverse-ratio', 1, 10, 'met']],
    ['≤10', 15, cnMof2020, ['reverse-ratio', 0.6667, 6.67, 'unmet']],
    ['≤10', 20, cnMof2020, ['reverse-ratio', 0.5, 5, 'unmet']],
    ['≤10', 15, linear, ['reverse-linear', 0.5, 5, 'unmet']],
    ['≤10', 20, linear, ['reverse-linear', 0, 0, 'unmet']],
    ['≤10', 35, linear, ['reverse-linear', 0, 0, 'unmet']],
    ['≤10', 8, linear, ['reverse-linear', 1, 10, 'met']],
    ['≤10', 11, zero, ['reverse-zero', 0, 0, 'unmet']],
    ['≤10', 10, zero, ['reverse-zero', 1, 10, 'met']],
    ['＜10', 9.99, cnMof2020, ['reverse-ratio', 1, 10, 'met']],
    ['＜10', 10, cnMof2020, ['reverse-ratio', 1, null, 'unmet']],
    ['≤0', 0, cnMof2020, ['reverse-ratio', 1, 10, 'met']],
    ['≤0', 2, cnMof2020, ['reverse-ratio', 0, 0, 'unmet']],
    ['≤0', 2, linear, ['reverse-linear', 0, 0, 'unmet']],
    ['≤5', -1, cnMof2020, ['reverse-ratio', 1, 10, 'met']],
  ])('%p done %p', (target, actual, profile, expected) => {
    expect(brief({ target, actual }, profile)).toEqual(expected);
  });
});

describe('direction', () => {
  test.each<[Row, unknown[]]>([
    [{ target: 10, actual: 8, direction: 'reverse' }, ['reverse-ratio', 1, 10, 'met']],
    [
      { target: 10, actual: 8, direction: 'positive', name: '事故' },
      ['positive-ratio', 0.8, 8, 'unmet'],
    ],
    [{ target: '≥10', actual: 8, direction: 'reverse' }, ['positive-ratio', 0.8, 8, 'unmet']],
    [
      { target: 0.9, unit: '%', actual: 0, name: '森林火灾受害率' },
      ['reverse-ratio', 1, 10, 'met'],
    ],
    [
      { target: 0.4, unit: '%', actual: 0.1, name: '主要林业有害生物成灾率' },
      ['reverse-ratio', 1, 10, 'met'],
    ],
    [
      { target: '400元/人、天', actual: '180元/人、天', name: '培训成本' },
      ['reverse-ratio', 1, 10, 'met'],
    ],
    [{ target: 10, actual: 10, name: '任务完成时限(月)' }, ['reverse-ratio', 1, 10, 'met']],
    [{ target: 63, actual: 60, name: '成本控制数(万元)' }, ['reverse-ratio', 1, 10, 'met']],
    [
      { target: '20万元', actual: '18万元', name: '项目计划总投资', level2: '成本指标' },
      ['reverse-ratio', 1, 10, 'met'],
    ],
    [
      { target: 100, actual: 100, name: '成本控制率', level2: '成本指标' },
      ['reverse-ratio', 1, 10, 'met'],
    ],
    [
      { target: 1, actual: 1, name: '县级储备粮库存成本核算率', level2: '成本指标' },
      ['positive-ratio', 1, 10, 'met'],
    ],
    [
      { target: 1, actual: 0.9, name: '食品安全投诉举报处置率' },
      ['positive-ratio', 0.9, 9, 'unmet'],
    ],
    [{ target: '90%', actual: '81%', name: '违法案件查办率' }, ['positive-ratio', 0.9, 9, 'unmet']],
    [{ target: 4, actual: 2, name: '事故应急演练次数' }, ['positive-ratio', 0.5, 5, 'unmet']],
    [{ target: 4, actual: 2, name: '事故发生次数' }, ['reverse-ratio', 1, 10, 'met']],
    [
      { target: 90, actual: 253, name: '药品不良反应每百万人口报告数' },
      ['positive-ratio', 2.8111, 10, 'over'],
    ],
  ])('%j', (row, expected) => {
    expect(brief(row)).toEqual(expected);
  });
});

describe('equal, zero and ranges', () => {
  test.each<[CellValue, CellValue, unknown[]]>([
    ['=8个', 8, ['equal', 1, 10, 'met']],
    ['=8个', 6, ['equal', 0.75, 7.5, 'unmet']],
    ['=8个', 12, ['equal', 1.5, 10, 'over']],
    ['0起', '0起', ['equal', 1, 10, 'met']],
    ['0起', '1起', ['equal', 0, 0, 'unmet']],
    ['0起', '无', ['equal', 1, 10, 'met']],
    ['无', 0, ['equal', 1, 10, 'met']],
    ['无', '无', ['equal', 1, 10, 'met']],
    [0, 0, ['equal', 1, 10, 'met']],
    [0, -1, ['equal', 1, 10, 'met']],
    [0, 3, ['equal', 0, 0, 'unmet']],
    ['90%-95%', '92%', ['range', 1, 10, 'met']],
    ['90%-95%', '90%', ['range', 1, 10, 'met']],
    ['90%-95%', '95%', ['range', 1, 10, 'met']],
    ['90%-95%', '81%', ['range', 0.9, 9, 'unmet']],
    ['0.9-0.95', '92%', ['range', 1, 10, 'met']],
    ['90%-95%', 0.92, ['range', 1, 10, 'met']],
    ['3~5天', '10天', ['range', 0.5, 5, 'unmet']],
  ])('%p done %p', (target, actual, expected) => {
    expect(brief({ target, actual })).toEqual(expected);
  });

  test.each<[string, CellValue, CellValue, unknown[]]>([
    ['验收合格率', '95%-98%', '100%', ['range', 1, 10, 'met']],
    ['群众满意度', '90%-95%', '97%', ['range', 1, 10, 'met']],
    ['收入增长率', '5%-8%', '9%', ['range', 1, 10, 'met']],
    ['群众满意度', '90%-95%', '81%', ['range', 0.9, 9, 'unmet']],
    ['办结时限', '3-5天', '2天', ['range', 1, 10, 'met']],
    ['办结时限', '3-5天', '10天', ['range', 0.5, 5, 'unmet']],
    ['投诉率', '1%-2%', '0.5%', ['range', 1, 10, 'met']],
    ['投诉率', '1%-2%', '4%', ['range', 0.5, 5, 'unmet']],
    ['单位成本', '1000-1200元', '950元', ['range', 1, 10, 'met']],
    ['室内湿度', '40%-60%', '70%', ['range', null, null, 'judged']],
    ['受益人数', '1000-1200人', '1350人', ['range', null, null, 'judged']],
    ['开放时间', '6-8小时', '9小时', ['range', 1, 10, 'met']],
  ])('a range of %s, %p done %p: what is better is no miss', (name, target, actual, expected) => {
    expect(brief({ name, target, actual })).toEqual(expected);
  });

  test.each<[CellValue, CellValue, unknown[]]>([
    ['=8个', 8, ['equal', 1, 10, 'met']],
    ['=8个', 7, ['equal', 0.875, 0, 'unmet']],
    ['=8个', 9, ['equal', 1.125, 0, 'unmet']],
  ])('all or nothing: %p done %p', (target, actual, expected) => {
    expect(brief({ target, actual }, exact)).toEqual(expected);
  });
});

describe('deadlines', () => {
  test.each<[CellValue, CellValue, number | null, unknown[]]>([
    ['2021年12月31日', '2021年12月31日', null, [1, 10, 'met']],
    ['2021年底', '2021年底', null, [1, 10, 'met']],
    ['2021年底', '2021年11月完成', null, [1, 10, 'met']],
    ['2021年底前', '2022年1月5日', null, [null, null, 'unmet']],
    ['12月31日前', '11月20日', null, [1, 10, 'met']],
    ['11月底前', '12月1日', null, [null, null, 'unmet']],
    ['12月底前', '2022年1月', 2021, [null, null, 'unmet']],
    ['12月底前', '2021年11月', 2021, [1, 10, 'met']],
    ['12月底前', '2021年11月', null, [null, null, 'judged']],
    ['2021年6月15日前', '6月1日', null, [1, 10, 'met']],
    ['2021年6月15日前', '2021年6月', null, [null, null, 'judged']],
    ['2022年3月-2022年11月', '2022年10月', null, [1, 10, 'met']],
    ['2021年底', '按时完成', null, [null, null, 'judged']],
    ['2021年底', '100%', null, [null, null, 'judged']],
    ['＜2021年12月31日', '2021年12月31日', null, [null, null, 'unmet']],
    ['次年1月底前', '2022年1月20日', 2021, [1, 10, 'met']],
    ['次年1月底前', '2022年2月10日', 2021, [null, null, 'unmet']],
    ['次年1月底前完成', '2022年1月20日', 2021, [1, 10, 'met']],
    ['次年1月底前', '次年1月20日', 2021, [1, 10, 'met']],
    ['次年1月底前', '次年1月20日', null, [1, 10, 'met']],
    ['次年1月底前', '次年2月3日', null, [null, null, 'unmet']],
    ['次年1月底前', '12月25日', 2021, [null, null, 'judged']],
    ['次年1月底前', '2021年12月25日', 2021, [1, 10, 'met']],
    ['次年1月底前', '2022年1月20日', null, [null, null, 'judged']],
    ['12月底前', '次年1月5日', 2021, [null, null, 'unmet']],
    ['12月底前', '次年1月5日完成', null, [null, null, 'unmet']],
    ['2022年1月底前', '次年1月5日', 2021, [1, 10, 'met']],
    ['2022年1月底前', '次年1月5日', null, [null, null, 'judged']],
    ['春节前', '2024年1月20日', 2024, [1, 10, 'met']],
    ['春节前发放到位', '2024年2月8日', 2024, [1, 10, 'met']],
    ['春节前发放', '已于2025年1月22日发放完毕', 2024, [1, 10, 'met']],
    ['春节前', '2月5日', 2024, [1, 10, 'met']],
  ])('%p done %p in %p', (target, actual, year, expected) => {
    const {
      method,
      achievement,
      score: points,
      status,
    } = score({ target, actual }, cnMof2020, year);
    expect([achievement, points, status]).toEqual(expected);
    expect(method).toBe('deadline');
  });

  test.each<[CellValue, CellValue, number | null]>([
    ['春节前', '2025年2月5日', 2025],
    ['春节前', '2024年12月20日', 2024],
    ['春节前', '2022年1月5日', 2024],
    ['春节前', '2月5日', null],
    ['春节前后', '2024年1月20日', 2024],
    ['春节前未发放的补发', '2024年3月20日', 2024],
  ])('whether %p was kept by %p of %p, a person says', (target, actual, year) => {
    expect(score({ target, actual }, cnMof2020, year).status).toBe('judged');
  });

  test('a date cell counts as its day', () => {
    const row = score({ target: '2021年底', actual: 44561, actualFormat: 'yyyy/m/d' });
    expect([row.score, row.status]).toEqual([10, 'met']);
  });
});

describe('a target denied in its own words', () => {
  test.each([
    ['持续改善', '未改善', 6],
    ['进一步规范', '尚未规范', 6],
    ['明显改善', '没有改善', 6],
    ['不再发生', '未发生', 10],
    ['持续改善', '改善', 10],
  ])('%p as %p is at most %p of 10', (target, actual, most) => {
    expect(score({ target, actual, weight: 10 }).band?.to).toBe(most);
  });
});

describe('a target with its total told beside its parts', () => {
  test.each<[string, string, number | null]>([
    ['每季度1次，共4次', '3次', 7.5],
    ['每季度1次，共4次', '4次', 10],
    ['每周1场，全年不少于48场', '全年42场', 8.75],
    ['每周1场，全年不少于48场', '50场', 10],
    ['2座，其中新建1座、改建1座', '1座', 5],
    ['12公里（其中新建8公里、改造4公里）', '12公里', 10],
    // Another unit, a part alone, several parts.
    ['每季度1次，共4次', '3人', null],
    ['每季度1次，全年4期', '每季度1次', null],
    ['2期，每期不少于40人', '2期', null],
  ])('%p done %p', (target, actual, expected) => {
    expect(score({ name: '例行巡回活动', target, actual, weight: 10 }).score).toBe(expected);
  });
});

describe('percentages and fractions under a name of 率 or 度', () => {
  test.each<[string, CellValue, CellValue, unknown[]]>([
    ['合格率', 90, 0.95, ['positive-ratio', 1.0556, 10, 'met']],
    ['满意度', '≥90', 0.95, ['positive-ratio', 1.0556, 10, 'met']],
    ['群众满意度调查', '≥90', 0.81, ['positive-ratio', 0.9, 9, 'unmet']],
    ['覆盖率', '100', 0.98, ['positive-ratio', 0.98, 9.8, 'unmet']],
    ['完成率', 100, 1, ['positive-ratio', 1, 10, 'met']],
    ['覆盖率', '=100', 0.98, ['equal', 0.98, 9.8, 'unmet']],
    ['合格率', '90-100', 0.95, ['range', 1, 10, 'met']],
    ['合格率', 0.9, 81, ['positive-ratio', 0.9, 9, 'unmet']],
    ['覆盖率', 1, 0.98, ['positive-ratio', 0.98, 9.8, 'unmet']],
    ['合格人数', 90, 0.95, ['positive-ratio', 0.0106, 0.11, 'unmet']],
    ['道路长度', 90, 0.9, ['positive-ratio', 0.01, 0.1, 'unmet']],
    ['合格率', '90个', 0.9, ['positive-ratio', 0.01, 0.1, 'unmet']],
    ['收入增长率', 5, 0.5, ['positive-ratio', 0.1, 1, 'unmet']],
    ['不良反应差错率', 30, 0.5, ['reverse-ratio', 1, 10, 'met']],
    ['差错率', '≤0.05', 12, ['reverse-ratio', 0.0042, 0.04, 'unmet']],
  ])('%s %p done %p', (name, target, actual, expected) => {
    expect(brief({ name, target, actual })).toEqual(expected);
  });
});

describe('a share planned at 200 % or more', () => {
  test.each([
    ['合格率', '290%', '95%'],
    ['市民满意度调查', '290%', '100%'],
  ])('%s %s was misread', (name, target, actual) => {
    const row = score({ name, target, actual });
    expect([row.explanation.key, row.score, row.status]).toEqual([
      'scoring.misread-target',
      null,
      'judged',
    ]);
  });

  test.each([
    ['营业收入增长率', '290%', '95%'],
    ['合格率', '≥290%', '95%'],
    ['投资回报率', '290%', '95%'],
    ['培训数量', '290%', '95%'],
  ])('%s %s stands', (name, target, actual) => {
    expect(score({ name, target, actual }).status).toBe('unmet');
  });
});

test.each<[string, string, string, string]>([
  ['群众满意度', '≥90%', '102%', 'judged'],
  ['群众满意度', '≥90%', '100%', 'met'],
  ['验收合格率', '100%', '290%', 'judged'],
  ['任务完成率', '≥100%', '110%', 'met'],
])('%s %s done at %s: no share is more than the whole', (name, target, actual, status) => {
  expect(score({ name, target, actual, weight: 10 }).status).toBe(status);
});

test.each<[string, string, string, number | null]>([
  ['示范户覆盖率', '100%（约2300户）', '98%（2254户）', 9.8],
  ['一次办结率', '提升至92%', '92.8%', 10],
  ['秸秆综合利用率', '由86%提高到90%', '91.2%', 10],
  ['秸秆综合利用率', '由86%提高到90%', '由86%提高到88.2%', 9.8],
  ['办理时限', '缩短至10天', '8天', 10],
  ['窗口服务评分', '≥4.5分（5分制）', '4.71分', 10],
  ['窗口服务评分', '≥4.5分（5分制）', '4.05分（5分制）', 9],
  ['办理时间', '缩短至10天', '缩短至8天', 10],
  ['跑动次数', '最多跑一次', '平均0.4次', 10],
  ['跑动次数', '最多跑一次', '2次', 5],
  ['村庄覆盖', '全覆盖', '92%', 9.2],
  ['培训合格', '全部合格', '合格率100%', 10],
  ['知晓率', '提高5个百分点', '5.6个百分点', 10],
  ['举办培训', '2期（每期2天）', '2期', 10],
  ['推广活动', '50场', '52场，线上18场', 10],
  ['推广活动', '50场', '40场，减少10场', 8],
  ['资助人数', '≥1200人次', '春季612人次、秋季548人次、补录40人次，共1200人次', 10],
  ['检测样品', '500批次', '512批次，合格率99.2%', 10],
  ['问题整改率', '100%', '整改12项，整改率95%', 9.5],
  ['培训合格率', '≥90%', '参训率100%，合格率92%', 10],
  ['签订合同', '500份', '计划500份，签订480份', null],
  ['完成检测', '500批次', '512批次，未检12批次', null],
])('%s %s done as %s is worth %p', (name, target, actual, points) => {
  expect(score({ name, target, actual, weight: 10 }).score).toBe(points);
});

test.each<[string, string, string, number | null]>([
  ['项目完成时间', '12个月', '11个月', 10],
  ['项目完成时间', '1年', '10个月', 10],
  ['审批办结', '5个工作日', '3个工作日', 10],
  ['设施开放时间', '200天', '180天', 9],
])('under 时效指标 %s %s done in %s is worth %p', (name, target, actual, points) => {
  expect(score({ name, target, actual, weight: 10, level2: '时效指标' }).score).toBe(points);
});

describe('figures a short phrase leads to', () => {
  test.each<[string, CellValue, CellValue, unknown[]]>([
    ['培训人数', '≥300人', '共培训310人', ['positive-ratio', 1.0333, 10, 'met']],
    ['培训人数', '≥300人', '已完成270人', ['positive-ratio', 0.9, 9, 'unmet']],
    ['知晓率', '达90%以上', '达到81%', ['positive-ratio', 0.9, 9, 'unmet']],
    ['降低成本', '≥10%', '降低9%', ['positive-ratio', 0.9, 9, 'unmet']],
    ['经济增长', '同比增长≥5%', '同比增长4%', ['positive-ratio', 0.8, 8, 'unmet']],
    ['经济增长', '较上年增长5%', '增长4%', ['positive-ratio', 0.8, 8, 'unmet']],
    ['办公成本', '下降3%', '下降2.4%', ['positive-ratio', 0.8, 8, 'unmet']],
    ['经济发展', '增长5%', '下降4%', ['positive-ratio', 0, 0, 'unmet']],
    ['交通事故', '同比下降10%', '同比上升16%', ['positive-ratio', 0, 0, 'unmet']],
  ])('%s %p done %p', (name, target, actual, expected) => {
    expect(brief({ name, target, actual })).toEqual(expected);
  });

  test.each<[string, CellValue, CellValue]>([
    ['农民收入', '≥2万元', '增长5000元'],
    ['满意度', '提高5%', '95%'],
    ['降低能耗', '≤100吨', '降低12吨'],
    ['培训人数', '≥300人', '未完成310人'],
    ['抽查', '≥148批次', '完成抽检148批次'],
    ['培训人数', '完成300人', '已完成'],
    ['培训人数', '完成培训', '完成310人'],
  ])('%s %p done %p is for a person', (name, target, actual) => {
    expect(score({ name, target, actual }).status).toBe('judged');
  });
});

describe('wording', () => {
  const top = { from: 8, to: 10, includesTo: true };
  const middle = { from: 6, to: 8, includesTo: false };
  const low = { from: 0, to: 6, includesTo: false };
  const whole = { from: 0, to: 10, includesTo: true };
  test.each<[CellValue, CellValue, RowScore['band']]>([
    ['效果明显', '达成预期指标', top],
    ['效果明显', '达成年度指标', top],
    ['效果明显', '部分达成年度指标并具有一定效果', middle],
    ['效果明显', '未达成年度指标且效果较差', low],
    ['显著提升', '显著提升', top],
    ['有所提升', '有所提升', top],
    ['明显提升', '有所提升', middle],
    ['是', '是', top],
    ['是', '否', low],
    ['是', '基本达到', middle],
    ['高', '高', top],
    ['全部完成', '已完成', top],
    ['全部完成', '基本完成', middle],
    ['全部完成', '未完成', low],
    ['全部完成', '尚未完成', low],
    ['按时完成', '未按时完成', low],
    ['完成', '没有完成', low],
    ['完成', `${'按计划推进各项工作，'.repeat(8)}已完成`, whole],
    ['全部完成', '已完成，但效果不明显', low],
    ['效果明显', '未见明显改善', low],
    ['安全度汛', '未发生安全事故', top],
    ['安全度汛', '全年没有发生事故', top],
    ['全天候可用', '全天候', whole],
    ['完成', '完成80%', whole],
    ['完成', '完成100%', top],
    ['效果明显', 5, whole],
    ['好', '是否', whole],
  ])('%p done %p', (target, actual, band) => {
    const row = score({ target, actual });
    expect(row.band).toEqual(band);
    expect([row.method, row.score, row.status]).toEqual(['qualitative-band', null, 'judged']);
  });

  test.each<[string, RowScore['band']]>([
    ...['未显著提升', '未明显改善', '未健全', '不健全', '不稳定', '未如期完成', '没完成'].map(
      (text): [string, RowScore['band']] => [text, low],
    ),
    ...['无显著提升', '达成率低', '完成质量较差', '难以实现', '未取得明显成效', '不能完成'].map(
      (text): [string, RowScore['band']] => [text, low],
    ),
    ...['未全部完成', '没有全部完成', '未完全达成', '非完全达成', '未能完全实现'].map(
      (text): [string, RowScore['band']] => [text, middle],
    ),
    ...['不够明显', '不太满意', '不是很明显', '部分未完成', '个别项目未按时完成'].map(
      (text): [string, RowScore['band']] => [text, middle],
    ),
    ['大部分未完成', low],
    ['没有解决群众投诉问题', low],
    ['没有按时完成，影响较大', low],
    ['部分完成效果不明显', low],
    ['全部未完成', low],
    ['已完成，个别项目未验收', middle],
  ])('%s takes it back', (actual, band) => {
    expect(score({ target: '提升', actual }).band).toEqual(band);
  });

  test.each([
    ['非常满意'],
    ['未超预算，按时完成'],
    ['未超额完成'],
    ['未发生重大投诉'],
    ['无有效投诉'],
    ['未明显超支'],
    ['不断完善，提升明显'],
    ['不折不扣完成'],
    ['不稳定因素得到有效化解'],
    ['完成差旅报销'],
    ['未来可持续'],
    ['没有拖延，及时完成'],
    ['尚未发现问题，完成良好'],
    ['全部完成，不存在未完成项目'],
    ['无不合格产品，完成良好'],
  ])('%s takes nothing back', (actual) => {
    expect(score({ target: '提升', actual }).band).toEqual(top);
  });

  test('the band is in points of an uneven weight', () => {
    expect(score({ target: '合规', actual: '合规', weight: 12.5 }).band).toEqual({
      from: 10,
      to: 12.5,
      includesTo: true,
    });
  });
});

describe('what only a person can say, and what nobody can', () => {
  test.each<[string, Row, RowScore['status']]>([
    ['scoring.kinds', { target: '≥50个', actual: '达成预期指标' }, 'judged'],
    ['scoring.units', { target: '100%', actual: '1000件' }, 'judged'],
    ['scoring.units', { target: '≤90万元', actual: 899740 }, 'judged'],
    ['scoring.no-target', { actual: 5 }, 'judged'],
    ['scoring.no-actual', { target: '≥50个' }, 'unscored'],
    ['scoring.no-actual', { target: '≥50个', actual: '……' }, 'unscored'],
    ['scoring.not-applicable', { target: '≥50个', actual: '/' }, 'unscored'],
    ['scoring.not-applicable', { target: '效果明显', actual: '—' }, 'unscored'],
    ['scoring.no-weight-rate', { target: 5, actual: 4, weight: null }, 'unscored'],
    ['scoring.no-weight-rate', { target: 5, actual: 4, weight: 0 }, 'unscored'],
    ['scoring.no-weight-rate', { target: 5, actual: 4, weight: -2 }, 'unscored'],
    ['scoring.no-weight', { target: '效果明显', actual: '完成', weight: null }, 'unscored'],
  ])('%s', (key, row, status) => {
    const result = score(row);
    expect([result.explanation.key, result.score, result.status, result.band]).toEqual([
      key,
      null,
      status,
      null,
    ]);
  });

  test('without a weight the achievement is still computed', () => {
    expect(brief({ target: 5, actual: 4, weight: null })).toEqual([
      'positive-ratio',
      0.8,
      null,
      'unscored',
    ]);
  });
});

describe('rubric rows', () => {
  const rubric = (reason: string | null, weight: number | null = 10): unknown[] => {
    const row = scoreRow(indicator({ reason, weight }), {
      kind: 'rubric',
      profile: cnMof2020,
      hasWeights: true,
    });
    return [row.method, row.score, row.status];
  };
  test.each<[string | null, number | null, string]>([
    ['制度不健全，扣2分', 8, 'unmet'],
    ['扣0.5分；扣1.2分', 8.3, 'unmet'],
    ['未成立小组扣8分，人员不符扣5分', 0, 'unmet'],
    ['报送不及时扣2分，材料不全扣1分，共扣3分', 7, 'unmet'],
    ['合计扣３分', 7, 'unmet'],
    ['扣两分', 8, 'unmet'],
    ['扣减2分', 8, 'unmet'],
    ['报送不及时扣2分，共扣5分', null, 'judged'],
    ['每少1项扣1分', null, 'judged'],
    ['扣完为止，扣2分', null, 'judged'],
    ['支付进度较慢', null, 'judged'],
    ['不扣分', null, 'judged'],
    ['无', null, 'judged'],
    ['', null, 'judged'],
    [null, null, 'judged'],
  ])('%p leaves %p of 10', (reason, points, status) => {
    expect(rubric(reason)).toEqual(['rubric', points, status]);
  });

  test('without a weight nothing is scored', () => {
    expect(rubric('扣2分', null)).toEqual(['rubric', null, 'unscored']);
  });
});

describe('explanations', () => {
  const explain = (row: Row, language?: 'zh-CN' | 'en'): string =>
    render(score(row).explanation, language);

  test('say how the score came about', () => {
    expect(explain({ target: '≥100%', actual: '98%', weight: 8 })).toBe(
      '完成率 98% ÷ 100% = 98%，8 × 98% = 7.84 分',
    );
    expect(explain({ target: '≤90万元', actual: '1200000元' })).toBe(
      '完成值 1200000元 超过目标 ≤90万元，反向指标按 90万元 ÷ 120万元 = 75% 计，10 × 75% = 7.5 分',
    );
    expect(explain({ target: '效果明显', actual: '达成预期指标', weight: 8 })).toBe(
      '定性指标由人判断：完成情况“达成预期指标”对应分值的 80%–100%，即 6.4–8 分',
    );
  });

  const rows: readonly Row[] = [
    { target: '≥100', actual: 150 },
    { target: '≥100', actual: 100 },
    { target: '≥100', actual: 50 },
    { target: '≥-5', actual: 1 },
    { target: '≥-5', actual: -6 },
    { target: '≥0', actual: 1 },
    { target: '>5', actual: 5 },
    { target: '≤5', actual: 5 },
    { target: '≤5', actual: 6 },
    { target: '0起', actual: 0 },
    { target: '0起', actual: 1 },
    { target: '1-3', actual: 2 },
    { target: '2021年底', actual: '2021年' },
    { target: '2021年底', actual: '2022年' },
    { target: '2021年底', actual: '及时' },
    { target: '好', actual: '某种说法' },
    { target: '好', actual: '好' },
    { target: '5个', actual: '好' },
    { target: '5个', actual: '5%' },
    { target: '5个' },
    { actual: '5个' },
    { target: 5, actual: 4, weight: null },
    { weight: null },
  ];
  test.each(rows)('%j has a whole sentence in both languages', (row) => {
    for (const profile of [cnMof2020, linear, zero, exact, floored]) {
      const { explanation } = score(row, profile);
      for (const language of ['zh-CN', 'en'] as const) {
        const text = render(explanation, language);
        expect(text).not.toBe(explanation.key);
        expect(text).not.toMatch(/[{}]/);
      }
    }
  });
});

describe('properties', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000 }).map((value) => value / 100);
  const positive = fc.integer({ min: 1, max: 1_000_000 }).map((value) => value / 100);
  const weight = fc.integer({ min: 1, max: 10_000 }).map((value) => value / 100);
  const sign = fc.constantFrom('≥', '≤', '=', '>', '<');
  const profile = fc.constantFrom(cnMof2020, linear, zero, exact, floored);
  const points = (row: Row, by: Profile = cnMof2020): number | null => score(row, by).score;

  test('0 ≤ score ≤ weight', () => {
    fc.assert(
      fc.property(amount, amount, weight, sign, profile, (t, a, w, s, by) => {
        const result = points({ target: t, sign: s, actual: a, weight: w }, by);
        if (result === null) return;
        expect(result).toBeGreaterThanOrEqual(0);
        expect(result).toBeLessThanOrEqual(w);
      }),
    );
  });

  test('more never scores less where more is better, nor more where less is', () => {
    fc.assert(
      fc.property(positive, amount, amount, weight, profile, (t, a, b, w, by) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        const up = (actual: number): number =>
          points({ target: t, sign: '≥', actual, weight: w }, by) ?? -1;
        const down = (actual: number): number =>
          points({ target: t, sign: '≤', actual, weight: w }, by) ?? -1;
        expect(up(more)).toBeGreaterThanOrEqual(up(less));
        expect(down(more)).toBeLessThanOrEqual(down(less));
      }),
    );
  });

  test('target and completion in another scale score the same', () => {
    fc.assert(
      fc.property(positive, amount, weight, sign, profile, (t, a, w, s, by) => {
        const once = points({ target: t, sign: s, actual: a, weight: w }, by);
        const twice = points({ target: t * 128, sign: s, actual: a * 128, weight: w }, by);
        expect(twice).toBe(once);
      }),
    );
  });

  test('full width scores as half width', () => {
    const full = (text: string): string =>
      text.replace(/[!-~]/g, (at) => String.fromCharCode(at.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(positive, amount, weight, (t, a, w) => {
        const half = { target: `>=${t}%`, actual: `${a}%`, weight: w };
        const wide = { target: full(half.target), actual: full(half.actual), weight: w };
        expect(points(wide)).toBe(points(half));
      }),
    );
  });

  test('no wording makes scoring throw', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, text, text, (target, actual, name, reason) => {
        expect(() => score({ target, actual, name, reason })).not.toThrow();
        expect(() =>
          scoreRow(indicator({ reason }), { kind: 'rubric', profile: cnMof2020, hasWeights: true }),
        ).not.toThrow();
      }),
    );
  });
});

test.each<[Row, number | null, string]>([
  [{ name: '校园招聘会', target: '每年12月10日前', actual: '12月5日' }, 10, 'met'],
  [{ name: '校园招聘会', target: '每年12月10日前', actual: '2023年12月28日' }, null, 'unmet'],
  [
    { name: '施工时间', target: '完成时间为2023年12月30日', actual: '完成时间为2024年3月15日' },
    null,
    'unmet',
  ],
  [{ name: '施工时间', target: '完成时限：2023年12月', actual: '完成时间：2023年11月' }, 10, 'met'],
  [{ name: '完工时间', target: '计划2023年10月完成', actual: '实际2023年12月完成' }, null, 'unmet'],
  [{ name: '完工时间', target: '计划2023年10月完成', actual: '实际2023年9月完成' }, 10, 'met'],
  [{ name: '完工时间', target: '2023年10月完成', actual: '计划2023年9月完成' }, null, 'judged'],
  [{ name: '资金拨付', target: '12月底到位', actual: '次年3月到位' }, null, 'unmet'],
  [{ name: '资金拨付', target: '12月底到位', actual: '11月到位' }, 10, 'met'],
  [{ name: '资金拨付', target: '12月底到位', actual: '已到位' }, null, 'judged'],
  [{ name: '成本控制', target: '严格控制在预算内', actual: '超预算5万元' }, null, 'unmet'],
  [{ name: '成本控制', target: '严格控制在预算内', actual: '未超预算' }, null, 'judged'],
  [{ name: '资助人数', target: 14726, actual: '1.4万' }, 9.51, 'unmet'],
  [{ name: '项目成本', level2: '成本指标', target: '58000元', actual: '5.8万' }, 10, 'met'],
  [{ name: '项目成本', target: '≤300万元', actual: '2940000万元' }, null, 'judged'],
  [{ name: '信息采编', target: '每月不少于20条', actual: '月均23条' }, 10, 'met'],
  [{ name: '服务老人', target: '每月800人次', actual: '平均每月764人次' }, 9.55, 'unmet'],
  [{ name: '响应时间', target: '≤2小时', actual: '1小时40分' }, 10, 'met'],
  [{ name: '建设工期', target: '≤18个月', actual: '1年6个月' }, 10, 'met'],
  [{ name: '文艺演出', target: '20场次', actual: '18场（因天气取消2场）' }, 9, 'unmet'],
  [{ name: '服务时长', target: '≥2000小时', actual: '2150个小时' }, 10, 'met'],
  [{ name: '医院等级', target: '三级甲等', actual: '三级乙等' }, null, 'unmet'],
  [{ name: '保洁次数', target: '每天2次', actual: '730次' }, 10, 'met'],
  [{ name: '保洁次数', target: '每日1次', actual: '366次' }, 10, 'met'],
  // Nobody says of how many days.
  [{ name: '保洁次数', target: '每天2次', actual: '500次' }, null, 'judged'],
  [{ name: '处理能力', target: '≥5吨/日', actual: '4吨' }, null, 'judged'],
  [{ name: '补助标准', level2: '成本指标', target: '1万元/人', actual: '10000元/人' }, 10, 'met'],
  [
    { name: '补助标准', level2: '成本指标', target: '1万元/人', actual: '9000元/人' },
    null,
    'judged',
  ],
])('%j is worth %p', (row, points, status) => {
  const scored = score(row, cnMof2020, 2023);
  expect([scored.score, scored.status]).toEqual([points, status]);
});
