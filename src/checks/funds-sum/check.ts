import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import type { Amount } from '../funds';
import { unevenAmounts } from '../funds';
import { brief } from '../wording';

const TERMS: Readonly<Record<Amount, string>> = {
  initial: '年初预算数',
  adjusted: '全年预算数',
  executed: '全年执行数',
};

/** One finding for the total row, at its first column that does not add up. */
export const fundsSum = defineCheck({
  id: 'funds-sum',
  code: 'JX303',
  severity: 'error',
  kinds: EVERY_KIND,
  scope: 'block',
  about: ['funds'],
  texts: {
    'zh-CN': {
      title: '资金总额不等于各项之和',
      message: {
        plain: '“{name}”不等于下面各项之和：{columns}。',
      },
      why: '年度资金总额由各项资金相加，填错会使执行率和得分全错。',
      fix: '请核对总额和各项资金，使总额等于各项之和。',
      fixes: {
        unfilled: '总额没有填，请填各项之和。',
      },
      basis: '自评表资金栏的结构（廊坊2019年、天长2022年）；池州市棠溪镇2022年公开自评表为实例',
    },
    en: {
      title: 'Funds do not add up',
      message: {
        plain: '“{name}” is not the sum of its parts: {columns}.',
      },
      why: 'The total is the sum of its parts; a wrong one spoils rate and score.',
      fix: 'Check the total and its parts until they agree.',
      fixes: {
        unfilled: 'The total is not filled in: put the sum of its parts.',
      },
      basis: 'Layout of the funds block (Langfang 2019, Tianchang 2022); seen in Chizhou 2022',
    },
  },
  find(say, context) {
    const { total, parts } = context.facts.funds;
    const uneven = unevenAmounts(total, parts);
    const [first] = uneven;
    const cell = first && total ? total[first.amount]?.cell : undefined;
    if (!first || !total || !cell) return [];
    const columns = uneven.map(
      ({ amount, total: whole, parts: sum }) => `${TERMS[amount]} ${whole} ≠ ${sum}`,
    );
    return [
      say(cell, {
        advice: uneven.every(({ total: whole }) => whole === 0) ? 'unfilled' : undefined,
        data: { name: brief(total.label), columns },
        expected: first.parts,
        found: first.total,
      }),
    ];
  },
});
