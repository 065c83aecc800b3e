import fc from 'fast-check';
import { evaluate } from '../../src/engine/evaluate';
import { fixesOf } from '../../src/engine/fixes';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { planPatch } from '../../src/engine/plan';
import { isLabelled } from '../../src/model/labelled';
import type { CellValue } from '../../src/model/snapshot';
import { snapshotOf } from '../support/snapshot-of';

const HEAD = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
/** Rows that come to 90, below a line of the head. */
const formOf = (head: readonly CellValue[], last: readonly CellValue[] = []) =>
  snapshotOf({
    rows: [
      ['项目支出绩效自评表'],
      [...head],
      HEAD,
      ['产出指标', '数量指标', '修建水池', '≥10个', '8个', 50, 40],
      ['效益指标', '社会效益指标', '受益村庄', '≥20个', '20个', 50, 50],
      [...last],
    ],
  });

it('writes no number over a cell that holds the label of its total', () => {
  const label = fc.constantFrom('自评总分', '自评得分', '项目自评得分（分）', '绩效自评总分');
  const points = fc.integer({ min: 1, max: 99 }).filter((value) => value !== 90);
  const end = fc.constantFrom('', '分', ' 分');
  fc.assert(
    fc.property(label, points, end, fc.boolean(), (words, value, unit, overwriteScores) => {
      const text = `${words}：${String(value)}${unit}`;
      expect(isLabelled(text)).toBe(true);
      const snapshot = formOf(['项目名称：水池', null, null, text]);
      const options = { ...DEFAULT_OPTIONS, overwriteScores };
      const result = evaluate(snapshot, options);
      const said = result.tables[0]?.findings.filter(({ check }) => check === 'score-total');
      expect(said?.map(({ cell, found }) => [cell, found])).toEqual([
        [{ row: 1, column: 3 }, value],
      ]);
      const written = planPatch(snapshot, result, options).values;
      const places = [
        ...written.map(({ top }) => top),
        ...fixesOf(snapshot, result, options).map(({ cell }) => cell.row),
      ];
      expect(places).not.toContain(1);
    }),
  );
});

it('puts right a total that stands beside its label', () => {
  const snapshot = formOf(['项目名称', '水池', '自评得分', 95]);
  const result = evaluate(snapshot, DEFAULT_OPTIONS);
  expect(fixesOf(snapshot, result, DEFAULT_OPTIONS).map(({ after }) => after)).toEqual([90]);
});

it.each([
  ['总分', 100, '自评得分', 90],
  ['总分值', 100, '', null],
  ['评价得分', 88, '自评得分', 90],
  ['总分', 100, '', null],
])('takes %s %s in the head for no total of the unit’s', (...head) => {
  const result = evaluate(formOf(head), DEFAULT_OPTIONS);
  const checks = result.tables.flatMap(({ findings }) => findings.map(({ check }) => check));
  expect(checks).not.toContain('score-total');
});

it.each([8, '8', '8分', '36（扣4分）', '97.5%', '', null])('%s has no label in it', (value) => {
  expect(isLabelled(value)).toBe(false);
});
