import type { Group, Indicator, Subtotal, TotalRow } from '../../model/table';
import { compare, sum } from '../../quantity/exact';
import { readBudget } from '../funds/read-budget';
import { findHeader, type Header } from '../header/find-header';
import type { FundsPoints } from './groups';
import type { SheetView } from '../sheet-view';
import { viewSheet } from '../sheet-view';
import { readIndicators, type Body } from './read-indicators';

/**
 * The sheet as if nothing stood outside the columns `from` … `to` (both included), nor from the row `end` on.
 */
export function viewBetween(
  view: SheetView,
  from: number,
  to: number,
  end: number | null = null,
): SheetView {
  const { sheet, date1904 } = view;
  const within = (column: number): boolean => column >= from && column <= to;
  const rowCount = end ?? sheet.rowCount;
  const values = sheet.values
    .slice(0, rowCount)
    .map((row) => row.map((value, column) => (within(column) ? value : null)));
  const merges = sheet.merges.filter(({ left, right }) => within(left) && within(right));
  return viewSheet({ ...sheet, rowCount, values, merges }, date1904);
}

/**
 * The columns of each form where several stand side by side: each list has funds of its own above it, or
 * comes to 100 points by itself. Null for the halves of one form.
 */
export function formsBeside(
  view: SheetView,
  from: number,
  { top, beside }: Pick<Header, 'top' | 'beside'>,
): readonly SheetView[] | null {
  if (beside.length === 0) return null;
  const starts = [0, ...beside.map((part) => part.from)];
  const parts = starts.map((start, index) =>
    viewBetween(view, start, (starts[index + 1] ?? view.sheet.columnCount) - 1),
  );
  const areForms =
    parts.every((part) => readBudget(part, from, top) !== null) ||
    parts.every((part) => isWhole(part, from));
  return areForms ? parts : null;
}

/** What the indicators of a form come to that has no funds row; of shares, 1. */
const WHOLE: ReadonlySet<number> = new Set([100, 1]);

function isWhole(part: SheetView, from: number): boolean {
  const header = findHeader(part, from);
  if (!header) return false;
  const { indicators } = readIndicators(part, header.columns, header.bottom + 1);
  const own = indicators.filter(({ parent }) => parent === null);
  return WHOLE.has(sum(own.map(({ weight }) => weight?.value ?? 0)));
}

/** The rows of both halves of a form, the left one's first. */
export function joinHalves(left: Body, right: Body): Body {
  const sums = new Set([left.total, ...left.subtotals].flatMap((sum) => (sum ? [sum.row] : [])));
  const rest = withoutRows(right, sums);
  const total = left.total && withFiguresBeside(left.total, right);
  const indicators = left.indicators.length;
  const groups = left.groups.length;
  const inTable = (index: number | null, offset: number): number | null =>
    index === null ? null : index + offset;
  return {
    ...left,
    indicators: [
      ...left.indicators,
      ...rest.indicators.map((one): Indicator => ({
        ...one,
        group: inTable(one.group, groups),
        parent: inTable(one.parent, indicators),
      })),
    ],
    groups: [
      ...left.groups,
      ...rest.groups.map((one): Group => ({
        ...one,
        parent: inTable(one.parent, groups),
        indicators: one.indicators.map((index) => index + indicators),
      })),
    ],
    templateRows: [...left.templateRows, ...rest.templateRows],
    nameOnly: [...left.nameOnly, ...rest.nameOnly],
    subtotals: [...left.subtotals, ...rest.subtotals, ...halfTotals(total, rest.total)],
    decided: [...left.decided, ...rest.decided],
    total: total && rest.total ? null : (total ?? rest.total),
    grade: left.grade ?? rest.grade,
    notes: [...left.notes, ...rest.notes],
    end: Math.max(left.end, rest.end),
  };
}

/**
 * A label nobody knows with what the rows of all lists come to is the form's total, though it stands below one
 * of them only.
 */
export function withTotalOfAll(body: Body, funds: FundsPoints | null): Body {
  const last = body.indicators.reduce<Indicator | null>(
    (low, one) => (low === null || one.row > low.row ? one : low),
    null,
  );
  const [weight, score] = [last?.weight?.value, last?.score?.value];
  if (!last || body.total || score == null) return body;
  if (last.target.kind !== 'none' || last.actual.kind !== 'none') return body;
  const rest = body.indicators.filter(({ row }) => row !== last.row);
  // 10分 in the heading of the funds, where all other points are parts of 1.
  const inShares = funds && { ...funds, weight: (funds.weight ?? 0) / 100 };
  const isSum = [null, funds, inShares].some(
    (beside) =>
      // Of a form without 分值 only the scores add up.
      compare(
        sum([...rest.map((one) => one.weight?.value ?? 0), beside?.weight ?? 0]),
        weight ?? beside?.weight ?? 0,
      ) === 0 &&
      compare(sum([...rest.map((one) => one.score?.value ?? 0), beside?.score ?? 0]), score) === 0,
  );
  if (rest.length !== body.indicators.length - 1 || rest.length < 2 || !isSum) return body;
  const total = { row: last.row, labelCell: last.nameCell, weight: last.weight, score: last.score };
  const by = ['adds-up', 'bare'] as const;
  const decided = [
    ...body.decided,
    { row: last.row, kind: 'total', by, confidence: 0.35 } as const,
  ];
  return { ...withoutRows(body, new Set([last.row])), total, decided };
}

/** 总分 below the left half, its figures below the right one's heads. */
function withFiguresBeside(total: TotalRow, { indicators }: Body): TotalRow {
  if (total.weight?.value != null || total.score?.value != null) return total;
  const beside = indicators.find(({ row }) => row === total.row);
  return beside ? { ...total, weight: beside.weight, score: beside.score } : total;
}

/** Where each half has a sum of its own, neither is the form's. */
const halfTotals = (left: TotalRow | null, right: TotalRow | null): Subtotal[] =>
  left && right
    ? [left, right].map(({ row, weight, score }) => ({ row, label: '', weight, score }))
    : [];

/** The label of a sum stands in the left half only: figures beside it are no indicator. */
function withoutRows(body: Body, rows: ReadonlySet<number>): Body {
  const kept = new Map<number, number>();
  const indicators = body.indicators.filter(({ row }, index) => {
    if (rows.has(row)) return false;
    kept.set(index, kept.size);
    return true;
  });
  if (indicators.length === body.indicators.length) return body;
  return {
    ...body,
    indicators: indicators.map((one) => ({
      ...one,
      parent: one.parent === null ? null : (kept.get(one.parent) ?? null),
    })),
    groups: body.groups.map((group) => ({
      ...group,
      indicators: group.indicators.flatMap((index) => kept.get(index) ?? []),
    })),
  };
}
