import { defineReportCheck, placeIn } from '../../check';
import { tenThousands, type Stated, type StatedFunds } from '../../facts/stated';
import { multiply } from '../../../../quantity/exact';

const EACH = /每(?:个|家|名|人|户|村|镇)?([^，。；\d]{0,6})$/;

/** 镇街 and 镇（街） are the same receivers. */
const sameReceiver = (receiver: string, counted: string): boolean => {
  const signs = counted.replace(/[^\u4e00-\u9fff]/g, '');
  return signs !== '' && Array.from(receiver).every((sign) => signs.includes(sign));
};

/** Money that a budget does not count: spending may well be more than the one with it. */
const MORE = /结转|结余|追加|调增|调整|自筹|自有|其他资金|配套|增加|上级|往年|以前年度/;

/** The spending told first, where it is above every budget told and nothing says where more came from. */
function overspent({ budgets, spent }: StatedFunds): readonly Stated[] {
  const [first] = spent;
  const told = [...budgets, ...spent].some(({ statement }) => MORE.test(statement.text));
  if (!first || told) return [];
  return budgets.every(({ figure }) => figure.value < first.figure.value) ? [first] : [];
}

export const amountOverBudget = defineReportCheck({
  id: 'amount-over-budget',
  severity: 'info',
  byProject: true,
  texts: {
    'zh-CN': {
      title: '所述支出超过项目预算',
      message: '这里写的是{told}万元，超过项目预算{budget}万元。',
      fix: '写明资金来源；不属于本项目的，不作为本项目支出。',
      basis: '规则 F15：支出不超过项目预算',
    },
    en: {
      title: 'Spending told that exceeds the budget',
      message: 'This says {told} (万元), more than the budget of {budget}.',
      fix: 'Say where the money came from; leave out what is not of this project.',
      basis: 'Rule F15: spending stays within the budget',
    },
  },
  find: ({ statements, funds }, say) => {
    const [budget] = funds.budgets;
    if (!budget) return [];
    const over = overspent(funds).map(({ statement, figure }) => {
      const found = tenThousands(figure.value);
      const expected = tenThousands(budget.figure.value);
      const data = { told: String(found), budget: expected };
      return say(placeIn(statement, figure.start), { data, expected, found });
    });
    const each = statements.flatMap((statement) =>
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
              told: `${count.value}×${tenThousands(each.value)}=${tenThousands(total)}`,
              budget: tenThousands(budget.figure.value),
            },
            expected: tenThousands(budget.figure.value),
            found: tenThousands(total),
          }),
        ];
      }),
    );
    return [...over, ...each];
  },
});
