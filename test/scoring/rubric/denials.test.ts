import fc from 'fast-check';
import { scoreByStandard } from '../../../src/scoring/rubric/score-standard';

/** Nouns that hold 不, 未, 没, 少, 缺, 漏 or 欠 and deny nothing. */
const NOUNS = [
  '不动产',
  '不锈钢护栏',
  '不良资产',
  '未成年人',
  '未来社区',
  '未就业毕业生',
  '没收物品',
  '少数民族',
  '少年儿童',
  '青少年',
  '缺水村',
  '紧缺人才',
  '漏点',
  '漏水管网',
  '欠发达地区',
  '欠薪案件',
] as const;

const WEIGHT = 10;
const of = <T>(items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items);
const spanOf = (criteria: string, told: string, name: string): readonly number[] | null =>
  scoreByStandard(criteria, WEIGHT, { name, told, execution: null }, 2)?.span ?? null;

const rules = of([
  '完成率×分值',
  '按完成比例得分',
  '完成率100%得10分，每低1个百分点扣0.2分，扣完为止',
  '完成率≥95%得10分，80%（含）—95%得6分，80%以下不得分',
]);
const verbs = of(['服务', '办理', '帮扶', '培训']);
const due = fc.integer({ min: 20, max: 200 });

test('a noun that only looks like a denial changes no score', () => {
  const made = fc.record({
    rule: rules,
    verb: verbs,
    noun: of(NOUNS),
    whole: due,
    part: fc.integer({ min: 0, max: 100 }),
    both: fc.boolean(),
    behind: fc.boolean(),
    did: of(['实际', '已', '实际完成', '']),
  });
  fc.assert(
    fc.property(made, ({ rule, verb, noun, whole, part, both, behind, did }) => {
      const done = Math.round((whole * part) / 100);
      const told = (thing: string): string => {
        const first = both ? thing : '';
        const label = did === '' ? '实际' : did;
        return behind
          ? `计划${verb}${whole}个${first}，${label}${verb}${done}个${thing}`
          : `计划${verb}${first}${whole}个，${label}${verb}${thing}${done}个`;
      };
      const plain = spanOf(rule, told('项目'), '任务完成率');
      const seen = spanOf(rule, told(noun), '任务完成率');
      expect([told(noun), rule, seen]).toEqual([told(noun), rule, plain]);
    }),
    { numRuns: 600 },
  );
});

const SHORTFALLS = [
  '少完成',
  '少补',
  '少改造',
  '不满意',
  '不合格',
  '不达标',
  '未到',
  '未完成',
  '未按期完成',
  '尚未开工',
  '仍未整改',
  '还差',
  '没有参加',
  '缺',
  '缺勤',
  '缺少',
  '漏报',
  '漏',
  '欠付',
  '欠拨',
  '短缺',
  '短少',
  '尚缺',
  '尚欠',
  '落下',
  '其中未完成',
  '其中不合格',
  '其中缺勤',
  '有未完成',
  '另有未完成',
  '到年底尚有未完成',
  '剩余',
  '其中不满意',
  '只差',
  '无法完成',
  '无故缺席',
  '停工',
  '实际少完成',
  '实际缺勤',
  '实际未完成',
] as const;

test('a shortfall is never taken for what was done', () => {
  const made = fc.record({
    rule: rules,
    lead: of(['计划完成', '应检', '计划', '目标', '调查', '共', '任务', '计划改造', '应到']),
    short: of(SHORTFALLS),
    name: of(['任务完成率', '满意度', '合格率', '到位率', '完成数量']),
    whole: due,
    part: fc.integer({ min: 1, max: 30 }),
    unit: of(['个', '人', '项', '户']),
  });
  fc.assert(
    fc.property(made, ({ rule, lead, short, name, whole, part, unit }) => {
      const missed = Math.round((whole * part) / 100);
      const told = `${lead}${whole}${unit}，${short}${missed}${unit}`;
      const seen = spanOf(rule, told, name);
      const right = spanOf(rule, `计划${whole}个，实际${whole - missed}个`, '任务完成率');
      if (seen !== null) expect([told, rule, name, seen]).toEqual([told, rule, name, right]);
    }),
    { numRuns: 1500 },
  );
});
