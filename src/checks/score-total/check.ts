import { subtract } from '../../quantity/exact';
import type { PreparedContext } from '../check';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { leftOut } from '../total-typed-over/left-out';
import { distance, samePoints } from '../difference';
import { printsPart } from '../printed-part';

export const scoreTotal = defineCheck({
  id: 'score-total',
  code: 'JX203',
  severity: 'error',
  kinds: EVERY_KIND,
  scope: 'table',
  about: ['total', 'score'],
  ownsCell: true,
  texts: {
    'zh-CN': {
      title: '总分与各行得分之和不符',
      message: {
        plain: '总分填的是 {found}，各行得分相加是 {expected}，相差 {difference} 分。',
      },
      why: '总分应等于指标得分与预算执行得分之和。',
      fix: '请重新相加，或核对各行得分后把总分改为 {expected}。',
      basis: '公开核对工具的合计规则；中江县水利局2022年公开自评表为实例',
    },
    en: {
      title: 'Total is not the sum of the scores',
      message: {
        plain: 'The total says {found}; the rows add up to {expected}: {difference} off.',
      },
      why: 'The total is the sum of the indicators’ and the funds’ scores.',
      fix: 'Add up again, or check the rows and set the total to {expected}.',
      basis: 'Sum rule of a public validator; seen in Zhongjiang 2022',
    },
  },
  find(say, context) {
    const { table, totals, profile, facts } = context;
    const { filledScore, printedScore } = totals;
    const cell = table.total?.score?.cell;
    if (!facts.whole || cell === undefined) return [];
    if (filledScore === null || printedScore === null) return [];
    // A blank 得分 is said first; the sum is open until it is filled.
    if (facts.rows.some((row) => row.weight !== null && row.filled === null)) return [];
    if (facts.funds.scored?.weight?.value != null && facts.funds.scored.score?.value == null)
      return [];
    if (samePoints(filledScore, printedScore, profile)) return [];
    // The formula that leaves a row out is the mistake, and is said as such.
    if (leftOut(table, facts).length > 0) return [];
    if (isWithoutFunds(context, subtract(filledScore, printedScore))) return [];
    const difference = distance(filledScore, printedScore);
    return [
      say(cell, {
        data: { difference },
        expected: filledScore,
        found: printedScore,
      }),
    ];
  },
});

/**
 * On a form whose 分值 come to the whole, the total row counts the indicators alone, in its 分值
 * (which `weight-total` lets pass) as in its 得分.
 */
function isWithoutFunds(context: PreparedContext, difference: number): boolean {
  const { budget, profile, totals } = context;
  if (budget?.filledScore == null || totals.printedWeight === null) return false;
  return (
    (budget.weight ?? 0) > 0 &&
    samePoints(totals.weight ?? 0, profile.tableTotal, profile) &&
    printsPart(context, totals.printedWeight) &&
    samePoints(difference, budget.filledScore, profile)
  );
}
