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
      fixes: {
        meant: '增减多少、从何时算起，目标里要写明，不用改；完成值请照同样的说法写。',
      },
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
      fixes: {
        meant:
          'What rises or falls, and since when days count, belongs in the target: leave it, and write the actual value alike.',
      },
      basis: 'Reviewing practice; seen in Daying 2020',
    },
  },
  soundRow(say) {
    return (indicator) => {
      const { targetCell, target, name } = indicator;
      if (targetCell === null || !isFigureInWords(indicator)) return null;
      const { op, value, unit } = withSaidFigures(indicator).target;
      const written = unit === '%' && target.text.includes('百分点') ? '个百分点' : (unit ?? '');
      const expected = `${op === null ? '' : SIGNS[op]}${String(value ?? '')}${written}`;
      return say(targetCell, {
        data: { name: brief(name) },
        advice: NEEDS_ITS_WORDS.test(target.text) ? 'meant' : undefined,
        expected,
        found: brief(target.text),
      });
    };
  },
});

/** 同比下降10%, 提高0.1个百分点, 收到资金后30日内: without the words the figure says something else. */
const NEEDS_ITS_WORDS = /[增提上][长加高升幅]|下降|降低|减少|缩短|压减|后[^，。,]{0,3}\d/;

const SIGNS = { '>=': '≥', '<=': '≤', '>': '＞', '<': '＜', '=': '＝', range: '' } as const;
