import type { Budget, BudgetRow, NumberCell } from '../../model/table';
import { compare, ratio, subtract, sum } from '../../quantity/exact';
import { normaliseText } from '../../quantity/normalise';
import { numberCellAt, rateCellAt } from '../point-cells';
import type { Body } from '../rows/read-indicators';
import { filledColumns, type SheetView } from '../sheet-view';
import { type Pair, pairsOf } from './funds-header';

/** What the total's points leave over those of the rows. */
interface Gap {
  readonly weight: number;
  readonly score: number;
}

/** Rows of a form, the end excluded. */
interface Rows {
  readonly from: number;
  readonly to: number;
}

/**
 * The points of the funds where no head names them: what the total's weight and score leave over the rows'
 * is the funds' where that score stands among them and the weight beside it, or where the weight times the
 * rate comes to it. Without a block of funds, those of the one line above the heads that tells of money spent,
 * or that has the rate beside its head.
 */
export function withProvenPoints(
  view: SheetView,
  budget: Budget | null,
  body: Body,
  rows: Rows,
): Budget | null {
  const gap = gapOf(body);
  if (!gap) return budget;
  if (!budget) return budgetInWords(view, gap, rows) ?? rateAlone(view, gap, rows);
  const total = budget.rows.find(({ isTotal }) => isTotal);
  if (!total || (total.weight?.value != null && total.score?.value != null)) return budget;
  // Points on a 其中 row are what the total leaves over: they are read there, in the columns' own names.
  if (budget.rows.some((row) => row !== total && hasPoints(row))) return budget;
  const differs = (cell: NumberCell | null, points: number): boolean =>
    cell?.value != null && compare(cell.value, points) !== 0;
  if (differs(total.weight, gap.weight) || differs(total.score, gap.score)) return budget;
  const proven = pointsAmong(view, gap, total, blockOf(budget, rows));
  if (!proven) return budget;
  return {
    ...budget,
    range: { ...budget.range, right: Math.max(budget.range.right, proven.score.cell.column) },
    rows: budget.rows.map((row) => (row === total ? { ...row, ...proven } : row)),
  };
}

const hasPoints = ({ weight, score }: BudgetRow): boolean =>
  weight?.value != null || score?.value != null;

/** No funds have more of a form's points. */
const MOST = 0.4;

function gapOf({ indicators, total }: Body): Gap | null {
  const [whole, all] = [total?.weight?.value, total?.score?.value];
  if (whole == null || all == null || indicators.length === 0) return null;
  if (indicators.some((one) => one.weight?.value != null && one.score?.value == null)) return null;
  const weight = subtract(whole, sum(indicators.map((one) => one.weight?.value ?? 0)));
  const score = subtract(all, sum(indicators.map((one) => one.score?.value ?? 0)));
  return weight > 0 && weight <= whole * MOST && score >= 0 && score <= weight
    ? { weight, score }
    : null;
}

const blockOf = ({ headerRow, range }: Budget, { from, to }: Rows): Rows => ({
  from: Math.max(from, headerRow - 1),
  to: Math.min(to, range.bottom + 2),
});

type Points = { readonly weight: NumberCell; readonly score: NumberCell };

function pointsAmong(
  view: SheetView,
  { weight, score }: Gap,
  total: BudgetRow,
  block: Rows,
): Points | null {
  const { initial, adjusted, received, carried, executed, rate } = total;
  const amounts = [initial, adjusted, received, carried, executed, rate];
  const isAmount = ({ cell }: NumberCell): boolean =>
    amounts.some((one) => one?.cell.row === cell.row && one.cell.column === cell.column);
  const free = figuresIn(view, block).filter((one) => !isAmount(one));
  const scored = total.score?.value != null ? total.score : lastOf(free, score);
  if (!scored) return null;
  const others = free.filter((one) => one.cell !== scored.cell);
  const printed = total.weight?.value != null ? total.weight : lastOf(others, weight);
  if (printed) return { weight: printed, score: scored };
  const budget = (adjusted ?? initial ?? received)?.value ?? null;
  const spent = executed?.value ?? null;
  const share = budget === null || spent === null ? null : ratio(spent, budget, PLACES);
  if (share === null || Math.abs(weight * share - score) > CLOSE) return null;
  return { weight: { ...scored, raw: weight, value: weight }, score: scored };
}

const PLACES = 6;
/** Points are rounded to one decimal or two. */
const CLOSE = 0.051;

