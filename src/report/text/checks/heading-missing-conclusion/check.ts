import { defineReportCheck } from '../../check';
import { missingPart } from '../../facts/missing-part';

const TITLE = /结论|得分|结果|评分|等级/;
const WORDS = /(?:自评|评价)(?:得分|结论|结果)|综合得分/;

export const headingMissingConclusion = defineReportCheck({
  id: 'heading-missing-conclusion',
  severity: 'info',
  texts: {
    'zh-CN': {
      title: '没有结论一节',
      message: '没有找到自评结论（得分）一节。',
      fix: '补写自评结论、得分和等级，与自评表一致。',
      basis: '规则 F02：报告应有的部分',
    },
    en: {
      title: 'No conclusion',
      message: 'There is no section with the conclusion and the score.',
      fix: 'Add the conclusion, score and grade as in the form.',
      basis: 'Rule F02: the parts a report has',
    },
  },
  find: ({ report }, say) => {
    const place = missingPart(report, TITLE, WORDS);
    return place ? [say(place)] : [];
  },
});
