import type { Indicator } from '../../model/table';
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
        'other-reason':
          '“{name}”目标 {target}，完成 {actual}，已达到目标，只得 {found} 分（满分 {expected}）；原因写的是“{reason}”，看不出与这一项有关。',
      },
      why: '达到目标应得满分；有别的扣分理由要写明。',
      fix: '请改为满分 {expected}，或在偏差原因中说明扣分理由。',
      fixes: { 'other-reason': '请核对：原因写错行的，移到该写的行；确有别的扣分理由的，不用改。' },
      basis: '一体化系统：得分低于分值须说明；丽江市古城区2020年公开自评表为实例',
    },
    en: {
      title: 'Target met, less than full score',
      message: {
        plain:
          '“{name}”: target {target}, actual {actual}; the target is met but it has {found} of {expected} points and no reason.',
        'other-reason':
          '“{name}”: target {target}, actual {actual}; the target is met but it has {found} of {expected} points, and the reason “{reason}” does not seem to be about it.',
      },
      why: 'A met target earns full points; any other deduction needs a reason.',
      fix: 'Give the full {expected}, or state the reason.',
      fixes: {
        'other-reason':
          'Check the reason: move it where it belongs; where it is why points were taken, leave it.',
      },
      basis: 'The integrated system asks a reason below full score; seen in Lijiang 2020',
    },
  },
  soundRow(say, context) {
    return (indicator, score, { weight, filled, explained }) => {
      if (score.method === 'rubric') return null;
      if (score.status !== 'met' && score.status !== 'over') return null;
      if (filled === null || weight === null || filled >= weight) return null;
      if (explained && !isOfOtherThing(indicator)) return null;
      // The profile takes points for a target set too low.
      if (score.score !== null && score.score < weight) return null;
      if (filled < 0 || indicator.score === null) return null;
      if (samePoints(filled, weight, context.profile)) return null;
      return say(indicator.score.cell, {
        ...(explained && { variant: 'other-reason', severity: 'info' }),
        data: {
          ...(explained && { reason: brief(indicator.reason ?? '') }),
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

/** A reason without a word of the row, of points or of another place: it may belong to another row. */
function isOfOtherThing({ reason, name, target, actual }: Indicator): boolean {
  const said = (reason ?? '').replace(/[^\u4e00-\u9fff]/g, '');
  if (said.length < SHORTEST || ABOUT_POINTS.test(said)) return false;
  const own = name + target.text + actual.text;
  return !Array.from(said.slice(1), (_, at) => said.slice(at, at + 2)).some((two) =>
    own.includes(two),
  );
}
const SHORTEST = 5;
/** Whoever speaks of the target, the quality or the points speaks of the row. */
const ABOUT_POINTS =
  /扣|分|目标|指标|完成|达到|质量|效果|效益|标准|资料|佐证|档案|及时|进度|滞后|推迟|延|同上|详见|见附/;
