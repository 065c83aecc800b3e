import type { CellRef } from '../../model/grid';
import { isCellError } from '../../model/snapshot';
import type { Budget, BudgetRow, NumberCell, Sourced } from '../../model/table';
import { normaliseText } from '../../quantity/normalise';
import { readAmount, readNumberCell } from '../../quantity/read-number';
import { matchHead } from '../header/match-head';
import type { BudgetColumn } from './budget-heads';
import { type BudgetHeader, fundsHeaderAt, isAmount } from './funds-header';
import { rateCellAt, scoreCellAt, weightCellAt } from '../point-cells';
import { type SheetView, asText } from '../sheet-view';

type AmountColumn = 'initial' | 'adjusted' | 'received' | 'carried' | 'executed';

const TOTAL_LABEL = /总额|合计|总计|总金额|资金总|^总|预算数\/执行数/;
const PART_LABEL = /^其中|^[①②③(（]?\d*[、.)）]?其中/;
/** What a fund row is called; anything else ends the block. */
const FUND_LABEL =
  /资金|拨款|补助|总额|合计|总计|预算|结转|经费|转移支付|债券|收入|金额|贷款|自筹|配套|中央|省|市|县|区|其他/;
/** What the form asks for, printed where the answer belongs. */
const INSTRUCTION = /(需|须|应|请)要?(说明|填写)|\d+字(以内|左右)/;
const GOAL_OR_OTHER = /目标|指标|情况|绩效|评价|说明$/;

/**
 * Finds the funds block between two rows (end excluded); null where the form has none. Of several the
 * scored one: 年度主要任务 above it tells amounts, too.
 */
export function readBudget(view: SheetView, from: number, to: number): Budget | null {
  let first: Budget | null = null;
  for (let row = from; row < to; row++) {
    const header = fundsHeaderAt(view, row, isFundLabel);
    if (!header) continue;
    const budget = budgetAt(view, header, to);
    if (isScored(budget)) return budget;
    first ??= budget;
    row = budget.range.bottom;
  }
  return first;
}

const isScored = ({ rows }: Budget): boolean =>
  rows.some(({ weight, score }) => weight?.value != null || score?.value != null);

function currencyOf(view: SheetView, header: BudgetHeader): Budget['currency'] {
  const last = Math.max(...header.columns.values());
  const texts: string[] = [];
  for (let row = Math.max(0, header.row - 1); row <= header.row + 1; row++) {
    for (let column = 0; column <= last; column++) texts.push(view.text(row, column));
  }
  const heads = texts.map((text) => normaliseText(text)).filter((text) => /[(:]/.test(text));
  if (heads.some((text) => /万元/.test(text))) return '万元';
  return heads.some((text) => /[(:]\s*(?:单位:)?元/.test(text)) ? '元' : null;
}

/** The label of a fund row: the text nearest left of the amounts. */
function rowLabel(view: SheetView, row: number, firstColumn: number): Sourced<string> | null {
  for (let column = firstColumn - 1; column >= 0; column--) {
    if (typeof view.value(row, column) === 'number') continue;
    const text = view.text(row, column);
    if (text !== '') return { value: text, cell: { row, column } };
    const merge = view.merge(row, column);
    if (merge && merge.top < row) return null;
  }
  return null;
}

/** 资金使用情况 merged down beside heads and one row of amounts is what that row is called. */
function blockLabel(view: SheetView, header: BudgetHeader): Sourced<string> | null {
  for (let column = header.firstColumn - 1; column >= 0; column--) {
    const merge = view.merge(header.figuresFrom, column);
    if (merge?.top !== header.row) continue;
    const text = view.text(merge.top, merge.left);
    if (text !== '') return { value: text, cell: { row: merge.top, column: merge.left } };
  }
  return null;
}

/** The last row of the merged 项目资金 label, where there is one. */
function mergedEnd(view: SheetView, header: BudgetHeader): number | null {
  for (let column = 0; column < header.firstColumn; column++) {
    const merge = view.merge(header.row, column);
    if (merge && merge.bottom > header.row) return merge.bottom;
  }
  return null;
}

function budgetAt(view: SheetView, header: BudgetHeader, to: number): Budget {
  const currency = currencyOf(view, header);
  const rows = header.beside
    ? [readRow(view, header.beside.bottom, nameOfBlock(view, header), header, currency)]
    : rowsBelow(view, header, to, currency);
  const totalIndex = totalRowIndex(rows);
  const headingWeight = weightInHeading(view, header);
  const marked = rows.map((row, index) => {
    const isTotal = index === totalIndex;
    return { ...row, isTotal, weight: row.weight ?? (isTotal ? headingWeight : null) };
  });
  const lastRow = marked.at(-1)?.row ?? header.row;
  return {
    range: {
      top: header.row,
      left: 0,
      bottom: lastRow,
      right: Math.max(...header.columns.values()),
    },
    currency,
    headerRow: header.row,
    rows: marked,
    headerCells: headerCells(header),
  };
}

function rowsBelow(
  view: SheetView,
  header: BudgetHeader,
  to: number,
  currency: Budget['currency'],
): BudgetRow[] {
  const end = mergedEnd(view, header);
  const rows: BudgetRow[] = [];
  for (let row = header.figuresFrom; row < to && (end === null || row <= end); row++) {
    if (row > header.row && fundsHeaderAt(view, row, isFundLabel)) break;
    const label =
      rowLabel(view, row, header.firstColumn) ??
      (row === header.figuresFrom ? unlabelled(view, row, header) : null);
    if (!label || !isFundLabel(label.value)) {
      const blank = !hasAmounts(view, row, header);
      if (blank && end !== null) continue;
      if (blank || !label) break;
    }
    rows.push(readRow(view, row, label, header, currency));
  }
  return rows;
}

/** What the one row of figures below the heads is called: as the block is, else as its amounts are. */
function unlabelled(view: SheetView, row: number, header: BudgetHeader): Sourced<string> | null {
  return hasAmounts(view, row, header)
    ? (blockLabel(view, header) ?? nameOfAmounts(view, header))
    : null;
}

const nameOfBlock = (view: SheetView, header: BudgetHeader): Sourced<string> =>
  rowLabel(view, header.figuresFrom, header.firstColumn) ?? nameOfAmounts(view, header);

/** 全年预算数 over a row of figures that nothing names. */
function nameOfAmounts(view: SheetView, { row, columns, beside }: BudgetHeader): Sourced<string> {
  const role = columns.has('adjusted') ? 'adjusted' : 'initial';
  const figure = beside?.cells.get(role);
  const cell = figure
    ? { row: figure.row, column: figure.column - 1 }
    : { row, column: columns.get(role) ?? 0 };
  return { value: view.shown(cell.row, cell.column), cell };
}

/** `（20分）` behind what the block is called, `20分*执行率` under 得分. */
const HEADING_POINTS = /[(:](?:满分|分值)?:?(\d{1,3}(?:\.\d+)?)分?(?:[*×xX]|\)|$)/;
/** `执行率*20` under 得分. */
const TIMES_POINTS = /得分.*率[^)]*[*×xX](\d{1,2})分?\)?$/;

