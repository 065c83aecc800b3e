import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import type { CellValue } from '../../src/model/snapshot';
import { snapshotOf } from '../support/snapshot-of';

/** Two rows of which one cell of 分值 and one of 得分 are merged over both. */
function tableOf(done: string, score: CellValue, merges = ['D3:D4', 'E3:E4']) {
  const rows: CellValue[][] = [
    ['项目支出绩效自评表'],
    ['三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析'],
    ['清淤河道', '≥12公里', '13公里', 60, score, null],
    ['栽种护岸林', '≥800株', done, null, null, '入冬早，开春补栽'],
    ['群众满意度', '≥90%', '94%', 40, 40, null],
  ];
  const [table] = evaluate(snapshotOf({ rows, merges }), DEFAULT_OPTIONS).tables;
  const loud = table?.findings.filter(({ severity }) => severity !== 'info') ?? [];
  return { row: table?.rows[0], loud: loud.map(({ check }) => check) };
}

test('points that two rows share are for a person where one of them was missed', () => {
  const { row, loud } = tableOf('740株', 57);
  expect([row?.score, row?.status, row?.achievement]).toEqual([null, 'judged', null]);
  expect(loud).toEqual([]);
});

test('and full where both were met', () => {
  expect(tableOf('820株', 60).row?.score).toBe(60);
  expect(tableOf('820株', 57).loud).toEqual([]);
});

test('a row without points below one that has them takes nothing of it', () => {
  expect(tableOf('820株', 57, []).loud).toEqual(['met-not-full']);
  expect(tableOf('740株', 57, []).row?.score).toBe(60);
});
