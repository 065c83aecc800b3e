import { defineReportCheck, placeIn } from '../../check';
import type { Figure } from '../../facts/figure';
import { derivedRate, percentText, tenThousands } from '../../facts/stated';
import { EXPLAIN_BELOW, isExplained } from '../../facts/explained';

export const lowRateUnstated = defineReportCheck({
  id: 'low-rate-unstated',
  severity: 'warning',
  byProject: true,
  texts: {
    'zh-CN': {
      title: '执行率偏低没有写明',
      message: '支出{spent}万元，预算{budget}万元，执行率应为{rate}，报告没有写明。',
      fix: '写明执行率和偏低的原因。',
      basis: '规则 C06：执行率低于 90% 要写明',
    },
    en: {
      title: 'A low rate of execution left unsaid',
      message: 'Spent {spent} of {budget} (万元), that is {rate}, which the report does not state.',
      fix: 'State the rate and why it is low.',
      basis: 'Rule C06: a rate below 90 % is to be given',
    },
  },
  find: ({ report, statements, funds }, say) => {
    const derived = derivedRate(funds);
    if (!derived || derived.rate >= EXPLAIN_BELOW) return [];
    if (!isExplained(report) || funds.rates.length > 0) return [];
    const { budget, spending, rate } = derived;
    // 占年初预算的87.3%，占调整预算的97%
    const isTold = ({ kind, value, decimals }: Figure): boolean =>
      kind === 'percent' && Math.abs(value - rate * 100) <= 10 ** -decimals / 2 + 0.005;
    if (statements.some(({ figures }) => figures.some(isTold))) return [];
    return [
      say(placeIn(spending.statement, spending.figure.start), {
        data: {
          budget: tenThousands(budget.figure.value),
          spent: tenThousands(spending.figure.value),
          rate: percentText(rate),
        },
        expected: percentText(rate),
      }),
    ];
  },
});
