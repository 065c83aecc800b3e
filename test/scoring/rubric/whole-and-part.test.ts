import fc from 'fast-check';
import { scoreByStandard } from '../../../src/scoring/rubric/score-standard';

const of = <T>(...items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items);

type Kind = readonly [name: string, thing: string, unit: string, verb: string];

/** The name of a rate, what it counts, in what, and what is done with it. */
const KINDS: readonly Kind[] = [
  ['任务完成率', '任务', '项', '完成'],
  ['绩效目标完成率', '绩效目标', '项', '完成'],
  ['问题整改率', '问题', '个', '整改'],
  ['建议办结率', '建议', '件', '办结'],
  ['项目合格率', '项目', '个', '合格'],
  ['项目公示率', '项目', '个', '公示'],
  ['危房改造完成率', '危房改造', '户', '完成'],
  ['通水率', '安置点', '个', '通水'],
  ['设备完好率', '设备', '台', '完好'],
  ['资金支付率', '补助资金', '万元', '支付'],
];

const WEIGHT = 50;
const made = fc.record({
  kind: of(...KINDS),
  whole: fc.integer({ min: 1, max: 60 }),
  done: fc.integer({ min: 0, max: 60 }),
  before: of('', '全年', '共有', '年度计划'),
  between: of('', '中', '已', '按期', '已全部'),
  behind: of('', '。', '，详见附件2'),
  standard: of(
    (rate: string) => `${rate}100%得50分，每低1个百分点扣0.5分`,
    (rate: string) => `得分=${rate}×50`,
    (_rate: string, unit: string, verb: string) => `全部${verb}得50分，每有1${unit}未${verb}扣1分`,
  ),
});

test('so many things of which fewer were done read as planned and done, in one breath or in two', () => {
  fc.assert(
    fc.property(made, ({ kind, whole, done, before, between, behind, standard }) => {
      fc.pre(done <= whole);
      const [name, thing, unit, verb] = kind;
      const criteria = standard(name, unit, verb);
      const spanOf = (told: string): readonly number[] | null =>
        scoreByStandard(criteria, WEIGHT, { name, told, execution: null }, 2)?.span ?? null;
      const told = `${before}${whole}${unit}${thing}${between}${verb}${done}${unit}${behind}`;
      const parted = `计划${whole}${unit}，${verb}${done}${unit}`;
      const read = spanOf(told);
      if (read !== null)
        expect({ criteria, told, span: read }).toEqual({ criteria, told, span: spanOf(parted) });
      if (done < whole)
        expect({ criteria, told, full: read?.[1] === WEIGHT }).toEqual({
          criteria,
          told,
          full: false,
        });
    }),
    { numRuns: 600 },
  );
});

test('fewer of a thing in one breath, in words of no list, are never full marks', () => {
  const verb = of('接电', '挂牌', '封顶', '入库', '入学', '销号', '解决', '转正', '脱贫', '上线');
  fc.assert(
    fc.property(
      verb,
      fc.integer({ min: 2, max: 60 }),
      of(...KINDS),
      (word, whole, [, thing, unit]) => {
        const told = `${whole}${unit}${thing}${word}${whole - 1}${unit}`;
        for (const criteria of [
          '完成率100%得50分，每低1个百分点扣0.5分',
          `全部完成得50分，每少1${unit}扣1分`,
          `每有1${unit}未${word}扣1分`,
          `${word}率×50`,
        ]) {
          const name = `${thing}${word}率`;
          const span = scoreByStandard(criteria, WEIGHT, { name, told, execution: null }, 2)?.span;
          expect({ criteria, told, full: span?.[1] === WEIGHT }).toEqual({
            criteria,
            told,
            full: false,
          });
        }
      },
    ),
  );
});

test.each([
  ['完成率100%得5分，每低1%扣0.1分', '任务完成率', '20项任务完成19项', 4.5],
  ['任务完成率100%得5分，每少1项扣1分', '任务完成率', '20项任务完成18项', 3],
  ['绩效目标完成率100%得5分，每有1项未完成扣1分', '目标完成率', '12项目标完成11项', 4],
  ['绩效目标完成率100%得5分，每有1项未完成扣1分', '目标完成率', '12项目标中完成11项', 4],
  ['任务完成率100%得5分，每少1项扣1分', '任务完成率', '20项任务完成18项任务', 3],
  ['任务完成率100%得5分，每少1项扣1分', '任务完成率', '20项任务未完成2项', 3],
  ['合格率100%得5分，每有1个不合格扣1分', '合格率', '20个项目合格19个', 4],
])('%s | %s | %s', (criteria, name, told, points) => {
  const span = scoreByStandard(criteria, 5, { name, told, execution: null }, 2)?.span;
  expect(span).toEqual([points, points]);
});

test.each([
  ['全部完成得50分，每有1项未完成扣1分', '完成率90%'],
  ['全部完成得50分，每有1项未完成扣1分', '计划20项，按期完成18项'],
])('%s | %s leaves what was not done to a person', (criteria, told) => {
  expect(
    scoreByStandard(criteria, WEIGHT, { name: '任务完成率', told, execution: null }, 2),
  ).toBeNull();
});
