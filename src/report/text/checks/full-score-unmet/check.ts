import { defineReportCheck, placeIn } from '../../check';
import { written } from '../../facts/figure';
import { shortfallsOf } from '../../relations/shortfalls';

const FULL_MARKS = 100;

export const fullScoreUnmet = defineReportCheck({
  id: 'full-score-unmet',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '有指标没达到却得满分',
      message: '自评得分{score}分，而第{paragraph}段目标{expected}、实际{found}，没有达到。',
      fix: '复核这项指标的得分。',
      basis: '财预〔2020〕10号：未达到指标值的按比例扣分',
    },
    en: {
      title: 'Full marks although a target was missed',
      message:
        'The score is {score}, but in paragraph {paragraph} {found} was reached of {expected}.',
      fix: 'Check the score of that indicator.',
      basis: 'Caiyu [2020] No. 10: what misses its target loses points',
    },
  },
  find: ({ statements, scores: [score] }, say) => {
    if (score?.figure.value !== FULL_MARKS) return [];
    const [shortfall] = shortfallsOf(statements);
    if (!shortfall) return [];
    return [
      say(placeIn(score.statement, score.figure.start), {
        severity: shortfall.sure ? 'warning' : 'info',
        data: { paragraph: shortfall.statement.paragraph, score: FULL_MARKS },
        expected: written(shortfall.target),
        found: written(shortfall.actual),
      }),
    ];
  },
});
