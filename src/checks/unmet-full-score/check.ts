import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { percent } from '../../scoring/figures';
import type { RowScore } from '../../model/score';
import type { Indicator } from '../../model/table';
import { commensurable } from '../../quantity/compare-quantity';
import { moneySense } from '../../scoring/name-sense';
import { brief } from '../wording';

/** Also where a reason is given: a reason explains lost points, it does not give them back. */
export const unmetFullScore = defineCheck({
  id: 'unmet-full-score',
  code: 'JX401',
  severity: 'error',
  kinds: EVERY_KIND,
  scope: 'row',
  about: ['score'],
  silences: ['score-not-computed'],
  texts: {
    'zh-CN': {
      title: '未完成却得满分',
      message: {
        plain:
          '“{name}”目标 {target}，完成 {actual}，完成率 {rate}，却得满分 {found}；应得 {expected}。',
        uncomputed: '“{name}”目标 {target}，完成 {actual}，没有达到目标，却得满分 {found}。',
        open: '“{name}”目标 {target}，完成 {actual}，比目标少，得满分 {found}：目标没有写明是不是越少越好。',
      },
      why: '没有达到目标的指标不能得满分；写明原因也只是解释扣分。',
      fix: '请按完成情况扣分。',
      fixes: { open: '少发、少做了的，按完成情况扣分；少了正好的，不用改，目标可以写上“≤”。' },
      basis:
        '海淀区2016年自评表得分计算方法：未达到指标值的按比例记分；一体化系统与公开核对工具同此',
    },
    en: {
      title: 'Target missed, full score',
      message: {
        plain:
          '“{name}”: target {target}, actual {actual}, {rate} done, yet the full {found} points; {expected} are due.',
        uncomputed:
          '“{name}”: target {target}, actual {actual}; the target is missed, yet the full {found} points.',
        open: '“{name}”: target {target}, actual {actual}, less than the target, with the full {found} points; nothing says whether less is better.',
      },
      why: 'A missed target does not earn full points; a reason only explains the loss.',
      fix: 'Lower the score to what was done.',
      fixes: {
        open: 'Where less was paid or done, lower the score; where less is better, leave it, or write ≤ before the target.',
      },
      basis:
        'Scoring column of Haidian 2016: below the target in proportion; same in the integrated system and a public validator',
    },
  },
  soundRow(say) {
    return (indicator, score, facts) => {
      const { weight, filled } = facts;
      if (isOpenShortfall(indicator, score) && filled === weight && indicator.score && weight)
        return facts.explained
          ? null
          : say(indicator.score.cell, {
              variant: 'open',
              severity: 'info',
              data: {
                name: brief(indicator.name),
                target: brief(indicator.target.text),
                actual: brief(indicator.actual.text),
              },
              found: weight,
            });
      if (score.status !== 'unmet' || score.method === 'deadline' || score.method === 'rubric')
        return null;
      if (filled === null || weight === null || filled !== weight) return null;
      if (indicator.score === null || score.score === weight) return null;
      const { achievement } = score;
      return say(indicator.score.cell, {
        variant: achievement === null || score.score === null ? 'uncomputed' : 'plain',
        data: {
          name: brief(indicator.name),
          target: brief(indicator.target.text),
          actual: brief(indicator.actual.text),
          rate: achievement === null ? '' : percent(achievement),
          weight,
        },
        expected: score.score,
        found: filled,
      });
    };
  },
});

/** 补助标准 600元/人 paid at 550元, 供餐天数 200天 done for 188天: less, and nothing says whether that is good. */
function isOpenShortfall({ name, target, actual }: Indicator, { explanation }: RowScore): boolean {
  if (explanation.key !== 'scoring.open-direction') return false;
  const figures = commensurable(target, actual);
  if ('problem' in figures || figures.actual >= figures.target) return false;
  return moneySense(name, target.unit) === 'open' || /[天日]$/.test(target.unit ?? '');
}
