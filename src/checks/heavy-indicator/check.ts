import { compare, multiply } from '../../quantity/exact';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { percent } from '../../scoring/figures';
import { brief } from '../wording';

/** Of what each row of the form would have if all had the same. */
const EQUAL_SHARES = 3;

export const heavyIndicator = defineCheck({
  id: 'heavy-indicator',
  code: 'JX111',
  severity: 'info',
  kinds: EVERY_KIND,
  scope: 'row',
  about: ['weight'],
  texts: {
    'zh-CN': {
      title: '单个指标分值过大',
      message: {
        plain: '“{name}”一项占 {found} 分，达到总分 {total} 分的 {share} 以上。',
      },
      why: '一个指标占分太多，其他工作的好坏就看不出来。',
      fix: '请考虑拆分指标或重新分配分值。',
      basis:
        '分值集中在一行，一行就定了总分（审核经验）；青神县2023年、大英县2023年公开自评表为实例',
    },
    en: {
      title: 'One indicator weighs too much',
      message: {
        plain: '“{name}” alone carries {found} points, {share} or more of the total {total}.',
      },
      why: 'One heavy indicator hides the others.',
      fix: 'Consider splitting it or sharing its points out.',
      basis:
        'Where one row has most points, it alone makes the total (reviewing practice); seen in Qingshen 2023 and Daying 2023',
    },
  },
  soundRow(say, context) {
    const { totals, profile } = context;
    const total = totals.printedWeight ?? profile.tableTotal;
    const share = multiply(total, profile.heavyIndicator);
    // Of a handful of rows each must be heavy.
    const rows = context.facts.rows.filter(({ weight }) => weight !== null).length;
    const limit = Math.max(share, multiply(EQUAL_SHARES, total / Math.max(rows, 1)));
    return (indicator, _score, { weight }) => {
      if (weight === null || indicator.weight === null || compare(weight, limit) < 0) return null;
      const data = { name: brief(indicator.name), total, share: percent(profile.heavyIndicator) };
      return say(indicator.weight.cell, { data, found: weight });
    };
  },
});
