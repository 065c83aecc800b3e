import type { Quantity } from '../../model/quantity';
import { TARGET_ONLY } from '../check';
import { defineCheck } from '../define-check';
import { measureOf } from '../../quantity/units';
import { percent } from '../../scoring/figures';
import { brief } from '../wording';

/** Positive numeric targets only; thresholds and their ends (included) are the profile's. */
export const overAchieved = defineCheck({
  id: 'over-achieved',
  code: 'JX405',
  severity: 'warning',
  kinds: TARGET_ONLY,
  scope: 'row',
  about: ['value', 'reason'],
  texts: {
    'zh-CN': {
      title: '完成值明显超过目标',
      message: {
        plain: '“{name}”目标 {expected}，完成 {found}，完成率 {rate}，达到或超过 {threshold}。',
        unexplained:
          '“{name}”目标 {expected}，完成 {found}，完成率 {rate}，达到或超过 {threshold}，没有说明原因。',
      },
      why: '超额太多，往往是目标定得偏低或数字填错。',
      fix: '请核对目标值和完成值。',
      fixes: {
        unexplained: '请核对目标值和完成值；确属超额的，请说明原因。',
        explained: '原因一栏已有说明，确是超额的，不用改；目标值或完成值写错的，请改正。',
      },
      basis:
        '一体化系统：完成率达120%提示；广西：达130%须填偏差原因。未见统一的扣分规定，只提示不扣分',
    },
    en: {
      title: 'Far above the target',
      message: {
        plain: '“{name}”: target {expected}, actual {found}, {rate} done, {threshold} or more.',
        unexplained:
          '“{name}”: target {expected}, actual {found}, {rate} done, {threshold} or more, without a reason.',
      },
      why: 'Far above often means a target set too low or a wrong figure.',
      fix: 'Check both figures.',
      fixes: {
        unexplained: 'Check both figures; if right, say why.',
        explained: 'The reason column speaks of it; if the figures are right, leave it.',
      },
      basis:
        'The integrated system marks 120 %; Guangxi asks a reason from 130 %. No common deduction was found',
    },
  },
  soundRow(say, context) {
    const { info, warning } = context.profile.overAchieved;
    return (indicator, score, { explained }) => {
      const { achievement } = score;
      if (achievement === null || achievement < info) return null;
      if (score.method !== 'positive-ratio' && score.method !== 'equal') return null;
      const { target, actualCell, parent } = indicator;
      if ((target.value ?? 0) <= 0 || actualCell === null || parent !== null) return null;
      if (isByFewPoints(target, achievement) || isByOne(target, achievement)) return null;
      const loud = achievement >= warning && !explained;
      return say(actualCell, {
        severity: loud ? 'warning' : 'info',
        variant: loud ? 'unexplained' : 'plain',
        advice: explained ? 'explained' : undefined,
        data: {
          name: brief(indicator.name),
          rate: percent(achievement),
          threshold: percent(loud ? warning : info),
        },
        expected: brief(target.text),
        found: brief(indicator.actual.text),
      });
    };
  },
});

/** 2 where at least 1 was asked is one more, and nothing to explain. */
const isByOne = ({ op, value, unit }: Quantity, achievement: number): boolean =>
  (op === '>=' || op === '>') &&
  value !== null &&
  value * (achievement - 1) <= 1 &&
  unit !== null &&
  measureOf(unit).measure.startsWith('count:');

/** 4.2% where ≥3% was meant is 140 % of it and no more than 1.2 points: small rates are told in points. */
const isByFewPoints = ({ unit, value }: Quantity, achievement: number): boolean =>
  unit === '%' && value !== null && value * (achievement - 1) < FEW_POINTS;
const FEW_POINTS = 5;
