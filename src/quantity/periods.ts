/** Times a year, for what a form of one year counts by the month or the quarter. */
export const TIMES_A_YEAR: Readonly<Record<string, number>> = {
  旬: 36,
  半月: 24,
  半个月: 24,
  月: 12,
  个月: 12,
  双月: 6,
  两月: 6,
  两个月: 6,
  季: 4,
  季度: 4,
  个季度: 4,
  半年: 2,
  半年度: 2,
  学期: 2,
  年: 1,
  年度: 1,
  周: 52,
  星期: 52,
  两周: 26,
  双周: 26,
};

/** One word for one period, which stands last: 元/月·人 and 每人每个月 are 元/人·月. */
const SPELLINGS: Readonly<Record<string, string>> = { 个月: '月', 年度: '年', 个季度: '季度' };
const rank = (part: string): number =>
  Number(part in TIMES_A_YEAR || part === '天' || part === '日');

/** What a figure is per, in one order and one spelling: 人·月 of 月/人. */
export const perOf = (written: string): string =>
  written
    .split(/[、/·*]/)
    .map((part) => SPELLINGS[part] ?? part)
    .sort((one, other) => rank(one) - rank(other))
    .join('·');

/** 月 of 次/月: the period a figure is counted by; null where it is for the year or none is named. */
export function periodOf(unit: string): string | null {
  return PERIOD.exec(unit)?.[1] ?? null;
}

export const withoutPeriod = (unit: string): string => unit.replace(PERIOD, '');

const PERIOD = new RegExp(
  `[/·](${[...Object.keys(TIMES_A_YEAR).filter((period) => !/^年/.test(period)), '天', '日'].join('|')})$`,
);
