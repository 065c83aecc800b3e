import type { BudgetRow } from '../../model/table';
import { compare, multiply, ratio, subtract } from '../../quantity/exact';
import type { Check, PreparedContext } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf, percent } from '../finding-of';
import { brief, isReason, namesCause, namesChange } from '../wording';

/** A blank 年初预算数 is not 0. Where the total row is all zeros, its first filled part speaks. */
export const budgetAdjusted: Check = {
  id: 'budget-adjusted',
  code: 'JX306',
  severity: 'warning',
  basis: 'check.budget-adjusted.basis',
  kinds: EVERY_KIND,
  scope: 'block',
  find(context) {
    const { facts, profile } = context;
    const { total, parts } = facts.funds;
    const row = total && !isZeroed(total) ? total : parts.find((part) => !isZeroed(part));
    const initial = row?.initial?.value ?? null;
    const adjusted = row?.adjusted?.value ?? null;
    if (!row?.adjusted || initial === null || adjusted === null || initial === adjusted) return [];
    const change = Math.abs(subtract(adjusted, initial));
    const limit = multiply(Math.abs(initial), profile.execution.adjustmentExplainFrom);
    if (compare(change, limit) < 0 || explained(context)) return [];
    const share = ratio(subtract(adjusted, initial), initial, profile.rounding.rate);
    return [
      findingOf(budgetAdjusted, context, row.adjusted.cell, {
        variant: share === null ? 'zero' : adjusted > initial ? 'raised' : 'lowered',
        data: { name: brief(row.label), share: percent(Math.abs(share ?? 0)), change },
        expected: initial,
        found: adjusted,
      }),
    ];
  },
};

/** Fields of the meta block that explain; a project's name may well hold 调整. */
const EXPLAINS = /原因|说明|概述|情况|备注/;

function isZeroed(row: BudgetRow): boolean {
  return (row.initial?.value ?? 0) === 0 && (row.adjusted?.value ?? 0) === 0;
}

function explained({ table }: PreparedContext): boolean {
  if (table.budget?.rows.some((row) => isReason(row.reason?.value ?? null)) === true) return true;
  const texts = [
    table.goal.expected?.value,
    table.goal.achieved?.value,
    ...table.notes.map((note) => note.value),
    ...table.meta.filter(({ label }) => EXPLAINS.test(label)).map(({ value }) => value),
  ];
  if (texts.some((text) => text !== undefined && (namesChange(text) || namesCause(text))))
    return true;
  return table.indicators.some(
    ({ reason }) => reason !== null && reason !== '' && namesChange(reason),
  );
}
