import fc from 'fast-check';
import { columnName } from '../../src/model/grid';
import type { CellValue } from '../../src/model/snapshot';
import type { TableResult } from '../../src/model/score';
import { scoreBars } from '../../src/report/level-summary';
import { summarySheet } from '../../src/report/summary-sheet';
import { evaluate, reader } from './evaluate';
import { tableResult, workbookResult, type RowSpec } from './fixtures';

/** The form's cells as they stand after the run. */
function formOf(table: TableResult, written: ReadonlyMap<string, number>) {
  const cells = new Map<string, CellValue>();
  const put = (source: { cell: { row: number; column: number }; raw: CellValue } | null) => {
    if (!source) return;
    const { row, column } = source.cell;
    const name = `${table.table.sheet}!${columnName(column)}${row + 1}`;
    cells.set(`${table.table.sheet}!${row},${column}`, written.get(name) ?? source.raw);
  };
  for (const row of table.table.indicators) [row.weight, row.score].forEach(put);
  for (const row of table.table.budget?.rows ?? []) {
    [row.initial, row.adjusted, row.executed, row.rate, row.weight, row.score].forEach(put);
  }
  [table.table.total?.weight ?? null, table.table.total?.score ?? null].forEach(put);
  return cells;
}

function expectLive(table: TableResult, written: ReadonlyMap<string, number> = new Map()) {
  const sheet = summarySheet(workbookResult([table]), '汇总表', written);
  if (!sheet) throw new Error('no sheet');
  const read = reader(sheet, formOf(table, written));
  let formulas = 0;
  for (const row of sheet.rows) {
    for (const cell of row) {
      if (cell?.formula === undefined) continue;
      formulas += 1;
      const value = evaluate(cell.formula, read);
      if (typeof cell.value === 'number') expect(value).toBeCloseTo(cell.value, 9);
      else expect(value).toBe(cell.value);
    }
  }
  return { sheet, formulas };
}

const rows: RowSpec[] = [
  { name: '场次', weight: 10, filled: 10, computed: 9, status: 'unmet', achievement: 0.9 },
  { name: '合格率', level2: '质量指标', weight: 0.1, filled: 0.2, computed: 0.1 },
  { name: '及时', weight: '20', filled: '20', computed: null, status: 'judged' },
  { name: '增收', level1: '效益指标', weight: 30, filled: null, computed: 30, status: 'over' },
  { name: '尾款', weight: 5, filled: 'x', computed: null, status: 'unscored' },
];

const texts = (line: readonly ({ value: CellValue } | null)[] | undefined) =>
  (line ?? []).map((cell) => cell?.value ?? null);

describe('scoreBars', () => {
  it('shows what was computed, and as filled in what was not, of the funds as of a row', () => {
    const result = tableResult(rows);
    expect(scoreBars(result)).toEqual([
      { label: '产出指标', of: 'level', weight: 35.1, score: 29.1 },
      { label: '效益指标', of: 'level', weight: 30, score: 30 },
      { label: null, of: 'funds', weight: 10, score: 8.62 },
    ]);
    const { budget } = result;
    if (!budget) throw new Error('no funds');
    const [judged, unknown] = [7, null].map((filledScore) =>
      scoreBars({ ...result, budget: { ...budget, score: null, filledScore } }).at(-1),
    );
    expect([judged?.score, unknown?.score]).toEqual([7, null]);
  });
});

