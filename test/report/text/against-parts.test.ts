import fc from 'fast-check';
import { evaluateTable } from '../../../src/engine/evaluate';
import type { TableResult } from '../../../src/model/score';
import { profileById } from '../../../src/profiles/load-profile';
import { recogniseTables } from '../../../src/recognise/recognise-tables';
import { readReport } from '../../../src/report/text/read-report';
import { verifyReport } from '../../../src/report/text/verify-report';
import { snapshotOf } from '../../support/snapshot-of';

const SHEET = `
项目支出绩效自评表
（2023年度）
项目名称|农村公路养护补助
主管部门|县交通局|||实施单位|县公路养护中心
项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|500|560|532|10|95%|9.5
|其中：当年财政拨款|500|500|480|—|96%|—
|上年结转资金|0|60|52|—|86.67%|—
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
产出指标|数量指标|养护公路里程|≥120公里|126公里|15|15|
||维修桥梁数量|8座|7座|15|13.13|1座桥因汛期延后，计划2024年5月完工
|质量指标|验收合格率|≥95%|97.5%|10|10|
|时效指标|按期完工率|100%|95%|10|9.5|同上，2024年5月前完成
效益指标|社会效益指标|受益群众人数|≥3万人|3.2万人|20|20|
|生态效益指标|扬尘投诉数|≤5起|3起|10|10|
满意度指标|服务对象满意度指标|沿线群众满意度|≥90%|93.6%|10|10|
总分|||||100|97.13|`;

function tableOf(sheet: string): TableResult {
  const rows = sheet
    .trim()
    .split('\n')
    .map((line) =>
      line.split('|').map((text) => (/^[\d.]+$/.test(text) ? Number(text) : text || null)),
    );
  const [table] = recogniseTables(snapshotOf({ name: '附表', rows }));
  if (!table) throw new Error('no table');
  return evaluateTable(table, profileById('cn-mof-2020'));
}

const table = tableOf(SHEET);

const report = (body: string): string =>
  `县公路养护中心2023年度农村公路养护补助项目绩效自评报告
一、项目概况
项目经县政府批准设立。
二、绩效目标完成情况
${body}
三、存在的问题和改进措施
1座桥梁维修滞后，下一步加快施工。
四、自评结论
项目总体运行平稳。`;

const loud = (body: string): string[] =>
  verifyReport(readReport(report(body)), table)
    .findings.filter(({ severity, id }) => severity !== 'info' && id !== 'nothing-compared')
    .map(({ id, found, expected }) => `${id} ${String(found)}|${String(expected)}`);

/** True of the form, each with figures of a part, a purpose, a period or another owner. */
test.each([
  '桥梁抢修12座次，支出45万元，平均每座次3.75万元。',
  '资金使用单位15家，预算执行率100%的有9家，95%以上的有4家，90%以下的有2家。',
  '养护公路里程126公里，超目标6公里，完成率105%。',
  '我局对10个子项目逐一自评，其中8个等级为“优”，2个等级为“良”。',
  '一般公共预算支出480万元，政府性基金支出52万元。',
  '绿化补植项目自评得分96分，部门整体自评得分98分。',
  '当年财政拨款500万元，支出480万元，执行率96%；上年结转60万元，支出52万元，执行率86.67%。',
  '2023年安排资金500万元（不含上年结转60万元），支出480万元，执行率96%。',
  '县级统筹资金500万元，养护支出420万元，桥梁支出112万元，共支出532万元。',
  '年度目标为养护公路不少于120公里，维修桥梁8座，验收合格率不低于95%，沿线群众满意度不低于90%。',
  '2022年养护公路里程110公里，2023年养护公路里程126公里，增长14.55%。',
  '2024年计划养护公路里程130公里，维修桥梁10座。',
  '全年完成养护公路里程126公里，超额完成6公里，完成率105%。',
  '共发放问卷500份，回收498份，沿线群众满意度93.6%。',
  '公路养护支出420万元，桥梁维修支出112万元，合计532万元。',
  '财政拨款支出480万元，结转资金支出52万元。',
  '上年结转资金60万元，实际使用52万元，剩余8万元。',
  '年初预算500万元，全年预算560万元，其中财政拨款500万元，执行480万元，执行率96%。',
  '截至9月底支出370万元，支出进度66.07%，截至12月底支出532万元，执行率95%。',
  '人工费支出200万元，材料费支出220万元。',
  '采购养护设备支出36万元，采购路面材料支出180万元。',
  '全年共支出532万元，月均支出44.33万元。',
  '单位自筹支出30万元用于安全设施，不列入本项目。',
  '部门全年支出8600万元，其中本项目支出532万元。',
  '我单位2023年部门预算9200万元，本项目预算560万元。',
  '公路养护项目预算440万元，支出420万元；桥梁维修项目预算120万元，支出112万元。',
  '公路养护安排440万元，支出420万元，执行率95.45%；桥梁维修安排120万元，支出112万元，执行率93.33%。',
  '上半年支出220万元，执行率39.29%；下半年支出312万元。',
  '截至自评日，支出540万元，执行率96.43%。',
  '自评得分97分（四舍五入）。',
  '沿线群众满意度：县道沿线95%，乡道沿线92.2%，平均93.6%。',
  '新增养护公路里程26公里，累计养护公路里程126公里。',
])('is no other figure for the whole: %s', (body) => expect(loud(body)).toEqual([]));

test.each([
  ['全年预算560万元，全年支出523万元，执行率95%。', 'spending-differs 523|532'],
  ['本项目2023年预算安排650万元，实际支出532万元。', 'budget-differs 650|560'],
  ['项目实际支出532万元，预算执行率为59%。', 'rate-differs 59%|95%'],
  ['农村公路养护补助项目全年共支出352万元。', 'spending-differs 352|532'],
  ['年初预算数500万元，全年预算数650万元，全年执行数532万元。', 'budget-differs 650|560'],
  ['2023年实际养护公路里程162公里。', 'indicator-differs 162公里|126公里'],
  ['完成维修桥梁数量9座。', 'indicator-differs 9座|7座'],
])('is another figure for the whole: %s', (body, expected) =>
  expect(loud(body)).toContain(expected),
);

const noun = fc.constantFrom(
  ...'人工费 材料费 设备购置 宣传培训 路基工程 桥梁维修 标志标线 勘察设计 工程监理 青苗补偿 农民工工资 县财政局 乡镇政府 施工单位 二标段 南部片区 上半年 三季度 县级自筹 水毁修复'.split(
    ' ',
  ),
);
const amount = fc.integer({ min: 11, max: 498 });
const OF_CELLS = new Set([500, 480, 60, 52]);
const FUNDS = /^(?:budget|spending|rate)-differs/;

test('whatever stands before 支出, 预算 or 执行率 makes it of that', () => {
  fc.assert(
    fc.property(noun, amount, amount, (name, one, other) => {
      const [most, least] = [Math.max(one, other), Math.min(one, other)];
      fc.pre(!OF_CELLS.has(most) && most > least);
      const rate = ((least / most) * 100).toFixed(2);
      const bodies = [
        `${name}支出${String(most)}万元。`,
        `${name}预算${String(most)}万元，支出${String(least)}万元，执行率${rate}%。`,
      ];
      for (const body of bodies) {
        expect(loud(body).filter((line) => FUNDS.test(line))).toEqual([]);
      }
    }),
  );
});
