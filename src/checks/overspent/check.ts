import type { Finding } from '../../model/finding';
import type { BudgetRow } from '../../model/table';
import { subtract } from '../../quantity/exact';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { percent } from '../../scoring/figures';
import { denominatorOf } from '../../scoring/execution-rate';
import { rateOf, unevenAmounts } from '../funds';
import { mistypedAmount } from '../mistyped-amount';
import { brief } from '../wording';

/** Of the total row, else of its parts; silent where the budgets fail to match (funds-sum says that). */
export const overspent = defineCheck({
  id: 'overspent',
  code: 'JX304',
  severity: 'warning',
  kinds: EVERY_KIND,
  scope: 'block',
  about: ['funds'],
  texts: {
    'zh-CN': {
      title: '执行数超过预算数',
      message: {
        plain: '“{name}”执行 {found}，超过预算 {budget}，多 {difference}。',
      },
      why: '支出一般不应超过预算，多半是数字或单位填错。',
      fix: '请核对预算数和执行数；确有追加的，请更新全年预算数。',
      fixes: {
        budget: '请核对预算数：若应为 {likely}，与这一行的其他数就都对得上。',
        executed: '请核对执行数：若应为 {likely}，与这一行的其他数就都对得上。',
      },
      basis: '《预算法》第十三条：支出以经批准的预算为依据，未列入预算的不得支出',
    },
    en: {
      title: 'More spent than budgeted',
      message: {
        plain: '“{name}” spent {found}, more than the budget of {budget} by {difference}.',
      },
      why: 'Spending stays within the budget; a wrong figure or unit is likely.',
      fix: 'Check both amounts; where the budget was raised, update 全年预算数.',
      fixes: {
        budget: 'Check the budget: if it should be {likely}, all else in this row is right.',
        executed:
          'Check the amount spent: if it should be {likely}, all else in this row is right.',
      },
      basis:
        'Budget Law, article 13: spending rests on the approved budget; what is not in it may not be spent',
    },
  },
  find(say, context) {
    const { facts, profile } = context;
    const { total, parts, scored } = facts.funds;
    // One wrong amount may be all there is to it: funds-sum names it, and of a part there is only a question.
    const isUneven = unevenAmounts(total, parts).some(({ amount }) => amount !== 'initial');
    const overspentRow = (row: BudgetRow): Finding[] => {
      const budget = denominatorOf(row, profile);
      const executed = row.executed?.value ?? null;
      if (!row.executed || executed === null || budget === null || executed <= budget) return [];
      const rate = budget > 0 ? percent(rateOf(row, profile) ?? 0) : '—';
      const slip = mistypedAmount(row, profile);
      const data = { name: brief(row.label), budget, rate, difference: subtract(executed, budget) };
      return [
        say(row.executed.cell, {
          ...(isUneven && { severity: 'info' as const }),
          advice: slip?.amount,
          data: slip ? { ...data, likely: slip.value } : data,
          expected: budget,
          found: executed,
        }),
      ];
    };
    const whole = total ?? scored;
    const found = whole && !isUneven ? overspentRow(whole) : [];
    // What was spent too much in all was spent too much in some part.
    return found.length > 0 ? found : parts.filter((part) => part !== whole).flatMap(overspentRow);
  },
});
