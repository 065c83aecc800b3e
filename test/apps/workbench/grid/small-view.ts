import type { BookView, CellLook, SheetView } from '../../../../src/model/look';
import type { CellValue } from '../../../../src/model/snapshot';
import { PLAIN_LOOK } from '../../../../src/xlsx/view/view-looks';

const THIN = { style: 'thin', colour: '#000000' } as const;
const BOXED: CellLook = {
  ...PLAIN_LOOK,
  font: '宋体',
  size: 10.5,
  wrap: true,
  vertical: 'middle',
  top: THIN,
  right: THIN,
  bottom: THIN,
  left: THIN,
};

/** The looks the small workbook names by number. */
export const LOOKS: readonly CellLook[] = [
  PLAIN_LOOK,
  {
    ...PLAIN_LOOK,
    font: '方正小标宋简体',
    size: 18,
    bold: true,
    horizontal: 'center',
    vertical: 'middle',
  },
  { ...BOXED, bold: true, fill: '#ddebf7', horizontal: 'center' },
  BOXED,
  { ...BOXED, horizontal: 'right', format: '0.00' },
  { ...BOXED, horizontal: 'center', format: '0.0%' },
  { ...BOXED, format: 'yyyy"年"m"月"d"日"' },
  { ...BOXED, format: '@' },
];

type Row = readonly CellValue[];

export interface SheetParts {
  readonly id?: string;
  readonly name?: string;
  /** Results of formulas by address-like key `row:column`. */
  readonly results?: Readonly<Record<string, CellValue>>;
  readonly looks?: readonly (readonly number[])[];
  readonly with?: Partial<SheetView>;
}

/** A sheet from rows of values; text that begins with `=` is a formula, its result beside it. */
export function sheetView(rows: readonly Row[], parts: SheetParts = {}): SheetView {
  const columnCount = Math.max(0, ...rows.map((row) => row.length));
  const isFormula = (value: CellValue | undefined): value is string =>
    typeof value === 'string' && value.startsWith('=');
  const columns = Array.from({ length: columnCount }, (_, column) => column);
  return {
    id: parts.id ?? 's1',
    name: parts.name ?? '附表',
    visibility: 'visible',
    protected: false,
    rowCount: rows.length,
    columnCount,
    values: rows.map((row, r) =>
      columns.map((c) => {
        const value = row[c];
        if (isFormula(value)) return parts.results?.[`${String(r)}:${String(c)}`] ?? null;
        return value ?? null;
      }),
    ),
    formulas: rows.map((row) =>
      columns.map((c) => {
        const value = row[c];
        return isFormula(value) ? value.slice(1) : null;
      }),
    ),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    looks: rows.map((_, r) => columns.map((c) => parts.looks?.[r]?.[c] ?? 0)),
    notes: [],
    defaultWidth: 72,
    defaultHeight: 20,
    widths: new Map(),
    heights: new Map(),
    frozenRows: 0,
    frozenColumns: 0,
    gridLines: true,
    ...parts.with,
  };
}

export function bookView(sheets: readonly SheetView[], more: Partial<BookView> = {}): BookView {
  return { revision: '1', date1904: false, looks: LOOKS, sheets, unshown: [], ...more };
}

/** A small self-assessment form of two sheets, one more hidden, with every kind of content. */
export function smallView(): BookView {
  const form = sheetView(
    [
      ['项目支出绩效自评表', null, null, null, null, null],
      ['指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
      ['培训人次（一线职工参加业务培训的总人次）', '≥100人次', 120, 10, 10, null],
      ['验收合格率', 0.95, 0.9, 10, '=ROUND(C4/B4*D4,2)', '部分工程未完工'],
      ['完成时间', 45657, 45650, 10, 10, null],
      ['合计', null, null, '=SUM(D3:D5)', '=SUM(E3:E5)', '=IF(E6>=90,"优","差")'],
    ],
    {
      results: { '3:4': 9.47, '5:3': 30, '5:4': 29.47, '5:5': '差' },
      looks: [
        [1, 1, 1, 1, 1, 1],
        [2, 2, 2, 2, 2, 2],
        [3, 3, 3, 4, 4, 3],
        [3, 5, 5, 4, 4, 3],
        [3, 6, 6, 4, 4, 3],
        [2, 3, 3, 4, 4, 3],
      ],
      with: {
        merges: [
          { top: 0, left: 0, bottom: 0, right: 5 },
          { top: 5, left: 0, bottom: 5, right: 2 },
        ],
        widths: new Map([
          [0, 180],
          [1, 110],
          [2, 110],
          [5, 160],
        ]),
        heights: new Map([
          [0, 40],
          [2, 40],
        ]),
        notes: [{ cell: { row: 3, column: 4 }, text: '重新计算应为 9.47' }],
        frozenRows: 2,
      },
    },
  );
  const odd = sheetView(
    [
      ['=不是公式', '001', true, { error: '#N/A' }, ' 空格 ', '第一行\n第二行'],
      ['#N/A', 'TRUE', "'引号", '2023-1-1', '95%', '¥5'],
    ],
    {
      id: 's2',
      name: '其他',
      looks: [
        [7, 7, 0, 0, 0, 3],
        [0, 0, 0, 0, 0, 0],
      ],
      with: { gridLines: false },
    },
  );
  const text = { ...odd, formulas: odd.formulas.map((row) => row.map(() => null)) };
  const values = odd.values.map((row, r) =>
    row.map((value, c) => (r === 0 && c === 0 ? '=不是公式' : value)),
  );
  const hidden = sheetView([[1]], { id: 's3', name: '隐藏', with: { visibility: 'hidden' } });
  return bookView([form, { ...text, values }, hidden]);
}
