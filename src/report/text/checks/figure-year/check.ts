import { comparisonsOf } from '../../against/compare';
import { defineReportCheck, placeIn, type ReportContext } from '../../check';
import type { Statement } from '../../facts/statement';
import { otherYears } from '../../facts/years';

/** So many digits are hardly the same in two years. */
const MANY_DIGITS = 3;

/** 2022年供餐学生4096人, which is what the form has of the year evaluated. */
const isOfForm = (context: ReportContext, { paragraph, text }: Statement): boolean =>
  comparisonsOf(context).some(
    ({ kind, verdict, told, found }) =>
      kind === 'indicator' &&
      verdict === 'same' &&
      told?.statement.paragraph === paragraph &&
      told.statement.text === text &&
      String(found).replace(/\D|0+$/g, '').length >= MANY_DIGITS,
  );

export const figureYear = defineReportCheck({
  id: 'figure-year',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '用了别的年度的数',
      message: '报告评价的是{expected}年，这里用的是{found}年的数，请核对。',
      fix: '核对是年份写错还是用错了数；确需引用往年数的，写明用于比较。',
      basis: '规则 F08：自评用评价年度的数',
    },
    en: {
      title: 'A figure of another year',
      message: 'The report is on {expected}; this is a figure of {found}: please check.',
      fix: 'See whether the year or the figure is wrong; say so if it is there for comparison.',
      basis: 'Rule F08: a report uses the figures of its year',
    },
  },
  find: (context, say) => {
    const { report, statements, year } = context;
    return year === null
      ? []
      : otherYears(report, statements, year).map(({ statement, at, found, sure }) =>
          say(placeIn(statement, at), {
            severity: sure || isOfForm(context, statement) ? 'warning' : 'info',
            found,
            expected: year,
          }),
        );
  },
});
