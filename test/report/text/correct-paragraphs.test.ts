import { readReport } from '../../../src/report/text/read-report';
import { verifyReport } from '../../../src/report/text/verify-report';

/** Right, each as reports tell it; with the figure behind the bar wrong, where one is. */
const PARAGRAPHS: readonly string[] = [
  '项目涉及9个乡镇68个村，其中一期5个乡镇38个村，二期4个乡镇30个村。',
  '调减120万元，全年预算1380万元，其中结转资金300万元。',
  '发放调查问卷260份，回收248份，有效问卷245份，有效回收率94.23%；满意212份，基本满意26份，不满意7份，综合满意度97.14%。',
  '建议将预算由180万元压减至150万元，压减比例16.67%。',
  '基本支出2136.82万元，占65.81%，其中人员经费1948.26万元、公用经费188.56万元；项目支出1110.1万元，占34.19%。',
  '预算数808.1万元，执行数692.98万元，执行率86%，未支出115.12万元为跨年兑付的补贴。',
  '年初预算865万元，执行中调减23万元。全年支出816.74万元，执行率97%。',
  '共支付资金113万元，其中支付运营补贴48万元、服务站15万元、幸福院50万元。执行率达100%。',
  '项目支出2740万元，执行{2553.92|2335.92}万元，执行率93.21%。',
  '概算投资1480万元，决算审定1406万元，节约投资{74|47}万元。',
  '送审造价326.8万元，审定造价311.4万元，审减{15.4|14.5}万元，审减率4.71%。',
  '首批下达资金460万元，追加下达资金{85|58}万元，累计下达资金545万元。',
  '序号|项目内容|金额（万元）\n1|设备采购|146.5\n2|软件开发|88\n3|安装调试|15.5\n合计|—|{250|205}',
  '项目原定9月底完工，实际于{9|11}月20日完工，按期完成任务。',
  '项目{尚未|已经}竣工。受雨季影响，工程预计次年3月竣工。',
  '一期工程已经竣工，二期工程预计次年3月竣工。',
  '项目合同价48.6万元。中标合同价{486000|468000}元已全部支付。',
  '区级配套资金到位20万元，支出17.7万元。省级补助资金执行率90%，剩余1.4万元。',
  '年初预算1240万元，年中压减56万元。全年结余82.88万元。',
  '年度预算865万元。上年结转资金85万元，实际使用81.54万元。全年支出816.74万元。',
  '部门全年支出3083.7万元。支出3083.7万元，执行率95%。',
  '债券支出1200万元，绿化工程执行450万元，执行率96%。',
];

const side = (text: string, which: 1 | 2): string =>
  text.replace(/\{([^|}]*)\|([^}]*)\}/g, which === 1 ? '$1' : '$2');

const findingsIn = (text: string): readonly string[] =>
  verifyReport(readReport(`2023年度某某项目绩效自评报告\n三、绩效目标完成情况\n${text}`), null)
    .findings.filter(({ id }) => !id.startsWith('heading'))
    .map(({ id, severity }) => `${severity} ${id}`);

describe('a paragraph as reports tell it', () => {
  it.each(PARAGRAPHS)('has nothing said of it: %s', (text) =>
    expect(findingsIn(side(text, 1))).toEqual([]),
  );

  it.each(PARAGRAPHS.filter((text) => text.includes('|')))('is found wrong: %s', (text) =>
    expect(findingsIn(side(text, 2))).not.toEqual([]),
  );
});
