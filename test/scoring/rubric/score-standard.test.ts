import { scoreByStandard } from '../../../src/scoring/rubric/score-standard';

type Points = number | readonly [number, number] | null;

function points(criteria: string, weight: number, told: string, name = '指标'): Points {
  const reading = scoreByStandard(criteria, weight, { name, told, execution: null }, 2);
  if (!reading) return null;
  const [low, high] = reading.span;
  return low === high ? low : [low, high];
}

type Case = readonly [criteria: string, weight: number, told: string, expected: Points];

describe('steps', () => {
  const limit = '以100%为标准，控制率≤100%，计5分；每超过一个百分点扣0.5分，扣完为止。';
  const cases: readonly Case[] = [
    [limit, 5, '控制率98%', 5],
    [limit, 5, '控制率103%', 3.5],
    [limit, 5, '控制率102.4%', [3.5, 4]],
    [limit, 5, '超3个百分点', 3.5],
    [limit, 5, '控制率130%', 0],
    ['100%计满分，每低于5%扣2分', 5, '90%', 1],
    ['100%计满分，每低于5%扣2分', 5, '93%', [1, 3]],
    [
      '足额到位得满分，每少到位1个百分点扣0.4分，不足1个百分点的按1个百分点计算',
      10,
      '到位97.3%',
      8.8,
    ],
    ['达到90%以上得3分，每降低10%扣1分，不足10%的不扣分', 3, '完成75%', 2],
    ['按时报送得4分，每延迟1天扣0.5分', 4, '延迟3天', 2.5],
    ['按时报送得4分，每延迟1天扣0.5分', 4, '按时报送', 4],
    ['及时拨付得6分，每滞留一年扣2分', 6, '滞留8个月', [4, 6]],
    ['每亩施肥1000公斤以上，每少100公斤扣5分', 25, '800公斤', 15],
    ['变动率≤0得8分；每超过1个百分点扣0.8分', 8, '(63-60)÷60=5%', 4],
    ['变动率≤0得8分；每超过1个百分点扣0.8分', 8, '变动率-6%', 8],
    ['完成率达到100%得满分，每低于目标值1个百分点扣1分', 5, '目标95%，实际93%', 3],
  ];
  const change = '变动率≤0得5分，每超过1个百分点扣1分，扣完为止。';
  // A fall is a negative change, however it is told and whatever the row is called.
  test.each([
    ['三公', '下降9%', 5],
    ['三公', '较上年下降9%', 5],
    ['“三公经费”变动率', '较上年减少9%', 5],
    ['“三公经费”变动率', '本年18.2万元，上年20万元，变动率-9%', 5],
    ['“三公经费”变动率', '本年18.2万元，上年20万元，下降9%', 5],
    ['“三公经费”变动率', '本年20.6万元，上年20万元，增长3%', 2],
    ['三公', '增长3%', 2],
  ])('%s: %s under a rate of change', (name, told, expected) => {
    expect(points(change, 5, told, name)).toBe(expected);
  });

  test.each(cases)('%s | %d | %s', (criteria, weight, told, expected) => {
    expect(points(criteria, weight, told)).toEqual(expected);
  });
});

describe('things counted', () => {
  const cases: readonly Case[] = [
    ['每发现1例不合规扣1分，扣完为止', 3, '发现2例', 1],
    ['每发现1例不合规扣1分，扣完为止', 3, '4例', 0],
    ['每发现1例不合规扣1分，扣完为止', 3, '未发现', 3],
    ['每出现一个项目未按进度完成扣0.5分', 3, '2个项目未按进度', 2],
    ['资料齐全得2分，有一项缺失扣1分，最多扣2分', 2, '缺失1项', 1],
    ['每发现1例不合规扣1分', 3, '15个项目均已检查', null],
  ];
  test.each(cases)('%s | %d | %s', (criteria, weight, told, expected) => {
    expect(points(criteria, weight, told)).toEqual(expected);
  });
});

