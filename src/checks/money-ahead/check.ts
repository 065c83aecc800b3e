import { compare, multiply, ratio, sum } from '../../quantity/exact';
import { percent } from '../../scoring/figures';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { fundsRate } from '../funds';
import { indicatorPoints } from '../indicator-points';

/** House rule: less is no more than a project that ended well but not in all. */
const FAR = 0.2;

/** The mirror of `score-rate-gap`: (execution rate − score rate) ÷ execution rate above a fifth. */
export const moneyAhead = defineCheck({
  id: 'money-ahead',
  code: 'JX310',
  severity: 'info',
  kinds: EVERY_KIND,
  scope: 'table',
  about: ['funds'],
  texts: {
    'zh-CN': {
      title: '执行率明显高于得分率',
      message: {
        plain: '执行率 {found}，而指标得分率只有 {expected}，钱花在了前面。',
      },
      why: '钱基本花完而任务没有完成，需要说明。',
      fix: '请核对完成值和执行数；确有预付或跨年任务的，请在说明中写明。',
      basis: '审核经验；相差五分之一以上才提示（工具口径）',
    },
    en: {
      title: 'Money spent ahead of results',
      message: {
        plain: '{found} of the money is spent but the indicators have {expected} of their points.',
      },
      why: 'Money nearly spent with work not done needs an explanation.',
      fix: 'Check the figures; explain advance payments and work of two years.',
      basis: 'Reviewing practice; said from a gap of a fifth (house rule)',
    },
  },
  find(say, context) {
    const { facts, profile } = context;
    const rate = fundsRate(context);
    const { scored, total } = facts.funds;
    const row = scored ?? total;
    const cell = row?.rate?.cell ?? row?.executed?.cell;
    const points = indicatorPoints(context);
    if (!facts.whole || rate === null || rate > 1 || !cell || points === null) return [];
    const most = multiply(sum([1, -FAR]), rate);
    if (compare(points.score, multiply(most, points.weight)) >= 0) return [];
    const scoreRate = ratio(points.score, points.weight, profile.rounding.rate) ?? 0;
    return [say(cell, { expected: percent(scoreRate), found: percent(rate) })];
  },
});
