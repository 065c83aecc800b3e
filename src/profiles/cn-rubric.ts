import type { Profile } from '../model/profile';
import { cnMof2020 } from './cn-mof-2020';

/** A table of 评分标准, wherever it comes from: its points are its own. */
export const cnRubric: Profile = {
  ...cnMof2020,
  id: 'cn-rubric',
  title: '评分表通用口径（按评分标准，分值以表为准）',
  kind: 'rubric',
  levelWeights: null,
  bonusAllowed: false,
  sources: {
    ...cnMof2020.sources,
    levelWeights: '各地评分表的一级指标和分值各不相同，以表内分值为准',
    tableTotal: 'S0–S4 自评报告、各地评分表均按百分制',
  },
};
