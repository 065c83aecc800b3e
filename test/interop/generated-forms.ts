import { buildWorkbook, type CellSpec } from '../support/workbook-builder';

/** The same numbers for the same seed, on every machine (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const LEVELS = [
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['效益指标', '社会效益指标'],
  ['满意度指标', '服务对象满意度指标'],
] as const;

/**
 * A national form with `count` indicators of varied kinds, some scores filled in and some blank,
 * some texts that look like formulas. Deterministic by `seed`.
 */
export function generatedForm(seed: number, count: number): Uint8Array {
  const next = randomNumbers(seed);
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(items: readonly [T, ...T[]]): T => items[whole(0, items.length - 1)] ?? items[0];
  const rows: CellSpec[][] = [
    ['项目支出绩效自评表'],
    ['（2024年度）'],
    ['项目名称', `=第${String(seed)}号试点项目`],
    ['主管部门', '+青禾县财政局', null, null, '实施单位', '@青禾县财政局'],
    ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ];
  const budget = whole(50, 500);
  const spent = Math.round(budget * (0.6 + next() * 0.4) * 100) / 100;
  rows.push([null, '年度资金总额', budget, budget, spent, 10, spent / budget, null]);
  rows.push([null, '其中：当年财政拨款', budget, budget, spent, '-', null, '-']);
  rows.push([
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '得分',
    '偏差原因分析及改进措施',
  ]);
  const first = rows.length + 1;
  for (let at = 0; at < count; at += 1) {
    const [level1, level2] = LEVELS[Math.floor((at * LEVELS.length) / count)] ?? LEVELS[0];
    const previous = at === 0 ? null : LEVELS[Math.floor(((at - 1) * LEVELS.length) / count)];
    const target = whole(10, 400);
    const actual = Math.max(0, Math.round(target * (0.5 + next())));
    const sign = pick(['≥', '≤', '=', '不少于']);
    rows.push([
      previous?.[0] === level1 ? null : level1,
      previous?.[1] === level2 ? null : level2,
      pick(['任务完成数量', '设备购置数', '平均办理时限', '问题发现数']) + String(at + 1),
      next() < 0.2 ? '效果明显' : `${sign}${String(target)}件`,
      next() < 0.2 ? '达成预期指标' : `${String(actual)}件`,
      2,
      next() < 0.4 ? null : whole(0, 4) / 2,
      next() < 0.5 ? '=受疫情影响' : '',
    ]);
  }
  const sum = (column: string) => `SUM(${column}${String(first)}:${column}${String(rows.length)})`;
  const stored = (column: number) =>
    rows
      .slice(first - 1)
      .map((row) => row[column])
      .reduce<number>((total, value) => total + (typeof value === 'number' ? value : 0), 0);
  const total: CellSpec[] = ['总分', null, null, null, null];
  total.push(
    { value: stored(5) + 10, formula: `${sum('F')}+F6` },
    { value: stored(6), formula: `${sum('G')}+H6` },
  );
  rows.push(total);
  return buildWorkbook({
    sheets: [
      { name: `表'${String(seed)} & 附件`, rows, merges: ['A1:H1', 'A2:H2'] },
      { name: '说明', rows: [['本表由测试程序生成']] },
    ],
  });
}
