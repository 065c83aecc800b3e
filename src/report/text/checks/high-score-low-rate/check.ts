import { defineReportCheck, placeIn } from '../../check';
import { derivedRate, percentText, tenThousands } from '../../facts/stated';

const DOUBT_BELOW = 0.8;
const HIGH_SCORE = 95;

export const highScoreLowRate = defineReportCheck({
  id: 'high-score-low-rate',
  severity: 'warning',
  byProject: true,
  texts: {
    'zh-CN': {
      title: '执行率偏低而得分很高',
      message: '自评得分{score}分，而预算执行率只有{rate}（{spent}÷{budget}万元）。',
      fix: '复核各项得分；确实完成任务的，说明为什么少花钱也完成了。',
      basis: '规则 F12：得分与预算执行相称',
    },
    en: {
      title: 'A high score beside a low rate of execution',
      message:
        'A score of {score} with an execution rate of only {rate} ({spent} ÷ {budget} 万元).',
      fix: 'Check the scores; if the work is done, say why it cost so much less.',
      basis: 'Rule F12: score and execution go together',
    },
  },
  find: ({ funds, scores: [score] }, say) => {
    const derived = derivedRate(funds);
    if (!derived || !score || derived.rate >= DOUBT_BELOW || score.figure.value < HIGH_SCORE)
      return [];
    const { budget, spending, rate } = derived;
    return [
      say(placeIn(score.statement, score.figure.start), {
        data: {
          score: score.figure.value,
          budget: tenThousands(budget.figure.value),
          spent: tenThousands(spending.figure.value),
          rate: percentText(rate),
        },
        found: score.figure.value,
      }),
    ];
  },
});
