import fc from 'fast-check';
import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { snapshotOf } from '../support/snapshot-of';

/** How a row with full marks typed is scored, with the warnings and errors said of it. */
function scoredAs(name: string, target: string, actual: string | number): string {
  const head = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
  const rows = [
    ['项目支出绩效自评表'],
    head,
    ['产出指标', '数量指标', name, target, actual, 50, 50],
    ['产出指标', '质量指标', '验收合格率', '≥95%', '96%', 50, 50],
    ['总分', null, null, null, null, 100, 100],
  ];
  const [table] = evaluate(snapshotOf({ rows }), DEFAULT_OPTIONS).tables;
  const loud = (table?.findings ?? []).filter(
    ({ cell, severity }) => severity !== 'info' && cell.row === 2,
  );
  return [table?.rows[0]?.status, ...loud.map(({ check }) => check)].join(' ');
}

it.each([
  ['培训人数', '1.5万人', 15000, 'met'],
  ['培训人数', '1.5万人', '15000', 'met'],
  ['培训人数', '15000', '1.5万人', 'met'],
  ['新建点位', '10个左右', '9个', 'judged'],
  ['新建点位', '10个上下', '9个', 'judged'],
  ['培训人数', '约100人', '95人', 'judged'],
  ['培训人数', '大约100人', '100人', 'met'],
  ['能耗下降率', '≥5%', '-4%', 'unmet unmet-full-score'],
  ['能耗降低率', '≥5%', '-5%', 'met'],
  ['投诉下降率', '≥5%', '-6%', 'over'],
  ['安全事故发生数', '0起', '零事故', 'met'],
])('%s %s done at %s is %s', (name, target, actual, expected) => {
  expect(scoredAs(name, target, actual)).toBe(expected);
});

it('a bare figure is one of the target’s measure in the multiple that fits', () => {
  const tenths = fc.integer({ min: 5, max: 300 });
  const unit = fc.constantFrom('万人', '万人次', '万户', '千人');
  fc.assert(
    fc.property(tenths, unit, (value, word) => {
      const bare = (value / 10) * (word.startsWith('万') ? 10000 : 1000);
      const target = `${String(value / 10)}${word}`;
      expect(scoredAs('服务数量', target, bare)).toBe('met');
      expect(scoredAs('服务数量', target, value / 10)).toBe('met');
    }),
    { numRuns: 40 },
  );
});
