import { defineReportCheck } from '../../check';
import { missingPart } from '../../facts/missing-part';

const TITLE = /概况|基本情况|情况概述|目标分解|项目情况|单位情况|总体情况/;
const WORDS = /立项|概况|基本情况/;

export const headingMissingOverview = defineReportCheck({
  id: 'heading-missing-overview',
  severity: 'info',
  texts: {
    'zh-CN': {
      title: '没有概况一节',
      message: '没有找到项目概况（基本情况）一节。',
      fix: '补写项目概况：立项背景、实施内容、资金和绩效目标。',
      basis: '规则 F02：报告应有的部分',
    },
    en: {
      title: 'No section on the project',
      message: 'There is no section on the project as such.',
      fix: 'Add its background, content, funds and goals.',
      basis: 'Rule F02: the parts a report has',
    },
  },
  find: ({ report }, say) => {
    const place = missingPart(report, TITLE, WORDS);
    return place ? [say(place)] : [];
  },
});
