import { defineReportCheck, placeIn } from '../../check';
import { derivedRate, percentText, tenThousands } from '../../facts/stated';
import { EXPLAIN_BELOW, isExplained } from '../../facts/explained';

export const lowRateUnexplained = defineReportCheck({
  id: 'low-rate-unexplained',
  severity: 'warning',
  byProject: true,
  texts: {
    'zh-CN': {
      title: '执行率偏低没有说明原因',
      message: '支出{spent}万元，预算{budget}万元，执行率{rate}，没有说明原因。',
      fix: '写明执行率，并说明未执行完毕的原因和改进措施。',
      basis: '规则 C06：执行率低于 90% 要说明原因',
    },
    en: {
      title: 'A low rate of execution without a reason',
      message: 'Spent {spent} of {budget} (万元), that is {rate}, and no reason is given.',
      fix: 'State the rate and say why the funds were not spent in full.',
      basis: 'Rule C06: a rate below 90 % needs a reason',
    },
  },
  find: ({ report, funds }, say) => {
    const derived = derivedRate(funds);
    if (!derived || derived.rate >= EXPLAIN_BELOW || isExplained(report)) return [];
    const { budget, spending, rate } = derived;
    return [
      say(placeIn(spending.statement, spending.figure.start), {
        data: {
          budget: tenThousands(budget.figure.value),
          spent: tenThousands(spending.figure.value),
          rate: percentText(rate),
        },
        expected: percentText(rate),
        // What was there first may have been changed within the year.
        ...(/年初/.test(budget.figure.label) ? { severity: 'info' as const } : {}),
      }),
    ];
  },
});
