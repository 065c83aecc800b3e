import type {
  Columns,
  Group,
  Indicator,
  RowDecision,
  Sourced,
  Subtotal,
  TemplateRow,
  TotalRow,
} from '../../model/table';
import type { SheetView } from '../sheet-view';
import { readNote, readSubtotal, readTotal } from './closing-rows';
import type { CellRef } from '../../model/grid';
import { classAbove } from '../header/class-above';
import { matchClassHead } from '../header/class-heads';
import { readLevelLabel } from './level-label';
import { isFigure } from './facts';
import { repeatsHeader } from './header-again';
import { type FundsPoints, type OpenBody, openGroup, openGroups, weightBeside } from './groups';
import { readIndicatorRow, withPartsScored } from './indicator-row';
import { type Layout, firstFilled, layoutOf } from './layout';
import { levelCandidateAt } from './level-rows';
import { NO_SUMS } from './running-sums';
import { type Lead, leadOf, startsAnotherForm } from './row-kind';
import { weighRow } from './weigh-row';

/** What the rows below a header hold. `end` is the row after the last one that belongs to it. */
export interface Body {
  readonly indicators: readonly Indicator[];
  /** Where every row's weight stands in brackets, if there is no column of weights: its name, or its level's. */
  readonly weightsIn: 'name' | 'level1' | 'level2' | null;
  readonly groups: readonly Group[];
  readonly templateRows: readonly TemplateRow[];
  readonly nameOnly: readonly Sourced<string>[];
  readonly subtotals: readonly Subtotal[];
  readonly decided: readonly RowDecision[];
  readonly total: TotalRow | null;
  readonly grade: Sourced<string> | null;
  readonly notes: readonly Sourced<string>[];
  readonly end: number;
  /** Where another form begins below; null where none does. */
  readonly next: number | null;
}
const BLANK_ROWS_END = 40;

export function readIndicators(
  view: SheetView,
  columns: Columns,
  from: number,
  funds: FundsPoints | null = null,
): Body {
  const layout = layoutOf(view, columns);
  const body = openBody(funds);
  const named = columns.name && !columns.level1 ? columns.name.header : null;
  openClassAbove(layout, body);
  if (named) openClassOfHead(layout, body, named);
  let blanks = 0;
  let row = from;
  let end = from;
  let next: number | null = null;
  for (; row < view.sheet.rowCount; row++) {
    const filled = firstFilled(view, row);
    if (filled === null) {
      if (++blanks > BLANK_ROWS_END) break;
      continue;
    }
    blanks = 0;
    if (!body.closed && repeatsHeader(layout, row)) {
      if (named) openClassOfHead(layout, body, { row, column: named.column });
      continue;
    }
    const { first, lead } = leadOf(view, row, filled);
    if (startsAnotherForm(layout, row, first, lead)) {
      next = row;
      break;
    }
    readBodyRow(layout, body, row, first, lead);
    end = row + 1;
  }
  leaveBlankForm(layout, body);
  const { indicators, weightsIn } = pointsInBrackets(columns, body);
  return {
    indicators: withPartsScored(indicators),
    weightsIn,
    groups: body.groups,
    templateRows: body.templateRows,
    nameOnly: body.nameOnly,
    subtotals: body.subtotals,
    decided: body.decided,
    total: body.total,
    grade: body.grade,
    notes: body.notes,
    end,
    next,
  };
}

const openBody = (funds: FundsPoints | null): OpenBody => ({
  funds,
  indicators: [],
  groups: [],
  templateRows: [],
  nameOnly: [],
  subtotals: [],
  decided: [],
  notes: [],
  total: null,
  closed: false,
  grade: null,
  open: [null, null, null],
  lastWeighted: null,
  sums: NO_SUMS,
});

/** 产出指标 as the head of the names is the level of the rows below it. */
function openClassOfHead({ view }: Layout, body: OpenBody, { row, column }: CellRef): void {
  const text = view.text(row, column);
  if (!matchClassHead(text)) return;
  const { label, weight } = readLevelLabel(text);
  openGroup(body, 1, label, row, column, weight);
}

