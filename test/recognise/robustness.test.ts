import fc from 'fast-check';
import type { CellValue } from '../../src/model/snapshot';
import { matchHead } from '../../src/recognise/header/match-head';
import { readLevelLabel, readLevelPath } from '../../src/recognise/rows/level-label';
import { recogniseTables } from '../../src/recognise/recognise-tables';
import { snapshotOf } from '../support/snapshot-of';

const WORDS = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '年初预算数',
  '全年执行数',
  '执行率',
  '年度资金总额',
  '产出指标(50分)',
  '数量指标',
  '指标1：',
  '……',
  '总分',
  '小计',
  '项目名称',
  '预期目标',
  '实际完成情况',
  '注：',
  '__proto__',
  'constructor',
];

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constant({ error: '#REF!' }) },
);

test('any grid of form words and rubbish is read without an error, twice the same', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 14 }), (rows) => {
      const snapshot = snapshotOf({ rows });
      const first = JSON.stringify(recogniseTables(snapshot));
      expect(JSON.stringify(recogniseTables(snapshot))).toBe(first);
    }),
    { numRuns: 300 },
  );
});

test('every indicator is a row of its table, and groups name rows that exist', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 14 }), (rows) => {
      for (const table of recogniseTables(snapshotOf({ rows }))) {
        for (const one of table.indicators) {
          expect(one.row).toBeGreaterThan(table.header.bottom);
          expect(one.row).toBeLessThanOrEqual(table.range.bottom);
        }
        for (const group of table.groups) {
          for (const index of group.indicators) expect(table.indicators[index]).toBeDefined();
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('white space and full-width signs inside a head change nothing', () => {
  for (const [written, plain] of [
    ['年度 指标值', '年度指标值'],
    ['实际完成值（Ｂ）', '实际完成值'],
    ['分 值\n（100分）', '分值'],
    ['得分：', '得分'],
  ] as const) {
    expect(matchHead(written)?.role).toBe(matchHead(plain)?.role);
    expect(matchHead(written)?.confidence).toBe(1);
  }
});

test.each([
  ['产出指标(50分)', '产出指标', 50],
  ['产出指标（５０分）', '产出指标', 50],
  ['效益指标30分)', '效益指标', 30],
  ['产 出 指 标\n(50分)', '产出指标', 50],
  ['项目决策 2 分', '项目决策', 2],
  ['决策(10)', '决策', 10],
  ['成本指标20%', '成本指标', 20],
  ['(50分)', '', 50],
  ['管理效率（7.5分）', '管理效率', 7.5],
  ['社会效益指标', '社会效益指标', null],
])('level name %s', (text, label, weight) => {
  expect(readLevelLabel(text)).toEqual({ label, weight });
});

test('a slash in a name without weights is no path', () => {
  expect(readLevelPath('经济效益/社会效益')).toHaveLength(1);
  expect(readLevelPath('项目绩效85分/产出指标40分')).toHaveLength(2);
});

test('a long or hostile label is refused quickly', () => {
  const long = '('.repeat(50_000);
  expect(matchHead(long)).toBeNull();
  expect(readLevelLabel(`产出${'('.repeat(5_000)}`).weight).toBeNull();
});

test('class names without a header and without a body end the search', () => {
  const rows = [['说明'], ['项目名称', null, '产出指标(50分)'], ['效益指标(30分)'], [1], [2]];
  expect(recogniseTables(snapshotOf({ rows }))).toEqual([]);
});
