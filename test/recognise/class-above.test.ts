import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import type { CellValue } from '../../src/model/snapshot';
import { onlyTable as only } from '../support/only-table';
import { snapshotOf } from '../support/snapshot-of';

type Row = readonly CellValue[];

const TITLE: Row = ['项目支出绩效自评表'];
const HEAD: Row = ['二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
const LEFT: readonly Row[] = [
  ['数量指标', '养护里程', '≥420公里', '436公里', 20, 20],
  [null, '修复路面', '≥12000平方米', '12300平方米', 10, 10],
  ['质量指标', '优良路率', '≥85%', '86.1%', 20, 20],
];
const RIGHT: readonly Row[] = [
  ['社会效益指标', '带动就业', '≥60人', '63人', 20, 20],
  ['生态效益指标', '绿化率', '≥90%', '91.2%', 10, 10],
  ['服务对象满意度', '村民满意度', '≥88%', '90.5%', 20, 20],
];
const blank: Row = HEAD.map(() => null);
const half = (text: string): Row => [text, ...blank.slice(1)];
const beside = (classes: Row, left = LEFT): Row[] => [
  TITLE,
  classes,
  [...HEAD, ...HEAD],
  ...left.map((row, at) => [...row, ...(RIGHT[at] ?? blank)]),
  ['合计', null, null, null, 50, 50, '合计', null, null, null, 50, 50],
];
const levels = (rows: readonly Row[]): unknown[] =>
  only({ rows }).indicators.map(({ name, level1, level2 }) => [name, level1, level2]);
const loud = (rows: readonly Row[]): unknown[] =>
  (evaluate(snapshotOf({ rows }), DEFAULT_OPTIONS).tables[0]?.findings ?? [])
    .filter(({ severity }) => severity !== 'info')
    .map(({ check, cell }) => [check, cell]);

describe('产出指标 above the heads of a list is the first level of its rows', () => {
  const classes = [...half('产出指标（50分）'), ...half('效益指标（30分）和满意度指标（20分）')];

  it('side by side', () => {
    expect(levels(beside(classes))).toEqual([
      ['养护里程', '产出指标', '数量指标'],
      ['修复路面', '产出指标', '数量指标'],
      ['优良路率', '产出指标', '质量指标'],
      ['带动就业', '效益指标和满意度指标', '社会效益指标'],
      ['绿化率', '效益指标和满意度指标', '生态效益指标'],
      ['村民满意度', '效益指标和满意度指标', '服务对象满意度'],
    ]);
    expect(loud(beside(classes))).toEqual([]);
  });

  it('and its points are held against theirs', () => {
    const wrong = [...half('产出指标（60分）'), ...classes.slice(HEAD.length)];
    expect(loud(beside(wrong))).toEqual([['level-weight', { row: 1, column: 0 }]]);
  });

  it('one list below the other, each with its heads', () => {
    const rows = [
      TITLE,
      ['一、产出指标（50分）'],
      HEAD,
      ...LEFT,
      ['二、效益指标（30分）'],
      HEAD,
      ...RIGHT.slice(0, 2),
      ['三、满意度指标（20分）'],
      HEAD,
      ...RIGHT.slice(2),
      ['总分', null, null, null, 100, 100],
    ];
    expect(levels(rows)).toEqual([
      ['养护里程', '产出指标', '数量指标'],
      ['修复路面', '产出指标', '数量指标'],
      ['优良路率', '产出指标', '质量指标'],
      ['带动就业', '效益指标', '社会效益指标'],
      ['绿化率', '效益指标', '生态效益指标'],
      ['村民满意度', '满意度指标', '服务对象满意度'],
    ]);
    expect(loud(rows)).toEqual([]);
  });

  it.each([['绩效指标'], ['单位：万元'], ['绩效目标完成情况']])('but %s is none', (text) => {
    const rows = beside([...half(text), ...half(text)]);
    expect(only({ rows }).indicators[0]?.level1).toBe('数量指标');
  });
});
