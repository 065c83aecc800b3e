import fc from 'fast-check';
import { moreRows } from './more-rows';
import {
  type MadeRow,
  lossWriting,
  of,
  parted,
  pointsWriting,
  rest,
  shareWriting,
  stepWriting,
  stops,
  withNoise,
} from './writings';

const weights = fc.integer({ min: 2, max: 20 });

const steps = fc
  .record({
    over: fc.boolean(),
    weight: weights,
    bound: of(1000, 950, 900),
    amount: of(1, 2, 5, 10),
    points: of(10, 20, 50, 100, 200),
    value: fc.integer({ min: 400, max: 1400 }),
    verb: fc.nat({ max: 3 }),
    rounding: of('', '不足的按1个计算', '不足的不扣分'),
    stop: stops,
  })
  .chain((spec) => {
    const { over, weight, amount, points, verb, rounding } = spec;
    const bound = over ? 1000 : spec.bound;
    const distance = Math.max(0, over ? spec.value - bound : bound - spec.value);
    const full = Math.floor(distance / (amount * 10)) * points;
    const started = Math.ceil(distance / (amount * 10)) * points;
    const most = rounding.includes('不扣') ? full : started;
    const least = rounding.includes('按1') ? started : full;
    const name = over ? '公用经费控制率' : '任务完成率';
    const verbs = over ? ['超过', '超出', '高出', '超'] : ['低于', '降低', '减少', '下降'];
    const rule = rounding === '' ? '' : `（不足${amount}个百分点${rounding.slice(2)}）`;
    const whole = rounding.includes('按1') ? rule.replace('按1个', `按${amount}个百分点`) : rule;
    return fc
      .tuple(
        shareWriting(bound),
        pointsWriting(weight * 100),
        parted,
        stepWriting(amount),
        lossWriting(points),
        shareWriting(spec.value).chain((share) =>
          of(share, `${name}为${share}`, `实际${share}`, `${name}${share}`).chain(withNoise),
        ),
      )
      .map(([share, given, comma, step, loss, told]): MadeRow => ({
        kind: 'steps',
        criteria: `${name}${over ? '≤' : '达到'}${share}${given}${comma}每${verbs[verb] ?? ''}${step}${loss}${whole}${spec.stop}`,
        weight,
        name,
        told,
        truth: [rest(weight, most), rest(weight, least)],
      }));
  });

type Bounds = readonly [low: string, high: string | null];
const TIER_STYLES: readonly (([low, high]: Bounds) => string)[] = [
  ([low, high]) => (high === null ? `≥${low}` : `${low}≤完成率<${high}`),
  ([low, high]) => (high === null ? `${low}（含）以上` : `${low}（含）-${high}`),
  ([low, high]) => (high === null ? `大于等于${low}` : `${low}以上不足${high}`),
  ([low, high]) => (high === null ? `不低于${low}` : `≥${low}且<${high}`),
  ([low, high]) => (high === null ? `达到${low}及以上` : `[${low},${high})`),
  ([low, high]) => (high === null ? `在${low}以上` : `在${low}(含)至${high}(不含)之间`),
];

const tiers = fc
  .record({
    ends: fc.uniqueArray(fc.integer({ min: 30, max: 99 }), { minLength: 2, maxLength: 4 }),
    value: fc.integer({ min: 200, max: 1000 }),
    style: fc.nat({ max: TIER_STYLES.length - 1 }),
    comma: of('；', '，', '。', '\n'),
    share: fc.boolean(),
  })
  .chain(({ ends, value, style, comma, share }) => {
    const lows = [...ends].sort((a, b) => b - a);
    const weight = share ? 10 : lows.length + 1;
    const pointsOf = (index: number): number => (share ? 100 - index * 20 : weight - index);
    const write = TIER_STYLES[style] ?? (() => '');
    const at = lows.findIndex((low) => value >= low * 10);
    const points = at < 0 ? 0 : share ? pointsOf(at) * 10 : pointsOf(at) * 100;
    const texts = lows.map((low, index) => {
      const bounds = write([`${low}%`, index === 0 ? null : `${lows[index - 1] ?? 0}%`]);
      return share
        ? fc.constant(`${bounds}得分值的${pointsOf(index)}%`)
        : pointsWriting(pointsOf(index) * 100).map((given) => bounds + given);
    });
    return fc
      .tuple(
        fc.tuple(...texts),
        of('不得分', '得0分', '，不得分', '计0分'),
        shareWriting(value).chain((told) => of(told, `完成率${told}`).chain(withNoise)),
      )
      .map(([rules, zero, told]): MadeRow => ({
        kind: share ? 'tiers of the weight' : 'tiers',
        criteria: [...rules, `低于${lows.at(-1) ?? 0}%${zero}`].join(comma),
        weight,
        name: '完成率',
        told,
        truth: [points, points],
      }));
  });

