import fc from 'fast-check';
import { cnMof2020 } from '../../../src/profiles/cn-mof-2020';
import type { RowScore } from '../../../src/model/score';
import { scoreRow } from '../../../src/scoring/score-row';
import { indicator, type Row } from '../build';

const scored = (row: Row, criteria: string | null): RowScore =>
  scoreRow(
    { ...indicator(row), criteria },
    { kind: 'target', profile: cnMof2020, hasWeights: true, year: null },
  );

test.each<[string, Row, number | readonly [number, number] | null]>([
  ['每少1次扣2分，扣完为止', { target: '10次', actual: '8次', name: '培训次数' }, 6],
  ['每少1次扣2分，扣完为止', { target: '≥10次', actual: 8, name: '培训次数' }, 6],
  ['每低1个百分点扣0.5分', { target: '≥95%', actual: '93%', name: '完成率' }, 9],
  ['每低1个百分点扣0.5分', { target: '≥95%', actual: '93.5%', name: '完成率' }, [9, 9.5]],
  ['得分=实际完成率×分值', { target: '20台', actual: '17台', name: '采购数量' }, 8.5],
  [
    '90%以上得10分；80%（含）-90%得8分；80%以下不得分',
    { target: '≥90%', actual: '85%', name: '满意度' },
    8,
  ],
  [
    '400人次以上得8分，300-399人次得5分，不足300人次不得分，达到500人次得10分',
    { target: '500人次', actual: '462人次', name: '培训人次' },
    8,
  ],
  // More than the target asks for leaves it as it is; where the rule would take points for it, a person looks.
  ['每少1次扣2分，扣完为止', { target: '10次', actual: '12次', name: '培训次数' }, 10],
  [
    '超过目标值20%的不得分，达到目标值的得10分',
    { target: '10次', actual: '15次', name: '培训次数' },
    10,
  ],
  ['未达到目标不得分', { target: '≥85%', actual: '88.9%', name: '预报准确率' }, 10],
  ['未达到目标不得分', { target: '≥85%', actual: '80%', name: '预报准确率' }, 0],
  ['未达到目标值不得分', { target: '≤10分钟', actual: '8分钟', name: '速报时间' }, 10],
  // The rule says how much, and not how much for this: nobody's percentage stands in for it.
  ['未完成的酌情扣分，完成的得10分', { target: '10次', actual: '8次', name: '培训次数' }, null],
  // What its sign, its form or its name asks more of is asked more of, cost or no cost.
  ['按完成比例计分', { target: '≥95%', actual: '90%', name: '项目成本控制率' }, 9.47],
  ['按完成比例计分', { target: '≥5%', actual: '4%', name: '人力成本节约率' }, 8],
  ['按完成比例计分', { target: '5%以上', actual: '5.6%', name: '人力成本节约率' }, 10],
  ['按完成比例计分', { target: '5%', actual: '4%', name: '人力成本节约率' }, 8],
  ['按完成比例计分', { target: '≥50人次', actual: '40人次', name: '成本核算培训人次' }, 8],
  ['按完成比例计分', { target: '≥50台', actual: '52台', name: '低成本设备采购数' }, 10],
  ['按完成比例计分', { target: '≤50万元', actual: '48万元', name: '设备成本' }, 10],
  ['按完成比例计分', { target: '48%', actual: '40%', name: '资产负债率' }, 10],
  // No points in it: what the place does.
  ['根据台账核定', { target: '10次', actual: '8次', name: '培训次数' }, 8],
])('%s', (criteria, row, expected) => {
  const { score, scoreRange } = scored(row, criteria);
  expect(scoreRange ?? score).toEqual(expected);
});

test.each([
  '每少1次扣2分',
  '指标完成得10分，未完成不得分',
  '按完成比例计分',
  '未完成的酌情扣分，完成的得10分',
])('a target that was missed stays missed under %s', (criteria) => {
  const row = scored({ target: '10次', actual: '8次', name: '培训次数' }, criteria);
  expect([row.status, row.achievement, row.method]).toEqual(['unmet', 0.8, 'positive-ratio']);
});

test('a blank rule leaves every row to the profile, and full marks stand where the target is met', () => {
  const amount = fc.integer({ min: 1, max: 200 });
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 1, max: 5 }), (target, actual, each) => {
      const row = { target: `${target}次`, actual: `${actual}次`, name: '开展次数', weight: 20 };
      expect(scored(row, ' ')).toEqual(scored(row, null));
      const { score } = scored(row, `每少1次扣${each}分，扣完为止`);
      const due = actual >= target ? 20 : Math.max(0, 20 - (target - actual) * each);
      expect(score).toBe(due);
    }),
  );
});
