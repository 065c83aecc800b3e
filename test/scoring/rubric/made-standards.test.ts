import fc from 'fast-check';
import { scoreByStandard } from '../../../src/scoring/rubric/score-standard';

/** Points in hundredths, so that the truth is worked out in whole numbers. */
type Hundredths = number;

interface Made {
  readonly criteria: string;
  readonly weight: number;
  readonly told: string;
  readonly name: string;
  readonly least: Hundredths;
  readonly most: Hundredths;
}

function holdsFor({ criteria, weight, told, name, least, most }: Made): void {
  const reading = scoreByStandard(criteria, weight, { name, told, execution: null }, 2);
  const span = reading && reading.span.map((points) => Math.round(points * 100));
  expect({ criteria, told, span }).toEqual({ criteria, told, span: [least, most] });
}

const of = <T>(...items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items);
const tenths = (hundredths: number): string => String(hundredths / 100);
/** Tenths of a percent. */
const share = (value: number): string => `${value / 10}%`;

const gives = of('得', '计', '记');
const stops = of('，扣完为止', '，扣完为止。', '', '。');

test('steps over a limit and short of a bound, in every wording', () => {
  const made = fc
    .record({
      over: fc.boolean(),
      weight: fc.integer({ min: 1, max: 20 }),
      amount: of(1, 2, 5, 10),
      points: of(10, 20, 40, 50, 80, 100, 150, 200),
      value: fc.integer({ min: 300, max: 1500 }),
      gives,
      stops,
      unit: of('个百分点', '%'),
      verb: fc.nat({ max: 3 }),
      lead: of('', '实际', '经统计，'),
      rounding: of('', '不足一个百分点的按一个百分点计算', '不足一个百分点的不扣分'),
    })
    .map(({ over, weight, amount, points, value, unit, verb, lead, rounding, ...words }): Made => {
      const verbs = over ? ['超过', '超出', '超', '高于'] : ['低于', '降低', '减少', '少'];
      const step = `每${verbs[verb] ?? ''}${amount}${unit}扣${tenths(points)}分`;
      const bound = over ? '控制率≤100%' : '完成率达到100%';
      const rule = rounding === '' ? '' : `${words.stops.endsWith('。') ? '' : '。'}${rounding}`;
      const distance = Math.max(0, over ? value - 1000 : 1000 - value);
      const full = Math.floor(distance / (amount * 10));
      const started = Math.ceil(distance / (amount * 10));
      const left = (steps: number): Hundredths => Math.max(0, weight * 100 - steps * points);
      const [few, many] =
        rounding === ''
          ? [full, started]
          : rounding.includes('不扣')
            ? [full, full]
            : [started, started];
      return {
        criteria: `${bound}，${words.gives}${weight}分；${step}${words.stops}${rule}`,
        weight,
        told: `${lead}${over ? '控制率' : '完成率'}${share(value)}`,
        name: over ? '在职人员控制率' : '任务完成率',
        least: left(many),
        most: left(few),
      };
    });
  fc.assert(fc.property(made, holdsFor), { numRuns: 400 });
});

test('tiers with their ends in and out', () => {
  const made = fc
    .record({
      ends: fc.uniqueArray(fc.integer({ min: 30, max: 99 }), { minLength: 2, maxLength: 4 }),
      value: fc.integer({ min: 200, max: 1000 }),
      style: of('signs', 'marks', 'words'),
      gives,
      comma: of('；', '，', '。', '\n'),
    })
    .map(({ ends, value, style, gives: verb, comma }): Made => {
      const lows = [...ends].sort((a, b) => b - a);
      const weight = lows.length + 1;
      const tier = (low: number, index: number): string => {
        const high = index === 0 ? null : lows[index - 1];
        const points = `${verb}${weight - index}分`;
        if (style === 'signs')
          return high === null ? `≥${low}%，${points}` : `${low}%≤完成率<${high}%，${points}`;
        if (style === 'marks')
          return high === null ? `${low}%（含）以上${points}` : `${low}%（含）-${high}%${points}`;
        return high === null ? `${low}%以上的${points}` : `达到${low}%的${points}`;
      };
      const rest = `低于${lows.at(-1)}%不得分`;
      const at = lows.findIndex((low) => value >= low * 10);
      const points = at < 0 ? 0 : (weight - at) * 100;
      return {
        criteria: [...lows.map(tier), rest].join(comma),
        weight,
        told: share(value),
        name: '完成率',
        least: points,
        most: points,
      };
    });
  fc.assert(fc.property(made, holdsFor), { numRuns: 400 });
});

test("a figure of something else beside the row's own changes nothing, and alone it gives nothing", () => {
  const kinds = of(
    ['验收合格率', '上年合格率', '问卷回收率', '同比增长', '系统上线率'],
    ['群众满意度', '上年满意度', '问卷回收率', '较上年提高', '设备完好率'],
    ['培训覆盖率', '去年覆盖率', '学员留存率', '同比提高', '课程更新率'],
  );
  const made = fc.record({
    kind: kinds,
    which: fc.integer({ min: 1, max: 4 }),
    value: fc.integer({ min: 300, max: 1000 }),
    other: fc.integer({ min: 300, max: 1000 }),
    stepped: fc.boolean(),
    first: fc.boolean(),
  });
  fc.assert(
    fc.property(made, ({ kind, which, value, other, stepped, first }) => {
      const [name = ''] = kind;
      const criteria = stepped
        ? `${name}达到100%得5分，每低1个百分点扣0.5分，扣完为止`
        : `${name}≥90%得5分；70%≤${name}＜90%得3分；低于70%不得分`;
      const score = (told: string): unknown =>
        scoreByStandard(criteria, 5, { name, told, execution: null }, 2)?.span ?? null;
      const own = `${name}${share(value)}`;
      const distractor = `${kind[which] ?? ''}${share(other)}`;
      const told = first ? `${distractor}，${own}` : `${own}，${distractor}`;
      expect({ told, span: score(told) }).toEqual({ told, span: score(own) });
      expect({ distractor, span: score(distractor) }).toEqual({ distractor, span: null });
    }),
    { numRuns: 400 },
  );
});

