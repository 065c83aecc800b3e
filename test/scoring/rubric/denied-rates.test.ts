import fc from 'fast-check';
import { latenessOf } from '../../../src/scoring/rubric/lateness';
import { scoreByStandard } from '../../../src/scoring/rubric/score-standard';

const NAMES = ['完成', '满意', '合格', '到位', '回收', '达标', '覆盖', '参训', '办结'] as const;
const RULES = [
  '得满分，每低1%扣0.5分，扣完为止',
  '得10分，否则不得分',
  '得10分，80%（含）—90%得6分，80%以下不得分',
] as const;
const span = (criteria: string, name: string, told: string): string | null => {
  const reading = scoreByStandard(criteria, 10, { name, told, execution: null }, 2);
  return reading && JSON.stringify(reading.span);
};

test('the rate of what was not done is never held as that of what was', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...NAMES),
      fc.constantFrom(...RULES),
      fc.constantFrom('未', '不', '没有'),
      fc.integer({ min: 1, max: 60 }),
      (verb, rule, denial, share) => {
        const criteria = `${verb}率90%以上${rule}`;
        const denied = span(criteria, `任务${verb}率`, `${denial}${verb}率${share}%`);
        expect([null, span(criteria, `任务${verb}率`, `${verb}率${100 - share}%`)]).toContain(
          denied,
        );
      },
    ),
  );
});

const day = (at: Date): string => at.toISOString().slice(0, 10);
const dated = (at: Date) => ({
  from: day(at),
  to: day(at),
  nextYear: false,
  rough: false,
  wholeMonth: false,
});

test('days late are those between two days, and none where the second is no later', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2019-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
      fc.integer({ min: -400, max: 400 }),
      (at, days) => {
        const due = new Date(day(at));
        const done = new Date(due.getTime() + days * 86_400_000);
        const late = latenessOf(dated(due), dated(done));
        if (days <= 0) expect(late).toBe('kept');
        else expect(late).toMatchObject({ days });
      },
    ),
  );
});

test.each([
  ['合格率≥98%得10分，每低1%扣1分', '产品质量', '不良品率2%', null],
  ['按期完成得10分，每逾期1天扣0.5分', '完成及时性', '未按期完成', null],
  ['支付率达90%得10分，每低1%扣1分，发现违规不得分', '资金', '支付率92%，存在违规1笔', null],
  ['每季度检查一次得满分，每少一次扣1分', '检查', '一、二季度各开展1次', null],
])('%s | %s | %s', (criteria, name, told, points) => {
  expect(span(criteria, name, told)).toBe(points);
});
