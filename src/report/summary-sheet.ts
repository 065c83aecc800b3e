import type { Texts } from '../texts/catalogue';
import { cellName, type Range } from '../model/grid';
import type { SheetCell, SheetChart, SheetWrite } from '../model/patch';
import type { TableResult, WorkbookResult } from '../model/score';
import type { BudgetRow, NumberCell } from '../model/table';
import { compare, ratio, sum } from '../quantity/exact';
import { CHINESE, type ResultKey } from './chinese';
import { fullWithoutLeftOut, rescaled } from '../quantity/not-applicable';
import { fundsScore, levelSummaries, type LevelSummary } from './level-summary';
import { cell, formulaCell, numberOrBlank, sayIn, type Row, type Say } from './sheet-cells';
import { differing } from './summary-differences';
import {
  LAST,
  WIDTHS,
  live,
  together,
  totalOf,
  wide,
  type Page,
  type Setting,
} from './summary-page';
import { followCell, sumFormula, type Written } from './sum-formula';

/** Rows kept free for the chart. */
const CHART_ROWS = 12;
const COUNTS = ['met', 'unmet', 'over', 'judged', 'unscored'] as const;

/** `IF(B5=0,"",ROUND(C5/B5,4))`: no rate of nothing. */
function rateCell(row: number, weight: number | null, score: number | null): SheetCell {
  if (weight === null || score === null) return cell(null, 'percent');
  const [whole, part] = [cellName({ row, column: 1 }), cellName({ row, column: 2 })];
  const rate = ratio(score, weight, 4) ?? '';
  return formulaCell(`IF(${whole}=0,"",ROUND(${part}/${whole},4))`, rate, 'percent');
}

function facts(page: Page, { table }: TableResult, say: Say) {
  wide(page, table.title?.value ?? table.sheet, 'heading');
  const lines = [
    say('summary.sheet', { sheet: table.sheet }),
    table.project && say('summary.project', { project: table.project.value }),
    table.department && say('summary.department', { department: table.department.value }),
    table.unit && say('summary.unit', { unit: table.unit.value }),
    table.year && say('summary.year', { year: table.year.value }),
  ].filter((line) => line !== null);
  wide(page, lines.join('    '), 'text');
}

/** What the lines of one part of the summary come to, for the line of totals. */
interface Sums {
  readonly weights: number[];
  readonly scores: number[];
  readonly computed: number[];
  readonly counts: number[];
}

/** Level-1 lines, the funds line and the line of totals. Returns the rows of the lines. */
function levels(page: Page, result: TableResult, setting: Setting) {
  const { say } = setting;
  const heads = ['level', 'weight', 'filled', 'computed', 'rate', 'count', ...COUNTS] as const;
  page.rows.push(heads.map((head) => cell(say(`summary.${head}`), 'header')));
  const top = page.rows.length;
  const sums: Sums = { weights: [], scores: [], computed: [], counts: [0, 0, 0, 0, 0, 0] };
  for (const level of levelSummaries(result)) {
    levelLine(page, level, result.table.sheet, setting, sums);
  }
  fundsLine(page, result, setting, sums);
  const bottom = page.rows.length - 1;
  if (bottom >= top) {
    totalsLine(page, top, bottom, setting, sums);
    rescaledLine(page, result, setting, sums);
  }
  return { top, bottom };
}

function levelLine(
  page: Page,
  level: LevelSummary,
  sheet: string,
  { say, written }: Setting,
  sums: Sums,
): void {
  const weight = level.weight === null ? null : sumFormula(sheet, level.weights, written);
  const score = level.scores.length === 0 ? null : sumFormula(sheet, level.scores, written);
  addTo(sums, weight, score, level.computed);
  const numbers = [level.count, ...COUNTS.map((status) => level.statuses[status])];
  numbers.forEach((number, index) => {
    sums.counts[index] = (sums.counts[index] ?? 0) + number;
  });
  page.rows.push([
    cell(level.label ?? say('summary.noLevel')),
    ...pointCells(page, weight, score, level.computed),
    ...numbers.map((number) => cell(number, 'number')),
  ]);
}

function fundsLine(page: Page, result: TableResult, { say, written }: Setting, sums: Sums): void {
  const funds = totalOf(result);
  if (!result.budget || !funds?.score || result.budget.weight === null) return;
  const { sheet } = result.table;
  const weight = followCell(sheet, funds.weight, written);
  const score = followCell(sheet, funds.score, written);
  const computed = fundsScore(result.budget);
  addTo(sums, weight, score, computed);
  page.rows.push([cell(say('summary.funds')), ...pointCells(page, weight, score, computed)]);
}

function totalsLine(page: Page, top: number, bottom: number, { say }: Setting, sums: Sums): void {
  const column = (index: number) =>
    `SUM(${cellName({ row: top, column: index })}:${cellName({ row: bottom, column: index })})`;
  const [weight, score] = [sum(sums.weights), sum(sums.scores)];
  page.rows.push([
    cell(say('summary.total'), 'total'),
    formulaCell(column(1), weight, 'total'),
    formulaCell(column(2), score, 'total'),
    formulaCell(column(3), sum(sums.computed), 'total'),
    rateCell(page.rows.length, weight, score),
    ...sums.counts.map((count, index) => formulaCell(column(index + 5), count, 'total')),
  ]);
}

