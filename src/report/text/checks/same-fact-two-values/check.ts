import { defineReportCheck, placeIn } from '../../check';
import { written } from '../../facts/figure';
import { repeatedFacts } from '../../relations/repeated-facts';
import { fundsToldTwice } from '../../relations/told-twice';
import { restatedAmounts } from '../../relations/restated-amounts';

export const sameFactTwoValues = defineReportCheck({
  id: 'same-fact-two-values',
  severity: 'error',
  byProject: true,
  texts: {
    'zh-CN': {
      title: '同一件事两个数',
      message: '“{subject}”在第{paragraph}段是{expected}，这里是{found}。',
      fix: '核实后改成同一个数；口径或时点不同的，写明口径或时点。',
      basis: '规则 F07：同一事实只有一个数',
    },
    en: {
      title: 'One thing told with two figures',
      message: '“{subject}” is {expected} in paragraph {paragraph} and {found} here.',
      fix: 'Settle on one figure, or say what differs between them.',
      basis: 'Rule F07: one fact has one figure',
    },
  },
  find: (context, say) => {
    const found = [...repeatedFacts(context), ...restatedAmounts(context.statements)];
    const funds = fundsToldTwice(context.funds).filter(
      ({ other }) => !found.some((one) => one.other.figure === other.figure),
    );
    return [...found, ...funds].map(({ first, other, subject, weighed }) =>
      say(placeIn(other.statement, other.figure.start), {
        weighed,
        data: { subject, paragraph: first.statement.paragraph },
        expected: written(first.figure),
        found: written(other.figure),
      }),
    );
  },
});
