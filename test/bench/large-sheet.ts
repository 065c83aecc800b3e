import type { CellValue, SheetSnapshot, Snapshot } from '../../src/model/snapshot';
import { buildWorkbook } from '../support/workbook-builder';

const HEADER = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析及改进措施',
];
const LEVELS = [
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['产出指标', '时效指标'],
  ['效益指标', '社会效益指标'],
  ['满意度指标', '服务对象满意度指标'],
] as const;

/** Rows of one form with `count` indicators of the kinds that real forms mix. */
export function largeForm(count: number): readonly (readonly CellValue[])[] {
  const rows: CellValue[][] = [
    ['项目支出绩效自评表（2023年度）'],
    ['项目名称', '全市基层服务提升项目'],
    HEADER,
  ];
  for (let at = 0; at < count; at += 1) {
    const [level1, level2] = LEVELS[Math.floor((at * LEVELS.length) / count)] ?? LEVELS[0];
    const target = 50 + (at % 150);
    const missed = at % 20 === 7;
    const actual = missed ? target - 1 : target + (at % 3);
    const kinds: readonly (readonly [CellValue, CellValue])[] = [
      [`≥${String(target)}个`, `${String(actual)}个`],
      [`≥${String(target / 2)}%`, `${String(actual / 2)}%`],
      [target, actual],
      ['2023年12月底前', '2023年11月30日'],
      ['效果明显', '达成预期指标'],
    ];
    const [wanted = null, got = null] = kinds[at % kinds.length] ?? [];
    // About one row in ten is blank or wrong, as in real forms.
    const score = at % 20 === 3 ? null : 10;
    const reason = missed ? '部分任务跨年实施，已列入下年计划' : null;
    rows.push([
      level1,
      level2,
      `第${String(at + 1)}项任务完成情况`,
      wanted,
      got,
      10,
      score,
      reason,
    ]);
  }
  rows.push(['总分', null, null, null, null, count * 10, count * 9, null]);
  return rows.map((row) => [...row, ...new Array<null>(HEADER.length - row.length).fill(null)]);
}

/** The form's rows below its header, one object each with the heads as keys. */
export function largeRows(count: number): readonly Readonly<Record<string, CellValue>>[] {
  return largeForm(count)
    .slice(3)
    .map((row) => Object.fromEntries(HEADER.map((head, column) => [head, row[column] ?? null])));
}

export function largeSnapshot(count: number): Snapshot {
  const values = largeForm(count);
  const blank = new Array<null>(HEADER.length).fill(null);
  const none = values.map(() => blank);
  const sheet: SheetSnapshot = {
    id: '1',
    name: '附表',
    visibility: 'visible',
    protected: false,
    rowCount: values.length,
    columnCount: HEADER.length,
    values,
    formulas: none,
    formats: none,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
  return { revision: 'bench', date1904: false, sheets: [sheet], ledger: null };
}

/** The same as an .xlsx file. */
export function largeWorkbook(count: number): Uint8Array {
  const rows = largeForm(count).map((row) =>
    row.map((value) => (typeof value === 'object' ? null : value)),
  );
  return buildWorkbook({ sheets: [{ name: '附表', rows }] });
}
