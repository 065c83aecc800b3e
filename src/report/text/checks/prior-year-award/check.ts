import { defineReportCheck, placeIn } from '../../check';

const RATED = /(20\d\d)年度?[^。；\d]{0,16}(?:考评|考核|评比|测评|表彰|评选|荣获|获评)/;
const PRIZE = /第[一二三\d]|优秀|先进|表彰|荣获|获评|称号/;

export const priorYearAward = defineReportCheck({
  id: 'prior-year-award',
  severity: 'info',
  texts: {
    'zh-CN': {
      title: '引用以前年度的考评',
      message: '引用的是{found}年度的考评或表彰，不是{year}年的成效。',
      fix: '换成评价年度的结果，或写明仅作背景。',
      basis: '规则 F22：引用的考评是评价年度的',
    },
    en: {
      title: 'A rating of an earlier year',
      message: 'The rating or prize is of {found}, not of {year}.',
      fix: 'Use the result of the year, or say it is background.',
      basis: 'Rule F22: a rating quoted is of the year',
    },
  },
  find: ({ statements, year }, say) =>
    statements.flatMap((statement) => {
      const match = RATED.exec(statement.text);
      if (!match || year === null || Number(match[1]) >= year) return [];
      if (!PRIZE.test(statement.text.slice(match.index))) return [];
      const found = Number(match[1]);
      return [say(placeIn(statement, match.index), { data: { year }, found, expected: year })];
    }),
});
