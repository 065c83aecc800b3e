import { defineReportCheck } from '../../check';
import { missingPart } from '../../facts/missing-part';

const TITLE = /绩效|产出|效益|完成情况|实现情况/;
const WORDS = /产出|效益/;

export const headingMissingAnalysis = defineReportCheck({
  id: 'heading-missing-analysis',
  severity: 'info',
  texts: {
    'zh-CN': {
      title: '没有绩效分析一节',
      message: '没有找到绩效分析一节。',
      fix: '补写绩效目标和指标的完成情况分析。',
      basis: '规则 F02：报告应有的部分',
    },
    en: {
      title: 'No section that analyses',
      message: 'There is no section that analyses performance.',
      fix: 'Add how goals and indicators were met.',
      basis: 'Rule F02: the parts a report has',
    },
  },
  find: ({ report }, say) => {
    const place = missingPart(report, TITLE, WORDS);
    return place ? [say(place)] : [];
  },
});