describe('summarySheet', () => {
  it('is not written where the workbook has no table', () => {
    expect(summarySheet(workbookResult([]), '汇总表')).toBeNull();
  });

  it('adds up every level, the funds and the total, with formulas that give the same', () => {
    const { sheet, formulas } = expectLive(tableResult(rows));
    const lines = sheet.rows.map((row) => texts(row));
    expect(lines.find((line) => line[0] === '产出指标')).toEqual([
      '产出指标',
      35.1,
      30.2,
      29.1,
      0.8604,
      4,
      1,
      1,
      0,
      1,
      1,
    ]);
    expect(lines.find((line) => line[0] === '效益指标')?.slice(1, 6)).toEqual([30, 0, 30, 0, 1]);
    expect(lines.find((line) => line[0] === '预算执行')?.slice(1, 5)).toEqual([10, 9, 8.62, 0.9]);
    expect(lines.find((line) => line[0] === '合计')?.slice(1, 6)).toEqual([
      75.1, 39.2, 67.72, 0.522, 5,
    ]);
    expect(formulas).toBeGreaterThan(15);
  });

  it('follows runs of cells as ranges, reads texts with VALUE and takes in what is about to be written', () => {
    const { sheet } = expectLive(tableResult(rows), new Map([['附表!G16', 30]]));
    const formulas = sheet.rows.flatMap((row) => row.map((cell) => cell?.formula));
    expect(formulas).toContain("SUM('附表'!G13:G14,VALUE('附表'!G15),'附表'!G17)");
    expect(formulas).toContain("SUM('附表'!G16)");
  });

  it('quotes sheet names that hold quotes', () => {
    const table = tableResult(rows, {}, { sheet: "a'b" });
    const { sheet } = expectLive(table);
    const formulas = sheet.rows.flatMap((row) => row.map((cell) => cell?.formula ?? ''));
    expect(formulas.some((formula) => formula.includes("'a''b'!G13"))).toBe(true);
  });

  it('lists where the form and the computation differ, with a link to the cell', () => {
    const { sheet } = expectLive(tableResult(rows));
    const links = sheet.rows.flatMap((row) => (row[0]?.link ? [texts(row)] : []));
    expect(links.map((line) => [line[0], line[1], line[4], line[5], line[6]])).toEqual([
      ['附表!H6', '预算执行', 9, 8.62, 0.38],
      ['附表!G13', '场次', 10, 9, 1],
      ['附表!G14', '合格率', 0.2, 0.1, 0.1],
    ]);
  });

  it('draws the chart over the level lines of the first table only', () => {
    const sheet = summarySheet(workbookResult([tableResult(rows), tableResult(rows)]), '汇总表');
    const chart = sheet?.chart;
    if (!sheet || !chart) throw new Error('no chart');
    const names = [];
    for (let row = chart.categories.top; row <= chart.categories.bottom; row += 1) {
      names.push(sheet.rows[row]?.[0]?.value);
    }
    expect(names).toEqual(['产出指标', '效益指标', '预算执行']);
    // 得分 is what `scoreBars` says it is, here as in the pane and on the page.
    expect(chart.title).toBe('各级指标分值与复算得分');
    const drawn = chart.series.map(({ name, values: { top, left, bottom } }) => [
      name,
      ...sheet.rows.slice(top, bottom + 1).map((line) => line[left]?.value),
    ]);
    const bars = scoreBars(tableResult(rows));
    expect(drawn).toEqual([
      ['分值', ...bars.map(({ weight }) => weight)],
      ['复算得分', ...bars.map(({ score }) => score)],
    ]);
    for (let row = chart.anchor.top; row <= chart.anchor.bottom; row += 1) {
      expect(sheet.rows[row]).toEqual([]);
    }
  });

  it('keeps every formula true for any scores', () => {
    const score = fc.oneof(
      fc.integer({ min: 0, max: 4000 }).map((cents) => cents / 100),
      fc.constant(null),
      fc.constant('8.5'),
      fc.constant('/'),
      fc.constant({ error: '#DIV/0!' }),
    );
    const row = fc.record({
      name: fc.constant('指标'),
      level1: fc.constantFrom('产出指标', '效益指标', null),
      weight: score,
      filled: score,
      computed: fc.option(fc.integer({ min: 0, max: 100 })),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (specs) => {
        expectLive(tableResult(specs));
      }),
      { numRuns: 60 },
    );
  });

  it('rounds a rate that lies between two of four decimals as a spreadsheet program does', () => {
    const points: readonly (readonly [number, number])[] = [
      [34.38, 8.5],
      [24.54, 15.86],
      [34.12, 8.5],
    ];
    expectLive(
      tableResult(
        points.map(([weight, filled]) => ({ name: '指标', weight, filled, computed: 1 })),
      ),
    );
  });

  it('gives figures instead of a formula no program would take', () => {
    const many = Array.from({ length: 700 }, (_, index): RowSpec => ({
      name: `指标${index}`,
      level1: index % 2 === 0 ? '产出指标' : '效益指标',
      weight: 1,
      filled: 1,
    }));
    const { sheet } = expectLive(tableResult(many));
    const line = sheet.rows.find((row) => row[0]?.value === '产出指标');
    expect(line?.[1]).toEqual({ value: 350, style: 'number' });
  });
});
