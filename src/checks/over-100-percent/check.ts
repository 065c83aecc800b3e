import { commensurable } from '../../quantity/compare-quantity';
import { percent } from '../../scoring/figures';
import { multiply } from '../../quantity/exact';
import { TARGET_ONLY } from '../check';
import { defineCheck } from '../define-check';
import { brief, packed } from '../wording';

/**
 * Shares of a whole that none can pass: of those asked, of those checked, of those there are. What is
 * done of a plan (完成率, 执行率, 增长率) can.
 */
const SHARE =
  /(?:满意|合格|达标|优良|优秀|覆盖|普及|准确|知晓|知悉|参与|及时|兑现|公开|合规|规范|办结|通过|(?<!毛)入学|出勤|在岗|完好|有效|真实|按时|成活|保存|好评|认可|支持|就业|毕业|安全|接种|录入|上线|信访化解)(?:率|度)(?:\([^()]*\))?$/;

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
      const plain = packed(name).replace(/（/g, '(').replace(/）/g, ')');
      if (!SHARE.test(plain)) return null;
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
