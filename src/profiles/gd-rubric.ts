import type { Profile } from '../model/profile';
import { cnRubric } from './cn-rubric';

/**
 * Guangdong's scored table: 评分标准, 扣分原因, 得分. Point values were not found in any text read,
 * so the weights are the sheet's own.
 */
export const gdRubric: Profile = {
  ...cnRubric,
  id: 'gd-rubric',
  title: '广东评分表（按评分标准扣分，分值以表为准）',
  levelWeights: null,
  sources: {
    ...cnRubric.sources,
    levelWeights: '广东各市评分表分值未见统一规定，以表内分值为准（domain-rules §2.2）',
    tableTotal: 'S0–S4 自评报告均按百分制',
    grades: 'GRADE 四档；广东五档（优良中低差）未见原文，不作默认 [R]',
  },
};
