import fc from 'fast-check';
import { mistaken, oneOf, pick, round, told, whole, type Made } from './made';

/** A piece of a report on a form, and the same with one fact other than the form's. */
export interface HeldMade extends Made {
  readonly form: readonly (readonly string[])[];
}

const HEAD = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
const TITLE: readonly (readonly string[])[] = [
  ['项目支出绩效自评表'],
  ['（2023年度）'],
  ['项目名称', '城区供水设施改造'],
];

/** A figure with two neighbouring digits exchanged, at each place where that changes it. */
const exchangedIn = (text: string): readonly string[] =>
  Array.from(text).flatMap((digit, at): string[] => {
    const behind = text.charAt(at + 1) === '.' ? at + 2 : at + 1;
    const next = text.charAt(behind);
    if (digit === '.' || next === '' || next === digit) return [];
    const between = text.slice(at + 1, behind);
    return [text.slice(0, at) + next + between + digit + text.slice(behind + 1)];
  });

interface Funds {
  readonly sources: readonly (readonly [string, number, number])[];
}

const fundsOf = ({ sources }: Funds): readonly (readonly string[])[] => {
  const sumOf = (at: 1 | 2): number => round(sources.reduce((all, one) => all + one[at], 0));
  const row = (label: string, budget: number, spent: number, points: readonly string[]) => {
    const rate = `${String(round((spent / budget) * 100))}%`;
    return [
      '',
      label,
      String(budget),
      String(budget),
      String(spent),
      points[0] ?? '',
      rate,
      points[1] ?? '',
    ];
  };
  const [budget, spent] = [sumOf(1), sumOf(2)];
  return [
    ['项目资金（万元）', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    row('年度资金总额', budget, spent, ['10', String(round((spent / budget) * 10))]),
    ...sources.map(([label, own, used], at) =>
      row(at === 0 ? `其中：${label}` : label, own, used, []),
    ),
  ];
};

const SOME: Funds = { sources: [['财政拨款', 500, 480]] };

/** A form with rows of ten points; what is left of 80 is one row that lost nothing. */
const formOf = (
  rows: readonly (readonly string[])[],
  funds: Funds = SOME,
): readonly (readonly string[])[] => [
  ...TITLE,
  ...fundsOf(funds),
  HEAD,
  ...rows,
  ['效益指标', '社会效益指标', '受益居民户数', '≥19000户', '19600户', '30', '30'],
  ['满意度指标', '服务对象满意度指标', '居民满意度', '≥90%', '92.7%', '10', '10'],
];

/** What a row lost, told where its name is told, or of its level. */
const lostPoints = fc
  .record({
    row: fc.constantFrom<[string, string, string][]>(
      ['改造加压泵房', '42座', '39座'],
      ['组织专场宣讲', '12场', '9场'],
      ['检修供水管网', '60公里', '52公里'],
    ),
    lost: whole(11, 49).map((tenths) => tenths / 10),
    words: oneOf(
      ([name, , , lost]) => `${String(name)}没有完成，扣${String(lost)}分。`,
      ([name, , , lost]) => `${String(name)}进度滞后，该项指标扣除${String(lost)}分。`,
      ([name, , done, lost]) => `${String(name)}只做到${String(done)}，因此扣了${String(lost)}分。`,
    ),
  })
  .map(({ row: [name, target, actual], lost, words }): HeldMade => ({
    form: formOf([['产出指标', '数量指标', name, target, actual, '10', String(round(10 - lost))]]),
    ...told(words, [name, target, actual, lost], 3, round(lost + 1.3)),
  }));

/** A source of the funds by the end of its name, with the amount one exchange off. */
const sourceSlip = fc
  .record({
    budget: whole(1100, 1900),
    left: whole(13, 98),
    other: whole(210, 390),
    words: oneOf(
      ([spent]) => `债券资金支出${String(spent)}万元，用于泵房。`,
      ([spent]) => `专项债券资金全年用掉${String(spent)}万元。`,
      ([spent]) => `本年专项债券资金已拨付施工单位${String(spent)}万元。`,
    ),
  })
  .map(({ budget, left, other, words }): HeldMade => {
    const spent = budget - left;
    const sources = [
      ['专项债券资金', budget, spent],
      ['上年结转资金', other, other],
    ] as const;
    const text = String(spent);
    // Not what was there to be spent.
    const wrong =
      exchangedIn(text).find((one) => !one.startsWith('0') && Number(one) !== budget) ??
      String(mistaken(spent));
    return { form: formOf([], { sources }), ...told(words, [text], 0, wrong) };
  });

/** How long something took. */
const lengths = fc
  .record({
    took: whole(21, 89),
    unit: pick('小时', '分钟'),
    words: oneOf(
      ([took, unit]) => `灾毁路段平均${String(took)}${String(unit)}抢通。`,
      ([took, unit]) => `灾毁路段抢通时限为${String(took)}${String(unit)}，优于目标。`,
      ([took, unit]) => `路段因灾毁中断后，${String(took)}${String(unit)}内抢通。`,
    ),
  })
  .map(({ took, unit, words }): HeldMade => ({
    form: formOf([
      [
        '产出指标',
        '时效指标',
        '灾毁路段抢通时限',
        `≤90${unit}`,
        `${String(took)}${unit}`,
        '10',
        '10',
      ],
    ]),
    ...told(words, [took, unit], 0, mistaken(took)),
  }));

/** What a rubric tells in 自评情况 and not in a column of values. */
const evidence = fc
  .record({
    planned: whole(410, 590),
    more: whole(11, 95),
    words: oneOf(
      ([, done]) => `新建停车泊位${String(done)}个。`,
      ([planned, done]) => `新建停车泊位${String(done)}个，超过${String(planned)}个的计划。`,
      ([planned, done]) => `计划新建停车泊位${String(planned)}个，实际新建${String(done)}个。`,
    ),
  })
  .map(({ planned, more, words }): HeldMade => {
    const done = planned + more;
    // One key off, and not what was planned.
    const others = [mistaken(done), done - (done % 10) + ((done + 3) % 10)];
    const wrong = others.find((one) => one !== planned) ?? done;
    return {
      form: [
        ['智慧停车建设项目绩效自评评分表'],
        ['2023年度'],
        ['项目名称', '智慧停车建设项目', '', '实施单位', '某区城市管理局'],
        ['一级指标', '二级指标', '三级指标', '分值', '评分标准', '自评情况', '自评得分'],
        ['过程', '组织实施', '制度执行有效性', '40', '每发现一处扣1分', '合同备案超期1处', '39'],
        [
          '产出',
          '数量',
          '新建停车泊位',
          '60',
          '完成率×分值',
          `计划${String(planned)}个，完成${String(done)}个`,
          '60',
        ],
        ['合计', '', '', '100', '', '', '99'],
      ],
      ...told(words, [planned, done], 1, wrong),
    };
  });

export const HELD = { lostPoints, sourceSlip, lengths, evidence };
