import { defineReportCheck } from '../../check';
import { missingPart } from '../../facts/missing-part';

const TITLE = /问题|困难|改进|整改|建议|偏离|不足|措施|下一步|打算/;
const WORDS = /存在(?:的)?(?:主要)?问题|改进措施/;

export const headingMissingProblems = defineReportCheck({
  id: 'heading-missing-problems',
  severity: 'info',
  texts: {
    'zh-CN': {
      title: '没有问题与改进一节',
      message: '没有找到存在问题或改进措施一节。',
      fix: '补写存在问题、原因和改进措施；确实没有的，写明“无”。',
      basis: '规则 F02：报告应有的部分',
    },
    en: {
      title: 'No section on problems',
      message: 'There is no section on problems or measures.',
      fix: 'Add problems, reasons and measures, or write 无 if there are none.',
      basis: 'Rule F02: the parts a report has',
    },
  },
  find: ({ report }, say) => {
    const place = missingPart(report, TITLE, WORDS);
    return place ? [say(place)] : [];
  },
});
