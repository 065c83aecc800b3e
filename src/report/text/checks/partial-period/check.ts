import { defineReportCheck, placeIn } from '../../check';

const PART = /(?<!\d)1月?[-—–~～至到]{1,2}(\d{1,2})月(?!\d|底|至|初|中旬)|前三季度|一至三季度/;
/** 截至8月底: how far the figures go, where nothing goes further. */
const UNTIL = /截[至止到](?:目前)?(?:(20\d\d)年)?(\d{1,2})月(?:底|末|\d{1,2}日)?/;
/** 1–6月 beside 7–12月, 全年: the rest of the year is told too. */
const REST = /全年|下半年|四季度|[-—–~～至到]{1,2}12月|比|同期|较/;

const RESULTS = /完成|绩效|产出|效益|成效|实现/;
const BACKGROUND = /概况|背景|问题|改进|打算/;

/** In a section of results, of the year itself: [all, month]; null where the rest of the year is told. */
function untilIn(text: string, heading: string, year: number | null): readonly string[] | null {
  const match = UNTIL.exec(text);
  if (!match || !RESULTS.test(heading) || BACKGROUND.test(heading)) return null;
  // 存在的问题：…截至9月底支付率仅46%: how it stood is the problem told.
  if (BACKGROUND.test(text.slice(0, match.index))) return null;
  const [found, named, month = ''] = match;
  const later = text.slice(match.index + found.length);
  const ofYear = named === undefined || Number(named) === year;
  const open = ofYear && Number(month) < LAST_MONTH && !/\d月|年底|年末|截[至止]/.test(later);
  return open ? [found, month] : null;
}

/** What a report written at the end of November tells may be all of the year. */
const LAST_MONTH = 11;

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
  find: ({ report, statements, year }, say) =>
    statements.flatMap((statement) => {
      const heading = report.headings[statement.heading]?.title ?? '';
      const match = PART.exec(statement.text) ?? untilIn(statement.text, heading, year);
      if (!match || REST.test(statement.text)) return [];
      const last = match[1] === undefined ? 9 : Number(match[1]);
      if (last >= 12 || last < 1) return [];
      const [found = ''] = match;
      const at = statement.text.indexOf(found);
      // 2025年1—2月支付, in a report on 2024: what came after.
      const named = /(20\d\d)年$/.exec(statement.text.slice(0, at))?.[1];
      if (named !== undefined && year !== null && Number(named) > year) return [];
      if (!statement.figures.some(({ start }) => start > at)) return [];
      return [say(placeIn(statement, at), { found })];
    }),
});
