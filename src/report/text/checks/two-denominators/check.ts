import { defineReportCheck, placeIn } from '../../check';
import { areOfOneProject, projectOf } from '../../facts/score-projects';
import type { Stated } from '../../facts/stated';

const text = ({ figure }: Stated): string => `${figure.text}%`;

export const twoDenominators = defineReportCheck({
  id: 'two-denominators',
  severity: 'warning',
  byProject: true,
  texts: {
    'zh-CN': {
      title: '执行率用了两个分母',
      message: '预算执行率前后不一：第{paragraph}段是{first}，这里是{second}；是否用了不同的分母？',
      fix: '按评分口径只用一个分母（一般为调整后的全年预算数），与自评表一致；预算调减的另作说明。',
      basis: '规则 C10：预算执行率只用一个分母，一般为调整后的全年预算数',
    },
    en: {
      title: 'Two rates of execution of one spending',
      message:
        'The rate of execution is {first} in paragraph {paragraph} and {second} here: of two denominators?',
      fix: 'Use one denominator, as in the form (as a rule the adjusted budget); explain a cut separately.',
      basis: 'Rule C10: one denominator, as a rule the adjusted budget',
    },
  },
  find: ({ report, funds: { rates } }, say) => {
    const [first, ...others] = rates;
    const [name = '', ...names] = rates.map((one) => projectOf(report, one));
    const other = others.find(
      (rate, index) =>
        first &&
        areOfOneProject(name, names[index] ?? '') &&
        rate.figure.value !== first.figure.value &&
        rate.statement.paragraph !== first.statement.paragraph &&
        !rate.figure.rough,
    );
    if (!first || !other) return [];
    // 99% is 98.6% told in short.
    const [short, long] = [first.figure, other.figure].sort((a, b) => a.decimals - b.decimals);
    if (short && long && Math.abs(short.value - long.value) <= 0.5 * 10 ** -short.decimals)
      return [];
    return [
      say(placeIn(other.statement, other.figure.start), {
        data: { first: text(first), second: text(other), paragraph: first.statement.paragraph },
        expected: text(first),
        found: text(other),
      }),
    ];
  },
});
