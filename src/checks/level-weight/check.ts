import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { brief } from '../wording';

export const levelWeight = defineCheck({
  id: 'level-weight',
  code: 'JX202',
  severity: 'error',
  kinds: EVERY_KIND,
  scope: 'block',
  about: ['weight'],
  ownsCell: true,
  texts: {
    'zh-CN': {
      title: '下级分值与本级不符',
      message: {
        plain: '“{level}”标明 {expected} 分，下面各行分值合计却是 {found} 分。',
      },
      why: '一级、二级指标标明的分值，应等于下面各行之和。',
      fix: '请核对“{level}”的分值和下面各行的分值，使两者相等。',
      basis: '一体化系统核对：下级指标分值合计应等于上级设置数',
    },
    en: {
      title: 'Rows do not make up their level’s weight',
      message: {
        plain: '“{level}” is marked {expected} points but its rows add up to {found}.',
      },
      why: 'The weight printed in a level’s name is the sum of its rows.',
      fix: 'Make the weight of “{level}” and the sum of its rows agree.',
      basis: 'Sum check of the integrated system: children make up their parent',
    },
  },
  find(say, context) {
    return context.facts.unevenLevels.map(({ group, printed, rows }) =>
      say(group.cell, {
        data: { level: brief(group.label) },
        expected: printed,
        found: rows,
      }),
    );
  },
});
