import { isNotApplicable } from '../../model/blank';
import { TARGET_ONLY } from '../check';
import { defineCheck } from '../define-check';
import { standsForFunds } from '../funds';
import { brief } from '../wording';

export const targetMissing = defineCheck({
  id: 'target-missing',
  code: 'JX104',
  severity: 'warning',
  kinds: TARGET_ONLY,
  scope: 'row',
  about: ['value'],
  toldWith: { onRow: ['actual-missing'], remains: true },
  texts: {
    'zh-CN': {
      title: '年度指标值未填',
      message: {
        plain: '“{name}”有分值 {weight} 分，但年度指标值是空的。',
      },
      why: '没有年度指标值，就无从判断是否完成。',
      fix: '请填写年度指标值；目标写在指标名称里的，请移到年度指标值一栏。',
      basis: '一体化系统必填项；天长市水利局2022年公开自评表为实例',
    },
    en: {
      title: 'No target value',
      message: {
        plain: '“{name}” carries {weight} points but its 年度指标值 is blank.',
      },
      why: 'Without a target nobody can say whether it was reached.',
      fix: 'Fill in the 年度指标值; where it stands inside the name of the indicator, move it here.',
      basis: 'Required field of the integrated system; seen in Tianchang 2022',
    },
  },
  everyRow(say, context) {
    const { carried } = context.facts;
    return (indicator, _score, { weight, rubric }, index) => {
      const { target, targetCell, name } = indicator;
      if (standsForFunds(indicator, context.budget)) return null;
      if (target.kind !== 'none' || targetCell === null || isNotApplicable(target.text))
        return null;
      if (weight === null || rubric || carried.has(index)) return null;
      return say(targetCell, { data: { name: brief(name), weight } });
    };
  },
});
