import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { fundsRate } from '../funds';
import { percent } from '../../scoring/figures';

/** Off unless the profile sets ceilings. */
export const totalCap = defineCheck({
  id: 'total-cap',
  code: 'JX208',
  severity: 'warning',
  kinds: EVERY_KIND,
  scope: 'table',
  about: ['total'],
  texts: {
    'zh-CN': {
      title: '总分超过执行率允许的上限',
      message: {
        plain: '执行率 {rate}，不足 {below}，按所选口径总分不超过 {expected} 分，填的是 {found}。',
      },
      why: '有的地方规定，执行率低的项目自评总分不能高。',
      fix: '请核对各行得分，总分不超过 {expected} 分；本地没有这条规定的，换一个口径。',
      basis:
        '预算管理一体化平台绩效自评操作手册2022（地方未名）：执行率70%–80%、60%–70%、不足60%、不足50%，总分不超过89、79、69、59；只在选用这一口径时核查',
    },
    en: {
      title: 'Total above what the execution rate allows',
      message: {
        plain:
          'The execution rate is {rate}, below {below}: by the chosen profile the total is at most {expected}; it says {found}.',
      },
      why: 'Some places do not let a project of low execution have a high total.',
      fix: 'Check the rows, so that the total is at most {expected}; choose another profile where there is no such rule.',
      basis:
        'A platform manual of 2022 (place not named): at most 89, 79, 69, 59 at 70–80 %, 60–70 %, below 60 %, below 50 %; only under that profile',
    },
  },
  find(say, context) {
    const { table, totals, profile } = context;
    const cell = table.total?.score?.cell;
    const score = totals.printedScore ?? totals.filledScore;
    const rate = fundsRate(context);
    if (!cell || score === null || rate === null) return [];
    const cap = profile.execution.totalCaps?.find(({ below }) => rate < below);
    if (!cap || score <= cap.most) return [];
    const data = { rate: percent(rate), below: percent(cap.below) };
    return [say(cell, { data, expected: cap.most, found: score })];
  },
});
