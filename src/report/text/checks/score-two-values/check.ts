import { defineReportCheck, placeIn } from '../../check';
import { suspect } from '../../facts/slip';
import { areOfOneProject, projectOf } from '../../facts/score-projects';

export const scoreTwoValues = defineReportCheck({
  id: 'score-two-values',
  severity: 'error',
  byProject: true,
  texts: {
    'zh-CN': {
      title: '自评得分前后不一',
      message: '自评得分在第{paragraph}段是{expected}分，这里是{found}分。',
      fix: '核实后改成同一个分数，与自评表一致。',
      basis: '规则 F07：同一事实只有一个数',
    },
    en: {
      title: 'Two total scores in one report',
      message: 'The score is {expected} in paragraph {paragraph} and {found} here.',
      fix: 'Give one score, as in the form.',
      basis: 'Rule F07: one fact has one figure',
    },
  },
  find: ({ report, scores }, say) => {
    const [first, ...others] = scores;
    const [name = '', ...names] = scores.map((one) => projectOf(report, one));
    const other = others.find(
      (one, index) =>
        first &&
        one.figure.value !== first.figure.value &&
        areOfOneProject(name, names[index] ?? '') &&
        // 公路项目得分96分，桥梁项目得分94分，综合得分95分: in one breath a score without a name is of all.
        (one.statement !== first.statement || name === names[index]),
    );
    if (!first || !other) return [];
    return [
      say(placeIn(other.statement, other.figure.start), {
        weighed: {
          // Two in one paragraph belong to two projects or two graders.
          explicit: other.statement.paragraph !== first.statement.paragraph,
          suspects: [suspect(other.figure, first.figure.value)],
        },
        data: { paragraph: first.statement.paragraph },
        expected: first.figure.value,
        found: other.figure.value,
      }),
    ];
  },
});
