import type { SheetGiven } from '../../support/wps-fake/book-of';

/**
 * A form of 200 rows and 9 columns with 73 merged areas, as the budget of calls is stated for.
 * Filled: what the merges cover holds values too, as it does where rows were merged by program.
 */
export function largeForm(isFilled = false): SheetGiven {
  const head = [
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '得分',
    '原因',
    '备注',
  ];
  const rows = Array.from({ length: 199 }, (_, at) => [
    isFilled || at % 4 === 0 ? `一级${Math.floor(at / 4)}` : null,
    isFilled || at % 8 === 0 ? `二级${Math.floor(at / 8)}` : null,
    `指标${at}`,
    `≥${at + 1}个`,
    `${at}个`,
    0.5,
    null,
    '已说明',
    '无',
  ]);
  const blocks = (letter: string, height: number, count: number): string[] =>
    Array.from({ length: count }, (_, at) => {
      const top = 2 + at * height;
      return `${letter}${top}:${letter}${Math.min(top + height - 1, 200)}`;
    });
  const merges = [...blocks('A', 4, 50), ...blocks('B', 8, 23)];
  return { name: '附表', rows: [head, ...rows], merges };
}
