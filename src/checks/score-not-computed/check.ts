import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { distance, loudness } from '../difference';
import { percent } from '../../scoring/figures';
import { brief } from '../wording';

/** Silent to 0.05 points, information to 0.5, warning above (the profile's tolerance). */
export const scoreNotComputed = defineCheck({
  id: 'score-not-computed',
  code: 'JX402',
  severity: 'warning',
  kinds: EVERY_KIND,
  scope: 'row',
  about: ['score'],
  texts: {
    'zh-CN': {
      title: '得分与完成率不符',
      message: {
        plain:
          '“{name}”目标 {target}，完成 {actual}，应得 {expected} 分，填的是 {found} 分，相差 {difference} 分。',
      },
      why: '没有达到目标的定量指标按完成率折算得分。',
      fix: '请把得分改为 {expected}；另有计分办法的，请在说明中写明。',
      basis: '海淀区2016年自评表得分计算方法：B/A 或 A/B 乘以分值；反向指标以评分口径为准',
    },
    en: {
      title: 'Score does not follow from the result',
      message: {
        plain:
          '“{name}”: target {target}, actual {actual}; {expected} points are due, {found} are filled in: {difference} off.',
      },
      why: 'A missed numeric target scores in proportion.',
      fix: 'Change the score to {expected}, or say which other method was used.',
      basis:
        'Scoring column of Haidian 2016: B/A or A/B times the weight; reverse targets by profile',
    },
  },
  soundRow(say, context) {
    const { profile } = context;
    return (indicator, score, { weight, filled }) => {
      if (score.status !== 'unmet' || score.score === null) return null;
      if (score.method === 'deadline' || score.method === 'rubric') return null;
      if (filled === null || weight === null || indicator.score === null) return null;
      if (filled === score.score || filled >= weight || filled < 0) return null;
      const severity = loudness(distance(filled, score.score), profile);
      if (severity === null) return null;
      return say(indicator.score.cell, {
        severity,
        data: {
          name: brief(indicator.name),
          target: brief(indicator.target.text),
          actual: brief(indicator.actual.text),
          rate: score.achievement === null ? '' : percent(score.achievement),
          difference: distance(filled, score.score),
        },
        expected: score.score,
        found: filled,
      });
    };
  },
});
