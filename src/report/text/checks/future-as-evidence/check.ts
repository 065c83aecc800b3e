import { defineReportCheck, placeIn } from '../../check';
import { milestonesOf } from '../../facts/milestones';

const PLANNING = /问题|建议|改进|措施|下一步|计划|打算|目标|安排/;
const COMING = /(20\d\d)年[^，。；]{0,8}将(?:会|全部|全面)?(?:实现|完成|建成|达到|覆盖)/;

/** Years after the one evaluated by which a report cannot have been written. */
const FAR = 3;

export const futureAsEvidence = defineReportCheck({
  id: 'future-as-evidence',
  severity: 'info',
  texts: {
    'zh-CN': {
      title: '把今后的事当成效',
      message: '把还没有发生的事当作{year}年的成效：“{found}”。',
      fix: '改写评价年度内已经完成的情况，今后的安排放到改进措施里。',
      basis: '规则 F21：成效是评价年度内已经发生的',
    },
    en: {
      title: 'What is yet to come given as a result',
      message: 'Something still to come is given as a result of {year}: “{found}”.',
      fix: 'Say what was done in the year; move plans to the measures.',
      basis: 'Rule F21: a result has happened within the year',
    },
  },
  find: ({ report, statements, year }, say) =>
    statements.flatMap((statement) => {
      if (year === null) return [];
      const late = milestonesOf(statement).find(({ first }) => first > (year + FAR) * 10_000);
      if (late)
        return [
          say(placeIn(statement, late.at), { data: { year }, found: late.text + late.words }),
        ];
      const match = COMING.exec(statement.text);
      const heading = report.headings[statement.heading]?.title ?? '';
      if (!match || Number(match[1]) <= year || PLANNING.test(heading)) return [];
      return [say(placeIn(statement, match.index), { data: { year }, found: match[0] })];
    }),
});
