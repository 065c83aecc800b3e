import { defineReportCheck } from '../../check';
import { comparisonsOf } from '../../against/compare';

export const nothingCompared = defineReportCheck({
  id: 'nothing-compared',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '与自评表没有可核对的内容',
      message: '报告里没有找到自评表的任何一项内容，没有核对。',
      fix: '核对是不是同一个项目的报告和自评表。',
      basis: '本工具规则：没有发现问题不等于没有读到',
    },
    en: {
      title: 'Nothing of the form found in the report',
      message: 'The report tells nothing of the form: nothing was compared.',
      fix: 'See whether report and form are of one project.',
      basis: 'House rule: nothing found never means that nothing was read',
    },
  },
  find: (context, say) => {
    const { table, report } = context;
    if (table === null || comparisonsOf(context).some(({ told }) => told !== null)) return [];
    return [say({ paragraph: 1, text: (report.paragraphs[0] ?? '').trim() })];
  },
});
