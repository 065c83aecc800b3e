import { isBlank } from '../../model/blank';
import { roundHalfUp } from '../../quantity/exact';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { brief, isReason, rawText } from '../wording';

export const weightInvalid = defineCheck({
  id: 'weight-invalid',
  code: 'JX105',
  severity: 'warning',
  kinds: EVERY_KIND,
  scope: 'row',
  about: ['weight'],
  silences: ['score-over-weight'],
  toldWith: { of: { blank: { inTable: ['weight-total'] } } },
  texts: {
    'zh-CN': {
      title: '分值空着或不是正数',
      message: {
        zero: '“{name}”的分值是 0。',
        negative: '“{name}”的分值是负数 {found}。',
        text: '“{name}”的分值写的是“{found}”，不是数。',
        blank: '“{name}”已填了内容，但分值是空的。',
        decimals: '“{name}”的分值是 {found}，按口径最多 {places} 位小数。',
      },
      why: '分值决定一行占多少分，不是正数就无法计分。',
      fix: '请填写大于 0 的分值；不计分的内容请不要单列为指标。',
      fixes: {
        blank: '请填写分值；不计分的内容请不要单列为指标。',
        decimals: '请按口径取整，各行分值之和仍要等于上一级的分值。',
      },
      basis: '一体化系统的分值大于零核对；广水市交通运输局2021年公开自评表为实例',
    },
    en: {
      title: 'Weight is blank or no positive number',
      message: {
        zero: 'The 分值 of “{name}” is 0.',
        negative: 'The 分值 of “{name}” is negative: {found}.',
        text: 'The 分值 of “{name}” is “{found}”, which is no number.',
        blank: '“{name}” is filled in but its 分值 is blank.',
        decimals: 'The 分值 of “{name}” is {found}; the profile allows {places} decimals.',
      },
      why: 'The weight says how many points a row is worth.',
      fix: 'Give it a weight above 0, or do not list it as an indicator.',
      fixes: {
        blank: 'Fill in its 分值, or do not list it as an indicator.',
        decimals: 'Round it as the profile says, so that the rows still make their level.',
      },
      basis: 'The integrated system requires weights above zero; seen in Guangshui 2021',
    },
  },
  soundRow(say, context) {
    const complete = context.table.total !== null;
    return (indicator, _score, facts) => {
      const { weight } = indicator;
      // A merged 分值 cell belongs to the row where it starts.
      if (weight === null || weight.cell.row !== indicator.row) return null;
      const data = { name: brief(indicator.name) };
      if (facts.weight !== null) {
        const places = context.profile.weightDecimals;
        if (places === null || roundHalfUp(facts.weight, places) === facts.weight) return null;
        const said = { ...data, places };
        return say(weight.cell, {
          variant: 'decimals',
          severity: 'info',
          data: said,
          found: facts.weight,
        });
      }
      if (weight.value !== null) {
        const variant = weight.value === 0 ? 'zero' : 'negative';
        return say(weight.cell, {
          variant,
          data,
          found: weight.value,
        });
      }
      const { raw } = weight;
      const saysNone = isBlank(raw) || (typeof raw === 'string' && !isReason(raw));
      if (!saysNone) {
        const found = rawText(raw);
        return say(weight.cell, { variant: 'text', data, found });
      }
      const measured =
        complete && indicator.target.kind !== 'none' && indicator.actual.kind !== 'none';
      if (typeof raw === 'string' && raw.trim() !== '') return null;
      if (indicator.parent !== null || !(facts.filled !== null || measured)) return null;
      return say(weight.cell, { variant: 'blank', data });
    };
  },
});
