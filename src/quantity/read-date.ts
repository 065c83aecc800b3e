import type { DateSpan } from '../model/quantity';

export interface DateReading {
  readonly date: DateSpan;
  /** `<=` for 前, 底前, 之前, 内 and the like. */
  readonly deadline: boolean;
}

const pad = (value: number): string => String(value).padStart(2, '0');
const daysIn = (year: number | null, month: number): number =>
  new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate();

/** A day in ISO spelling; without a year in the short ISO spelling `--12-31`. */
function iso(year: number | null, month: number, day: number): string {
  return `${year === null ? '-' : String(year)}-${pad(month)}-${pad(day)}`;
}

function day(year: number | null, month: number, date: number): DateSpan | null {
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return null;
  const text = iso(year, month, date);
  return { from: text, to: text };
}

function month(year: number | null, value: number, part: string): DateSpan | null {
  if (value < 1 || value > 12) return null;
  const last = daysIn(year, value);
  const [from, to] =
    part === '上旬' || part === '初'
      ? [1, 10]
      : part === '中旬'
        ? [11, 20]
        : part === '下旬'
          ? [21, last]
          : part === '底' || part === '末'
            ? [last, last]
            : [1, last];
  return { from: iso(year, value, from), to: iso(year, value, to) };
}

const QUARTERS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
};

function ofYear(year: number | null, part: string): DateSpan | null {
  if (part === '' || part === '度' || part === '全年' || part === '内') {
    return { from: iso(year, 1, 1), to: iso(year, 12, 31) };
  }
  if (part === '底' || part === '末' || part === '年底' || part === '年末' || part === '度末') {
    return { from: iso(year, 12, 31), to: iso(year, 12, 31) };
  }
  if (part === '上半年') return { from: iso(year, 1, 1), to: iso(year, 6, 30) };
  if (part === '下半年') return { from: iso(year, 7, 1), to: iso(year, 12, 31) };
  const quarter = QUARTERS[/^第?([一二三四1-4])季度[末底]?$/.exec(part)?.[1] ?? ''];
  if (quarter === undefined) return null;
  return { from: iso(year, quarter * 3 - 2, 1), to: month(year, quarter * 3, '')?.to ?? '' };
}

const YEAR = '(?:19|20)\\d\\d';
const FULL = new RegExp(`^(${YEAR})(?:年|[./-])(\\d{1,2})(?:月|[./-])(\\d{1,2})[日号]?$`);
/** 20240301 is a day where a word behind it or what stands beside it says so. */
const DIGITS = new RegExp(`^(${YEAR})(\\d\\d)(\\d\\d)$`);
const YEAR_MONTH = new RegExp(`^(${YEAR})年(\\d{1,2})月份?([上中下]旬|[底末初])?$`);
const SHORT_YEAR_MONTH = new RegExp(`^(${YEAR})([-/.])(\\d{1,2})$`);
const YEAR_ONLY = new RegExp(`^(${YEAR})年(.{0,5})$`);
const MONTH_DAY = /^(?:当年|本年|次年|翌年)?(\d{1,2})月(\d{1,2})[日号]$/;
const MONTH_ONLY = /^(?:当年|本年|次年|翌年)?(\d{1,2})月份?([上中下]旬|[底末初])?$/;
const QUARTER = /^(?:当年|本年)?(第?[一二三四1-4]季度[末底]?|[上下]半年)$/;
const YEAR_END = /^(?:当|本)?(年底|年末)$/;

function point(text: string, pointed: boolean): DateSpan | null {
  let match = FULL.exec(text);
  if (match) return day(Number(match[1]), Number(match[2]), Number(match[3]));
  match = YEAR_MONTH.exec(text);
  if (match) return month(Number(match[1]), Number(match[2]), match[3] ?? '');
  match = SHORT_YEAR_MONTH.exec(text);
  if (pointed && text.length === 8) {
    const digits = readDayDigits(text);
    if (digits) return digits;
  }
  // 2023.6 alone may as well be a figure.
  if (match && (pointed || match[2] !== '.')) return month(Number(match[1]), Number(match[3]), '');
  match = YEAR_ONLY.exec(text);
  if (match) return ofYear(Number(match[1]), match[2] ?? '');
  match = MONTH_DAY.exec(text);
  if (match) return day(null, Number(match[1]), Number(match[2]));
  match = MONTH_ONLY.exec(text);
  if (match) return month(null, Number(match[1]), match[2] ?? '');
  match = QUARTER.exec(text);
  if (match) return ofYear(null, match[1] ?? '');
  return YEAR_END.test(text) ? ofYear(null, '底') : null;
}

