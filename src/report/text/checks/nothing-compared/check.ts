import { defineReportCheck } from '../../check';
import { comparisonsOf } from '../../against/compare';
import type { Comparison } from '../../against/comparison';
import { isNamed } from '../../against/names';

const SHARED: ReadonlySet<Comparison['kind']> = new Set(['department', 'unit', 'year']);

export const nothingCompared = defineReportCheck({
  id: 'nothing-compared',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '与自评表没有可核对的内容',
      message: '除年度、单位以外，报告里没有一项与自评表相同，没有核对。',
      fix: '核对是不是同一个项目的报告和自评表。',
      basis: '本工具规则：没有发现问题不等于没有读到',
    },
    en: {
      title: 'Nothing of the form found in the report',
      message:
        'Year and unit apart, nothing in the report is as in the form: nothing was compared.',
      fix: 'See whether report and form are of one project.',
      basis: 'House rule: nothing found never means that nothing was read',
    },
  },
  find: (context, say) => {
    const { table, report } = context;
    if (table === null) return [];
    const told = comparisonsOf(context).filter((one) => one.told !== null);
    const place = { paragraph: 1, text: (report.paragraphs[0] ?? '').trim() };
    if (told.length === 0) return [say(place)];
    // Every report has a year, and a unit has several; another project's name asks by itself.
    const isAsked = told.every(({ kind }) => SHARED.has(kind));
    return isAsked && !isNamed(report, table) ? [say(place, { severity: 'info' })] : [];
  },
});