/** Points that a block without a column of weights prints in its heading; only where it has a score. */
function weightInHeading(view: SheetView, header: BudgetHeader): NumberCell | null {
  const { columns, row } = header;
  if (columns.has('weight') || !columns.has('score')) return null;
  const last = Math.max(...columns.values());
  for (const at of [row, row - 1, row + 1]) {
    // Below the heads only what the block is called: figures stand under them.
    const end = at > row ? header.firstColumn - 1 : last;
    for (let column = 0; column <= end; column++) {
      const text = at < 0 ? '' : normaliseText(view.text(at, column));
      const points =
        text.length > 40 || !text.includes('分')
          ? null
          : (HEADING_POINTS.exec(text) ?? TIMES_POINTS.exec(text));
      const value = points ? Number(points[1]) : 0;
      if (value > 0)
        return { cell: { row: at, column }, raw: value, value, asText: false, formula: null };
    }
  }
  return null;
}

type HeadCell = keyof Budget['headerCells'];
const SIDES: ReadonlySet<string> = new Set(['received', 'carried', 'reason']);
const isHeadCell = (role: BudgetColumn): role is HeadCell => !SIDES.has(role);

function headerCells(header: BudgetHeader): Budget['headerCells'] {
  const cells: Partial<Record<HeadCell, CellRef>> = {};
  for (const [role, column] of header.columns) {
    if (isHeadCell(role)) cells[role] = { row: header.row, column };
  }
  return cells;
}

function isFundLabel(text: string): boolean {
  const label = normaliseText(text);
  if (/^(预算|执行)数:?$/.test(label)) return true;
  if (label.length > 40 || matchHead(label) !== null) return false;
  return FUND_LABEL.test(label) && !(GOAL_OR_OTHER.test(label) && !TOTAL_LABEL.test(label));
}

function hasAmounts(view: SheetView, row: number, header: BudgetHeader): boolean {
  return (['initial', 'adjusted', 'executed'] as const).some((role) => {
    const column = header.columns.get(role);
    return column !== undefined && isAmount(view.value(row, column));
  });
}

/** 年度资金总额 in any spelling, else the first row that is not a part. */
function totalRowIndex(rows: readonly BudgetRow[]): number {
  const plain = rows.map((row) => normaliseText(row.label));
  const named = plain.findIndex((label) => TOTAL_LABEL.test(label) && !PART_LABEL.test(label));
  return named >= 0 ? named : plain.findIndex((label) => !PART_LABEL.test(label));
}

function readRow(
  view: SheetView,
  row: number,
  label: Sourced<string>,
  header: BudgetHeader,
  currency: Budget['currency'],
): BudgetRow {
  const cellOf = (role: BudgetColumn): CellRef | null => {
    if (header.beside) return header.beside.cells.get(role) ?? null;
    const column = header.columns.get(role);
    return column === undefined ? null : { row, column };
  };
  const amount = (role: AmountColumn): NumberCell | null => {
    const cell = cellOf(role);
    if (!cell) return null;
    const raw = view.value(cell.row, cell.column);
    const { asText: stored } = readNumberCell(raw);
    return {
      cell,
      raw,
      value: isCellError(raw) ? null : readAmount(raw, currency),
      asText: stored,
      formula: view.formula(cell.row, cell.column),
    };
  };
  const weight = weightCellAt(view, cellOf('weight'));
  const rateCell = cellOf('rate');
  const reasonCell = cellOf('reason');
  const reason = reasonCell ? asText(view.value(reasonCell.row, reasonCell.column)) : '';
  return {
    row,
    label: label.value,
    labelCell: label.cell,
    isTotal: false,
    initial: amount('initial'),
    adjusted: amount('adjusted'),
    received: amount('received'),
    carried: amount('carried'),
    executed: amount('executed'),
    rate: rateCell && rateCellAt(view, rateCell, header.row),
    weight,
    score: scoreCellAt(view, cellOf('score'), weight),
    reason:
      reasonCell && reason !== '' && !INSTRUCTION.test(reason)
        ? { value: reason, cell: reasonCell }
        : null,
  };
}
