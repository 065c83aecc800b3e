import { compare, subtract } from '../../quantity/exact';
import { readDeductions } from '../../scoring/rubric/reason-points';
import { standardPoints } from '../../scoring/rubric/standard-points';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { samePoints } from '../difference';
import { brief } from '../wording';

export const rubricClauses = defineCheck({
  id: 'rubric-clauses',
  code: 'JX418',
  severity: 'warning',
  kinds: EVERY_KIND,
  scope: 'row',
  about: ['weight', 'score', 'reason'],
  texts: {
    'zh-CN': {
      title: '评分标准或扣分原因里的分与分值、得分对不上',
      message: {
        points: '“{name}”{column}里写的分合计 {found} 分（{sum}），分值是 {expected} 分。',
        top: '“{name}”{column}里最高给 {found} 分，分值是 {expected} 分。',
        reason:
          '“{name}”{column}写明共扣 {found} 分，而分值 {weight} 减得分 {score} 是 {expected} 分。',
      },
      why: '各要点的分加起来应是分值；扣分原因写的扣分加得分应是分值。',
      fix: '请核对这几个数，改正其中写错的一个。',
      basis: '各地评分表要点分合计等于分值；扣分原因一栏写明扣分的，得分等于分值减扣分',
    },
    en: {
      title: 'Points in the rules or the reason do not fit the weight and the score',
      message: {
        points:
          '“{name}”: the points in {column} come to {found} ({sum}), its weight is {expected}.',
        top: '“{name}”: {column} gives {found} points at most, its weight is {expected}.',
        reason:
          '“{name}”: {column} says {found} points were taken, but the weight {weight} less the score {score} is {expected}.',
      },
      why: 'The points of the parts make up the weight; the points taken and the score do too.',
      fix: 'Hold these figures against one another and correct the one that is wrong.',
      basis:
        'On scoring forms the points of the parts add up to the weight, and a score is the weight less what was taken',
    },
  },
  soundRow(say, { table: { columns }, profile }) {
    const criteriaColumn = columns.criteria;
    return (indicator, _, { weight, filled }) => {
      if (weight === null) return null;
      const { reasonCell, reason, criteria, row, name } = indicator;
      const taken = reason === null ? null : readDeductions(reason);
      if (taken !== null && reasonCell && filled !== null && filled >= 0 && filled <= weight) {
        const lost = subtract(weight, filled);
        if (!samePoints(lost, taken, profile)) {
          return say(reasonCell, {
            variant: 'reason',
            data: {
              name: brief(name),
              column: columns.reason?.label ?? '扣分原因',
              weight,
              score: filled,
            },
            expected: lost,
            found: taken,
          });
        }
      }
      const printed =
        criteria === null || !criteriaColumn ? null : standardPoints(criteria, weight);
      if (!printed || !criteriaColumn || compare(printed.points, weight) === 0) return null;
      return say(
        { row, column: criteriaColumn.column },
        {
          variant: printed.parts.length > 1 ? 'points' : 'top',
          data: { name: brief(name), column: criteriaColumn.label, sum: printed.parts.join(' + ') },
          expected: weight,
          found: printed.points,
        },
      );
    };
  },
});