test('things counted', () => {
  const made = fc
    .record({
      weight: fc.integer({ min: 1, max: 10 }),
      points: of(50, 100, 200),
      count: fc.integer({ min: 0, max: 12 }),
      kind: of(
        ['每发现一例不合规', '例不合规'],
        ['每出现1起投诉', '起投诉'],
        ['每有1项未完成', '项未完成'],
        ['每少1项制度', '项制度缺失'],
        ['每发现一处问题', '处问题'],
      ),
      none: of('未发现', '没有发生', '无'),
      stops,
    })
    .map(({ weight, points, count, kind: [rule, what], none, stops: end }): Made => ({
      criteria: `${rule}扣${tenths(points)}分${end}`,
      weight,
      told: count === 0 ? none : `${count}${what}`,
      name: '规范性',
      least: Math.max(0, weight * 100 - points * count),
      most: Math.max(0, weight * 100 - points * count),
    }));
  fc.assert(fc.property(made, holdsFor), { numRuns: 300 });
});

test('shares of the weight, capped', () => {
  const made = fc
    .record({
      weight: fc.integer({ min: 1, max: 30 }),
      whole: fc.integer({ min: 1, max: 2000 }),
      done: fc.integer({ min: 0, max: 2500 }),
      rule: of(
        '按完成比例计算得分',
        '得分=完成率×分值',
        '得分=完成率（超过100%以100%计）×分值',
        '完成率×该项指标分值',
      ),
      words: of(['计划', '实际'], ['目标', '完成'], ['应完成', '已完成'], ['任务数', '完成数']),
      unit: of('人', '个', '亩', '万元'),
    })
    .map(({ weight, whole, done, rule, words: [due, told], unit }): Made => {
      // Half up in whole numbers: weight × done ÷ whole in hundredths.
      const points = Math.min(
        weight * 100,
        Math.floor((2 * weight * 100 * done + whole) / (2 * whole)),
      );
      return {
        criteria: rule,
        weight,
        told: `${due}${whole}${unit}，${told}${done}${unit}`,
        name: '任务完成率',
        least: points,
        most: points,
      };
    });
  fc.assert(fc.property(made, holdsFor), { numRuns: 300 });
});

test('lists of parts, by number and by words', () => {
  const THINGS = ['绩效目标明确', '预算编制合理', '管理制度健全', '档案资料齐全', '信息公开及时'];
  const made = fc
    .record({
      points: fc.array(of(50, 100, 150, 200), { minLength: 2, maxLength: 5 }),
      missing: fc.nat({ max: 4 }),
      style: of('circled', 'numbered', 'bare'),
      told: of('number', 'words', 'all'),
      gives: of('得', '计', ''),
    })
    .map(({ points, missing, style, told, gives: verb }): Made => {
      const at = missing % points.length;
      const part = (value: number, index: number): string => {
        const sign =
          style === 'circled'
            ? ('①②③④⑤'[index] ?? '')
            : style === 'numbered'
              ? `${index + 1}.`
              : '';
        return `${sign}${THINGS[index] ?? ''}${verb === '' ? '，' : verb}${tenths(value)}分`;
      };
      const total = points.reduce((sum, value) => sum + value, 0);
      const thing = THINGS[at] ?? '';
      const said =
        told === 'number' && style === 'circled'
          ? `${'①②③④⑤'[at] ?? ''}不符合`
          : `${thing.slice(0, -2)}不${thing.slice(-2)}`;
      return {
        criteria: points.map(part).join('；'),
        weight: total / 100,
        told: told === 'all' ? '各项均符合要求' : said,
        name: '管理情况',
        least: told === 'all' ? total : total - (points[at] ?? 0),
        most: told === 'all' ? total : total - (points[at] ?? 0),
      };
    });
  fc.assert(fc.property(made, holdsFor), { numRuns: 300 });
});

test('whatever is written, points lie between 0 and the weight and the same text gives the same', () => {
  const pieces = of(
    '每',
    '超过',
    '1个百分点',
    '扣',
    '0.5分',
    '得3分',
    '≥90%',
    '不得分',
    '否则',
    '①',
    '；',
    '（含）',
    '-',
    '80%',
    '满分',
    '×',
    '分值',
    '得分=',
    '完成率',
    '酌情',
    '第3名',
    '比例',
    '未发现',
    '2项',
    '计划100人',
    '实际80人',
    '/',
    '=',
    '(',
    '。',
    ' ',
    '\n',
    '-5%',
  );
  const text = fc.array(pieces, { maxLength: 24 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, fc.integer({ min: 1, max: 30 }), (criteria, told, weight) => {
      const read = () =>
        scoreByStandard(criteria, weight, { name: '完成率', told, execution: null }, 2);
      const reading = read();
      expect(read()).toEqual(reading);
      if (!reading) return;
      const [low, high] = reading.span;
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(high);
      expect(high).toBeLessThanOrEqual(weight);
    }),
    { numRuns: 1500 },
  );
});