function figuresIn(view: SheetView, { from, to }: Rows): NumberCell[] {
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  return rows.flatMap((row) =>
    filledColumns(view, row).flatMap((column) => {
      const read = numberCellAt(view, { row, column });
      return read?.value != null ? [read] : [];
    }),
  );
}

/** Points stand behind the amounts. */
const lastOf = (figures: readonly NumberCell[], points: number): NumberCell | undefined =>
  figures.filter(({ value }) => value !== null && compare(value, points) === 0).at(-1);

const BUDGET_TOLD = /预算[^\d,，。;；]{0,6}(\d[\d,]*(?:\.\d+)?)(万?元)/;
const SPENT_TOLD = /(?:执行|支出|使用)[^\d,，。;；率]{0,6}(\d[\d,]*(?:\.\d+)?)(万?元)/;

/** 预算80万元，执行79.2万元 | 10 | 9.9: a line of words above the heads, with points behind it. */
function budgetInWords(view: SheetView, gap: Gap, { from, to }: Rows): Budget | null {
  for (let row = from; row < to; row++) {
    const told = filledColumns(view, row).find((column) => {
      const text = normaliseText(view.text(row, column));
      return BUDGET_TOLD.test(text) && SPENT_TOLD.test(text);
    });
    if (told === undefined) continue;
    const figures = figuresIn(view, { from: row, to: row + 1 }).filter(
      ({ cell }) => cell.column > told,
    );
    const score = lastOf(figures, gap.score);
    const weight = lastOf(
      figures.filter((one) => one !== score),
      gap.weight,
    );
    if (score && weight) return budgetOf(view, row, told, { weight, score });
  }
  return null;
}

/** 执行率 | 99% | 得分 | 9.9 and no amount anywhere: the rate has the points that the total leaves over. */
function rateAlone(view: SheetView, gap: Gap, { from, to }: Rows): Budget | null {
  for (let row = from; row < to; row++) {
    const pairs = pairsOf(view, row);
    const figureOf = (role: Pair['role']): NumberCell | null => {
      const column = pairs.find((pair) => pair.role === role)?.figure;
      return column === undefined ? null : numberCellAt(view, { row, column });
    };
    const pair = pairs.find(({ role }) => role === 'rate');
    const [score, weight] = [figureOf('score'), figureOf('weight')];
    if (!pair || score?.value == null || compare(score.value, gap.score) !== 0) continue;
    const rate = rateCellAt(view, { row, column: pair.figure }, row);
    const comesTo = Math.abs(gap.weight * (rate.value ?? 0) - gap.score) <= CLOSE;
    if (weight ? weight.value !== gap.weight : !comesTo) continue;
    const points = { weight: weight ?? { ...score, raw: gap.weight, value: gap.weight }, score };
    const labelCell = { row, column: pair.label };
    return budgetRow(view, { labelCell, currency: null, rate, points });
  }
  return null;
}

function budgetOf(view: SheetView, row: number, told: number, points: Points): Budget | null {
  const text = normaliseText(view.text(row, told));
  const [budget, spent] = [BUDGET_TOLD.exec(text), SPENT_TOLD.exec(text)];
  if (!budget || !spent || budget[2] !== spent[2]) return null;
  const cell = { row, column: told };
  const amount = (found: RegExpExecArray): NumberCell => {
    const value = Number((found[1] ?? '').replaceAll(',', ''));
    return { cell, raw: value, value, asText: false, formula: null };
  };
  return budgetRow(view, {
    labelCell: { row, column: filledColumns(view, row)[0] ?? told },
    currency: budget[2] === '万元' ? '万元' : '元',
    adjusted: amount(budget),
    executed: amount(spent),
    points,
  });
}

interface OneRow extends Partial<Pick<BudgetRow, 'adjusted' | 'executed' | 'rate'>> {
  readonly labelCell: BudgetRow['labelCell'];
  readonly currency: Budget['currency'];
  readonly points: Points;
}

/** Funds that are one row and stand under no heads of their own. */
function budgetRow(
  view: SheetView,
  { labelCell, currency, points, adjusted = null, executed = null, rate = null }: OneRow,
): Budget {
  const { row } = labelCell;
  return {
    range: { top: row, left: 0, bottom: row, right: points.score.cell.column },
    currency,
    headerRow: row,
    rows: [
      {
        row,
        label: view.text(row, labelCell.column),
        labelCell,
        isTotal: true,
        initial: null,
        adjusted,
        received: null,
        carried: null,
        executed,
        rate,
        ...points,
        reason: null,
      },
    ],
    headerCells: {},
  };
}
