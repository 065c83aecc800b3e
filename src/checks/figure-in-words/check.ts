import { isFigureInWords, withSaidFigures } from '../../scoring/said-figure';
import { TARGET_ONLY } from '../check';
import { defineCheck } from '../define-check';
import { brief } from '../wording';

export const figureInWords = defineCheck({
  id: 'figure-in-words',
  code: 'JX420',
  severity: 'info',
  kinds: TARGET_ONLY,
  scope: 'row',
  about: ['value'],
  texts: {
    'zh-CN': {
      title: '目标值是一句话',
      message: {
        plain: '“{name}”的年度指标值是“{found}”，按其中的 {expected} 与完成值比较、计分。',
      },
      why: '目标写成一句话，别人未必按同一个数来比。',
      fix: '请只写数和单位，例如“≥2次”。',
      basis: '审核经验；大英县2020年公开自评表为实例',
    },
    en: {
      title: 'A target in words',
      message: {
        plain:
          'The target of “{name}” is “{found}”; the row is compared and scored by its {expected}.',
      },
      why: 'Others may not read the same figure out of a sentence.',
      fix: 'Write the figure and its unit alone, e.g. ≥2次.',
      basis: 'Reviewing practice; seen in Daying 2020',
    },
  },
  soundRow(say) {
    return (indicator) => {
      const { targetCell, target, name } = indicator;
      if (targetCell === null || !isFigureInWords(indicator)) return null;
      const { op, value, unit } = withSaidFigures(indicator).target;
      const expected = `${op === null ? '' : SIGNS[op]}${String(value ?? '')}${unit ?? ''}`;
      return say(targetCell, { data: { name: brief(name) }, expected, found: brief(target.text) });
    };
  },
});

const SIGNS = { '>=': '≥', '<=': '≤', '>': '＞', '<': '＜', '=': '＝', range: '' } as const;
