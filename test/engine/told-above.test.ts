import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { toldAbove } from '../../src/scoring/rubric/told-above';
import { snapshotOf } from '../support/snapshot-of';

const HEAD = ['一级指标', '三级指标', '分值', '评分标准', '自评情况', '自评得分', '扣分原因'];
const STAFF = '≤100%得5分，每超过1个百分点扣0.5分，扣完为止';

const scoresOf = (above: readonly (string | number | null)[], told: string | null) => {
  const rows = [
    ['部门整体支出绩效自评评分表'],
    [...above],
    HEAD,
    ['管理', '在职人员控制率', 5, STAFF, told, null, null],
    ['管理', '制度健全', 15, '制度健全得15分，否则不得分', '制度健全', null, null],
    ['产出', '任务完成率', 80, '得分=完成率×分值', '完成率90%', null, null],
    ['合计', null, 100, null, null, null, null],
  ];
  const result = evaluate(snapshotOf({ name: '附表', rows }), DEFAULT_OPTIONS);
  return result.tables.flatMap(({ rows: scored }) => scored.map(({ score }) => score));
};

test.each([
  ['the staff above the table', ['在职人员数', 51, '编制数', 50], null, 4],
  ['the staff above the table, within its posts', ['在职人员数', 49, '编制数', 50], null, 5],
  ['what the row itself tells before it', ['在职人员数', 51, '编制数', 50], '控制率100%', 5],
  ['no score where one of the two is blank', ['在职人员数', 51, '编制数', null], null, null],
])('%s', (_, above, told, points) => {
  expect(scoresOf(above, told)).toEqual([points, 15, 72]);
});

const line = (label: string, value: string) => {
  const cell = { row: 1, column: 1 };
  return { label, value, labelCell: cell, cell };
};

test('a line that could be either of two is none', () => {
  const posts = [line('行政编制数', '30'), line('事业编制数', '20'), line('在职人员数', '51')];
  expect(toldAbove('在职人员控制率', posts)).toBe('');
  expect(toldAbove('在职人员控制率', [line('编制数', '50'), line('在职人员数', '51')])).toBe(
    '在职人员数51，编制数50',
  );
});
