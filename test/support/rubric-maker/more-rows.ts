import fc from 'fast-check';
import { lossWriting, type MadeRow, of, rest, shareWriting, stops, withNoise } from './writings';

const weights = fc.integer({ min: 2, max: 20 });
const halves = of('；', '，', '。');

/** Half up to hundredths of a point. */
const shareOf = (weight: number, top: number, bottom: number): number =>
  Math.floor((2 * weight * 100 * top + bottom) / (2 * bottom));

const beyond = fc
  .record({
    kind: of<readonly [top: string, verb: string, unit: string, none: string]>(
      ['按期完成', '延期', '个月', '按期完成'],
      ['成本未超预算', '超出预算', '%', '成本未超预算'],
      ['未发生投诉', '发生投诉', '起', '全年未发生投诉'],
    ),
    first: fc.integer({ min: 1, max: 4 }),
    more: fc.integer({ min: 1, max: 6 }),
    size: fc.integer({ min: 0, max: 14 }),
    comma: halves,
  })
  .filter(({ first, more, size }) => size !== first && size !== first + more)
  .map(({ kind: [top, verb, unit, none], first, more, size, comma }): MadeRow => {
    const last = first + more;
    const points = size === 0 ? 500 : size < first ? 300 : size < last ? 100 : 0;
    return {
      kind: 'tiers of what went beyond',
      criteria: [
        `${top}得5分`,
        `${verb}${first}${unit}以内得3分`,
        `${verb}${first}-${last}${unit}得1分`,
        `${verb}${last}${unit}以上不得分`,
      ].join(comma),
      weight: 5,
      name: '完成情况',
      told: size === 0 ? none : `${verb}${size}${unit}`,
      truth: [points, points],
    };
  });

const flat = fc
  .record({
    weight: weights,
    bound: of(90, 95, 80),
    whole: fc.integer({ min: 50, max: 900 }),
    part: fc.integer({ min: 0, max: 110 }),
    amounts: fc.boolean(),
  })
  .map(({ weight, bound, whole, part, amounts }): MadeRow => {
    const done = amounts ? Math.floor((whole * part) / 100) : part;
    const of100 = amounts ? whole : 100;
    const points = done * 100 >= bound * of100 ? weight * 100 : shareOf(weight, done, of100);
    return {
      kind: 'a bound beside a formula',
      criteria: `执行率${bound}%（含）以上的，得${weight}分；执行率${bound}%以下的，按执行率×${weight}分计分`,
      weight,
      name: '资金执行率',
      told: amounts ? `计划${whole}万元，实际支出${done}万元` : `执行率${done}%`,
      truth: [points, points],
    };
  });

const short = fc
  .record({
    rule: of('每少1期', '少1期', '每减少1期', '每缺1期'),
    told: of('pair' as const, 'short' as const, 'bound' as const),
    due: fc.integer({ min: 4, max: 20 }),
    lack: fc.integer({ min: 1, max: 4 }),
    points: of(50, 100, 200),
    weight: weights,
    stop: stops,
  })
  .chain(({ rule, told, due, lack, points, weight, stop }) =>
    lossWriting(points).map((loss): MadeRow => {
      const left = rest(weight, lack * points);
      const said = {
        pair: `计划举办${due}期，实际举办${due - lack}期`,
        short: `少举办${lack}期`,
        bound: `全年举办培训${due - lack}期`,
      };
      return {
        kind: 'less than was due',
        criteria: `举办培训不少于${due}期得${weight}分，${rule}${loss}${stop}`,
        weight,
        name: '培训期数',
        told: said[told],
        truth: [left, left],
      };
    }),
  );

const staff = fc
  .record({
    rule: of('每超1人', '超编1人', '每超编1人'),
    posts: fc.integer({ min: 10, max: 200 }),
    over: fc.integer({ min: -5, max: 6 }),
    limit: of(3, 5),
    weight: weights,
  })
  .filter(({ over, limit }) => over !== limit)
  .map(({ rule, posts, over, limit, weight }): MadeRow => {
    const left = over > limit ? 0 : rest(weight, Math.max(0, over) * 100);
    return {
      kind: 'a limit on what is counted',
      criteria: `${rule}扣1分，超编超过${limit}人的不得分`,
      weight,
      name: '在职人员控制',
      told: `编制${posts}人，在职${posts + over}人`,
      truth: [left, left],
    };
  });

const gains = fc
  .record({
    amount: of(1, 5, 10),
    value: fc.integer({ min: 0, max: 100 }),
    weight: of(5, 10),
    told: of('满意度', '完成率'),
  })
  .chain(({ amount, value, weight, told }) =>
    shareWriting(value * 10)
      .chain((share) => withNoise(`${told}${share}`))
      .map((said): MadeRow => {
        const most = weight * 100;
        const each = (most * amount) / 100;
        const full = Math.floor(value / amount) * each;
        const started = Math.ceil(value / amount) * each;
        return {
          kind: 'points gained by shares',
          criteria: `${told}每达到${amount}%得${each / 100}分，最高${weight}分`,
          weight,
          name: told,
          told: said,
          truth: [Math.min(most, full), Math.min(most, started)],
        };
      }),
  );

