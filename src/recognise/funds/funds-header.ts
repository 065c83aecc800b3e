import type { CellRef } from '../../model/grid';
import type { CellValue } from '../../model/snapshot';
import { ratio } from '../../quantity/exact';
import { readAmount, readRate } from '../../quantity/read-number';
import { headLabel } from '../header/match-head';
import { type SheetView, filledColumns } from '../sheet-view';
import { type BudgetColumn, matchBudgetHead, matchSideHead } from './budget-heads';

/** Where the figures of the funds stand: in columns below their heads, or each beside its own. */
export interface BudgetHeader {
  readonly row: number;
  /** The first row that can have figures: below the heads, or beside them in their own. */
  readonly figuresFrom: number;
  readonly columns: ReadonlyMap<BudgetColumn, number>;
  readonly firstColumn: number;
  /** Heads and figures beside one another down several rows: the figures of the one row there is. */
  readonly beside: {
    readonly cells: ReadonlyMap<BudgetColumn, CellRef>;
    readonly bottom: number;
  } | null;
}

type Amount = 'initial' | 'adjusted' | 'executed';
const AMOUNTS: readonly Amount[] = ['initial', 'adjusted', 'executed'];

export const isAmount = (value: CellValue): boolean =>
  typeof value === 'number' || readAmount(value, null) !== null;

/** The funds block that begins in a row; null where none does. */
export const fundsHeaderAt = (
  view: SheetView,
  row: number,
  isFundLabel: (text: string) => boolean,
): BudgetHeader | null =>
  headsInRow(view, row, isFundLabel) ?? pairsInRow(view, row) ?? pairsDown(view, row);

function headsInRow(
  view: SheetView,
  row: number,
  isFundLabel: (text: string) => boolean,
): BudgetHeader | null {
  const columns = new Map<BudgetColumn, number>();
  const others: number[] = [];
  for (const column of filledColumns(view, row)) {
    const value = view.value(row, column);
    if (typeof value !== 'string' || isAmount(value)) return null;
    if (isBlockLabel(view, row, column)) continue;
    const role = matchBudgetHead(value);
    const known = role && columns.get(role);
    if (role && (known == null || namesLabels(view, row, known, column, isFundLabel)))
      columns.set(role, column);
    else others.push(column);
  }
  nameSides(view, row, columns, others);
  nameRate(view, row, columns, others);
  nameByRate(view, row, columns, others);
  const needed = AMOUNTS.filter((role) => columns.has(role)).length;
  if (needed < 1 || needed + Number(columns.has('rate')) < 2) return null;
  const firstColumn = Math.min(...columns.values());
  const figuresFrom = row + 1 + Number(isSplitBelow(view, row, [...columns.values()]));
  return { row, figuresFrom, columns, firstColumn, beside: null };
}

/** 预算数 over 总额 | 其中：财政: what a head over several columns is parted into. */
function isSplitBelow(view: SheetView, row: number, columns: readonly number[]): boolean {
  const wide = columns.filter((column) => {
    const merge = view.merge(row, column);
    return merge !== null && merge.bottom === row && merge.right > merge.left;
  });
  const [first] = wide;
  if (first === undefined) return false;
  const below = filledColumns(view, row + 1);
  const isText = below.every((column) => typeof view.value(row + 1, column) === 'string');
  return (
    isText && below.every((column) => column >= Math.min(...columns)) && below.includes(first + 1)
  );
}

/**
 * 到位数 and 上年结转 beside a budget; where 到位数 stands before 预算数 the latter is the budget, and beside 年初预算
 * that one is, unless the printed rate is of what came in.
 */
function nameSides(
  view: SheetView,
  row: number,
  columns: Map<BudgetColumn, number>,
  others: readonly number[],
): void {
  const textOf = (column: number): string => view.text(row, column);
  const budget = columns.get('adjusted');
  const isReceived = budget !== undefined && matchSideHead(textOf(budget)) === 'received';
  for (const column of others) {
    const text = textOf(column);
    const side = matchSideHead(text);
    if (side !== null && budget !== undefined && !isReceived && !columns.has(side)) {
      columns.set(side, column);
    } else if (side === 'carried' && !columns.has('carried')) {
      columns.set('carried', column);
    } else if (isReceived && matchBudgetHead(text) === 'adjusted' && !columns.has('received')) {
      columns.set('received', budget);
      columns.set('adjusted', column);
    }
  }
  if (!isReceived || columns.get('adjusted') !== budget || !columns.has('initial')) return;
  if (isDividedBy(view, row, columns, budget)) return;
  columns.set('received', budget);
  columns.delete('adjusted');
}

