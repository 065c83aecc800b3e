import fc from 'fast-check';
import type { Profile } from '../../../src/model/profile';
import { profileById } from '../../../src/profiles/load-profile';
import { withNotedRules } from '../../../src/profiles/notes/noted-rules';

const usual = profileById('cn-mof-2020');
const noted = (note: string, funds: number | null = 10, profile: Profile = usual) =>
  withNotedRules(profile, [{ value: note, cell: { row: 0, column: 0 } }], funds);

describe('what a note states stands before the profile, and is said', () => {
  test.each<[string, string, (profile: Profile) => unknown, unknown]>([
    [
      'points off far above the target',
      '完成值超过年度指标值30%及以上的，该指标减2分。',
      ({ overAchieved }) => overAchieved.deduct,
      { from: 1.3, points: 2 },
    ],
    [
      'points off from a completion rate on',
      '3、完成率达到150%（含）以上的，扣1分。',
      ({ overAchieved }) => overAchieved.deduct,
      { from: 1.5, points: 1 },
    ],
    [
      'a reason asked above a bound',
      '注：完成率超过120%的，须说明原因。',
      ({ overAchieved }) => overAchieved.warning,
      1.2,
    ],
    [
      'points of the levels',
      '注：1.一级指标分值统一设置为产出指标40分、效益指标30分、满意度指标10分、预算执行率20分。',
      ({ levelWeights }) => levelWeights,
      { 产出: 40, 效益: 30, 满意度: 10 },
    ],
    [
      'tiers of the execution rate',
      '预算执行率90%（含）以上得10分；70%（含）-90%得6分；低于70%不得分。',
      ({ execution }) => execution.tiers,
      [
        { from: 0.9, share: 1 },
        { from: 0.7, share: 0.6 },
        { from: 0, share: 0 },
      ],
    ],
    [
      'tiers between two bounds',
      '执行率≥95%，得10分；85%≤执行率＜95%，得8分；执行率＜85%，得0分。',
      ({ execution }) => execution.tiers,
      [
        { from: 0.95, share: 1 },
        { from: 0.85, share: 0.8 },
        { from: 0, share: 0 },
      ],
    ],
    [
      'full marks from a rate on, in proportion below',
      '执行率≥95%的得满分，低于95%的按执行率×分值计分',
      ({ execution }) => execution.tiers,
      [
        { from: 0.95, share: 1 },
        { from: 0, share: null },
      ],
    ],
    [
      'in proportion between full marks and none',
      '预算执行率90%以上得满分，60%-90%按比例得分，60%以下不得分。',
      ({ execution }) => execution.tiers,
      [
        { from: 0.9, share: 1 },
        { from: 0.6, share: null },
        { from: 0, share: 0 },
      ],
    ],
    [
      'steps of the execution rate',
      '预算执行率达到90%得满分，每低1个百分点扣0.5分，扣完为止。',
      ({ execution }) => execution.steps,
      { fullFrom: 0.9, lossPerPoint: 0.5 },
    ],
    [
      'ceilings on the total',
      '执行率低于50%的，自评总分不超过59分；执行率低于60%的，自评总分不得超过69分',
      ({ execution }) => execution.totalCaps,
      [
        { below: 0.5, most: 59 },
        { below: 0.6, most: 69 },
      ],
    ],
    [
      'rows that do not apply left out',
      '注：不适用指标不考核，用适用指标得分汇总后按百分制折算。',
      ({ notApplicable }) => notApplicable,
      'rescale',
    ],
    [
      'rows that do not apply in full',
      '3.本项目不适用的指标，不扣分。',
      ({ notApplicable }) => notApplicable,
      'full',
    ],
    [
      'a level that may be left out',
      '4.满意度指标暂可不作为必评指标。',
      ({ optionalLevels }) => optionalLevels,
      ['满意度'],
    ],
    [
      'grades',
      '评价等级：优（90-100分）、良（75-89分）、中（60-74分）、差（0-59分）',
      ({ grades }) => grades.map(({ from }) => from),
      [90, 75, 60, 0],
    ],
  ])('%s', (_what, note, value, expected) => {
    const { profile, said } = noted(note);
    expect(value(profile)).toEqual(expected);
    expect(said.map(({ key }) => key)).toEqual(['engine.remark.noted-rule']);
    expect(
      Object.values(profile.sources).filter((source) => source.startsWith('表注')),
    ).not.toEqual([]);
  });
});

