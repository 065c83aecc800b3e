import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { findingItems } from '../../src/pane/finding-items';
import { snapshotOf } from '../support/snapshot-of';

const HEAD = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];

test.each([
  ['投诉数', '3起', '5起', 'exceeded'],
  ['设备故障率', '≤2%', '3%', 'exceeded'],
  ['事故数', '0起', '1起', 'exceeded'],
  ['修建水池', '≥10个', '8个', 'short'],
  ['修建水池', '10个', '8个', 'short'],
])('the reason of %s %s → %s explains that it is %s', (name, target, actual, expected) => {
  const snapshot = snapshotOf([
    {
      name: '附表',
      rows: [
        ['项目支出绩效自评表（2023年度）'],
        [...HEAD, '偏差原因分析'],
        ['产出指标', '数量指标', name, target, actual, 50, 50, ''],
        ['效益指标', '社会效益指标', '受益村数', '≥20个', '21个', 50, 50, ''],
        ['总分', null, null, null, null, 100, 100, ''],
      ],
    },
  ]);
  const result = evaluate(snapshot, DEFAULT_OPTIONS);
  const drafts = findingItems(snapshot, result, DEFAULT_OPTIONS).flatMap(
    ({ draft }) => draft ?? [],
  );
  expect(new Set(drafts.map(({ deviation }) => deviation))).toEqual(new Set([expected]));
});
