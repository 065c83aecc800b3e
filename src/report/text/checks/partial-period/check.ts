import { defineReportCheck, placeIn } from '../../check';

const PART = /(?<!\d)1月?[-—–~～至到]{1,2}(\d{1,2})月(?!\d|底|至|初|中旬)|前三季度|一至三季度/;
/** 1–6月 beside 7–12月, 全年: the rest of the year is told too. */
const REST = /全年|下半年|四季度|[-—–~～至到]{1,2}12月|比|同期|较/;

export const partialPeriod = defineReportCheck({
  id: 'partial-period',
  severity: 'info',
  texts: {
    'zh-CN': {
      title: '用的不是全年数',
      message: '年度报告里用的是{found}的数，是否应为全年数？',
      fix: '换成全年数；取不到的，说明原因。',
      basis: '规则 F09：年度自评用全年数',
    },
    en: {
      title: 'Figures of some months only',
      message: 'The report is on a year; these are figures of {found}: should they be of the year?',
      fix: 'Use figures of the whole year, or say why there are none.',
      basis: 'Rule F09: a report on a year uses figures of the year',
    },
  },
  find: ({ statements }, say) =>
    statements.flatMap((statement) => {
      const match = PART.exec(statement.text);
      if (!match || REST.test(statement.text)) return [];
      const last = match[1] === undefined ? 9 : Number(match[1]);
      if (last >= 12 || last < 1) return [];
      if (!statement.figures.some(({ start }) => start > match.index)) return [];
      return [say(placeIn(statement, match.index), { found: match[0] })];
    }),
});
