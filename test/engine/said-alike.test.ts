import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import type { CellValue } from '../../src/model/snapshot';
import { snapshotOf } from '../support/snapshot-of';

type Row = readonly CellValue[];

/** What is computed for one row of a plain form, and which findings stand on it. */
function resultOf(heads: Row, row: Row) {
  const { tables } = evaluate(
    snapshotOf({
      rows: [
        ['项目支出绩效自评表'],
        ['（2023年度）'],
        ['项目名称', '道路养护'],
        ['一级指标', '二级指标', '三级指标', ...heads],
        ['产出指标', '数量指标', ...row],
      ],
    }),
    DEFAULT_OPTIONS,
  );
  const [table] = tables;
  if (!table) throw new Error('no table');
  const [score] = table.rows;
  return {
    score: score?.score ?? null,
    found: table.findings.flatMap(({ check, cell }) => (cell.row === 4 ? [check] : [])),
  };
}

const PLAIN: Row = ['年度指标值', '实际完成值', '分值', '得分'];

describe('the same said in other words', () => {
  it.each([
    ['宣传活动', '一年两次', '2次'],
    ['宣传活动', '每年两次', '2次'],
    ['宣传活动', '两次', '2次'],
    ['开工时间', '3月底前', '2月开工'],
    ['开工时间', '3月底前', '2月份开工'],
    ['植被盖度', '提高3个百分点', '提高3.4个百分点'],
  ])('%s: %s and %s', (name, target, actual) => {
    const { score, found } = resultOf(PLAIN, [name, target, actual, 10, 10]);
    expect(score).toBe(10);
    expect(found).not.toContain('kind-mismatch');
    expect(found).not.toContain('deadline-missed');
  });
});

it('a direction that the name says in brackets is the form’s', () => {
  const heads: Row = ['指标性质', '指标值', '计量单位', '实际完成值', '分值', '得分'];
  const row: Row = ['公路投诉件数（反向指标）', '≥', 30, '件', 22, 10, 10];
  const { found } = resultOf(heads, row);
  expect(found).toContain('sign-conflict');
  expect(found).not.toContain('unmet-full-score');
  expect(found).not.toContain('reason-missing');
});

it('a bare figure ten thousand times a limit in 万元 may be in 元: no score', () => {
  const heads: Row = ['指标性质', '指标值', '计量单位', '实际完成值', '分值', '得分'];
  const { score, found } = resultOf(heads, ['建设总成本', '≤', 560, '万元', 5480000, 10, 10]);
  expect(score).toBeNull();
  expect(found).toEqual(['unit-mismatch']);
});

it.each(['（请填写指标值）', '请填写', '请填写指标值'])(
  '%s as a target is the form’s own',
  (target) => {
    expect(resultOf(PLAIN, ['馆藏', target, '丰富', 10, 10]).found).toContain('template-text');
  },
);
