import fc from 'fast-check';
import { runChecks } from '../../src/checks/run-checks';
import { multiply, ratio, subtract, sum } from '../../src/quantity/exact';
import { contextOf, type RowSpec } from '../support/table-builder';

/** What a right table may still be told, since it is true of it. */
const TRUE_OF_IT: ReadonlySet<string> = new Set([
  'heavy-indicator',
  'level-split',
  'all-full',
  'over-achieved',
  'copied-actual',
]);

const place = (level1: string, level2: string, name: string): RowSpec => ({ level1, level2, name });

const quantity = fc
  .record({
    thing: fc.constantFrom('修建道路', '培训人员', '维修设备', '发放物资', '建设站点'),
    unit: fc.constantFrom('个', '人', '台', '公里', '户', '次', '台/套', '平方米(㎡)'),
    target: fc.integer({ min: 10, max: 900 }),
    done: fc.integer({ min: 80, max: 115 }),
    sign: fc.constantFrom('≥', '', '不少于', '全年完成不少于'),
  })
  .map(({ thing, unit, target, done, sign }) => {
    const actual = Math.max(1, Math.round((target * done) / 100));
    return {
      ...place('产出指标', '数量指标', thing),
      target: `${sign}${target}${unit}`,
      actual: `${actual}${unit}`,
      share: Math.min(1, actual / target),
      due: (weight: number) => Math.min(weight, ratio(multiply(weight, actual), target, 2) ?? 0),
    };
  });

const rate = fc
  .record({ target: fc.integer({ min: 60, max: 99 }), done: fc.integer({ min: 50, max: 100 }) })
  .map(({ target, done }) => ({
    ...place('产出指标', '质量指标', '抽检合格率'),
    target: `≥${target}%`,
    actual: `${done}%`,
    share: Math.min(1, done / target),
    due: (weight: number) => Math.min(weight, ratio(multiply(weight, done), target, 2) ?? 0),
  }));

const effect = fc.constantFrom('受益群众', '新增岗位', '带动农户').map((name) => ({
  ...place('效益指标', '社会效益指标', name),
  target: '≥200人',
  actual: '205人',
  share: 1,
  due: (weight: number) => weight,
}));

const content = fc.integer({ min: 85, max: 100 }).map((done) => ({
  ...place('满意度指标', '服务对象满意度指标', '群众满意度'),
  target: '≥85%',
  actual: `${done}%`,
  share: 1,
  due: (weight: number) => weight,
}));

const table = fc
  .record({
    outputs: fc.uniqueArray(quantity, { minLength: 1, maxLength: 4, selector: ({ name }) => name }),
    rate,
    effect,
    content,
    executed: fc.integer({ min: 92, max: 100 }),
  })
  .map(({ outputs, rate: share, effect: gain, content: pleased, executed }) => {
    const first = multiply(30, ratio(1, outputs.length, 2) ?? 0);
    const weights = outputs.map((_, at) =>
      at === 0 ? subtract(30, multiply(first, outputs.length - 1)) : first,
    );
    const parts = [...outputs, share, gain, pleased];
    const rows = parts.map(({ due, share: reached, ...row }, at): RowSpec => {
      const weight = [...weights, 20, 30, 10][at] ?? 0;
      const reason = reached < 1 ? `${row.name ?? ''}受雨季停工耽误，下一步倒排工期抓紧补足` : '';
      return { ...row, weight, score: due(weight), reason };
    });
    const funds = multiply(executed, 0.1);
    const total = sum([funds, ...rows.map(({ score }) => score ?? 0)]);
    return {
      rows,
      funds: [100, 100, executed, 10, multiply(executed, 0.01), funds],
      total: [100, total] as const,
    };
  });

test('nothing is said of a right table but what is true of it', () => {
  fc.assert(
    fc.property(table, ({ rows, funds, total }) => {
      const context = contextOf({ rows, funds, total: [total[0], total[1]] });
      const said = runChecks(context).filter(({ check, severity }) => {
        if (TRUE_OF_IT.has(check)) return false;
        // Work far ahead of or behind the money, and a figure taken out of a sentence, are so.
        return (
          !['score-rate-gap', 'money-ahead', 'figure-in-words'].includes(check) ||
          severity === 'error'
        );
      });
      expect(said.map(({ check, message }) => [check, message.data])).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
