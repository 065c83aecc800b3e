import { scoreByStandard } from '../../../src/scoring/rubric/score-standard';
import { usualIndicator } from '../../../src/scoring/rubric/usual-indicators';

const OVER = '≤100%得5分，每超过1个百分点扣0.5分，扣完为止';
const UNDER = '达到100%得5分，每低于1个百分点扣0.5分，扣完为止';
const RISE = '≤0得5分，每上升1个百分点扣0.5分，扣完为止';
const SMALL = '≤5%得5分；5%＜比率≤10%得3分；比率＞10%不得分';
const LARGE = '≥90%得5分；80%≤比率＜90%得3分；比率＜80%不得分';

/**
 * The usual indicators of unit-wide forms, on standards that print no formula: the amounts as rows
 * tell them, and the points by hand.
 */
const ROWS: readonly (readonly [
  name: string,
  criteria: string,
  told: string,
  points: number | null,
])[] = [
  ['在职人员控制率', OVER, '在职人员数51人，编制数50人', 4],
  ['三公经费变动率', RISE, '本年度预算数10.3万元，上年度预算数10万元', 3.5],
  ['三公经费控制率', OVER, '实际支出数10.2万元，预算安排数10万元', 4],
  ['公用经费控制率', OVER, '实际支出公用经费103万元，预算安排公用经费100万元', 3.5],
  ['公务招待费变动率', RISE, '本年度总额5.2万元，上年度总额5万元', 3],
  ['预算完成率', UNDER, '预算完成数980万元，预算数1000万元', 4],
  ['预算控制率', SMALL, '本年追加预算80万元，年初预算1000万元', 3],
  ['预算调整率', SMALL, '预算调整数40万元，年初预算数1000万元', 5],
  ['年初预算调剂率', SMALL, '全年预算调剂金额70万元，年初部门预算数1000万元', 3],
  ['支付进度率', UNDER, '实际支付进度76%，既定支付进度80%', 2.5],
  ['结转结余率', SMALL, '结转结余总额80万元，支出预算数1000万元', 3],
  ['结转结余变动率', RISE, '本年结转结余总额105万元，上年结转结余总额100万元', 2.5],
  ['应付账款率', SMALL, '应付账款总额120万元，支出完成数1000万元', 0],
  ['应付账款变动率', RISE, '本年期末应付账款总额98万元，上年期末应付账款总额100万元', 5],
  ['政府采购执行率', UNDER, '实际采购金额194万元，采购预算数200万元', 3.5],
  ['重点支出安排率', LARGE, '重点项目支出170万元，项目总支出200万元', 3],
  ['固定资产利用率', LARGE, '实际在用资产950万元，资产总额1000万元', 5],
  ['楼堂馆所面积控制率', OVER, '实际建设面积1020平方米，批准建设面积1000平方米', 4],
  ['投资概算控制率', OVER, '实际投资990万元，批准投资概算1000万元', 5],
  ['资金到位率', UNDER, '实际到位资金480万元，计划投入资金500万元', 3],
  ['到位及时率', UNDER, '及时到位资金490万元，应到位资金500万元', 4],
  ['配套资金到位率', UNDER, '实际到位配套资金95万元，计划配套资金100万元', 2.5],
  ['预算执行率', LARGE, '实际支出数850万元，预算数1000万元', 3],
  ['一般公共预算支出实际完成率', UNDER, '实际完成数990万元，年初预算数1000万元', 4.5],
  ['实际完成率', UNDER, '实际完成数98个，计划数100个', 4],
  ['总体工作完成率', LARGE, '工作要点计划20项，实际完成19项', 5],
  ['质量达标率', LARGE, '达标数85个，实际产出数100个', 3],
  ['成本节约率', '≥5%得5分；0≤节约率＜5%得3分；＜0不得分', '计划成本100万元，实际成本97万元', 3],
  ['培训覆盖率', LARGE, '计划培训500人，实际培训460人', 5],
  ['种植率', LARGE, '设施总面积200亩，当年种植面积164亩', 3],
  ['开工率', '≥40%得5分；30%≤比率＜40%得3分；比率＜30%不得分', '当年签约项目20个，开工项目8个', 5],
  ['群众满意度', LARGE, '有效问卷200份，满意188份', 5],
  // By its formula whoever is in time has 0 %: what such a standard means, a person must say.
  ['完成及时率', LARGE, '计划完成时间12个月，实际完成时间10个月', null],
];

test.each(ROWS)('%s: %s | %s', (name, criteria, told, points) => {
  const reading = scoreByStandard(criteria, 5, { name, told, execution: null }, 2);
  expect(reading?.span ?? null).toEqual(points === null ? null : [points, points]);
});

test('a name that is part of a longer one gets its own formula', () => {
  expect(usualIndicator('配套资金到位率')?.name).toBe('配套资金到位率');
  expect(usualIndicator('结转结余变动率')?.name).toBe('结转结余变动率');
  expect(usualIndicator('应付账款变动率')?.name).toBe('应付账款变动率');
  expect(usualIndicator('任务清单')).toBeNull();
});
