import { defineReportCheck, placeIn } from '../../check';

const FIELD = /(?:填报|报告|填表|编制|撰写|自评)(?:日期|时间)[：:](20\d\d)年?[./-]?(\d{1,2})?/;

export const filledTooEarly = defineReportCheck({
  id: 'filled-too-early',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '填报日期早于年度结束',
      message: '评价的是{expected}年度，填报日期却是{month}，那时年度还没有结束。',
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
    statements.flatMap((statement) => {
      const match = FIELD.exec(statement.text);
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