/** Whether the printed rate is what was spent of a column, and not of the initial budget. */
function isDividedBy(
  view: SheetView,
  row: number,
  columns: ReadonlyMap<BudgetColumn, number>,
  whole: number,
): boolean {
  const [rateAt, spentAt, initialAt] = [
    columns.get('rate'),
    columns.get('executed'),
    columns.get('initial'),
  ];
  if (rateAt === undefined || spentAt === undefined || initialAt === undefined) return false;
  const amountIn = (at: number, column: number): number | null =>
    readAmount(view.value(at, column), null);
  for (let at = row + 1; at <= row + PROBED; at++) {
    const rate = readRate(view.value(at, rateAt), view.format(at, rateAt), false);
    const spent = amountIn(at, spentAt);
    if (rate === null || spent === null) continue;
    const isOf = (column: number): boolean => {
      const all = amountIn(at, column);
      const is = all === null ? null : ratio(spent, all, PLACES);
      return is !== null && Math.abs(is - rate) < CLOSE;
    };
    return isOf(whole) && !isOf(initialAt);
  }
  return false;
}

/**
 * 年度预算数（万元） above 总额 and 其中：财政资金, above nothing, or above words where the next of its kind stands
 * above an amount, is what the labels are called.
 */
function namesLabels(
  view: SheetView,
  row: number,
  column: number,
  next: number,
  isFundLabel: (text: string) => boolean,
): boolean {
  const below = view.text(row + 1, column);
  const isOfWords = /\p{Script=Han}/u.test(below) && !isAmount(view.value(row + 1, column));
  return below === '' || isFundLabel(below) || (isOfWords && isAmount(view.value(row + 1, next)));
}

/** 预算执行情况（万元） merged down beside the rows names the block, not a column. */
function isBlockLabel(view: SheetView, row: number, column: number): boolean {
  const merge = view.merge(row, column);
  const goesDown = merge !== null && merge.top === row && merge.bottom > row;
  return goesDown && typeof view.value(row + 1, merge.right + 1) === 'string';
}

/** Rows below the heads that are looked at for figures. */
const PROBED = 3;
const PLACES = 3;

/**
 * 兑现率 and the like are the rate of what was spent where they print it of two amounts to their left; the
 * rate of what came in is another one.
 */
function nameRate(
  view: SheetView,
  row: number,
  columns: Map<BudgetColumn, number>,
  others: readonly number[],
): void {
  if (columns.has('rate') || !(columns.has('weight') || columns.has('score'))) return;
  const [planned, spent] = [
    columns.get('adjusted') ?? columns.get('initial'),
    columns.get('executed'),
  ];
  const found = others.find((column) => {
    const head = headLabel(view.text(row, column));
    if (!/[率度]$/.test(head) || head.includes('到位')) return false;
    const rate = readRate(view.value(row + 1, column), view.format(row + 1, column), false);
    if (rate === null || rate <= 0) return false;
    const left = others.filter((other) => other < column);
    return (
      amountsOfRate({ rate, planned, spent, others: left }, (at) =>
        readAmount(view.value(row + 1, at), null),
      ) !== null
    );
  });
  if (found !== undefined) columns.set('rate', found);
}

/**
 * 发行金额 | 已支出金额 | 支出进度: what no word tells the printed rate does, of which one amount is the
 * denominator and the other the numerator.
 */
function nameByRate(
  view: SheetView,
  row: number,
  columns: Map<BudgetColumn, number>,
  others: readonly number[],
): void {
  const rateColumn = columns.get('rate');
  const planned = columns.get('adjusted') ?? columns.get('initial');
  const spent = columns.get('executed');
  if (rateColumn === undefined || (planned !== undefined && spent !== undefined)) return;
  const whole = spent === undefined ? undefined : wholeAmount(view, row, spent, others);
  for (let at = row + 1; at <= row + PROBED; at++) {
    const rate = readRate(view.value(at, rateColumn), view.format(at, rateColumn), false);
    if (rate === null || rate <= 0) continue;
    const found = amountsOfRate(
      { rate, planned, spent, others: others.filter((column) => column < rateColumn) },
      (column) => readAmount(view.value(at, column), null),
    );
    if (!found) continue;
    columns.set(
      planned === columns.get('initial') && planned !== undefined ? 'initial' : 'adjusted',
      found.planned,
    );
    columns.set('executed', found.spent);
    return;
  }
  if (whole !== undefined && planned === undefined) columns.set('adjusted', whole);
}

