import fc from 'fast-check';
import type { CellValue } from '../../src/model/snapshot';
import { onlyTable } from '../support/only-table';

const HEAD = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
/** First levels with the second levels below them, as the national form has them since 2021. */
const BLOCKS: readonly (readonly [string, ...string[]])[] = [
  ['产出指标', '数量指标', '质量指标', '时效指标'],
  ['成本指标', '经济成本指标', '社会成本指标', '生态环境成本指标'],
  ['效益指标', '经济效益指标', '社会效益指标', '可持续影响指标'],
  ['满意度指标', '服务对象满意度指标'],
];

it('a row belongs to the first level of its own block, whatever the order of the blocks', () => {
  const blocks = fc.shuffledSubarray([...BLOCKS], { minLength: 2 });
  fc.assert(
    fc.property(blocks, fc.boolean(), fc.boolean(), (order, isRepeated, isShort) => {
      const named = (level: string): string => (isShort ? level.replace(/指标$/, '') : level);
      const rows = order.flatMap(([first, ...seconds]) =>
        seconds.map((second, index): CellValue[] => [
          index === 0 || isRepeated ? named(first) : null,
          named(second),
          `${second}的一项`,
          '≥10次',
          '10次',
          10,
          10,
        ]),
      );
      const { indicators } = onlyTable({ rows: [['项目支出绩效自评表'], HEAD, ...rows] });
      expect(indicators.map(({ level1, level2 }) => [level1, level2])).toEqual(
        order.flatMap(([first, ...seconds]) =>
          seconds.map((second) => [named(first), named(second)]),
        ),
      );
    }),
  );
});

it('in one column of paths a class alone takes the place of the last step', () => {
  const head = ['指标', '指标内容', '年度指标值', '实际完成值', '分值', '得分'];
  const { indicators } = onlyTable({
    rows: [
      ['项目支出绩效自评表'],
      head,
      ['产出指标40分/数量指标15分', '开展检查', '≥10次', '10次', 15, 15],
      ['质量指标25分', '合格率', '≥90%', '95%', 25, 25],
    ],
  });
  expect(indicators.map(({ level1 }) => level1)).toEqual(['产出指标', '产出指标']);
});
