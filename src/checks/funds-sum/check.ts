import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf } from '../finding-of';
import type { Amount } from '../funds';
import { unevenAmounts } from '../funds';
import { brief } from '../wording';

const TERMS: Readonly<Record<Amount, string>> = {
  initial: '年初预算数',
  adjusted: '全年预算数',
  executed: '全年执行数',
};

/** One finding for the total row, at its first column that does not add up. */
export const fundsSum: Check = {
  id: 'funds-sum',
  code: 'JX303',
  severity: 'error',
  basis: 'check.funds-sum.basis',
  kinds: EVERY_KIND,
  scope: 'block',
  find(context) {
    const { total, parts } = context.facts.funds;
    const uneven = unevenAmounts(total, parts);
    const [first] = uneven;
    const cell = first && total ? total[first.amount]?.cell : undefined;
    if (!first || !total || !cell) return [];
    const columns = uneven
      .map(({ amount, total: whole, parts: sum }) => `${TERMS[amount]} ${whole} ≠ ${sum}`)
      .join('；');
    return [
      findingOf(fundsSum, context, cell, {
        data: { name: brief(total.label), columns },
        expected: first.parts,
        found: first.total,
      }),
    ];
  },
};
