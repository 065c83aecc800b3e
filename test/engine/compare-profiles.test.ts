import fc from 'fast-check';
import { compareProfiles } from '../../src/engine/compare-profiles';
import { cellName } from '../../src/model/grid';
import { profileById, PROFILES } from '../../src/profiles/load-profile';
import { onlyTable } from '../support/only-table';

const table = onlyTable({
  name: '附表',
  rows: [
    ['项目支出绩效自评表'],
    ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [null, '年度资金总额', 100, 80, 80, 10, 1, 10],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
    ['产出指标', '数量指标', '培训农民', '≥200人', '280人', 30, 30, null],
    [null, '成本指标', '培训成本', '≤100元/人', '120元/人', 20, 16.67, '物价上涨'],
    ['效益指标', '社会效益指标', '种植水平', '有所提高', '部分达成', 30, 18, '效果待显现'],
    ['满意度指标', '服务对象满意度指标', '农民满意度', '≥90%', '92%', 10, 10, null],
    ['总分', null, null, null, null, 100, 84.67, null],
  ],
});

const changes = (a: string | null, b: string | null) =>
  compareProfiles(table, a === null ? null : profileById(a), b === null ? null : profileById(b));

test('a profile against itself changes nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PROFILES), (profile) => {
      const { values, rows, gone, added, totals } = compareProfiles(table, profile, profile);
      expect({ values, rows, gone, added }).toEqual({ values: [], rows: [], gone: [], added: [] });
      expect(totals[0]).toEqual(totals[1]);
    }),
  );
});

test('the other way round every difference has the other sign', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PROFILES), fc.constantFrom(...PROFILES), (a, b) => {
      const there = compareProfiles(table, a, b);
      const back = compareProfiles(table, b, a);
      const flat = ({ rows }: typeof there, sign: number) =>
        rows.map(({ cell, difference }) => [
          cellName(cell),
          difference === null ? null : sign * difference || 0,
        ]);
      expect(flat(back, -1)).toEqual(flat(there, 1));
      expect(back.gone).toEqual(there.added);
    }),
  );
});

test('points off for far above the target', () => {
  const { rows, totals, values } = changes('cn-mof-2020', 'platform-cap-2022');
  expect(rows.map(({ name, cell, difference }) => [name, cellName(cell), difference])).toEqual([
    ['培训农民', 'G5', -2],
  ]);
  expect(totals.map(({ score }) => score)).toEqual([84.67, 82.67]);
  expect(values).toContainEqual(
    expect.objectContaining({
      path: 'overAchieved.deduct',
      before: null,
      after: { from: 1.3, points: 2 },
      mark: 'regulation',
    }),
  );
});

test('another denominator changes the funds row', () => {
  const [row] = changes(null, 'bj-2016').rows;
  expect(row).toMatchObject({ name: null, cell: { row: 2, column: 7 }, difference: -2 });
});

test('another middle band changes where a person may judge, and what is said', () => {
  const { rows } = changes('cn-mof-2020', 'jx-2017');
  expect(rows).toMatchObject([
    { name: '种植水平', before: { range: [18, 24] }, after: { range: [15, 24] }, difference: null },
  ]);
});
