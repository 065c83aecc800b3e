import { defineReportCheck, placeIn } from '../../check';

const DATE = /(?<![\d.])(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?/g;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function exists(year: number | null, month: number, day: number | null): boolean {
  const days = DAYS[month - 1];
  if (days === undefined) return false;
  if (day === null) return true;
  return day >= 1 && day <= (month === 2 && year !== null && !isLeap(year) ? 28 : days);
}

export const dateImpossible = defineReportCheck({
  id: 'date-impossible',
  severity: 'error',
  texts: {
    'zh-CN': {
      title: '不存在的日期',
      message: '没有“{found}”这一天。',
      fix: '改正日期。',
      basis: '公历',
    },
    en: {
      title: 'A date that does not exist',
      message: 'There is no “{found}”.',
      fix: 'Correct the date.',
      basis: 'The calendar',
    },
  },
  find: ({ statements }, say) =>
    statements.flatMap((statement) =>
      [...statement.text.matchAll(DATE)].flatMap((match) => {
        const [year = null, month = null, day = null] = match
          .slice(1)
          .map((part: string | undefined) => (part === undefined ? null : Number(part)));
        if (exists(year, month ?? 0, day)) return [];
        // 共36月 is a length of time; a date has its year or its day.
        if (year === null && day === null) return [];
        return [say(placeIn(statement, match.index), { found: match[0] })];
      }),
    ),
});