const COUNTED: readonly (readonly [rule: string, what: string, none: string])[] = [
  ['每发现1例不合规', '例不合规', '未发现不合规'],
  ['每出现一起投诉', '起投诉', '没有投诉'],
  ['每有1项任务未完成', '项任务未完成', '任务全部完成'],
  ['每缺少1项制度', '项制度缺失', '制度齐全'],
  ['发现一处问题', '处问题', '未发现问题'],
  ['每迟报1次', '次迟报', '未迟报'],
  ['每漏报一户', '户漏报', '未漏报'],
];

const counts = fc
  .record({
    kind: of(...COUNTED),
    weight: weights,
    points: of(50, 100, 200),
    count: fc.integer({ min: 0, max: 12 }),
    stop: stops,
    cap: of(0, 1, 2),
    lead: of('', '共有', '存在', '检查发现'),
  })
  .chain(({ kind: [rule, what, none], weight, points, count, stop, cap, lead }) =>
    lossWriting(points).map((loss): MadeRow => {
      const most = cap === 0 ? Infinity : cap * 100;
      const left = rest(weight, Math.min(most, count * points));
      return {
        kind: 'counts',
        criteria: `${rule}${loss}${cap === 0 ? stop : `，最多扣${cap}分`}`,
        weight,
        name: '管理规范性',
        told: count === 0 ? none : `${lead}${count}${what}`,
        truth: [left, left],
      };
    }),
  );

const SHARES = [
  '得分=完成率×分值',
  '完成率×该项指标分值，超过100%按100%计',
  '按完成比例计算得分，满分为止',
  '得分=（实际完成数/计划完成数）×分值，最高不超过分值',
] as const;

const shares = fc
  .record({
    weight: weights,
    whole: fc.integer({ min: 1, max: 900 }),
    done: fc.integer({ min: 0, max: 1200 }),
    rule: of(...SHARES),
    words: of(['计划完成数', '实际完成数'], ['计划完成', '实际完成']),
    unit: of('人', '个', '万元', '公里', '亩'),
  })
  .map(({ weight, whole, done, rule, words: [due, told], unit }): MadeRow => {
    const points = Math.min(
      weight * 100,
      Math.floor((2 * weight * 100 * done + whole) / (2 * whole)),
    );
    return {
      kind: 'shares',
      criteria: rule,
      weight,
      name: '任务完成率',
      told: `${due}${whole}${unit}，${told}${done}${unit}`,
      truth: [points, points],
    };
  });

const THINGS = ['绩效目标明确', '预算编制合理', '管理制度健全', '档案资料齐全', '信息公开及时'];
const NUMBERS: readonly ((index: number) => string)[] = [
  (index) => '①②③④⑤'.charAt(index),
  (index) => `（${index + 1}）`,
  (index) => `${index + 1}.`,
  (index) => `${index + 1}、`,
  () => '',
];

const parts = fc
  .record({
    points: fc.array(of(50, 100, 150, 200), { minLength: 2, maxLength: 5 }),
    at: fc.nat({ max: 4 }),
    style: fc.nat({ max: NUMBERS.length - 1 }),
    comma: of('；', '。', '\n'),
    told: of('words', 'all', 'rest'),
    nested: fc.boolean(),
    missing: fc.boolean(),
  })
  .chain(({ points, at, style, comma, told, nested, missing }) => {
    const total = points.reduce((sum, value) => sum + value, 0);
    const number = NUMBERS[style] ?? (() => '');
    const index = at % points.length;
    const thing = THINGS[index] ?? '';
    const gone = told !== 'all' && missing;
    const partly = nested && index === 0 && gone;
    const kept = partly ? 25 : 0;
    const said = gone ? `${thing.slice(0, -2)}不${thing.slice(-2)}` : thing;
    const writings = points.map((value, place) =>
      pointsWriting(value).map((given) => {
        const end = (THINGS[place] ?? '').slice(-2);
        const inner = nested && place === 0 ? `，不${end}得0.25分` : '';
        return `${number(place)}${THINGS[place] ?? ''}${given}${inner}`;
      }),
    );
    const others = told === 'rest' ? '，其余均符合要求' : '';
    const earned = gone ? total - (points[index] ?? 0) + kept : total;
    return fc.tuple(...writings).map((rules): MadeRow => ({
      kind: nested ? 'parts with tiers inside' : 'parts',
      criteria: rules.join(comma),
      weight: total / 100,
      name: '管理情况',
      told: told === 'all' ? '各项均符合要求' : `${said}${others}`,
      truth: gone || told !== 'words' ? [earned, earned] : null,
    }));
  });

const turns = fc
  .record({
    subject: of('三公经费', '运行成本', '单位能耗'),
    turn: of('fall', 'level', 'rise'),
    size: fc.integer({ min: 1, max: 90 }),
    points: of(50, 100),
  })
  .map(({ subject, turn, size, points }): MadeRow => {
    const lost = rest(4, size * points);
    const score = turn === 'fall' ? 400 : turn === 'level' ? 300 : lost;
    const told = turn === 'fall' ? `下降${size}%` : turn === 'level' ? '持平' : `增长${size}%`;
    return {
      kind: 'turns',
      criteria: `${subject}较上年下降的得4分，持平的得3分，增长的每增长1%扣${points / 100}分，扣完为止`,
      weight: 4,
      name: subject,
      told: `${turn === 'level' ? '与' : '较'}上年${told}`,
      truth: [Math.min(score, 400), Math.min(score, 400)],
    };
  });

