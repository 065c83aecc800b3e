import { defineReportCheck, placeIn } from '../../check';

const AS_OF =
  /截[至止]到?(20\d\d)年(?:12月|年?底|末|度末)|(20\d\d)年(?:年末|末|底)(?=[^，。；]{0,8}(?:在职|实有|编制|人员|资产))/;

export const staleDate = defineReportCheck({
  id: 'stale-date',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '截止日期是以前年度的',
      message: '报告评价的是{expected}年，这里的情况截至{found}年底，是否沿用了上年的报告？',
      fix: '改为评价年度末的情况；确需引用的，写明用于比较。',
      basis: '规则 F08：所述情况是评价年度末的',
    },
    en: {
      title: 'Figures as of an earlier year',
      message:
        'The report is on {expected}; this is as of the end of {found}: left from last year’s report?',
      fix: 'Give it as of the end of the year; say so if it is for comparison.',
      basis: 'Rule F08: what is told is as of the end of the year',
    },
  },
  find: ({ statements, year }, say) =>
    statements.flatMap((statement) => {
      const match = AS_OF.exec(statement.text);
      const found = Number(match?.[1] ?? match?.[2]);
      if (!match || year === null || !(found < year)) return [];
      if (/比|较|上年|增加|减少|同期/.test(statement.text) || statement.text.includes(`${year}年`))
        return [];
      return [say(placeIn(statement, match.index), { found, expected: year })];
    }),
});
