import { defineReportCheck, placeIn } from '../../check';
import { tenThousands } from '../../facts/stated';
import { multiply } from '../../../../quantity/exact';

const EACH = /每(?:个|家|名|人|户|村|镇)?([^，。；\d]{0,6})$/;

/** 镇街 and 镇（街） are the same receivers. */
const sameReceiver = (receiver: string, counted: string): boolean => {
  const signs = counted.replace(/[^\u4e00-\u9fff]/g, '');
  return signs !== '' && Array.from(receiver).every((sign) => signs.includes(sign));
};

export const amountOverBudget = defineReportCheck({
  id: 'amount-over-budget',
  severity: 'info',
  byProject: true,
  texts: {
    'zh-CN': {
      title: '所述支出超过项目预算',
      message: '{count}个×{each}万元={total}万元，超过项目预算{budget}万元。',
      fix: '写明资金来源；不属于本项目的，不作为本项目支出。',
      basis: '规则 F15：支出不超过项目预算',
    },
    en: {
      title: 'Spending told that exceeds the budget',
      message: '{count} × {each} = {total} (万元), more than the budget of {budget}.',
      fix: 'Say where the money came from; leave out what is not of this project.',
      basis: 'Rule F15: spending stays within the budget',
    },
  },
  find: ({ statements, funds: { budgets } }, say) => {
    const [budget] = budgets;
    if (!budget) return [];
    return statements.flatMap((statement) =>
      statement.figures.flatMap((each, index) => {
        const receiver = (EACH.exec(each.label)?.[1] ?? '')
          .replace(/[^\u4e00-\u9fff]/g, '')
          .slice(0, 2);
        if (each.kind !== 'money' || receiver === '') return [];
        const count = statement.figures
          .slice(0, index)
          .reverse()
          .find(
            (figure) =>
              figure.kind === 'count' &&
              sameReceiver(receiver, statement.text.slice(figure.end, figure.end + 6)),
          );
        if (!count) return [];
        const total = multiply(each.value, count.value);
        if (total <= budget.figure.value) return [];
        return [
          say(placeIn(statement, each.start), {
            data: {
              count: count.value,
              each: tenThousands(each.value),
              total: tenThousands(total),
              budget: tenThousands(budget.figure.value),
            },
            expected: tenThousands(budget.figure.value),
            found: tenThousands(total),
          }),
        ];
      }),
    );
  },
});
