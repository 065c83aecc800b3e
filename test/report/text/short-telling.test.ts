import { evaluateTable } from '../../../src/engine/evaluate';
import { profileById } from '../../../src/profiles/load-profile';
import { recogniseTables } from '../../../src/recognise/recognise-tables';
import { readReport } from '../../../src/report/text/read-report';
import { verifyReport } from '../../../src/report/text/verify-report';
import { snapshotOf } from '../../support/snapshot-of';

const HEADS = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
const FORM = [
  ['项目支出绩效自评表'],
  ['（2023年度）'],
  ['项目名称', '基层卫生人才培养项目'],
  ['主管部门', '某县卫生健康局', '', '', '实施单位', '某县卫生健康局'],
  ['项目资金（万元）', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['', '年度资金总额', '120', '126', '119.7', '10', '95%', '9.5'],
  ['', '其中：市级财政资金', '100', '106', '101.76', '', '96%', ''],
  ['', '上年结转资金', '20', '20', '17.94', '', '89.7%', ''],
  HEADS,
  ['产出指标', '数量指标', '培训基层工作人员数量', '≥500人', '480人', '10', '9.6'],
  ['产出指标', '数量指标', '选派骨干进修人数', '≥24人', '24人', '10', '10'],
  ['产出指标', '数量指标', '新增护理型床位', '≥60张', '64张', '10', '10'],
  ['产出指标', '数量指标', '新增图书册数', '≥1.8万册', '1.76万册', '10', '9.78'],
  ['产出指标', '时效指标', '项目完工时间', '2023年8月31日前', '2023年9月12日', '5', '3'],
  ['产出指标', '成本指标', '人均补贴金额', '≤800元', '712元', '5', '5'],
  ['效益指标', '社会效益指标', '校园安全事件下降率', '≥20%', '26.5%', '15', '15'],
  ['效益指标', '社会效益指标', '参训人员就业率', '≥65%', '63.7%', '15', '14.7'],
  ['满意度指标', '服务对象满意度指标', '家长满意度', '≥90%', '88.6%', '10', '9.84'],
  ['总分', '', '', '', '', '100', '96.42'],
];
const [table] = recogniseTables(snapshotOf({ name: '附表', rows: FORM.map((row) => [...row]) }));
if (!table) throw new Error('the form is not recognised');
const RESULT = evaluateTable(table, profileById('cn-mof-2020'));

/** Right and, behind the bar, with one digit wrong. */
const SENTENCES: readonly string[] = [
  '共举办培训班9期，培训基层卫生人员{480|460}人，完成年度计划的96%。',
  '共举办培训班9期，培训基层卫生人员480人，完成年度计划的{96%|98%}。',
  '计划培训不少于{500|800}人，两期停办，少培训20人。',
  '两期培训取消，培训人数比计划少{20|30}人，该项扣0.4分。',
  '两期培训取消，培训人数比计划少20人，该项扣{0.4|0.6}分。',
  '选派{24|27}名骨干到市级医院进修，其中23人如期结业。',
  '护理型床位增设{64|46}张。',
  '购置新书{1.76|1.67}万册，未完成1.8万册的任务。',
  '购置新书1.76万册，未完成{1.8|1.3}万册的任务。',
  '项目于2023年9月{12|21}日完工。',
  '平均每名学员补贴{712|721}元。',
  '校园安全事件同比下降{26.5%|25.6%}。',
  '参训后就业率为{63.7%|67.3%}，主要是用工下降。',
  '参训人员就业率为63.7%，比目标低{1.3|1.7}个百分点。',
  '家长满意度{88.6%|86.8%}，未达到90%的目标值。',
  '年初预算120万元，年中追加{6|9}万元，全年预算126万元。',
  '市级财政资金年初预算100万元，年中追加{6|8}万元。',
  '市级财政资金执行率{96%|98%}，高于全部资金。',
  '预算由年初的120万元调整为{126|162}万元。',
  '预算执行率95%，得{9.5|9.8}分。',
];

const TITLE = '2023年度基层卫生人才培养项目绩效自评报告\n三、绩效目标完成情况';

const findingsIn = (sentence: string): readonly string[] =>
  verifyReport(readReport(`${TITLE}\n${sentence}`), RESULT)
    .findings.filter(({ id }) => !id.startsWith('heading'))
    .map(({ id, severity }) => `${severity} ${id}`);

const told = (sentence: string, side: 1 | 2): string =>
  sentence.replace(/\{([^|}]*)\|([^}]*)\}/g, side === 1 ? '$1' : '$2');

describe('a row told in other words than its name', () => {
  it.each(SENTENCES)('is right, and not with a digit changed: %s', (sentence) => {
    expect(findingsIn(told(sentence, 1))).toEqual([]);
    expect(findingsIn(told(sentence, 2))).not.toEqual([]);
  });

  it.each([
    '上半年培训基层卫生人员460人。',
    '上年培训基层卫生人员460人，本年有所增加。',
    '培训基层卫生人员480人，其中考核合格460人。',
    '邀请授课教师46人。',
    '预计明年培训基层卫生人员460人。',
    '各学校新配图书1.67万元。',
  ])('is not what something else tells: %s', (sentence) =>
    expect(findingsIn(sentence)).toEqual([]),
  );

  it.each([
    ['选派27名骨干到市级医院进修。', 'warning indicator-differs'],
    ['共举办培训班9期，培训基层卫生人员460人。', 'warning indicator-differs'],
    ['平均每名学员补贴721元。', 'warning indicator-differs'],
    ['两期培训取消，培训人数比计划少30人。', 'info indicator-differs'],
    ['项目总投资186万元，其中本年度预算126万元。', 'info budget-differs'],
  ])('is claimed only where a figure is hardly one key off by chance: %s', (sentence, finding) =>
    expect(findingsIn(sentence)).toEqual([finding]),
  );
});