/** Where rows are left out: the line above on the scale of the table, as the form's total is. */
function rescaledLine(page: Page, { table, profile }: TableResult, { say }: Setting, sums: Sums) {
  const full = fullWithoutLeftOut(table, profile);
  if (full === null) return;
  const { tableTotal, rounding } = profile;
  const row = page.rows.length;
  const whole = (column: number, points: number) =>
    formulaCell(
      `ROUND(${cellName({ row: row - 1, column })}*${tableTotal}/${full},${rounding.score})`,
      rescaled(points, table, profile),
      'total',
    );
  const score = sum(sums.scores);
  page.rows.push([
    cell(say('summary.rescaled'), 'total'),
    cell(tableTotal, 'total'),
    whole(2, score),
    whole(3, sum(sums.computed)),
    rateCell(row, tableTotal, rescaled(score, table, profile)),
  ]);
}

type Followed = ReturnType<typeof followCell>;

function addTo(sums: Sums, weight: Followed, score: Followed, computed: number | null): void {
  if (weight) sums.weights.push(weight.value);
  if (score) sums.scores.push(score.value);
  if (computed !== null) sums.computed.push(computed);
}

/** 分值, 自评得分, the computed score and the rate of a line that is about to be added. */
const pointCells = (page: Page, weight: Followed, score: Followed, computed: number | null) => [
  live(weight),
  live(score),
  numberOrBlank(computed),
  rateCell(page.rows.length, weight?.value ?? null, score?.value ?? null),
];

function outcome(page: Page, result: TableResult, { say, written }: Setting) {
  const { table, totals } = result;
  const row: Row = [
    cell(say('summary.grade'), 'header'),
    cell(totals.grade ?? say('summary.noGrade')),
  ];
  const printed = table.total?.score ?? null;
  if (printed) {
    row.push(
      cell(say('summary.printed'), 'header'),
      live(followCell(table.sheet, printed, written)),
    );
  }
  page.rows.push(row);
}

/** 执行率 from the two amounts of this line where that is how the engine got it. */
function executionRate(row: number, result: TableResult, funds: BudgetRow): SheetCell {
  const rate = result.budget?.rate ?? null;
  if (rate === null || !funds.isTotal) return cell(null, 'percent');
  const column = result.profile.execution.denominator === 'initial' ? 1 : 2;
  const whole = (column === 1 ? funds.initial : funds.adjusted)?.value ?? null;
  const part = funds.executed?.value ?? null;
  if (whole === null || part === null || compare(whole, 0) === 0) return cell(rate, 'percent');
  if (ratio(part, whole, 4) !== rate) return cell(rate, 'percent');
  const [below, above] = [cellName({ row, column }), cellName({ row, column: 3 })];
  return formulaCell(`IF(${below}=0,"",ROUND(${above}/${below},4))`, rate, 'percent');
}

function funds(page: Page, result: TableResult, { say, written }: Setting) {
  const { budget, sheet } = result.table;
  if (!budget || budget.rows.length === 0) return;
  page.rows.push([]);
  const top = page.rows.length;
  const heads = [
    'initial',
    'adjusted',
    'executed',
    'executionComputed',
    'executionPrinted',
  ] as const;
  page.rows.push([
    cell(
      budget.currency === null
        ? say('summary.fundsHead')
        : say('summary.fundsHeadIn', { currency: budget.currency }),
      'header',
    ),
    ...heads.map((head) => cell(say(`summary.${head}`), 'header')),
  ]);
  const follow = (source: NumberCell | null) => followCell(sheet, source, written);
  for (const line of budget.rows) {
    page.rows.push([
      cell(line.label),
      live(follow(line.initial)),
      live(follow(line.adjusted)),
      live(follow(line.executed)),
      executionRate(page.rows.length, result, line),
      numberOrBlank(line.rate?.value ?? null, 'percent'),
    ]);
  }
  page.blocks.push({ top, bottom: page.rows.length - 1 });
}

function chartOf(
  page: Page,
  say: Say,
  { top, bottom }: { top: number; bottom: number },
): SheetChart {
  const first = page.rows.length;
  for (let row = 0; row < CHART_ROWS; row += 1) page.rows.push([]);
  const down = (column: number): Range => ({ top, left: column, bottom, right: column });
  return {
    title: say('summary.chart'),
    anchor: { top: first, left: 0, bottom: first + CHART_ROWS - 1, right: LAST },
    categories: down(0),
    series: [
      { name: say('summary.weight'), values: down(1) },
      { name: say('summary.computed'), values: down(3) },
    ],
  };
}

/**
 * 汇总表: per table the levels, the funds and what differs, with live formulas to the form's cells.
 * `written` are the scores this run puts into the form. Null where the workbook has no table.
 */
export function summarySheet(
  result: WorkbookResult,
  name: string,
  written: Written = new Map(),
  texts: Texts<ResultKey> = CHINESE,
): SheetWrite | null {
  if (result.tables.length === 0) return null;
  const say = sayIn(texts);
  const setting: Setting = { say, texts, written };
  const page: Page = { rows: [], merges: [], blocks: [] };
  let chart: SheetChart | null = null;
  wide(page, say('summary.title'), 'title');
  wide(page, say('summary.note', { profile: result.profile.title }), 'note');
  result.tables.forEach((table, index) => {
    if (index > 0) page.rows.push([]);
    const block = together(page, () => {
      facts(page, table, say);
      const lines = levels(page, table, setting);
      outcome(page, table, setting);
      return lines;
    });
    if (index === 0 && block.bottom >= block.top) {
      page.rows.push([]);
      chart = together(page, () => chartOf(page, say, block));
    }
    funds(page, table, setting);
    differing(page, table, setting);
  });
  return {
    role: 'summary',
    name,
    widths: WIDTHS,
    rows: page.rows,
    merges: page.merges,
    frozenRows: 1,
    landscape: true,
    blocks: page.blocks,
    chart,
  };
}