describe('the points of the funds', () => {
  test('are the note’s where the form prints none', () => {
    expect(noted('得分=20分×执行率', null).profile.execution.weight).toBe(20);
    expect(noted('预算执行率只填报，不计分。', null).profile.execution.weight).toBe(0);
  });
  test('are the form’s where it prints them', () => {
    expect(noted('得分=20分×执行率', 10)).toEqual({ profile: usual, said: [] });
    expect(noted('预算执行率不计分。', 10).said).toEqual([]);
  });
});

test.each([
  '注：得分一档最高不能超过该指标分值上限。',
  '定量指标完成值达到指标值，记满分；未达到指标值，按B/A或A/B×该指标分值记分。',
  '产出指标50分、效益指标30分、服务对象满意度指标10分、预算资金执行率10分。如有特殊情况可作适当调整。',
  '超过目标值100%的，扣2分。',
  '预算执行率超过100%的，扣2分。',
  '成本指标每超过目标值10%扣1分。',
  '预算执行率90%以上得10分；70%-80%得6分；低于70%不得分。',
  '预算执行率90%以上得6分；70%-90%得8分；低于70%不得分。',
  '预算执行率90%以上得8分；低于90%不得分。',
  '执行率低于50%的，须说明原因。',
  '优（90-100分）、良（80-90分）、中（60-80分）、差（0-60分）',
  '预算执行率按比例计分；满意度90%以上得10分，80%-90%得5分，80%以下不得分。',
  '预算执行率得分=执行率×分值，最高10分；指标完成率90%以上得满分，60%-90%按比例，60%以下不得分',
  '满意度达到90%得满分，每低1个百分点扣1分；预算执行率按比例计算',
  '预算执行率按比例计分；指标完成90%以上得10分，80%-90%得5分，80%以下不得分。',
  '预算执行率按比例计分；培训人数达到目标的90%以上得10分，80%-90%得5分，80%以下不得分。',
  '各项指标完成90%（含）以上得满分，60%-90%按比例得分，60%以下不得分，预算执行率10分。',
  '90%以上得满分，60%以下不得分，60%-90%得5分，预算执行率另行计算',
  '设备使用率90%以上得10分；70%-90%得6分；低于70%不得分。',
  '预算执行率90%（不含）以上得10分；70%-90%得6分；低于70%不得分。',
  '预算执行率大于90%得10分；小于等于90%得6分',
  '预算执行率低于60%的，该项得分不得超过5分',
  '预算执行率低于60%的，此项自评最高6分',
  '预算执行率低于60%的，自评得分不得超过6分',
  '执行率低于60%的，自评总分最高不超过80分，低于30%的，最高不超过60分',
  '完成值超过指标值30%以上的，视情况扣减2分。',
  '完成值超过指标值30%以上的扣2分，有正当原因的除外。',
  '不适用的指标不得按满分计算。',
  '不适用的指标不计分，不得计满分。',
  '本表适用指标采用百分制评分，满分100分。',
  '适用指标为三级指标，得分按权重换算',
  '不适用的指标，其分值按比例调整到其他指标。',
  '不适用于本项目的资金不扣除。',
  '优秀：90分以上；良好：80-90分；中等：60-80分；差：60分以下',
  '执行率≥90%得10分，80%（含）-90%得8分，低于80%按执行率×8计分。',
  '执行率90%以上得满分；低于90%的按比例计分（执行率÷90%×10）。',
])('%s changes nothing and is not told of', (note) => {
  expect(noted(note)).toEqual({ profile: usual, said: [] });
});

test('a loss that hangs on a reason asks for the reason', () => {
  const { profile } = noted('完成值超过指标值40%以上须说明原因，未说明原因的扣1分');
  expect(profile.overAchieved).toMatchObject({ warning: 1.4, deduct: null });
});

