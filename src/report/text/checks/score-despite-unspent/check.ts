import { defineReportCheck, placeIn } from '../../check';
import { claimsOf } from '../../facts/claims';

const HIGH_SCORE = 95;
const UNSPENT =
  /支出受到?限制|无法按时支出|在途资金|延迟审批|未能支出|资金没保障|支付不及时|资金(?:拨付|支付)滞后/g;

export const scoreDespiteUnspent = defineReportCheck({
  id: 'score-despite-unspent',
  severity: 'warning',
  byProject: true,
  texts: {
    'zh-CN': {
      title: '资金没能支出而得分很高',
      message: '自评得分{score}分，而第{paragraph}段写明“{reason}”。',
      fix: '复核预算执行和有关指标的得分，并写明执行金额与执行率。',
      basis: '规则 F11、F12：得分与所述问题相称',
    },
    en: {
      title: 'A high score beside money that could not be spent',
      message: 'A score of {score}, while paragraph {paragraph} says “{reason}”.',
      fix: 'Check the scores that depend on spending; state the amount spent and the rate.',
      basis: 'Rules F11, F12: a score fits the problems told',
    },
  },
  find: ({ report, statements, scores: [score] }, say) => {
    if (!score || score.figure.value < HIGH_SCORE) return [];
    const [unspent] = claimsOf(report, statements, UNSPENT);
    if (!unspent) return [];
    return [
      say(placeIn(score.statement, score.figure.start), {
        data: {
          score: score.figure.value,
          reason: unspent.found,
          paragraph: unspent.statement.paragraph,
        },
        found: score.figure.value,
      }),
    ];
  },
});