/** 产出指标（60分） above the heads, where these name no first level. */
function openClassAbove({ view, columns, heads }: Layout, body: OpenBody): void {
  const [top] = heads.rows;
  const above = columns.level1 || top === undefined ? null : classAbove(view, top);
  if (above) openGroup(body, 1, above.label, above.cell.row, above.cell.column, above.weight);
}

/** Where nothing is filled in but the weights of the levels, the rows are those of an empty form. */
function leaveBlankForm({ view }: Layout, body: OpenBody): void {
  const isUnfilled = ({ nameCell, target, actual, score }: Indicator): boolean =>
    view.value(nameCell.row, nameCell.column) === null &&
    target.kind === 'none' &&
    actual.kind === 'none' &&
    !isFigure(score);
  if (body.indicators.length === 0 || !body.indicators.every(isUnfilled)) return;
  for (const { row, nameCell } of body.indicators) {
    body.templateRows.push({ row, cell: nameCell, text: '', filled: false });
  }
  body.indicators.length = 0;
  for (const group of body.groups) group.indicators.length = 0;
}

/**
 * Points that stand in no column: in every name, or in the brackets of levels that have one row each. In some
 * of them only they are not the form's weights.
 */
function pointsInBrackets(
  columns: Columns,
  { indicators, groups }: OpenBody,
): Pick<Body, 'indicators' | 'weightsIn'> {
  if (columns.weight || indicators.length === 0) return { indicators, weightsIn: null };
  if (indicators.every(({ weight }) => weight !== null)) return { indicators, weightsIn: 'name' };
  const weighted = indicators.flatMap((indicator) => {
    const group = indicator.group === null ? undefined : groups[indicator.group];
    if (!group?.weight || !group.complete || group.indicators.length !== 1) return [];
    const { cell, value } = group.weight;
    return [{ ...indicator, weight: { cell, raw: value, value, asText: false, formula: null } }];
  });
  if (weighted.length < indicators.length)
    return { indicators: indicators.map((one) => ({ ...one, weight: null })), weightsIn: null };
  const isFirst = weighted.every(({ weight }) => weight.cell.column === columns.level1?.column);
  return { indicators: weighted, weightsIn: isFirst ? 'level1' : 'level2' };
}

function readBodyRow(layout: Layout, body: OpenBody, row: number, first: number, lead: Lead): void {
  const { kind, by, confidence } = weighRow(layout, body, row, first, lead);
  if (body.closed && (kind === 'rows' || kind === 'level')) reopen(body);
  if (kind !== 'rows') body.decided.push({ row, kind, by, confidence });
  switch (kind) {
    case 'total':
      readTotal(layout, body, row, first);
      break;
    case 'subtotal':
      readSubtotal(layout, body, row, lead.text);
      break;
    case 'level':
      readLevelRow(layout, body, row, lead.text);
      break;
    case 'note':
      readNote(layout, body, row);
      break;
    case 'rows':
      readIndicatorRow(layout, body, row);
  }
}

/** Rows are scored again below 合计: that was the sum of a block. */
function reopen(body: OpenBody): void {
  const { total } = body;
  if (total) {
    body.subtotals.push({ row: total.row, label: '', weight: total.weight, score: total.score });
  }
  body.total = null;
  body.closed = false;
}

/** A level in a row of its own, with the sum that its indicators below must come to. */
function readLevelRow(layout: Layout, body: OpenBody, row: number, text: string): void {
  const own = levelCandidateAt(layout, row);
  if (!own) return;
  const { weight } = layout.at;
  if (layout.levels.some(({ column, level }) => column === own.column && level === own.level)) {
    openGroups(layout, body, row, weight);
  } else {
    const points = own.printed ?? weightBeside(layout, row, weight);
    openGroup(body, own.level, own.label, row, own.column, points);
  }
  readSubtotal(layout, body, row, text);
}
