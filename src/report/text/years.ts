import { reportFinding, type ReportFinding } from './report-finding';
import type { ReportText, Sentence } from './read-report';

/** The year evaluated: as the cover says, else the one most often written; null where none is. */
export function reportYear(report: ReportText): number | null {
  const counts = new Map<number, number>();
  for (const { text } of report.sentences) {
    const said = /评价年度[：:]?(20\d\d)/.exec(text);
    if (said) return Number(said[1]);
    if (/^填报(?:日期|时间)/.test(text)) continue;
    for (const match of text.matchAll(/(?<!\d)(20\d\d)年(度?)/g)) {
      const year = Number(match[1]);
      counts.set(year, (counts.get(year) ?? 0) + (match[2] ? 2 : 1));
    }
  }
  let best: number | null = null;
  for (const [year, count] of counts) {
    const most = best === null ? 0 : (counts.get(best) ?? 0);
    if (count > most || (count === most && best !== null && year < best)) best = year;
  }
  return best;
}

const COMPARED = /比|同期|较|增长|下降|上升|上年|去年|以前年度|至今/;

/** A spending figure of another year where the report is on this one (domain rule F08). */
function figureYear(sentence: Sentence, year: number): ReportFinding[] {
  const pattern =
    /(20\d\d)年度?(?:[^，。；\d]{0,12})(?:支出|收入|执行|决算|预算)数?(?:为|是|达|共|共计)?\d[\d,.]*(?:万元|亿元|元)/g;
  return [...sentence.text.matchAll(pattern)].flatMap((match) => {
    const found = Number(match[1]);
    if (found >= year || COMPARED.test(sentence.text)) return [];
    const place = { paragraph: sentence.paragraph, text: sentence.text, at: match.index };
    return [
      reportFinding(
        'figure-year',
        'error',
        place,
        { found, expected: year },
        { found, expected: year },
      ),
    ];
  });
}

/** Figures of some months in a report on a year (domain rule F09). */
function partialPeriod(sentence: Sentence): ReportFinding[] {
  const match = /1月?[-—–~～至到]{1,2}(\d{1,2})月(?!\d|底)|前三季度|一至三季度/.exec(sentence.text);
  if (!match || /(?<!\d)1[012]$/.test(sentence.text.slice(0, match.index + 1))) return [];
  const last = match[1] === undefined ? 9 : Number(match[1]);
  if (last >= 12 || last < 1 || !/\d/.test(sentence.text.slice(match.index + match[0].length)))
    return [];
  const place = { paragraph: sentence.paragraph, text: sentence.text, at: match.index };
  return [
    reportFinding('partial-period', 'warning', place, { found: match[0] }, { found: match[0] }),
  ];
}

const PLANNING = /问题|建议|改进|措施|下一步|计划|打算|目标|安排/;

/** Something yet to be done given as a result (domain rule F21). */
function future(sentence: Sentence, year: number, heading: string): ReportFinding[] {
  const match = /(20\d\d)年[^，。；]{0,8}将(?:会|全部|全面)?(?:实现|完成|建成|达到|覆盖)/.exec(
    sentence.text,
  );
  if (!match || Number(match[1]) <= year || PLANNING.test(heading)) return [];
  const place = { paragraph: sentence.paragraph, text: sentence.text, at: match.index };
  return [
    reportFinding(
      'future-as-evidence',
      'info',
      place,
      { found: match[0], year },
      { found: match[0] },
    ),
  ];
}

/** A prize or rating of an earlier year (domain rule F22). */
function priorAward(sentence: Sentence, year: number): ReportFinding[] {
  const match = /(20\d\d)年度?[^。；\d]{0,16}(?:考评|考核|评比|测评|表彰|评选|荣获|获评)/.exec(
    sentence.text,
  );
  if (!match || Number(match[1]) >= year) return [];
  if (!/第[一二三\d]|优秀|先进|表彰|荣获|获评|称号/.test(sentence.text.slice(match.index)))
    return [];
  const found = Number(match[1]);
  const place = { paragraph: sentence.paragraph, text: sentence.text, at: match.index };
  return [
    reportFinding('prior-year-award', 'info', place, { found, year }, { found, expected: year }),
  ];
}

/** Everything that hangs on the year evaluated. */
export function yearChecks(report: ReportText, year: number | null): ReportFinding[] {
  return report.sentences.flatMap((sentence) => {
    const heading = report.headings[sentence.heading]?.title ?? '';
    return [
      ...partialPeriod(sentence),
      ...(year === null
        ? []
        : [
            ...figureYear(sentence, year),
            ...future(sentence, year, heading),
            ...priorAward(sentence, year),
          ]),
    ];
  });
}
