import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { samePoints } from '../difference';
import { brief } from '../wording';

export const metNotFull = defineCheck({
  id: 'met-not-full',
  code: 'JX403',
  severity: 'warning',
  kinds: EVERY_KIND,
  scope: 'row',
  about: ['score', 'reason'],
  texts: {
    'zh-CN': {
      title: '已完成却未得满分',
      message: {
        plain:
          '“{name}”目标 {target}，完成 {actual}，已达到目标，只得 {found} 分（满分 {expected}），没有说明原因。',
      },
      why: '达到目标应得满分；有别的扣分理由要写明。',
      fix: '请改为满分 {expected}，或在偏差原因中说明扣分理由。',
      basis: '一体化系统：得分低于分值须说明；丽江市古城区2020年公开自评表为实例',
    },
    en: {
      title: 'Target met, less than full score',
      message: {
        plain:
          '“{name}”: target {target}, actual {actual}; the target is met but it has {found} of {expected} points and no reason.',
      },
      why: 'A met target earns full points; any other deduction needs a reason.',
      fix: 'Give the full {expected}, or state the reason.',
      basis: 'The integrated system asks a reason below full score; seen in Lijiang 2020',
    },
  },
  soundRow(say, context) {
    return (indicator, score, { weight, filled, explained }) => {
      if (score.method === 'rubric') return null;
      if (score.status !== 'met' && score.status !== 'over') return null;
      if (filled === null || weight === null || filled >= weight || explained) return null;
      // The profile takes points for a target set too low.
      if (score.score !== null && score.score < weight) return null;
      if (filled < 0 || indicator.score === null) return null;
      if (samePoints(filled, weight, context.profile)) return null;
      return say(indicator.score.cell, {
        data: {
          name: brief(indicator.name),
          target: brief(indicator.target.text),
          actual: brief(indicator.actual.text),
        },
        expected: weight,
        found: filled,
      });
    };
  },
});
