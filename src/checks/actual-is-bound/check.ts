import { TARGET_ONLY } from '../check';
import { defineCheck } from '../define-check';
import { brief } from '../wording';

const BOUNDS = new Set(['>=', '<=', '>', '<']);

export const actualIsBound = defineCheck({
  id: 'actual-is-bound',
  code: 'JX407',
  severity: 'warning',
  kinds: TARGET_ONLY,
  scope: 'row',
  about: ['value'],
  toldWith: { inTable: ['copied-actual'] },
  texts: {
    'zh-CN': {
      title: '实际完成值写成了范围',
      message: {
        plain: '“{name}”的实际完成值是“{found}”，不是一个实际数。',
      },
      why: '完成值应是量出来、数出来的结果，不等式只能是目标。',
      fix: '请填写实际的数，例如“268米”“96%”。',
      basis: '审核经验；中江县水利局2022年、黄石市图书馆2022年公开自评表为实例',
    },
    en: {
      title: 'Actual value is a bound',
      message: {
        plain: 'The 实际完成值 of “{name}” is “{found}”, not a figure.',
      },
      why: 'An actual value is counted or measured; only a target can be a bound.',
      fix: 'Write the figure itself, e.g. 268米 or 96%.',
      basis: 'Reviewing practice; seen in Zhongjiang 2022 and Huangshi 2022',
    },
  },
  soundRow(say) {
    return ({ actual, actualCell, name }) => {
      if (actual.op === null || actualCell === null || !BOUNDS.has(actual.op)) return null;
      if (actual.kind !== 'number' && actual.kind !== 'percent') return null;
      const data = { name: brief(name) };
      return say(actualCell, { data, found: brief(actual.text) });
    };
  },
});