/** The day that eight digits are, 20240301; null where they are none. */
export function readDayDigits(text: string): DateSpan | null {
  const match = DIGITS.exec(text);
  return match && day(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Every date has one of these. */
const DATE_LIKE = /[年月季]|\d[-./]\d|\d{8}/;

const BEFORE_WORDS = ['截至', '截止', '于', '在'];
const DONE_WORDS = ['全部完成', '前完成', '内完成', '底完成', '已完成', '完成', '完工', '竣工'];
const DEADLINE_WORDS = ['之前', '以前', '前', '为止', '止', '以内', '之内', '内'];

function withoutDone(text: string): string {
  for (const word of DONE_WORDS) {
    if (text.endsWith(word)) {
      const kept = /^[前内底]/.test(word) ? 1 : 0;
      return text.slice(0, text.length - word.length + kept);
    }
  }
  return text;
}

/**
 * Reads a normalised date wording: 2021年12月31日, 2023.6.28, 2021-06, 2021年底, 12月底前,
 * 2022年3月-2022年11月, 2021-2023年. Null for anything else. A month without a year gives the
 * short ISO form `--12-31`.
 */
export function readDate(text: string): DateReading | null {
  if (text.length < 2 || text.length > 32 || !DATE_LIKE.test(text)) return null;
  let rest = text;
  for (const word of BEFORE_WORDS) {
    if (rest.startsWith(word)) {
      rest = rest.slice(word.length);
      break;
    }
  }
  rest = withoutDone(rest).replace('(含)', '');
  let deadline = false;
  for (const word of DEADLINE_WORDS) {
    if (rest.endsWith(word)) {
      rest = rest.slice(0, -word.length);
      deadline = true;
      break;
    }
  }
  const span = point(rest, deadline) ?? between(rest);
  return span ? { date: span, deadline } : null;
}

const DAY_IN_TEXT =
  /(?:(?:19|20)\d\d年?|当年|本年|次年|翌年)?\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|[底末初])?|(?:19|20)\d\d(?:[./-]\d{1,2}){2}|(?:19|20)\d\d年(?!度)(?:底|末)?/g;
/** What is not done yet, or only meant to be, was not done by the day that is named. */
const NOT_DONE = /未|尚|没|推迟|延期|延至|计划|预计|拟|将|争取|力争|要求|原定/;

/**
 * The one day that a sentence says something was done by: 已于2024年11月20日完成验收. Null where it names
 * several, or does not say that it was done.
 */
export function dateInSentence(text: string): DateSpan | null {
  if (!DATE_LIKE.test(text) || NOT_DONE.test(text)) return null;
  const [found, second] = text.match(DAY_IN_TEXT) ?? [];
  return found === undefined || second !== undefined ? null : point(found, true);
}

/** 每年6月底前 falls due again and again; what is only to begin, or was put off, is no deadline. */
const NO_DEADLINE = /每|各|推迟|延期|延至|后|起|开始|或/;

/**
 * The one day that a sentence gives something until: 12月底前发放完毕, 确保6月30日之前全部到位. Null where it
 * names several, or a figure besides.
 */
export function deadlineInSentence(text: string): DateSpan | null {
  if (!DATE_LIKE.test(text) || NO_DEADLINE.test(text)) return null;
  const [found, second] = text.match(DAY_IN_TEXT) ?? [];
  if (found === undefined || second !== undefined) return null;
  const at = text.indexOf(found);
  const around = text.slice(0, at) + text.slice(at + found.length);
  const isUntil = UNTIL.test(text.slice(at + found.length)) || BY_THEN.test(text);
  return isUntil && !/\d/.test(around) ? point(found, true) : null;
}
/** 10月20日供暖前: what begins on that day. */
const UNTIL = /^(?:(?:之|以)?前[\u4e00-\u9fff]{2,10}|[\u4e00-\u9fff]{2,4}(?:之|以)?前)$/;
/** 12月底到位: a day alone, and what is to be done by then. */
const BY_THEN = /[底末日号](?:全部)?(?:发放|拨付|支付)?(?:到位|完毕)$/;

const DAY_AHEAD = '(?=(?:19|20)\\d\\d[年./-]|\\d{1,2}月)';
/** 每年12月10日前 is a day of the form's year; 完成时间为 and 计划 only lead to a day. */
const BEFORE_DAY = {
  target: new RegExp(
    `^(?:每年度?|(?:计划|预计)?[\u4e00-\u9fff]{0,4}(?:时间|日期|时限|期限)[为是在:]?|计划|预计)${DAY_AHEAD}`,
  ),
  actual: new RegExp(
    `^(?:(?:实际)?[\u4e00-\u9fff]{0,4}(?:时间|日期|时限|期限)[为是在:]?|实际)${DAY_AHEAD}`,
  ),
} as const;

/** A wording without the words that only lead to its day. */
export const withoutLead = (text: string, role: 'target' | 'actual'): string =>
  text.replace(BEFORE_DAY[role], '');

/** Two points joined by a dash, ~, 至 or 到; what the first lacks of the year comes from the second. */
function between(text: string): DateSpan | null {
  const match = /[-~至到]+/g;
  for (let found = match.exec(text); found; found = match.exec(text)) {
    const left = text.slice(0, found.index);
    const right = text.slice(found.index + found[0].length);
    const months = right.endsWith('月') ? point(`${left}月`, true) : null;
    const first = point(left, true) ?? point(`${left}年`, true) ?? months;
    const last =
      point(right, true) ??
      point(`${left.slice(0, 5)}${right}`, true) ??
      (isYear(left) && isYear(right) ? point(`${right}年`, true) : null);
    if (!first || !last) continue;
    const to = carryYear(first.from, last.to);
    if (first.from.startsWith('-') === to.startsWith('-') && first.from <= to) {
      return { from: first.from, to };
    }
  }
  return null;
}

const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);

function carryYear(from: string, to: string): string {
  return to.startsWith('-') && !from.startsWith('-') ? from.slice(0, 4) + to.slice(1) : to;
}

/** The day of a date cell's serial number; null outside 1900–9999. */
export function serialDay(serial: number, date1904: boolean): string | null {
  const days = Math.floor(serial) + (date1904 ? 1462 : 0);
  if (!Number.isFinite(days) || days < 1 || days > 2958465) return null;
  // Excel counts 1900-02-29, which never was.
  const since = days < 60 ? days + 1 : days;
  return new Date(Date.UTC(1899, 11, 30) + since * 86400000).toISOString().slice(0, 10);
}