/** A wrong rate tells nothing: the total left of what was spent is the budget, or the one amount there is. */
function wholeAmount(
  view: SheetView,
  row: number,
  spent: number,
  others: readonly number[],
): number | undefined {
  const amountIn = (column: number): number | null => readAmount(view.value(row + 1, column), null);
  const part = amountIn(spent);
  if (part === null) return undefined;
  const able = others.filter((column) => column < spent && (amountIn(column) ?? 0) >= part);
  const named = able.find((column) => /总额|合计|总计/.test(view.text(row, column)));
  return named ?? (able.length === 1 ? able[0] : undefined);
}

interface Sought {
  readonly rate: number;
  readonly planned: number | undefined;
  readonly spent: number | undefined;
  /** Columns without a known head, left of the rate. */
  readonly others: readonly number[];
}

function amountsOfRate(
  { rate, planned, spent, others }: Sought,
  amountIn: (column: number) => number | null,
): { readonly planned: number; readonly spent: number } | null {
  const able = (known: number | undefined): readonly number[] =>
    known === undefined ? others : [known];
  for (const whole of able(planned)) {
    for (const part of able(spent)) {
      const [all, some] = [amountIn(whole), amountIn(part)];
      if (whole >= part || all === null || some === null) continue;
      const is = ratio(some, all, PLACES);
      if (is !== null && Math.abs(is - rate) < CLOSE) return { planned: whole, spent: part };
    }
  }
  return null;
}

/** A printed rate is rounded. */
const CLOSE = 0.0056;

/** `预算数 | 100 | 执行数 | 95`: heads and figures alternate in one row, parts stand below. */
function pairsInRow(view: SheetView, row: number): BudgetHeader | null {
  const pairs = pairsOf(view, row);
  const columns = new Map<BudgetColumn, number>();
  let firstLabel = Number.POSITIVE_INFINITY;
  for (const { role, label, figure } of pairs) {
    if (columns.has(role)) continue;
    columns.set(role, figure);
    firstLabel = Math.min(firstLabel, label);
  }
  return isWhole(columns)
    ? { row, figuresFrom: row, columns, firstColumn: firstLabel + 1, beside: null }
    : null;
}

const isWhole = (found: ReadonlyMap<BudgetColumn, unknown>): boolean =>
  found.has('executed') && (found.has('adjusted') || found.has('initial'));

/** A head of the funds beside its figure. */
export interface Pair {
  readonly role: BudgetColumn;
  readonly label: number;
  readonly figure: number;
}

/** 资金总额 beside its figure is the budget; above a column it may be what the rows are called. */
const wholeOf = (text: string): 'adjusted' | null =>
  /^(?:年度|项目)?(?:资金|预算|经费)总额$/.test(headLabel(text)) ? 'adjusted' : null;

/** The heads of a row that each have their figure beside them. */
export function pairsOf(view: SheetView, row: number): readonly Pair[] {
  const filled = filledColumns(view, row);
  return filled.flatMap((label, index): Pair[] => {
    const value = view.value(row, label);
    const role = typeof value === 'string' ? (matchBudgetHead(value) ?? wholeOf(value)) : null;
    const figure = filled[index + 1];
    if (!role || role === 'reason' || figure === undefined) return [];
    const isFigure =
      isAmount(view.value(row, figure)) ||
      (role === 'rate' &&
        readRate(view.value(row, figure), view.format(row, figure), false) !== null);
    return isFigure ? [{ role, label, figure }] : [];
  });
}

/** Rows that a block of heads with their figures beside them may have. */
const DEEPEST = 6;

/** 年初预算数 | 50 above 全年预算数 | 50 above 全年执行数 | 49: each head has its figure beside it. */
function pairsDown(view: SheetView, top: number): BudgetHeader | null {
  const cells = new Map<BudgetColumn, CellRef>();
  let [bottom, firstColumn] = [top, Number.POSITIVE_INFINITY];
  for (let row = top; row < top + DEEPEST; row++) {
    const pairs = pairsOf(view, row).filter(({ role }) => !cells.has(role));
    const isAmounts = pairs.some(({ role }) => AMOUNTS.some((amount) => amount === role));
    if (pairs.length === 0 || (row === top && !isAmounts)) break;
    for (const { role, label, figure } of pairs) {
      if (cells.has(role)) continue;
      cells.set(role, { row, column: figure });
      firstColumn = Math.min(firstColumn, label);
    }
    bottom = row;
  }
  if (!isWhole(cells) || bottom === top) return null;
  const columns = new Map([...cells].map(([role, { column }]) => [role, column]));
  return { row: top, figuresFrom: top, columns, firstColumn, beside: { cells, bottom } };
}
