import type { Quantity } from '../../model/quantity';
import { TARGET_ONLY } from '../check';
import { defineCheck } from '../define-check';
import { packed } from '../wording';

const FEWEST = 3;
/** One that could have come out otherwise may have come out so. */
const FEWEST_TELLING = 2;

/**
 * One finding at the header. A 100% (or a 0) done exactly is no copy by itself: at least one row
 * must repeat a sign or another figure.
 */
export const copiedActual = defineCheck({
  id: 'copied-actual',
  code: 'JX408',
  severity: 'warning',
  kinds: TARGET_ONLY,
  scope: 'block',
  about: ['value'],
  texts: {
    'zh-CN': {
      title: '完成值照抄目标值',
      message: {
        plain: '{count} 个定量指标的实际完成值都与年度指标值一字不差。',
      },
      why: '全部照抄，看不出实际完成了多少。',
      fix: '请逐项填写实际统计的数；确实完全一致的，请备好佐证材料。',
      basis: '审核中常见问题“指标值与完成值一样”；中江县2022年公开自评表为实例',
    },
    en: {
      title: 'Actual values copied from the targets',
      message: {
        plain:
          'All {count} numeric indicators have an 实际完成值 that repeats the 年度指标值 to the letter.',
      },
      why: 'A copy does not show what was done.',
      fix: 'Fill in what was counted; where all really agree, keep the evidence ready.',
      basis: 'A known complaint of reviewers; seen in Zhongjiang 2022',
    },
  },
  find(say, context) {
    const { table } = context;
    const head = table.columns.actual?.header;
    if (!head) return [];
    let count = 0;
    let telling = 0;
    for (const { target, actual, parent } of table.indicators) {
      if (parent !== null || !isFigure(target) || actual.kind === 'none') continue;
      if (target.text !== actual.text && packed(target.text) !== packed(actual.text)) return [];
      count++;
      if (!isCap(target)) telling++;
    }
    if (count < FEWEST || telling < FEWEST_TELLING) return [];
    return [say(head, { data: { count }, found: count })];
  },
});

function isFigure({ kind }: Quantity): boolean {
  return kind === 'number' || kind === 'percent' || kind === 'range';
}

/** A target that can be reached, not passed: 100% or 0 without a sign. */
function isCap({ op, value, kind }: Quantity): boolean {
  if (op !== null && op !== '=') return false;
  return value === 0 || (kind === 'percent' && value === 100);
}
