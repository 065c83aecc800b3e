import type { Quantity } from '../../model/quantity';
import { commensurable } from '../../quantity/compare-quantity';
import { isReverseName } from '../../scoring/direction';
import { TARGET_ONLY } from '../check';
import { defineCheck } from '../define-check';
import { brief } from '../wording';

/**
 * Silent for 0起, =0, ≤0, 无 and a bare 0 of a name that says less is better: there no ratio is
 * asked. A bare 0 of any other name, and a bare 0 of any rate,
 * is a target nothing can be divided by. Where it was met whichever way it counts (成本节约率 ≥0% and 2%,
 * 违规率 0% and 无, 变质比例 0 and 0) no points hang on it: a question.
 */
export const zeroTarget = defineCheck({
  id: 'zero-target',
  code: 'JX411',
  severity: 'error',
  kinds: TARGET_ONLY,
  scope: 'row',
  about: ['value'],
  silences: ['unmet-full-score', 'score-not-computed', 'met-not-full', 'over-achieved'],
  texts: {
    'zh-CN': {
      title: '目标值为零无法折算',
      message: {
        bare: '“{name}”的年度指标值只写了 {found}，没有写明“=”，不能按比例计算。',
        plain: '“{name}”的年度指标值是“{found}”，按比例无法算出得分。',
        met: '“{name}”的年度指标值是“{found}”，已经达到，但完成率算不出来。',
      },
      why: '完成率要除以目标值，除数为 0 没有意义。',
      fix: '请填写大于 0 的目标；要求不发生的，请写“=0”或“0起”。',
      fixes: {
        bare: '要求不发生的，请写成“=0”；不是的，请填写大于 0 的目标。',
        met: '目标就是这样定的，不用改；要求不发生的，写成“=0”更清楚。',
      },
      basis: '公开核对工具的提示：年度指标值为0，无法计算应得分',
    },
    en: {
      title: 'Ratio asked of a target of zero',
      message: {
        bare: 'The target of “{name}” is only {found}, without “=”, so no ratio can be computed.',
        plain: 'The target of “{name}” is “{found}”; no ratio can be computed from it.',
        met: 'The target of “{name}” is “{found}”: it is met, but no rate can be computed.',
      },
      why: 'The rate divides by the target.',
      fix: 'Give a target above 0; where nothing may happen write =0 or 0起.',
      fixes: {
        bare: 'Where nothing may happen write =0; otherwise give a target above 0.',
        met: 'Leave it if the target is meant so; where nothing may happen, =0 is clearer.',
      },
      basis: 'A public validator says the same of a target of 0',
    },
  },
  soundRow(say, context) {
    const signColumn = context.table.columns.sign;
    return ({ target, targetCell, name, actual }, score) => {
      if (target.value !== 0 || targetCell === null) return null;
      if (target.kind !== 'number' && target.kind !== 'percent') return null;
      const asked =
        target.op === '>=' ||
        target.op === '>' ||
        (target.op === null && score.achievement === null && isRatio(score.method));
      const bare =
        signColumn === undefined &&
        BARE_ZERO.test(target.text) &&
        (target.kind === 'percent' || RATE_NAME.test(name) || !isReverseName(name));
      if (!asked && !bare) return null;
      const met = isMet(target, actual);
      return say(targetCell, {
        severity: met ? 'info' : 'error',
        variant: met ? 'met' : asked ? 'plain' : 'bare',
        data: { name: brief(name) },
        found: brief(target.text),
      });
    };
  },
});

/** No =, no 起 or 次: only the figure. */
const BARE_ZERO = /^0(?:\.0+)?\s*%?$/;

/** A 0 that the actual keeps: a bare one of anything by none of it, a share of ≥0 or >0 by all of it. */
function isMet(target: Quantity, actual: Quantity): boolean {
  const figures = commensurable(target, actual);
  if ('problem' in figures) return false;
  const isShare = [target, actual].some((side) => side.kind === 'percent');
  if (target.op === '>=') return isShare && figures.actual >= 0;
  if (target.op === '>') return isShare && figures.actual > 0;
  return figures.actual === 0;
}

const RATE_NAME = /率|比例|比重|占比/;

function isRatio(method: string): boolean {
  return method === 'positive-ratio' || method === 'reverse-ratio' || method === 'reverse-linear';
}
