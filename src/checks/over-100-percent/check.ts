import { commensurable } from '../../quantity/compare-quantity';
import { percent } from '../../scoring/figures';
import { isShareOfWhole } from '../../scoring/rate-name';
import { multiply } from '../../quantity/exact';
import { TARGET_ONLY } from '../check';
import { defineCheck } from '../define-check';
import { brief } from '../wording';

export const over100Percent = defineCheck({
  id: 'over-100-percent',
  code: 'JX419',
  severity: 'warning',
  kinds: TARGET_ONLY,
  scope: 'row',
  about: ['value'],
  silences: ['over-achieved'],
  texts: {
    'zh-CN': {
      title: '比率超过 100%',
      message: {
        plain: '“{name}”的实际完成值是 {found}，超过了 100%。',
      },
      why: '满意度、合格率、覆盖率一类是整体中的一部分，不会超过 100%。',
      fix: '请核对这个数，多半是填错，或把完成目标的比例当成了指标本身。',
      basis: '满意度、合格率之类不会超过 100%；审核中常见问题（满意度 102%）',
    },
    en: {
      title: 'A share above 100 %',
      message: {
        plain: 'The actual value of “{name}” is {found}, more than 100 %.',
      },
      why: 'Satisfaction, pass rates and coverage are shares of a whole.',
      fix: 'Check the figure; often the share of the target reached was written instead.',
      basis: 'A satisfaction or a share is at most 100 %; a known complaint of reviewers (102 %)',
    },
  },
  soundRow(say) {
    return ({ name, target, actual, actualCell }) => {
      if (actualCell === null || actual.value === null || actual.kind === 'date') return null;
      if (!isShareOfWhole(name)) return null;
      const isShare = actual.unit === '%' || (actual.unit === null && target.unit === '%');
      if (!isShare) return null;
      const pair = commensurable(target, actual);
      const value = 'problem' in pair ? actual.value : pair.actual;
      if (value <= 100) return null;
      return say(actualCell, {
        data: { name: brief(name) },
        found: percent(multiply(value, 0.01)),
      });
    };
  },
});