test('parts of points come to the whole', () => {
  const note = '产出指标33.3分、效益指标33.4分、满意度指标23.3分、预算执行率10分';
  expect(noted(note).profile.levelWeights).toEqual({ 产出: 33.3, 效益: 33.4, 满意度: 23.3 });
  expect(noted('0.5×执行率', null).profile.execution.weight).toBeNull();
});

test('the rule of another rate beside the execution rate is not the one of the funds', () => {
  const rule = fc.constantFrom(
    ...['90%以上得10分，70%-90%得6分，低于70%不得分', '达到90%得满分，每低1个百分点扣1分'],
    '≥95%得满分，低于95%的按比例',
  );
  const other = fc.constantFrom(
    ...[
      '满意度',
      '指标完成率',
      '设备使用率',
      '电子支付率',
      '合格率',
      '知晓率',
      '受益群众满意度',
      '到位率',
    ],
  );
  const own = fc.constantFrom('预算执行率按比例计分', '执行率×分值', '预算执行率10分');
  const between = fc.constantFrom('；', '，', ',');
  fc.assert(
    fc.property(rule, other, own, between, fc.boolean(), (said, name, rate, sign, isFirst) => {
      const parts = [rate, `${name}${said}`];
      const { execution } = noted((isFirst ? parts : [...parts].reverse()).join(sign)).profile;
      expect([execution.tiers, execution.steps]).toEqual([null, null]);
    }),
  );
});

test('of two sentences on one matter the first is heard', () => {
  const { profile } = noted('1.完成率超过150%的，扣2分。\n2.完成率超过200%的，扣5分。');
  expect(profile.overAchieved.deduct).toEqual({ from: 1.5, points: 2 });
});

test('tiers are read as they were written, whatever their number and signs', () => {
  const tiers = fc
    .record({
      ends: fc
        .uniqueArray(fc.integer({ min: 20, max: 99 }), { minLength: 1, maxLength: 4 })
        .map((ends) => [...ends].sort((a, b) => b - a)),
      sign: fc.boolean(),
      between: fc.constantFrom('；', '，', '、'),
      name: fc.constantFrom('预算执行率', '资金使用率', '支出进度', '执行率'),
      zero: fc.constantFrom('不得分', '得0分', '计0分'),
    })
    .map((given) => ({ ...given, points: given.ends.map((_, at) => 10 - 2 * at) }));
  fc.assert(
    fc.property(tiers, ({ ends, points, sign, between, name, zero }) => {
      const told = ends.map((from, at) => {
        const above = ends[at - 1];
        const range =
          above !== undefined
            ? `${String(from)}%（含）-${String(above)}%`
            : sign
              ? `≥${String(from)}%`
              : `${String(from)}%及以上`;
        return `${range}的得${String(points[at])}分`;
      });
      const lowest = `${sign ? '低于' : '不足'}${String(ends.at(-1))}%的${zero}`;
      const note = `${name}${[...told, lowest].join(between)}。`;
      expect(noted(note).profile.execution.tiers).toEqual([
        ...ends.map((from, at) => ({ from: from / 100, share: (points[at] ?? 0) / 10 })),
        { from: 0, share: 0 },
      ]);
    }),
  );
});

test('any text is read without a fault, and the profile stays one', () => {
  const word = fc.constantFrom(
    ...[
      '执行率',
      '90%',
      '得',
      '10分',
      '；',
      '超过',
      '目标值',
      '扣',
      '优',
      '(',
      ')',
      '-',
      '以上',
      '为',
    ],
    ...['低于', '不超过', '总分', '产出', '预算执行率', '80', '。', '每低1个百分点', '满分', '1.'],
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const { profile } = noted(words.join(''));
      const { tiers, totalCaps } = profile.execution;
      expect(profile.grades.at(-1)?.from).toBe(0);
      expect(tiers?.at(-1)?.from ?? 0).toBe(0);
      expect((totalCaps ?? []).every(({ most }) => most < 100)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