describe('tiers', () => {
  const upper = '=0计3分；0-10%（含）计2分；10-20%（含）计1分；大于20%不得分';
  const lower = '≥90%得5分；80%（含）-90%得4分；60%（含）-80%得2分；低于60%不得分';
  const silent = '90%-100%得5分；70%-90%得3分；低于70%不得分';
  test('a fall is no rise: the rule says nothing of it', () => {
    expect(points(upper, 3, '调减42万元/年初164万元=25.61%', '预算调整率')).toBeNull();
    expect(points(upper, 3, '追加42万元/年初164万元=25.61%', '预算调整率')).toBe(0);
    expect(points('变动率≤0得8分；每超过1个百分点扣1分', 8, '下降5%', '三公经费变动率')).toBe(8);
  });
  const cases: readonly Case[] = [
    [upper, 3, '0%', 3],
    [upper, 3, '追加10万元/年初100万元=10%', 2],
    [upper, 3, '10.5%', 1],
    [lower, 5, '80%', 4],
    [lower, 5, '79.9%', 2],
    [lower, 5, '计划200人，实际190人', 5],
    [silent, 5, '90%', [3, 5]],
    [silent, 5, '95%', 5],
    ['超过80%、70%和60%，分别得6分、4分和2分', 6, '72%', 4],
    ['100%以下（含）得满分。没有基建项目的按满分计算。每超出5%扣2分', 5, '无基建项目', 5],
    ['80%以上得25分', 25, '70%', null],
  ];
  test.each(cases)('%s | %d | %s', (criteria, weight, told, expected) => {
    expect(points(criteria, weight, told)).toEqual(expected);
  });
});

describe('shares of the weight', () => {
  const cases: readonly Case[] = [
    ['得分=资金到位率×该项指标分值', 5, '到位率92%', 4.6],
    ['得分=完成率（超过100%以100%计）×20', 20, '120%', 20],
    ['按完成比例计算得分，满分为止', 8, '计划500人，实际450人', 7.2],
    ['得分=指标完成值×15', 15, '20项完成19项', 14.25],
    ['指标得分=(1-10×调剂金额/年初预算数)×指标分值', 10, '调剂金额2万元，年初预算数1000万元', 9.8],
    ['得分=完成率×合格率×20', 20, '完成率90%，合格率95%', 17.1],
    ['得分=平均分×12%', 12, '90分', 10.8],
  ];
  test.each(cases)('%s | %d | %s', (criteria, weight, told, expected) => {
    expect(points(criteria, weight, told)).toEqual(expected);
  });
});

describe('lists, grades and all or nothing', () => {
  const list = '①目标明确得1分；②目标细化得1分；③目标量化得2分';
  const grades = '制度健全的得10分，基本健全的得6分，不健全的不得分';
  const cases: readonly Case[] = [
    [list, 4, '③不符合', 2],
    [list, 4, '没有量化', 2],
    [list, 4, '三项均符合', 4],
    [list, 4, '已完成', null],
    [grades, 10, '基本健全', 6],
    [grades, 10, '健全', 10],
    [grades, 10, '不健全', 0],
    [grades, 10, '已制定财务管理办法等5项制度', null],
    ['实行集中支付的，得2分', 2, '实行', 2],
    ['使用规范，未发现违规行为，得10分，否则不得分', 10, '审计发现1项', 0],
    ['使用规范，未发现违规行为，得10分，否则不得分', 10, '未发现', 10],
    ['资料齐全得5分，不齐全的酌情扣分', 5, '不齐全', null],
    ['按期完工得30分；工期滞后的扣5分，工期严重滞后的扣10分', 30, '滞后', 25],
    ['第1名、第2名、第3名的分别得3分、2.5分、2分，第4名以后每下降1名扣0.5分', 3, '第5名', 1],
  ];
  test.each(cases)('%s | %d | %s', (criteria, weight, told, expected) => {
    expect(points(criteria, weight, told)).toEqual(expected);
  });
});
