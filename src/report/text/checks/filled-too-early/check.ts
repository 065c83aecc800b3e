import { defineReportCheck, placeIn } from '../../check';
import type { Statement } from '../../facts/statement';

const FIELD = /(?:填报|报告|填表|编制|撰写|自评)(?:日期|时间)[：:](20\d\d)年?[./-]?(\d{1,2})?/;

/** 自评小组于2022年3月开展自评 */
const AT_WORK =
  /(?:自评|评价)(?:工作)?小?组[^，。；\d]{0,4}[于在](20\d\d)年(\d{1,2})月[^，。；]{0,16}(?:开展|进行|组织)[^，。；]{0,6}(?:自评|评价)/;
const OTHER_TIME = /20\d\d年度|中期|半年|季度|监控|上年/;
const SIGNED = /^(20\d\d)年(\d{1,2})月\d{1,2}日$/;
/** So early in a year nobody evaluates it: the year below a report is that before. */
const LATEST_SLIP = 6;

const workedIn = ({ text }: Statement, year: number | null): RegExpExecArray | null => {
  const match = AT_WORK.exec(text);
  if (!match || OTHER_TIME.test(text)) return null;
  return Number(match[1]) !== year || Number(match[2]) <= LATEST_SLIP ? match : null;
};

/** The date that a report ends with, below who signs it. */
const signedIn = ({ text }: Statement, isLast: boolean): RegExpExecArray | null => {
  const match = isLast ? SIGNED.exec(text) : null;
  return match && Number(match[2]) <= LATEST_SLIP ? match : null;
};

export const filledTooEarly = defineReportCheck({
  id: 'filled-too-early',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '填报日期早于年度结束',
      message: '评价的是{expected}年度，写的填报、自评日期却是{month}，那时年度还没有结束。',
      fix: '核对填报日期和评价年度。',
      basis: '年度自评在年度结束后进行（财预〔2020〕10号）',
    },
    en: {
      title: 'Filled in before the year was over',
      message:
        'The report is on {expected} but was filled in in {month}, before the year was over.',
      fix: 'Check the date and the year evaluated.',
      basis: 'A year is evaluated when it is over (Caiyu [2020] No. 10)',
    },
  },
  find: ({ statements, year }, say) =>
    statements.flatMap((statement, at) => {
      const { text } = statement;
      const match =
        FIELD.exec(text) ??
        workedIn(statement, year) ??
        signedIn(statement, at === statements.length - 1);
      const found = Number(match?.[1]);
      const month = Number(match?.[2] ?? 12);
      if (!match || year === null) return [];
      if (found > year || (found === year && month >= 12)) return [];
      return [
        say(placeIn(statement, match.index), {
          data: { month: match[2] === undefined ? `${found}年` : `${found}年${match[2]}月` },
          expected: year,
          found,
        }),
      ];
    }),
});