const stepped = fc
  .record({
    value: fc.integer({ min: 80, max: 106 }),
    points: of(50, 100),
    comma: of('；', '。', '\n'),
  })
  .map(({ value, points, comma }): MadeRow => {
    const lost = Math.max(0, value - 100) * points;
    const tier = value <= 90 ? 500 : 400;
    return {
      kind: 'tiers that end in steps',
      criteria: `控制率≤90%得5分${comma}90%＜控制率≤100%得4分${comma}超过100%的，每超过1个百分点扣${points / 100}分，扣完为止`,
      weight: 5,
      name: '控制率',
      told: `控制率${value}%`,
      truth: value > 100 ? [Math.max(0, 400 - lost), Math.max(0, 500 - lost)] : [tier, tier],
    };
  });

const late = fc
  .record({
    unit: of('天', '个工作日', '周', '个月'),
    verb: of('延迟', '逾期', '滞后', '推迟'),
    size: fc.integer({ min: 0, max: 9 }),
    points: of(50, 100),
    weight: weights,
    stop: stops,
  })
  .map(({ unit, verb, size, points, weight, stop }): MadeRow => {
    const left = rest(weight, size * points);
    return {
      kind: 'late',
      criteria: `按时完成得${weight}分，每${verb}1${unit}扣${points / 100}分${stop}`,
      weight,
      name: '完成及时性',
      told: size === 0 ? '按时完成' : `${verb}${size}${unit}`,
      truth: [left, left],
    };
  });

const grades = fc
  .record({
    subject: of('制度', '档案', '台账', '手续'),
    state: of('健全', '齐全', '完整'),
    at: fc.nat({ max: 2 }),
    comma: of('；', '，', '。'),
    middle: of('基本', '较'),
  })
  .map(({ subject, state, at, comma, middle }): MadeRow => {
    const labels = [state, `${middle}${state}`, `不${state}`].map((label) => subject + label);
    const score = [500, 300, 0][at] ?? 0;
    return {
      kind: 'grades',
      criteria: labels.map((label, index) => `${label}得${[5, 3, 0][index] ?? 0}分`).join(comma),
      weight: 5,
      name: `${subject}${state}性`,
      told: labels[at] ?? '',
      truth: [score, score],
    };
  });

const rivals = fc
  .record({
    first: fc.integer({ min: 0, max: 3 }),
    second: fc.integer({ min: 0, max: 2 }),
    comma: of('；', '，'),
    kind: of(['迟报', '漏报'], ['省级通报', '市级通报'], ['一般事故', '较大事故']),
  })
  .filter(({ first, second }) => first + second > 0)
  .map(({ first, second, comma, kind: [one, other] }): MadeRow => {
    const told = [
      ...(first > 0 ? [`${one ?? ''}${first}次`] : []),
      ...(second > 0 ? [`${other ?? ''}${second}次`] : []),
    ];
    const left = rest(10, first * 100 + second * 200);
    return {
      kind: 'rules that count different things',
      criteria: `每发生${one ?? ''}1次扣1分${comma}每发生${other ?? ''}1次扣2分，扣完为止`,
      weight: 10,
      name: '报送情况',
      told: told.join('，'),
      truth: [left, left],
    };
  });

const JUDGED = of<readonly [criteria: string, told: string]>(
  ['制度健全得5分，不健全的酌情扣分', '制度不健全'],
  ['根据工作开展情况酌情给分', '工作已开展'],
  ['效果显著得5分，效果较好得4分，效果一般得2分', '已按计划完成'],
  ['完成率80%以上得5分', '完成率72%'],
  ['①目标明确得2分；②目标细化得3分', '已报送'],
  ['每超过1人扣1分', '共有12个部门参加'],
  ['得分=完成率×分值', '召开会议3次'],
);

const person = fc.tuple(JUDGED, weights).map(([[criteria, told]]): MadeRow => ({
  kind: 'person',
  criteria,
  weight: 5,
  name: '工作情况',
  told,
  truth: null,
}));

export const madeRow: fc.Arbitrary<MadeRow> = fc.oneof(
  { weight: 4, arbitrary: steps },
  { weight: 4, arbitrary: tiers },
  { weight: 3, arbitrary: counts },
  { weight: 2, arbitrary: shares },
  { weight: 3, arbitrary: parts },
  { weight: 1, arbitrary: turns },
  { weight: 1, arbitrary: stepped },
  { weight: 1, arbitrary: late },
  { weight: 1, arbitrary: grades },
  { weight: 1, arbitrary: rivals },
  { weight: 1, arbitrary: person },
  ...moreRows.map((arbitrary) => ({ weight: 1, arbitrary })),
);