const compared = fc
  .record({
    due: fc.integer({ min: 10, max: 900 }),
    done: fc.integer({ min: 10, max: 900 }),
    rule: of('决算数≤预算数得3分，否则不得分', '决算数不超过预算数得3分，超出不得分'),
  })
  .map(({ due, done, rule }): MadeRow => {
    const points = done <= due ? 300 : 0;
    return {
      kind: 'amounts compared by name',
      criteria: rule,
      weight: 3,
      name: '三公经费控制',
      told: `预算数${due}万元，决算数${done}万元`,
      truth: [points, points],
    };
  });

const growth = fc
  .record({
    before: fc.integer({ min: 20, max: 500 }),
    percent: fc.integer({ min: -20, max: 30 }),
    bound: of(5, 10),
  })
  .map(({ before, percent, bound }): MadeRow => {
    const points = percent >= bound ? 500 : percent >= 0 ? 200 : 0;
    return {
      kind: 'growth from two years',
      criteria: `增长率≥${bound}%得5分，0%≤增长率＜${bound}%得2分，增长率＜0%得0分`,
      weight: 5,
      name: '收入增长率',
      told: `上年${before * 100}元，本年${before * (100 + percent)}元`,
      truth: [points, points],
    };
  });

const LISTED = ['会议费', '培训费', '接待费', '差旅费'];
const each = fc
  .record({ count: fc.integer({ min: 2, max: 4 }), missed: fc.nat({ max: 4 }) })
  .map(({ count, missed }): MadeRow => {
    const names = LISTED.slice(0, count);
    const told = names.map((name, index) => `${name}${index === missed ? '超预算' : '未超预算'}`);
    const points = (missed < count ? count - 1 : count) * 100;
    return {
      kind: 'so much for each of a list',
      criteria: `${names.join('、')}未超预算各得1分`,
      weight: count,
      name: '费用控制',
      told: told.join('，'),
      truth: [points, points],
    };
  });

const bonuses = fc
  .record({
    level: of('国家级' as const, '省级' as const, '市级' as const, '' as const),
    times: fc.boolean(),
  })
  .map(({ level, times }): MadeRow => {
    const points = { 国家级: 300, 省级: 200, 市级: 100, '': 0 }[level];
    return {
      kind: 'bonuses by level',
      criteria: '获得国家级表彰加3分，省级表彰加2分，市级表彰加1分，最高不超过3分',
      weight: 3,
      name: '表彰加分',
      told: level === '' ? '无' : `获得${level}表彰${times ? '1次' : ''}`,
      truth: [points, points],
    };
  });

/** Facts that are no faults, not met figures, or nobody's: they once cost or gave points. */
const TRAPS = of<readonly [criteria: string, weight: number, told: string, points: number | null]>(
  ['因管理不善造成资金损失的，一票否决，不得分', 5, '未造成资金损失', 500],
  ['足额保障得2分，拖欠不得分', 2, '足额保障，未拖欠', 200],
  ['超过15%的，每超过1个百分点扣0.2分；未超过15%的得满分', 3, '结余率17%', 260],
  ['按时报送（0.5分）且被评为优秀等次（0.5分）', 1, '按时报送，被评为良好等次', 50],
  ['得分=（1-|实际值-目标值|/目标值）×分值', 5, '目标值200，实际值190', 475],
  ['每低于目标1个百分点扣0.2分，目标值为95%', 4, '执行率90%', 300],
  ['节约率≥0得5分，节约率＜0，每超支1%扣1分', 5, '节约率3.2%', 500],
  ['节约率≥0得5分，节约率＜0，每超支1%扣1分', 5, '超支2%', 300],
  ['每少完成一项扣1分，少完成3项以上不得分', 5, '少完成4项', 0],
  ['次数与计划相符得2分，每多或少1次扣0.5分', 2, '计划召开4次，实际召开6次', 100],
  ['办结率100%，得3分；低于100%，得分=办结率×3分；低于80%，不得分', 3, '办结率92%', 276],
  ['发放率低于100%，按照完成比例相应扣分', 5, '发放率96%', 480],
  ['完成率低于95%扣2分，低于90%扣4分，低于85%不得分', 6, '完成率96%', 600],
  ['完成率低于95%扣2分，低于90%扣4分，低于85%不得分', 6, '完成率93%', 400],
  ['完成率低于95%扣2分，低于90%扣4分，低于85%不得分', 6, '完成率87%', 200],
  ['增速高于全市平均水平得3分，等于得2分，低于得1分', 3, '低于全市平均水平', 100],
  [
    '差异率=|决算数-预算数|/预算数；差异率≤10%得3分，10%-20%得1分，20%以上得0分',
    3,
    '预算数500万元，决算数560万元',
    100,
  ],
);

const traps = fc
  .tuple(TRAPS, of('', '2023年，'))
  .map(([[criteria, weight, told, points], before]): MadeRow => ({
    kind: 'traps',
    criteria,
    weight,
    name: '执行情况',
    told: `${before}${told}`,
    truth: points === null ? null : [points, points],
  }));

/** The kinds found when strangers' standards were tried. */
export const moreRows: readonly fc.Arbitrary<MadeRow>[] = [
  beyond,
  flat,
  short,
  staff,
  gains,
  compared,
  growth,
  each,
  bonuses,
  traps,
];
