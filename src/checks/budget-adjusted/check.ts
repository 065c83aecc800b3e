import type { BudgetRow } from '../../model/table';
import { ratio, subtract } from '../../quantity/exact';
import type { PreparedContext } from '../check';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { percent } from '../../scoring/figures';
import { isKept, mistypedAmount } from '../mistyped-amount';
import { brief, isReason, namesCause, namesChange } from '../wording';

/** A blank 年初预算数 is not 0. Where the total row is all zeros, its first filled part speaks. */
export const budgetAdjusted = defineCheck({
  id: 'budget-adjusted',
  code: 'JX306',
  severity: 'warning',
  kinds: EVERY_KIND,
  scope: 'block',
  about: ['funds'],
  toldWith: { sameSlip: ['overspent'] },
  texts: {
    'zh-CN': {
      title: '预算调整未说明',
      message: {
        raised: '“{name}”由年初 {expected} 调增到全年 {found}，增加 {share}，没有说明原因。',
        lowered: '“{name}”由年初 {expected} 调减到全年 {found}，减少 {share}，没有说明原因。',
        zero: '“{name}”年初预算为 0，全年预算 {found}，没有说明追加原因。',
      },
      why: '预算调整幅度大，会改变执行率的含义。',
      fix: '请在说明中写明调整的原因和依据。',
      fixes: {
        zero: '请在说明中写明追加的原因和依据；年初没有安排的，年初预算数留空。',
      },
      basis: '四川表式：年中调整应单独说明（青神县2023年）；10% 为审核经验值',
    },
    en: {
      title: 'Budget changed without a reason',
      message: {
        raised: '“{name}” was raised from {expected} to {found}, by {share}, without a reason.',
        lowered: '“{name}” was lowered from {expected} to {found}, by {share}, without a reason.',
        zero: '“{name}” began the year at 0 and has {found}, without a reason.',
      },
      why: 'A large change alters what the execution rate means.',
      fix: 'Say why and on what ground the budget was changed.',
      fixes: {
        zero: 'Say why and on what ground money was added; where none was planned leave 年初预算数 blank.',
      },
      basis:
        'Sichuan form: changes during the year are explained (Qingshen 2023); 10 % is reviewing practice',
    },
  },
  find(say, context) {
    const { facts, profile } = context;
    const { total, parts } = facts.funds;
    const row = total && !isZeroed(total) ? total : parts.find((part) => !isZeroed(part));
    const initial = row?.initial?.value ?? null;
    const adjusted = row?.adjusted?.value ?? null;
    if (!row?.adjusted || initial === null || adjusted === null || initial === adjusted) return [];
    if (isKept(initial, adjusted, profile.execution.adjustmentExplainFrom)) return [];
    if (explained(context)) return [];
    const slip = mistypedAmount(row, profile);
    const share = ratio(subtract(adjusted, initial), initial, profile.rounding.rate);
    return [
      say(row.adjusted.cell, {
        variant: share === null ? 'zero' : adjusted > initial ? 'raised' : 'lowered',
        data: {
          name: brief(row.label),
          share: percent(Math.abs(share ?? 0)),
          change: Math.abs(subtract(adjusted, initial)),
          ...(slip?.rightsChange === true && { likely: slip.value }),
        },
        expected: initial,
        found: adjusted,
      }),
    ];
  },
});

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
